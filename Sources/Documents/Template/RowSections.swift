import LifecycleModel
import OpenPackaging

/// Finds the sections of a table that begin in one cell and end in another: they take whole rows, from the row with the opening tag to the row
/// with the closing one. A row that holds nothing but such tags goes.
struct RowSections {
    /// A row without the tags that take rows, and those tags.
    struct Row {
        var before: [TemplateTag] = []
        var after: [TemplateTag] = []
        /// The row to compile; nil when it only held tags.
        var kept: XMLElement?
        let place: String
    }

    private(set) var rows: [Row] = []

    private struct Spot {
        let tag: TemplateTag
        let row, cell, ordinal: Int
    }

    init(_ table: XMLElement, part: String) throws(DocumentFault) {
        var cells: [[XMLElement]] = []
        var spots: [Spot] = []
        for (number, row) in table.elements.filter({ $0.name == "w:tr" }).enumerated() {
            var joined: [XMLElement] = []
            for child in row.elements {
                guard child.name == "w:tc" else {
                    joined.append(child)
                    continue
                }
                let place = "\(part), bảng/table, dòng/row \(number + 1) «\(child.cellText.prefix(60))»"
                let cell = try Self.joinedTags(child, at: place)
                var ordinal = 0
                for case .tag(let tag) in try TaggedText(cell.cellText, at: place).pieces where tag.isStructure {
                    spots.append(Spot(tag: tag, row: number, cell: joined.count, ordinal: ordinal))
                    ordinal += 1
                }
                joined.append(cell)
            }
            cells.append(joined)
        }
        let taking = Self.acrossCells(spots)
        for (number, row) in table.elements.filter({ $0.name == "w:tr" }).enumerated() {
            rows.append(Self.row(row, cells[number], taking.filter { $0.row == number }, "\(part), bảng/table, dòng/row \(number + 1)"))
        }
    }

    /// The tags whose counterpart stands in another cell, or nowhere.
    private static func acrossCells(_ spots: [Spot]) -> [Spot] {
        var taking: [Spot] = []
        var open: [(opening: Spot, inner: [Spot])] = []
        for spot in spots {
            switch spot.tag {
            case .field: break
            case .each, .condition: open.append((spot, []))
            case .otherwise:
                if let last = open.indices.last { open[last].inner.append(spot) } else { taking.append(spot) }
            case .end:
                guard let (opening, inner) = open.popLast() else {
                    taking.append(spot)
                    continue
                }
                let all = [opening] + inner + [spot]
                if all.contains(where: { $0.row != spot.row || $0.cell != spot.cell }) { taking += all }
            }
        }
        taking += open.flatMap { [$0.opening] + $0.inner }
        return taking.sorted { ($0.row, $0.cell, $0.ordinal) < ($1.row, $1.cell, $1.ordinal) }
    }

    private static func row(_ row: XMLElement, _ cells: [XMLElement], _ taking: [Spot], _ place: String) -> Row {
        var result = Row(place: place)
        guard !taking.isEmpty else {
            result.kept = row
            return result
        }
        for spot in taking {
            if case .end = spot.tag { result.after.append(spot.tag) } else { result.before.append(spot.tag) }
        }
        var kept = row
        kept.children = cells.enumerated().map { index, cell in
            let ordinals = Set(taking.filter { $0.cell == index }.map(\.ordinal))
            guard !ordinals.isEmpty else { return .element(cell) }
            var removal = TagRemoval(ordinals: ordinals)
            return .element(removal.removed(cell))
        }
        let isEmpty = kept.elements.filter { $0.name == "w:tc" }.allSatisfy { $0.cellText.allSatisfy(\.isWhitespace) }
        result.kept = isEmpty ? nil : kept
        return result
    }

    /// The cell with each tag of its own paragraphs in one piece.
    private static func joinedTags(_ cell: XMLElement, at place: String) throws(DocumentFault) -> XMLElement {
        var result = cell
        result.children = []
        for child in cell.children {
            guard case .element(let element) = child, element.name == "w:p" else {
                result.children.append(child)
                continue
            }
            result.children.append(.element(try SplitTags.joined(element, at: place)))
        }
        return result
    }
}

/// Takes the tags with these ordinals out of a cell's own paragraphs.
private struct TagRemoval {
    let ordinals: Set<Int>
    private var seen = 0

    init(ordinals: Set<Int>) {
        self.ordinals = ordinals
    }

    mutating func removed(_ cell: XMLElement) -> XMLElement {
        var result = cell
        result.children = cell.children.map { child in
            guard case .element(let inner) = child, inner.name != "w:tbl" else { return child }
            guard inner.name == "w:t" else { return .element(removed(inner)) }
            return .element(.text(cut(inner.ownText)))
        }
        return result
    }

    private mutating func cut(_ text: String) -> String {
        // The tags were read before: here nothing can be broken.
        guard let pieces = try? TaggedText(text, at: "").pieces else { return text }
        return pieces.reduce(into: "") { result, piece in
            switch piece {
            case .text(let text): result += text
            case .tag(let tag):
                if tag.isStructure {
                    seen += 1
                    if ordinals.contains(seen - 1) { return }
                }
                result += tag.text
            }
        }
    }
}

extension XMLElement {
    /// The text of a cell's own paragraphs, without that of tables in it.
    var cellText: String {
        elements.filter { $0.name == "w:p" }.map(\.paragraphText).joined(separator: "\n")
    }
}
