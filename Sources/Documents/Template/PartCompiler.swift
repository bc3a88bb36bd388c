import LifecycleModel
import OpenPackaging

/// Compiles one text part of a template.
struct PartCompiler {
    private let part: String
    private var paragraphs = 0

    /// Compiles a part.
    ///
    /// - Throws: `DocumentFault` for the first thing that is wrong, with part, paragraph and text.
    static func compiled(_ root: XMLElement, part: String) throws(DocumentFault) -> TemplateNode {
        var compiler = PartCompiler(part: part)
        return .element(root, try compiler.blocks(root.children))
    }

    private init(part: String) {
        self.part = part
    }

    // MARK: Blocks

    private mutating func blocks(_ children: [XMLElement.Node]) throws(DocumentFault) -> [TemplateNode] {
        var items: [TemplateItem] = []
        for child in children {
            guard case .element(let element) = child else {
                items.append(.node(.copied(child)))
                continue
            }
            switch element.name {
            case "w:p": items += try paragraph(element)
            case "w:tbl": items.append(.node(.element(element, try rows(element))))
            default: items.append(.node(try other(element)))
            }
        }
        return try SectionNesting.nested(items)
    }

    /// Any element but a paragraph or table: compiled where there are paragraphs in it.
    private mutating func other(_ element: XMLElement) throws(DocumentFault) -> TemplateNode {
        try refuseTrackedChange(element)
        guard element.contains({ $0.name == "w:p" || $0.name == "w:t" }) else { return .copied(.element(element)) }
        return .element(element, try blocks(element.children))
    }

    private mutating func paragraph(_ element: XMLElement) throws(DocumentFault) -> [TemplateItem] {
        paragraphs += 1
        let place = place(of: element)
        let joined = try SplitTags.joined(element, at: place)
        let pieces = try TaggedText(text(of: joined), at: place).pieces
        let tags = pieces.compactMap { if case .tag(let tag) = $0, tag.isStructure { tag } else { nil } }
        let isAlone =
            tags.count == 1
            && pieces.allSatisfy { piece in
                if case .text(let text) = piece { text.allSatisfy(\.isWhitespace) } else { piece == .tag(tags[0]) }
            }
        // A paragraph with nothing but one section tag stands for the tag: it repeats or hides whole paragraphs and tables.
        if isAlone { return [.tag(tags[0], place: place)] }
        return [.node(.element(joined, try SectionNesting.nested(inline(joined.children, place))))]
    }

    // MARK: Within a paragraph

    private mutating func inline(_ children: [XMLElement.Node], _ place: String) throws(DocumentFault) -> [TemplateItem] {
        var items: [TemplateItem] = []
        for child in children {
            guard case .element(let element) = child else {
                items.append(.node(.copied(child)))
                continue
            }
            try refuseTrackedChange(element)
            if element.name == "w:r" {
                items += try run(element, place)
            } else if element.contains({ $0.name == "w:r" }) {
                items.append(.node(.element(element, try SectionNesting.nested(inline(element.children, place)))))
            } else {
                items.append(.node(.copied(child)))
            }
        }
        return items
    }

    /// A run, cut at its tags; each piece keeps the run's formatting.
    private mutating func run(_ run: XMLElement, _ place: String) throws(DocumentFault) -> [TemplateItem] {
        if run.contains({ $0.name == "w:p" }) { return [.node(.element(run, try blocks(run.children)))] }
        guard run.elements.contains(where: { $0.name == "w:t" && $0.ownText.contains("{{") }) else {
            return [.node(.copied(.element(run)))]
        }
        let format = run.first("w:rPr")
        var items: [TemplateItem] = []
        for element in run.elements where element.name != "w:rPr" {
            guard element.name == "w:t" else {
                items.append(.node(.copied(.element(XMLElement.run(format, [element])))))
                continue
            }
            for piece in try TaggedText(element.ownText, at: place).pieces {
                switch piece {
                case .text(let text): items.append(.node(.copied(.element(XMLElement.run(format, [.text(text)])))))
                case .tag(.field(let name, let way)):
                    items.append(.node(.field(name: name, way: way, format: format, place: place)))
                case .tag(let tag): items.append(.tag(tag, place: place))
                }
            }
        }
        return items
    }

    private func refuseTrackedChange(_ element: XMLElement) throws(DocumentFault) {
        guard ["w:ins", "w:del", "w:moveFrom", "w:moveTo"].contains(element.name) else { return }
        throw DocumentFault(
            .trackedChanges,
            at: place(of: element),
            Phrase(vi: "mẫu còn thay đổi chưa chấp nhận (Track Changes)", en: "the template has tracked changes"),
            hint: Phrase(vi: "Trong Word: Review → Accept All Changes, rồi lưu", en: "In Word: Review → Accept All Changes, then save")
        )
    }

    // MARK: Tables

    private mutating func rows(_ table: XMLElement) throws(DocumentFault) -> [TemplateNode] {
        let sections = try RowSections(table, part: part)
        var items: [TemplateItem] = []
        var index = 0
        for child in table.children {
            guard case .element(let element) = child, element.name == "w:tr" else {
                items.append(.node(.copied(child)))
                continue
            }
            let row = sections.rows[index]
            index += 1
            items += row.before.map { .tag($0, place: row.place) }
            if let kept = row.kept { items.append(.node(.element(kept, try blocks(kept.children)))) }
            items += row.after.map { .tag($0, place: row.place) }
        }
        return try SectionNesting.nested(items)
    }

    private func text(of paragraph: XMLElement) -> String {
        paragraph.paragraphText
    }

    private func place(of element: XMLElement) -> String {
        let text = element.paragraphText.prefix(60)
        return "\(part), đoạn/paragraph \(paragraphs)" + (text.isEmpty ? "" : " «\(text)»")
    }
}

extension XMLElement {
    /// The text of a paragraph's runs, without that of text boxes in it.
    var paragraphText: String {
        elements.reduce(into: "") { text, child in
            if child.name == "w:t" { text += child.ownText } else if child.name != "w:p" { text += child.paragraphText }
        }
    }

    /// A run with that formatting.
    static func run(_ format: XMLElement?, _ content: [XMLElement]) -> XMLElement {
        XMLElement("w:r", [:], (format.map { [.element($0)] } ?? []) + content.map { .element($0) })
    }

    /// A text element of a run.
    static func text(_ text: String) -> XMLElement {
        XMLElement("w:t", ["xml:space": "preserve"], [.text(text)])
    }
}
