import LifecycleModel

/// A text cut at its tags.
struct TaggedText {
    /// A piece: plain text, or a tag.
    enum Piece: Hashable {
        case text(String)
        case tag(TemplateTag)
    }

    let pieces: [Piece]

    /// Cuts a text.
    ///
    /// - Throws: `DocumentFault` for a tag that is not closed, not opened or not well formed.
    init(_ text: String, at place: String) throws(DocumentFault) {
        var pieces: [Piece] = []
        for range in try TagRanges(text, at: place).ranges {
            switch range {
            case .text(let text): pieces.append(.text(String(text)))
            case .tag(let text): pieces.append(.tag(try TemplateTag(String(text.dropFirst(2).dropLast(2)), at: place)))
            }
        }
        self.pieces = pieces
    }
}

/// Where the tags of a text begin and end, whatever stands in them.
struct TagRanges {
    enum Piece {
        case text(Substring)
        case tag(Substring)
    }

    private(set) var ranges: [Piece] = []

    init(_ text: String, at place: String) throws(DocumentFault) {
        var rest = text[...]
        while let start = rest.firstRange(of: "{{") {
            guard !rest[..<start.lowerBound].contains("}}") else { throw Self.unopened(text, at: place) }
            let inside = rest[start.upperBound...]
            guard let end = inside.firstRange(of: "}}"), !inside[..<end.lowerBound].contains("{{") else {
                throw DocumentFault(
                    .brokenTag,
                    at: place,
                    Phrase(
                        vi: "thẻ «\(rest[start.lowerBound...].prefix(40))» không khép bằng }} trong cùng đoạn",
                        en: "the tag \"\(rest[start.lowerBound...].prefix(40))\" is not closed by }} in its paragraph"
                    ),
                    hint: Phrase(vi: "Thêm }} vào cuối thẻ", en: "Put }} behind the tag")
                )
            }
            if start.lowerBound > rest.startIndex { ranges.append(.text(rest[..<start.lowerBound])) }
            ranges.append(.tag(rest[start.lowerBound..<end.upperBound]))
            rest = rest[end.upperBound...]
        }
        guard !rest.contains("}}") else { throw Self.unopened(text, at: place) }
        if !rest.isEmpty { ranges.append(.text(rest)) }
    }

    private static func unopened(_ text: String, at place: String) -> DocumentFault {
        DocumentFault(
            .brokenTag,
            at: place,
            Phrase(vi: "có }} mà không có {{ mở trước", en: "}} without {{ before it"),
            hint: Phrase(vi: "Thêm {{ vào đầu thẻ hoặc bỏ }}", en: "Put {{ before the tag or remove }}")
        )
    }
}
