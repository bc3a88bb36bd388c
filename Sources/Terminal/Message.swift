public import LifecycleModel

/// Words that every command uses alike.
public enum Message {
    /// Before an error.
    public static let error = Phrase(vi: "Lỗi", en: "Error")
    /// Before advice on an error.
    public static let hint = Phrase(vi: "Cách sửa", en: "How to mend it")
    /// Before an article of law.
    public static let basis = Phrase(vi: "Căn cứ", en: "Basis")
    /// Before facts that are not known.
    public static let missing = Phrase(vi: "Thiếu thông tin", en: "Information missing")
    /// Where a list is empty.
    public static let none = Phrase(vi: "(không có)", en: "(none)")

    /// "Did you mean …?" for a word that is not among the known ones; nil when it is like none of them.
    public static func didYouMean(_ word: String, among known: some Sequence<String>) -> Phrase? {
        let near = VietnameseText.nearest(to: word, among: known, limit: 3).map { "‘\($0)’" }
        guard !near.isEmpty else { return nil }
        return Phrase(vi: "có phải ý bạn là \(either(near)[.vi])?", en: "did you mean \(either(near)[.en])?")
    }

    /// `a, b hoặc c`.
    public static func either(_ words: [String]) -> Phrase {
        Phrase(vi: joined(words, last: "hoặc"), en: joined(words, last: "or"))
    }

    /// `a, b và c`.
    public static func both(_ words: [String]) -> Phrase {
        Phrase(vi: joined(words, last: "và"), en: joined(words, last: "and"))
    }

    /// `3 nhiệm vụ`; in English one is `1 task` and others are `3 tasks`.
    public static func count(_ number: Int, _ vietnamese: String, one: String, many: String) -> Phrase {
        Phrase(vi: "\(number) \(vietnamese)", en: "\(number) \(number == 1 ? one : many)")
    }

    private static func joined(_ words: [String], last: String) -> String {
        guard words.count > 1, let final = words.last else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " \(last) " + final
    }
}
