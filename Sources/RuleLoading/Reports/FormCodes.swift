import LifecycleModel
import Rules

/// The codes and kinds of a form that are taken already: each may stand once.
final class FormCodes {
    private var codes: Set<String> = []
    private var kinds: Set<String> = []

    /// Reads a code that stands nowhere else.
    func take(_ cursor: Cursor?) -> String {
        guard let cursor, let code = cursor.text() else { return "" }
        if !codes.insert(code).inserted {
            cursor.fault("duplicate-name", Phrase(vi: "mã ‘\(code)’ đã có", en: "the code ‘\(code)’ is taken"))
        }
        return code
    }

    /// Reads a kind of task that no other section takes.
    func takeKind(_ cursor: Cursor) -> String? {
        guard let kind = cursor.text() else { return nil }
        if !kinds.insert(kind).inserted {
            cursor.fault("value-twice", Phrase(vi: "‘\(kind)’ đã thuộc một phần khác", en: "another section takes ‘\(kind)’ already"))
        }
        return kind
    }
}

extension Cursor {
    /// A day of any year, `02-15`; there must be such a day in every year.
    func monthAndDay() -> (month: Int, day: Int)? {
        guard let text = text() else { return nil }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        if parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }), let month = Int(parts[0]), let day = Int(parts[1]),
            CivilDate(year: 2001, month: month, day: day) != nil
        {
            return (month, day)
        }
        wrongType(Phrase(vi: "tháng và ngày như 02-15", en: "a month and a day such as 02-15"))
        return nil
    }
}
