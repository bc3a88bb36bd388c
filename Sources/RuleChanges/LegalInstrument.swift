import LifecycleModel

/// A legal instrument, known by its number: `TT 20/2023/TT-BKHCN`. Case and blanks do not count.
public struct LegalInstrument: Sendable, Hashable {
    /// As it is written: `TT 20/2023/TT-BKHCN`.
    public let name: String
    /// Its kind, as `TT`, when one stands before the number.
    private let kind: String?
    /// Its number in capitals; nil for one that has none.
    private let number: String?

    /// An instrument without a number; nil for an empty name.
    init?(name: String) {
        let words = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !words.isEmpty else { return nil }
        self.name = words
        kind = nil
        number = nil
    }

    private init(kind: String?, number: String) {
        name = kind.map { "\($0) \(number)" } ?? number
        self.kind = kind?.uppercased()
        self.number = number.uppercased()
    }

    /// What two mentions of one instrument have in common.
    public var key: String {
        guard let number else { return VietnameseText.folded(name).filter { !$0.isWhitespace } }
        return isShort ? "\(kind ?? "") \(number)" : number
    }

    /// Whether the number lacks who issued it: `1/2020`.
    private var isShort: Bool { number.map { $0.split(separator: "/").count == 2 && $0.last?.isNumber == true } ?? false }

    /// Whether a mention in the rules names this instrument; asked for without its issuer, as `TT 20/2023`, it may be any of that year.
    public func isNamed(by mention: LegalInstrument) -> Bool {
        if key == mention.key { return true }
        guard let number, let other = mention.number, isShort else { return false }
        return (other == number || other.hasPrefix(number + "/")) && (kind == nil || kind == mention.kind)
    }

    /// Kinds that are known even in small letters, when somebody types them.
    private static let abbreviations: Set<String> = ["LUẬT", "NĐ", "NQ", "QĐ", "TT", "TTLT"]

    /// The numbered instruments a text mentions, each with its place.
    static func mentions(in text: String) -> [(instrument: LegalInstrument, range: Range<String.Index>)] {
        // A date, as 08/07/2025, and a month, as tháng 10/2025, are no numbers of instruments.
        text.matches(
            of: /(?:(\p{L}[\p{L}&]*)\s+)?(\d+\/(?:\d{4}(?:\/[\p{L}\d]+(?:-[\p{L}\d]+)*)?|\p{L}[\p{L}\d]*(?:-[\p{L}\d]+)*))(?![\d\/])/
        ).compactMap { match in
            // The end of 08/07/2025 is no number either.
            if match.2.startIndex > text.startIndex, text[text.index(before: match.2.startIndex)] == "/" { return nil }
            let word = match.1.map(String.init) ?? ""
            let kind = word.first?.isUppercase == true || abbreviations.contains(word.uppercased()) ? word : nil
            guard kind != nil || match.2.contains(where: \.isLetter) else { return nil }
            return (LegalInstrument(kind: kind, number: String(match.2)), match.range)
        }
    }
}
