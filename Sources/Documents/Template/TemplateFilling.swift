import LifecycleModel
import OpenPackaging

/// Fills compiled pieces with values.
struct TemplateFilling {
    let values: [String: FieldValue]
    /// Says which conditions need an answer; nil: none does.
    let catalogue: FieldCatalogue?
    /// What to print for an empty field, by name; nil to report it.
    let gap: ((String) -> String)?
    /// Empty fields with the first place of each.
    private(set) var empty: [(name: String, place: String)] = []
    private var rows: [(list: String, number: Int64, isLast: Bool, row: [String: FieldValue])] = []

    init(_ values: [String: FieldValue], asking catalogue: FieldCatalogue?, gap: ((String) -> String)?) {
        self.values = values
        self.catalogue = catalogue
        self.gap = gap
    }

    mutating func filled(_ node: TemplateNode) -> [XMLElement.Node] {
        switch node {
        case .copied(let node): return [node]
        case .element(let element, let inner):
            var result = element
            result.children = inner.flatMap { filled($0) }
            // A cell without a paragraph is no valid Word file.
            if element.name == "w:tc", result.elements.last.map({ $0.name != "w:p" }) ?? true {
                result.children.append(.element(XMLElement("w:p")))
            }
            // Nor is a table without rows.
            if element.name == "w:tbl", result.first("w:tr") == nil { return [] }
            return [.element(result)]
        case .field(let name, let way, let format, let place):
            return [.element(run(text(name, way, place), format))]
        case .each(let list, let inner, let place):
            return repeated(list, inner, place)
        case .condition(let condition, let inner, let otherwise, let place):
            guard isKnown(condition) else { return undecided(condition.field, inner + otherwise, place) }
            return (condition.holds(value(condition.field)) ? inner : otherwise).flatMap { filled($0) }
        }
    }

    /// Whether the condition can be answered: what nobody said is no "no".
    private func isKnown(_ condition: TemplateCondition) -> Bool {
        guard let type = catalogue?[condition.field]?.type, type == .flag || (type == .choice && condition.word != nil) else { return true }
        return value(condition.field) != nil
    }

    /// The gap of a condition: a paragraph where it chooses between paragraphs, a piece of text within one, nothing between rows.
    private mutating func undecided(_ name: String, _ sides: [TemplateNode], _ place: String) -> [XMLElement.Node] {
        guard let gap else {
            missing(name, place)
            return []
        }
        let first = sides.lazy.compactMap { node -> XMLElement? in
            switch node {
            case .element(let element, _), .copied(.element(let element)): element
            default: nil
            }
        }.first
        switch first?.name {
        case "w:p", "w:tbl":
            let properties = first?.first("w:pPr").map { [XMLElement.Node.element($0)] } ?? []
            return [.element(XMLElement("w:p", [:], properties + [.element(run(gap(name), nil))]))]
        case "w:tr": return []
        default: return [.element(run(gap(name), nil))]
        }
    }

    private mutating func repeated(_ list: String, _ inner: [TemplateNode], _ place: String) -> [XMLElement.Node] {
        var content: [[String: FieldValue]] = []
        if case .list(let found)? = value(list) { content = found }
        if content.isEmpty {
            guard gap != nil else {
                missing(list, place)
                return []
            }
            content = [[:]]
        }
        var result: [XMLElement.Node] = []
        for (index, row) in content.enumerated() {
            rows.append((list, Int64(index + 1), index + 1 == content.count, row))
            result += inner.flatMap { filled($0) }
            rows.removeLast()
        }
        return result
    }

    private func value(_ name: String) -> FieldValue? {
        for (list, number, isLast, row) in rows.reversed() where name.hasPrefix("\(list).") {
            let column = String(name.dropFirst(list.count + 1))
            return row[column] ?? (column == "number" ? .number(number) : column == "last" ? .flag(isLast) : nil)
        }
        return values[name]
    }

    private mutating func text(_ name: String, _ way: FieldWriting?, _ place: String) -> String {
        if let value = value(name), !value.isEmpty, let text = value.written(way) { return text }
        if let gap { return gap(name) }
        missing(name, place)
        return ""
    }

    private mutating func missing(_ name: String, _ place: String) {
        if !empty.contains(where: { $0.name == name }) { empty.append((name, place)) }
    }

    /// A run of text; line breaks become breaks of Word.
    private func run(_ text: String, _ format: XMLElement?) -> XMLElement {
        var content: [XMLElement] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { content.append(XMLElement("w:br")) }
            content.append(.text(String(line)))
        }
        return .run(format, content)
    }
}
