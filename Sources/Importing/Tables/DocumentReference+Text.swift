import LifecycleModel

extension DocumentReference {
    /// Why a text names no document.
    struct TextFault: Error {
        let message: Phrase
        let hint: Phrase
    }

    /// Reads `FORM:number:YYYY-MM-DD[:@path]`; the form may hold colons, the number may not unless they are escaped.
    static func read(_ text: Substring) -> Result<DocumentReference, TextFault> {
        func fault(_ vi: String, _ en: String, hint: Phrase? = nil) -> Result<DocumentReference, TextFault> {
            let shown = CellText.quoted(text)
            let form = "B3-4-QĐPDKP:5192/QĐ-UBND:2021-12-16"
            return .failure(
                TextFault(
                    message: Phrase(vi: "‘\(shown)’: \(vi)", en: "‘\(shown)’: \(en)"),
                    hint: hint ?? Phrase(vi: "ví dụ: \(form) hoặc \(form):@quyet-dinh.pdf", en: "such as \(form) or \(form):@decision.pdf")
                )
            )
        }
        var rest = text
        var path: String?
        if let colon = EscapedList.separators(UInt8(ascii: ":"), in: text).first(where: {
            text.utf8[text.utf8.index(after: $0)...].first == UInt8(ascii: "@")
        }) {
            path = EscapedList.unescaped(text[text.utf8.index(colon, offsetBy: 2)...]).map(CellText.trimmed)
            guard let path, isInsideFolder(path) else {
                return fault(
                    "đường dẫn tệp phải nằm trong thư mục nạp",
                    "the file must lie inside the folder that is imported",
                    hint: Phrase(vi: "ghi đường dẫn tương đối, không có ‘..’", en: "write a relative path without ‘..’")
                )
            }
            rest = text[..<colon]
        }
        let colons = EscapedList.separators(UInt8(ascii: ":"), in: rest)
        guard colons.count >= 2 else { return fault("thiếu mẫu, số hoặc ngày", "form, number or date is missing") }
        let (first, last) = (colons[colons.count - 2], colons[colons.count - 1])
        let fields = [rest[..<first], rest[rest.utf8.index(after: first)..<last], rest[rest.utf8.index(after: last)...]]
            .map { EscapedList.unescaped($0).map { CellText.onOneLine(CellText.trimmed($0)) } ?? "" }
        guard fields.allSatisfy({ !$0.isEmpty }) else { return fault("thiếu mẫu, số hoặc ngày", "form, number or date is missing") }
        do {
            return .success(DocumentReference(form: fields[0], number: fields[1], date: try CivilDate(inCell: fields[2]), path: path))
        } catch {
            return fault(error.phrase.vi, error.phrase[.en], hint: error.hint)
        }
    }

    /// The text that `read` takes.
    var text: String {
        // A colon in the form needs no escape, for the last two count, but an `@` behind it would begin a path.
        let form = EscapedList.escaped(form, Self.signs)
        let number = EscapedList.escaped(number, Self.signs)
        return "\(form):\(number):\(date)" + (path.map { ":@" + EscapedList.escaped($0, [UInt8(ascii: "|")]) } ?? "")
    }

    private static let signs: Set<UInt8> = [UInt8(ascii: "|"), UInt8(ascii: ":")]

    private static func isInsideFolder(_ path: String) -> Bool {
        !path.isEmpty && !path.hasPrefix("/") && !path.hasPrefix("~") && !path.contains("\\")
            && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { $0 != ".." && $0 != "." && !$0.isEmpty }
    }
}
