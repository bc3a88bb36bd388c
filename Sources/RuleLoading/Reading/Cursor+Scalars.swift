import LifecycleModel
import Rules
import WorkingCalendar
import Yams

extension Cursor {
    /// Whether the value was left empty.
    var isEmpty: Bool {
        node.scalar?.isNull ?? false
    }

    /// A text that is not empty.
    func text() -> String? {
        guard let scalar = node.scalar, !isEmpty, !scalar.string.isEmpty else {
            wrongType(Phrase(vi: "một đoạn chữ", en: "a text"))
            return nil
        }
        return scalar.string
    }

    /// A whole number without quotes.
    func integer() -> Int64? {
        guard let scalar = node.scalar, scalar.style == .plain, let value = Int64(scalar.string), scalar.string.first != "+" else {
            wrongType(Phrase(vi: "một số nguyên", en: "a whole number"))
            return nil
        }
        return value
    }

    /// A whole number that is not negative and not absurd.
    func count() -> Int? {
        guard let value = integer() else { return nil }
        guard (0...100_000).contains(value) else {
            wrongType(Phrase(vi: "một số từ 0 đến 100000", en: "a number from 0 to 100000"))
            return nil
        }
        return Int(value)
    }

    /// A span of years, `[2021, 2025]`.
    func years() -> ClosedRange<Int>? {
        let years = collect { $0.count() }
        guard years.count == 2, years[0] <= years[1] else {
            wrongType(Phrase(vi: "năm đầu và năm cuối như [2021, 2025]", en: "the first and the last year such as [2021, 2025]"))
            return nil
        }
        return years[0]...years[1]
    }

    /// `true` or `false`.
    func flag() -> Bool? {
        switch (node.scalar?.string, node.scalar?.style) {
        case ("true", .plain): return true
        case ("false", .plain): return false
        default:
            wrongType(Phrase(vi: "true hoặc false", en: "true or false"))
            return nil
        }
    }

    /// A civil date, `YYYY-MM-DD`.
    func date() -> CivilDate? {
        guard let text = text() else { return nil }
        do {
            return try CivilDate(parsing: text)
        } catch {
            fault("wrong-type", error.phrase)
            return nil
        }
    }

    /// One of the words of a closed set.
    func word<Word: RawRepresentable<String> & CaseIterable>(_ type: Word.Type = Word.self) -> Word? {
        guard let text = text() else { return nil }
        if let word = Word(rawValue: text) { return word }
        unknownWord(text, among: Word.allCases.map(\.rawValue))
        return nil
    }

    /// Reports a word that is not among the allowed ones.
    func unknownWord(_ word: String, among known: [String]) {
        report.markUnread(path)
        fault(
            "unknown-value",
            Phrase(vi: "giá trị ‘\(word)’ không được phép ở đây", en: "the value ‘\(word)’ is not allowed here"),
            hint: Suggestion.hint(for: word, in: known)
        )
    }

    /// A text in Vietnamese, or `{vi, en}`.
    func phrase() -> Phrase? {
        guard node.mapping != nil else { return text().map { Phrase(vi: $0) } }
        let fields = fields("vi", "en")
        return Phrase(vi: fields.optionalText("vi") ?? "", en: fields.optionalText("en") ?? "")
    }

    /// A term such as `30 calendar-days`.
    func term() -> Term? {
        guard let text = text() else { return nil }
        do {
            return try Term(parsing: text.replacing("-days", with: " days").replacing("-day", with: " day"))
        } catch {
            fault("bad-term", error.phrase)
            return nil
        }
    }
}
