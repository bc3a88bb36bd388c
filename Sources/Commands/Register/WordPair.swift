import LifecycleModel
import Services
import Terminal

/// `NAME=WORD` or `NAME=WORD:MORE` as a person gives it to an option.
struct WordPair {
    let name: String
    let value: String
    private let option: String

    init(_ text: String, option: String, form: String) throws {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
            throw UseCaseFault(
                .usage,
                "wrong-pair",
                Phrase(vi: "\(option): «\(text)» không có dạng \(form)", en: "\(option): \"\(text)\" is not of the form \(form)")
            )
        }
        (name, value, self.option) = (String(parts[0]), String(parts[1]), option)
    }

    /// The value's part before the first colon as a word of a closed set.
    func word<Word: RawRepresentable<String> & CaseIterable>(_ type: Word.Type) throws -> Word {
        try Word(word: String(value.prefix { $0 != ":" }), option: option)
    }

    /// What stands behind the first colon; empty when nothing does.
    var rest: String { String(value.drop { $0 != ":" }.dropFirst()) }
}

extension RawRepresentable where RawValue == String, Self: CaseIterable {
    /// Reads a word of a closed set that a person gave to an option.
    init(word text: String, option: String) throws {
        if let word = Self(rawValue: text) {
            self = word
            return
        }
        let known = Self.allCases.map(\.rawValue)
        throw UseCaseFault(
            .usage,
            "unknown-word",
            Phrase(vi: "\(option): không có «\(text)»", en: "\(option): there is no \"\(text)\""),
            hint: Message.didYouMean(text, among: known)?.sentence
                ?? Phrase(vi: "Có: \(known.joined(separator: ", "))", en: "Known: \(known.joined(separator: ", "))")
        )
    }
}
