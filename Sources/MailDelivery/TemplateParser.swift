import LifecycleModel

/// Matches the sections of a text and holds its names against what there is; it finds all faults, not the first alone.
struct TemplateParser {
    /// A section that is open: its tag, what stood before it, and the names inside.
    private struct Open {
        let token: TemplateToken
        let name: String
        let isInverted: Bool
        let before: [TemplatePart]
        let shapes: [TemplateShape]
    }

    /// Deepest nesting: nobody reads a letter of more.
    private static let deepest = 16
    private let file: String
    private(set) var faults: [TemplateFault] = []
    /// Whether sections stand too deep in each other: what follows is not looked at.
    private var hasGivenUp = false
    private var parts: [TemplatePart] = []
    private var open: [Open] = []
    private var shapes: [TemplateShape]

    init(file: String, shape: TemplateShape) {
        self.file = file
        shapes = [shape]
    }

    /// The pieces of a text.
    mutating func parse(_ tokens: [TemplateToken]) -> [TemplatePart] {
        for token in tokens { take(token) }
        for section in open.reversed() {
            fault(
                .unclosedSection,
                section.token,
                Phrase(vi: "phần {{#\(section.name)}} chưa đóng", en: "the section {{#\(section.name)}} is not closed")
            )
        }
        defer { (parts, open, shapes) = ([], [], Array(shapes.prefix(1))) }
        return parts
    }

    private mutating func take(_ token: TemplateToken) {
        guard !hasGivenUp else { return }
        switch token.kind {
        case .text: parts.append(.text(token.text))
        case .broken:
            fault(.brokenTag, token, Phrase(vi: "thẻ {{…}} viết sai hoặc chưa đóng", en: "a tag {{…}} is misspelt or does not end"))
        case .tag("!", _): break
        case .tag("/", let name): close(name, token)
        case .tag(nil, let name): field(name, token)
        case .tag(let sign, let name): begin(name, isInverted: sign == "^", token)
        }
    }

    private mutating func field(_ name: String, _ token: TemplateToken) {
        if shapes.contains(where: { $0.fields.contains(name) }) {
            parts.append(.field(name))
        } else if section(name) != nil {
            fault(
                .notAField,
                token,
                Phrase(
                    vi: "{{\(name)}} là phần lặp: viết {{#\(name)}} … {{/\(name)}}",
                    en: "{{\(name)}} is repeated: write {{#\(name)}} … {{/\(name)}}"
                )
            )
        } else {
            unknown(name, token)
        }
    }

    private mutating func begin(_ name: String, isInverted: Bool, _ token: TemplateToken) {
        let inner = section(name)
        if inner == nil, !shapes.contains(where: { $0.fields.contains(name) }) { unknown(name, token) }
        if inner != nil, !isInverted, open.contains(where: { $0.name == name && !$0.isInverted }) {
            fault(
                .nestedSection,
                token,
                Phrase(vi: "phần lặp {{#\(name)}} nằm trong chính nó", en: "the section {{#\(name)}} is repeated within itself")
            )
        }
        guard open.count < Self.deepest else {
            hasGivenUp = true
            return fault(
                .nestedSection,
                token,
                Phrase(vi: "các phần lồng nhau quá \(Self.deepest) cấp", en: "sections are nested more than \(Self.deepest) deep")
            )
        }
        open.append(Open(token: token, name: name, isInverted: isInverted, before: parts, shapes: shapes))
        parts = []
        // Where there are no items there is nothing of theirs to tell.
        if let inner, !isInverted { shapes.append(inner) }
    }

    private mutating func close(_ name: String, _ token: TemplateToken) {
        guard let section = open.last, section.name == name else {
            let wanted = open.last.map { "{{/\($0.name)}}" }
            fault(
                .unclosedSection,
                token,
                Phrase(
                    vi: "{{/\(name)}} đóng phần chưa mở" + (wanted.map { "; ở đây chờ \($0)" } ?? ""),
                    en: "{{/\(name)}} closes what is not open" + (wanted.map { "; here stands \($0)" } ?? "")
                )
            )
            return
        }
        open.removeLast()
        parts = section.before + [section.isInverted ? .inverted(name, parts) : .section(name, parts)]
        shapes = section.shapes
    }

    /// The innermost section of that name.
    private func section(_ name: String) -> TemplateShape? {
        shapes.reversed().lazy.compactMap { $0.sections[name] }.first
    }

    private mutating func unknown(_ name: String, _ token: TemplateToken) {
        let known = shapes.reduce(into: Set<String>()) { $0.formUnion($1.fields.union($1.sections.keys)) }.sorted().joined(separator: ", ")
        fault(
            .unknownName,
            token,
            Phrase(vi: "không có «\(name)» ở đây; có: \(known)", en: "there is no \"\(name)\" here; there are: \(known)")
        )
    }

    private mutating func fault(_ code: TemplateFault.Code, _ token: TemplateToken, _ phrase: Phrase) {
        faults.append(TemplateFault(code: code, file: file, line: token.line, column: token.column, phrase: phrase))
    }
}
