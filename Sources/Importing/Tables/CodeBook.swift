import LifecycleModel

/// The codes of one kind that may be referred to, and where the files declare them.
struct CodeBook<Tag> {
    private let known: Set<ID<Tag>>
    private let noun: Phrase
    private var declared: [ID<Tag>: Int] = [:]
    /// False when the file that declares them could not be read: then nothing can be said of a code that is not there.
    var isComplete = true

    init(_ known: Set<ID<Tag>>, noun: Phrase) {
        self.known = known
        self.noun = noun
    }

    /// Takes the code of a row; a second row with the same one is a fault that names both.
    mutating func declare<Column>(_ column: Column, in row: inout RowReader<Column>) -> ID<Tag>? {
        guard let code: ID<Tag> = row.code(column) else { return nil }
        if let first = declared[code] {
            row.fault(
                .duplicateCode,
                column,
                Phrase(
                    vi: "mã \(noun.vi) ‘\(code)’ ở dòng \(row.source.row) đã có ở dòng \(first)",
                    en: "the \(noun.en) code ‘\(code)’ of row \(row.source.row) is already in row \(first)"
                ),
                hint: Phrase(vi: "sửa một trong hai mã hoặc xóa dòng lặp", en: "change one of them or remove the row")
            )
        } else {
            declared[code] = row.source.row
        }
        return code
    }

    /// Looks a code up; an unknown one is a fault.
    @discardableResult
    func refer<Column>(_ column: Column, in row: inout RowReader<Column>) -> ID<Tag>? {
        guard let text = row.text(column), let code = try? ID<Tag>(text) else { return nil }
        guard isComplete, declared[code] == nil, !known.contains(code) else { return code }
        // Comparing with very many codes for each of many faults would take longer than it helps.
        let candidates = known.count + declared.count <= 2000 ? Array(declared.keys) + known : []
        let near = VietnameseText.nearest(to: text, among: candidates.map(\.text)).first
        row.fault(
            .unknownReference,
            column,
            Phrase(vi: "không có \(noun.vi) mã ‘\(code)’", en: "there is no \(noun.en) with the code ‘\(code)’"),
            hint: near.map { Phrase(vi: "có phải ý bạn là ‘\($0)’?", en: "did you mean ‘\($0)’?") }
                ?? Phrase(
                    vi: "thêm \(noun.vi) này vào tệp, hoặc đăng ký trước",
                    en: "add this \(noun.en) to the files, or register it first"
                )
        )
        return code
    }
}
