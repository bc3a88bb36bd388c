import Importing
import LifecycleModel
import LumpSum
import Rules

/// Gathers what a file says line by line into an estimate, noting every fault at its place with the figure that would be right.
struct EstimateEntries {
    /// Where something stands: file and sheet, row, column.
    struct Place {
        var file: String
        var row: Int
        var column: String?

        func fault(_ code: ImportFault.Code, _ vi: String, _ en: String, hint: Phrase? = nil) -> ImportFault {
            ImportFault(file: file, row: row, column: column, code: code, message: Phrase(vi: vi, en: en), hint: hint)
        }
    }

    /// A sum that the file states.
    struct Stated {
        var place: Place
        var amount: Dong
        var what: Phrase
        var fits: (BudgetLine) -> Bool
    }

    let law: BudgetLaw
    let mode: LumpSumMode
    private(set) var lines: [BudgetLine] = []
    private(set) var faults: [ImportFault] = []
    private(set) var stated: [Stated] = []

    init(law: BudgetLaw, mode: LumpSumMode) {
        self.law = law
        self.mode = mode
    }

    mutating func add(_ fault: ImportFault) { faults.append(fault) }

    mutating func state(_ amount: Dong, at place: Place, what: Phrase, fits: @escaping (BudgetLine) -> Bool) {
        stated.append(Stated(place: place, amount: amount, what: what, fits: fits))
    }

    /// The item that a word means, by identifier or by what people call it; a fault when there is none.
    mutating func item(_ text: String, at place: Place) -> BudgetRules.Item? {
        let folded = VietnameseText.folded(text)
        if let item = law.rules.items.first(where: { $0.id == text || VietnameseText.folded($0.label.vi) == folded }) { return item }
        let near = VietnameseText.nearest(to: text, among: law.rules.items.map(\.id)).first
        let known = law.rules.items.map(\.id).joined(separator: ", ")
        faults.append(
            place.fault(
                .badWord,
                "không có nội dung chi ‘\(text)’",
                "there is no item ‘\(text)’",
                hint: near.map { Phrase(vi: "có phải ý bạn là ‘\($0)’?", en: "did you mean ‘\($0)’?") }
                    ?? Phrase(vi: "các nội dung: \(known)", en: "items: \(known)")
            )
        )
        return nil
    }

    /// Takes a line.
    ///
    /// - Parameter isLumpSum: what the file says of it; nil when it says nothing, so that what may be lump-summed is.
    mutating func take(_ item: BudgetRules.Item, year: Int, _ source: FundingSource, _ amount: Dong, isLumpSum: Bool?, at place: Place) {
        guard amount > .zero else {
            if amount.isNegative { faults.append(Self.negative(amount, at: place)) }
            return
        }
        guard BudgetLine.years.contains(year) else {
            faults.append(place.fault(.badNumber, "năm \(year) không hợp lệ", "the year \(year) is impossible"))
            return
        }
        var line = BudgetLine(item: item.id, year: year, source: source, amount: amount)
        if source == .state {
            line.isLumpSum = mode == .finalProduct || isLumpSum ?? item.mayBeLumpSum
            if mode == .partial, line.isLumpSum, !item.mayBeLumpSum {
                let basis = item.basis.map { " [\($0)]" } ?? ""
                faults.append(
                    place.fault(
                        .refusedByRules,
                        "‘\(item.label.vi)’ không được giao khoán\(basis); số được khoán đúng là 0, không phải \(amount.formatted(.none))",
                        "‘\(item.label[.en])’ is never lump-summed\(basis); the right lump sum is 0, not \(amount.formatted(.none))",
                        hint: Phrase(vi: "ghi Không ở cột khoán", en: "write no in the column of the lump sum")
                    )
                )
            }
        } else if isLumpSum == true, mode == .partial, place.column == nil {
            faults.append(
                place.fault(
                    .refusedByRules,
                    "chỉ giao khoán ngân sách nhà nước, không giao khoán \(source.phrase.vi)",
                    "only state money is lump-summed, not \(source.phrase[.en])",
                    hint: Phrase(vi: "ghi Không ở cột khoán", en: "write no in the column of the lump sum")
                )
            )
        }
        if lines.contains(where: { $0.item == line.item && $0.year == year && $0.source == source && $0.isLumpSum == line.isLumpSum }) {
            faults.append(
                place.fault(
                    .duplicateCode,
                    "đã có dòng cùng nội dung, năm và nguồn ở trên",
                    "there is a line with the same item, year and source above",
                    hint: Phrase(vi: "gộp hai dòng thành một", en: "make one line of the two")
                )
            )
        }
        lines.append(line)
    }

    static func negative(_ amount: Dong, at place: Place) -> ImportFault {
        place.fault(
            .negativeMoney,
            "số tiền âm: \(amount.formatted(.none))",
            "a negative amount: \(amount.formatted(.none))",
            hint: Phrase(vi: "kinh phí không thể âm; bỏ dấu trừ", en: "money cannot be negative; leave the minus out")
        )
    }

    /// Compares the sums that the file states with the lines, and gives what was read when nothing is wrong.
    mutating func estimate(labour: [LabourLine] = []) throws(ImportRefusal) -> Estimate {
        // With a line missing for a fault of its own, a sum would only seem wrong.
        if faults.isEmpty {
            for stated in stated { compare(stated) }
            if lines.isEmpty, let file = stated.first?.place.file ?? emptyFile {
                faults.append(
                    ImportFault(
                        file: file,
                        code: .missingValue,
                        message: Phrase(vi: "dự toán không có số tiền nào", en: "the estimate has no amount"),
                        hint: Phrase(vi: "ghi số tiền vào các ô nhập", en: "fill in the amounts")
                    )
                )
            }
        }
        guard faults.isEmpty else { throw ImportRefusal(faults) }
        return Estimate(lines: lines, mode: mode, labour: labour)
    }

    /// The file that has nothing in it, for the fault that says so.
    var emptyFile: String?

    private mutating func compare(_ stated: Stated) {
        let sum: Dong
        do { sum = try lines.total(where: stated.fits) } catch {
            faults.append(stated.place.fault(.badMoney, "tổng quá lớn", "the sum is too large"))
            return
        }
        guard sum != stated.amount else { return }
        let (shown, right) = (stated.amount.formatted(.none), sum.formatted(.none))
        faults.append(
            stated.place.fault(
                .badMoney,
                "\(stated.what.vi) ghi \(shown) nhưng các dòng cộng lại \(right)",
                "\(stated.what[.en]) is given as \(shown) but the lines come to \(right)",
                hint: Phrase(vi: "số đúng: \(right)", en: "the right figure: \(right)")
            )
        )
    }
}
