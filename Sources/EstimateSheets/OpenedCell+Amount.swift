import Importing
import LifecycleModel
import Spreadsheets

extension OpenedCell {
    /// The text in it, blanks at its ends left out; nil when it holds no text, or blanks alone.
    var words: String? {
        guard case .text(let text) = content else { return nil }
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.isEmpty ? nil : line
    }

    /// The letters of its column.
    var letters: String { CellAddress.letters(ofColumn: address.column) }

    /// The amount in it; nil when it is blank. Text is read as people type amounts: 1250000 or 1.250.000.
    func amount(at place: EstimateEntries.Place) -> Result<Dong?, ImportFault> {
        switch content {
        case .number(let number): Self.amount(number, at: place).map { $0 }
        case .text:
            if let words { Self.amount(words, at: place).map { $0 } } else { .success(nil) }
        case .error(let code):
            .failure(
                place.fault(
                    .badMoney,
                    "công thức báo lỗi \(code)",
                    "the formula fails with \(code)",
                    hint: Phrase(vi: "sửa công thức hoặc ghi số vào ô", en: "mend the formula or write the number")
                )
            )
        case .uncalculated:
            .failure(
                place.fault(
                    .badMoney,
                    "công thức chưa được tính",
                    "the formula was never worked out",
                    hint: Phrase(vi: "mở bằng Excel hoặc LibreOffice rồi lưu lại", en: "open it in Excel or LibreOffice and save it")
                )
            )
        case .date, .bool:
            .failure(
                place.fault(
                    .badMoney,
                    "ô không phải số tiền",
                    "the cell is no amount",
                    hint: Phrase(vi: "ghi số đồng nguyên: 1250000", en: "write whole đồng: 1250000")
                )
            )
        }
    }

    private static func amount(_ number: ExactDecimal, at place: EstimateEntries.Place) -> Result<Dong, ImportFault> {
        let number = number.asShown
        if let whole = number.wholeNumber {
            let amount = Dong(whole)
            return amount.isNegative ? .failure(EstimateEntries.negative(amount, at: place)) : .success(amount)
        }
        guard !number.isWhole else {
            let most = Dong(ExactDecimal.largestWhole).formatted(.none)
            return .failure(
                place.fault(
                    .badMoney,
                    "\(number) lớn hơn số mà bảng tính giữ được chính xác",
                    "\(number) is more than a spreadsheet keeps exactly",
                    hint: Phrase(vi: "nhiều nhất \(most)", en: "at most \(most)")
                )
            )
        }
        let below = Dong(parsingWholePartOf: number)
        return .failure(
            place.fault(
                .badMoney,
                "\(number) có phần lẻ của đồng",
                "\(number) has a part of a đồng",
                hint: below.map { Phrase(vi: "ghi số đồng nguyên: \($0.formatted(.none))", en: "write whole đồng: \($0.formatted(.none))") }
            )
        )
    }

    private static func amount(_ text: String, at place: EstimateEntries.Place) -> Result<Dong, ImportFault> {
        do { return .success(try Dong(parsing: text)) } catch {
            if case .negative = error, let amount = try? Dong(parsing: text, allowNegative: true) {
                return .failure(EstimateEntries.negative(amount, at: place))
            }
            return .failure(
                place.fault(
                    .badMoney,
                    error.phrase.vi,
                    error.phrase[.en],
                    hint: Phrase(vi: "ghi số đồng nguyên: 1250000 hoặc 1.250.000", en: "write whole đồng: 1250000 or 1.250.000")
                )
            )
        }
    }
}

extension Dong {
    /// What stands before the decimal point; nil when it is too large.
    fileprivate init?(parsingWholePartOf number: ExactDecimal) {
        guard let whole = Int64(number.description.prefix { $0 != "." }) else { return nil }
        self.init(whole)
    }
}
