/// A piece of a template's text before sections are matched.
struct TemplateToken {
    /// What it is.
    enum Kind: Equatable {
        case text
        /// The sign of a tag (`#`, `^`, `/`, `!`, or nothing for a field) and the name in it.
        case tag(Character?, String)
        /// A tag that does not end, or names nothing.
        case broken
    }

    let kind: Kind
    let text: String
    let line: Int
    let column: Int

    /// Cuts a text into its tags and what stands between them.
    static func all(in text: String, firstLine: Int, firstColumn: Int = 1) -> [TemplateToken] {
        var tokens: [TemplateToken] = []
        var (line, column) = (firstLine, firstColumn)
        var rest = Substring(text)
        func take(_ kind: Kind, _ piece: Substring) {
            if !piece.isEmpty { tokens.append(TemplateToken(kind: kind, text: String(piece), line: line, column: column)) }
            for character in piece {
                (line, column) = character.isNewline ? (line + 1, 1) : (line, column + 1)
            }
            rest = rest[piece.endIndex...]
        }
        while let opening = rest.firstRange(of: "{{") {
            take(.text, rest[..<opening.lowerBound])
            let lineEnd = rest.firstIndex(where: \.isNewline) ?? rest.endIndex
            guard let closing = rest[..<lineEnd].firstRange(of: "}}") else {
                take(.broken, rest[..<lineEnd])
                continue
            }
            let content = rest[rest.index(rest.startIndex, offsetBy: 2)..<closing.lowerBound]
            take(kind(String(content)), rest[..<closing.upperBound])
        }
        take(.text, rest)
        return withoutStandaloneLines(tokens)
    }

    private static func kind(_ content: String) -> Kind {
        let sign = content.first.flatMap { "#^/!".contains($0) ? $0 : nil }
        let name = trimmed(sign == nil ? content : String(content.dropFirst()))
        if sign == "!" { return .tag("!", "") }
        return !name.isEmpty && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") } ? .tag(sign, name) : .broken
    }

    private static func trimmed(_ text: String) -> String {
        String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }

    /// A tag of a section alone on its line takes the line with it, as in Mustache.
    private static func withoutStandaloneLines(_ tokens: [TemplateToken]) -> [TemplateToken] {
        var texts = tokens.map(\.text)
        for (index, token) in tokens.enumerated() {
            guard case .tag(.some, _) = token.kind else { continue }
            let before = index > 0 ? tokens[index - 1] : nil
            let after = index + 1 < tokens.count ? tokens[index + 1] : nil
            let lead = before.map { $0.kind == .text ? tail($0.text, isFirst: index == 1) : nil } ?? ""
            guard let lead, lead.allSatisfy({ $0 == " " }) else { continue }
            guard let after else {
                if before?.kind == .text { texts[index - 1].removeLast(lead.count) }
                continue
            }
            guard after.kind == .text, let end = after.text.firstIndex(where: { $0 != " " }), after.text[end].isNewline else { continue }
            if before?.kind == .text { texts[index - 1].removeLast(lead.count) }
            texts[index + 1] = String(after.text[after.text.index(after: end)...])
        }
        return zip(tokens, texts).map { TemplateToken(kind: $0.kind, text: $1, line: $0.line, column: $0.column) }
    }

    /// What of a text stands on the line of the tag behind it; nil when another tag stands before on the same line.
    private static func tail(_ text: String, isFirst: Bool) -> String? {
        if let end = text.lastIndex(where: \.isNewline) { return String(text[text.index(after: end)...]) }
        return isFirst ? text : nil
    }
}
