import OpenPackaging

/// Puts each tag of a paragraph into one text element: Word splits what is typed over several runs as it likes, at spelling marks, at
/// changes of formatting, at edits. The tag takes the formatting of the run in which it begins.
struct SplitTags {
    private var texts: [String] = []
    private var next = 0

    /// The paragraph with its tags in one piece.
    static func joined(_ paragraph: XMLElement, at place: String) throws(DocumentFault) -> XMLElement {
        var walk = SplitTags()
        walk.collect(paragraph)
        let whole = walk.texts.joined()
        guard whole.contains("{{") || whole.contains("}}") else { return paragraph }
        var moved = [String](repeating: "", count: walk.texts.count)
        // Where each text begins in the whole, counted in scalars of Unicode, which joining never changes.
        var ends: [Int] = []
        for text in walk.texts { ends.append((ends.last ?? 0) + text.unicodeScalars.count) }
        var offset = 0
        for piece in try TagRanges(whole, at: place).ranges {
            switch piece {
            case .tag(let tag):
                moved[ends.firstIndex { $0 > offset } ?? 0] += String(tag)
                offset += tag.unicodeScalars.count
            case .text(let text):
                for scalar in text.unicodeScalars {
                    moved[ends.firstIndex { $0 > offset } ?? 0].unicodeScalars.append(scalar)
                    offset += 1
                }
            }
        }
        walk.texts = moved
        return walk.replaced(paragraph)
    }

    private mutating func collect(_ element: XMLElement) {
        for child in element.elements {
            if child.name == "w:t" { texts.append(child.ownText) } else if child.name != "w:p" { collect(child) }
        }
    }

    private mutating func replaced(_ element: XMLElement) -> XMLElement {
        var result = element
        result.children = element.children.map { child in
            guard case .element(let inner) = child, inner.name != "w:p" else { return child }
            guard inner.name == "w:t" else { return .element(replaced(inner)) }
            defer { next += 1 }
            return .element(XMLElement("w:t", ["xml:space": "preserve"], [.text(texts[next])]))
        }
        return result
    }
}
