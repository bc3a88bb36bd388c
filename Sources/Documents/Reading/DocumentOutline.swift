import OpenPackaging

/// The text of a DOCX file as a reader sees it: paragraphs and tables in order. For comparing and for HTML.
public struct DocumentOutline: Sendable, Hashable {
    /// A paragraph or a table.
    public enum Block: Sendable, Hashable {
        /// A paragraph.
        case paragraph(Paragraph)
        /// A table: rows of cells, each with blocks.
        case table([[[Block]]], isRuled: Bool)
    }

    /// A paragraph.
    public struct Paragraph: Sendable, Hashable {
        /// Its style.
        public let style: String?
        /// `left`, `center`, `right` or `both`, where it says so itself.
        public let alignment: String?
        /// Pieces of text with their own formatting.
        public let pieces: [Piece]
        /// Whether a page begins with it.
        public let breaksPage: Bool

        /// Its text; breaks of Word are line breaks.
        public var text: String { pieces.map(\.text).joined() }
    }

    /// A piece of text.
    public struct Piece: Sendable, Hashable {
        /// The text.
        public let text: String
        /// Its formatting beside that of the style.
        public let isBold, isItalic: Bool
    }

    /// The blocks of the main part.
    public let blocks: [Block]

    /// Reads a document.
    ///
    /// - Throws: `DocumentFault` when the main part is missing or broken.
    public init(of package: WordPackage) throws(DocumentFault) {
        let root = try package.xml(WordPackage.mainPart)
        blocks = Self.blocks(root.first("w:body") ?? root)
    }

    /// Paragraphs outside of tables, empty ones left out.
    public var paragraphs: [String] {
        blocks.compactMap { if case .paragraph(let paragraph) = $0, !paragraph.text.isEmpty { paragraph.text } else { nil } }
    }

    /// The tables: rows of cells as text, paragraphs of a cell parted by line breaks.
    public var tables: [[[String]]] {
        blocks.compactMap { block in
            guard case .table(let rows, _) = block else { return nil }
            return rows.map { row in row.map(Self.text) }
        }
    }

    private static func text(_ blocks: [Block]) -> String {
        blocks.map { block in
            switch block {
            case .paragraph(let paragraph): paragraph.text
            case .table(let rows, _): rows.map { $0.map(text).joined(separator: "\t") }.joined(separator: "\n")
            }
        }.joined(separator: "\n")
    }

    private static func blocks(_ container: XMLElement) -> [Block] {
        container.elements.flatMap { element -> [Block] in
            switch element.name {
            case "w:p": return [.paragraph(paragraph(element))]
            case "w:tbl":
                let rows = element.elements.filter { $0.name == "w:tr" }
                let style = element.first("w:tblPr")?.first("w:tblStyle")?["w:val"]
                return [
                    .table(
                        rows.map { row in row.elements.filter { $0.name == "w:tc" }.map(blocks) },
                        isRuled: style != "BangTrong"
                    )
                ]
            case "w:sdt": return element.first("w:sdtContent").map(blocks) ?? []
            default: return []
            }
        }
    }

    private static func paragraph(_ element: XMLElement) -> Paragraph {
        let properties = element.first("w:pPr")
        return Paragraph(
            style: properties?.first("w:pStyle")?["w:val"],
            alignment: properties?.first("w:jc")?["w:val"],
            pieces: pieces(element),
            breaksPage: element.contains { $0.name == "w:br" && $0["w:type"] == "page" }
        )
    }

    private static func pieces(_ element: XMLElement) -> [Piece] {
        element.elements.flatMap { child -> [Piece] in
            guard child.name == "w:r" else { return child.name == "w:pPr" ? [] : pieces(child) }
            let text = child.elements.reduce(into: "") { text, part in
                switch part.name {
                case "w:t": text += part.ownText
                case "w:tab": text += "\t"
                case "w:br" where part["w:type"] != "page": text += "\n"
                default: break
                }
            }
            let format = child.first("w:rPr")
            return text.isEmpty ? [] : [Piece(text: text, isBold: isOn(format, "w:b"), isItalic: isOn(format, "w:i"))]
        }
    }

    private static func isOn(_ format: XMLElement?, _ name: String) -> Bool {
        guard let element = format?.first(name) else { return false }
        return !["0", "false"].contains(element["w:val"])
    }
}
