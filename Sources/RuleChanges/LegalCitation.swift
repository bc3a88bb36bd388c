import LifecycleModel

/// A place in law that a basis names: an instrument and, where one is named, an article of it.
public struct LegalCitation: Sendable, Hashable {
    /// The instrument.
    public var instrument: LegalInstrument
    /// The article from outside in: `Điều 11.8a`, or `điểm a khoản 8 Điều 11`, is `["11", "8", "a"]`. Empty for the whole instrument.
    public var article: [String]

    /// The places a basis names, in order.
    ///
    /// A basis that begins with `Chưa` ("not yet read", "none yet") says that there is no text; what it names beside that it only leans on.
    public static func all(in basis: String) -> [LegalCitation] {
        let text = VietnameseText.composed(basis).replacing(/\s*\/\s*/, with: "/")
        var found: [LegalCitation] = []
        for clause in text.split(separator: ";").map(String.init) {
            let matches = LegalInstrument.mentions(in: clause)
            for (place, match) in matches.enumerated() {
                let from = matches.count == 1 ? clause.startIndex : match.range.upperBound
                let until = place + 1 < matches.count ? matches[place + 1].range.lowerBound : clause.endIndex
                let articles = Self.articles(in: clause[from..<until])
                found += (articles.isEmpty ? [[]] : articles).map { LegalCitation(instrument: match.instrument, article: $0) }
            }
        }
        guard found.isEmpty, !saysThereIsNoText(text) else { return found }
        // An instrument without a number, as a body's own statute: its name is what stands before the article.
        return text.split(separator: ";").compactMap { clause in
            let head = clause.prefix { $0 != "," && $0 != "(" }
            let articles = Self.articles(in: clause[...])
            return LegalInstrument(name: String(head)).map { LegalCitation(instrument: $0, article: articles.first ?? []) }
        }
    }

    /// Whether a basis says that no text was read or issued.
    public static func saysThereIsNoText(_ basis: String) -> Bool {
        VietnameseText.composed(basis).hasPrefix("Chưa")
    }

    /// Whether a citation lies within this one: in the same instrument, in this article or a part of it.
    public func contains(_ other: LegalCitation) -> Bool {
        instrument.isNamed(by: other.instrument) && other.article.starts(with: article)
    }

    /// `Điều 11.8a` and the like.
    public var articleText: String {
        guard let first = article.first else { return "" }
        return "Điều \(first)" + article.dropFirst().reduce("") { $0 + ($1.first?.isNumber == true || $0.isEmpty ? "." : "") + $1 }
    }

    private static func articles(in text: Substring) -> [[String]] {
        let article = /\d+\p{L}?(?:\.[\d\p{L}]+)*(?![\d\/])/
        return text.matches(of: /[ĐđDd]iều\s+(\d[\d\p{L}.]*(?:\s*(?:,|và)\s*\d[\d\p{L}.]*(?![\d\/]))*)/).flatMap { match in
            let list = match.1.matches(of: article).map { $0.0.split(separator: ".").flatMap(parts) }
            guard list.count == 1, var steps = list.first else { return list }
            if steps.count == 1, let clause = text.firstMatch(of: /[Kk]hoản\s+(\d+\p{L}?)/) { steps += parts(clause.1) }
            if steps.count == 2, let point = text.firstMatch(of: /[Đđ]iểm\s+(\p{L}+)(?:\s|,|$)/) { steps.append(point.1.lowercased()) }
            return [steps]
        }
    }

    /// `8a` is a clause and a point.
    private static func parts(_ step: Substring) -> [String] {
        let digits = step.prefix(while: \.isNumber)
        let letters = step.dropFirst(digits.count).lowercased()
        return [String(digits), letters].filter { !$0.isEmpty }
    }
}
