import LifecycleModel

/// Nests compiled pieces into their sections.
struct SectionNesting {
    private struct Open {
        let tag: TemplateTag
        let place: String
        var nodes: [TemplateNode] = []
        var otherwise: [TemplateNode]?
    }

    /// Pairs the tags of a level.
    ///
    /// - Throws: `DocumentFault` for a tag without its counterpart on the same level.
    static func nested(_ items: [TemplateItem]) throws(DocumentFault) -> [TemplateNode] {
        var done: [TemplateNode] = []
        var open: [Open] = []
        func take(_ node: TemplateNode) {
            guard var last = open.popLast() else { return done.append(node) }
            if last.otherwise != nil { last.otherwise?.append(node) } else { last.nodes.append(node) }
            open.append(last)
        }
        for item in items {
            switch item {
            case .node(let node): take(node)
            case .tag(let tag, let place):
                switch tag {
                case .field: break
                case .each, .condition:
                    guard open.count < SectionDepth.deepest else { throw SectionDepth.tooDeep(place) }
                    open.append(Open(tag: tag, place: place))
                case .otherwise:
                    guard var last = open.popLast(), case .condition = last.tag, last.otherwise == nil else { throw stray(tag, place) }
                    last.otherwise = []
                    open.append(last)
                case .end(let isList):
                    guard let last = open.popLast() else { throw stray(tag, place) }
                    switch last.tag {
                    case .each(let list) where isList: take(.each(list: list, last.nodes, place: last.place))
                    case .condition(let condition) where !isList:
                        take(.condition(condition, last.nodes, otherwise: last.otherwise ?? [], place: last.place))
                    default: throw stray(tag, place)
                    }
                }
            }
        }
        if let left = open.last { throw stray(left.tag, left.place) }
        return done
    }

    private static func stray(_ tag: TemplateTag, _ place: String) -> DocumentFault {
        DocumentFault(
            .brokenTag,
            at: place,
            Phrase(vi: "thẻ \(tag.text) không có thẻ đối ứng cùng cấp", en: "the tag \(tag.text) has no counterpart on its level"),
            hint: Phrase(
                vi:
                    "Đặt thẻ mở và thẻ đóng trong cùng một đoạn; hoặc mỗi thẻ một đoạn riêng; hoặc ở ô đầu và ô cuối của dòng bảng cần lặp",
                en:
                    "Put both tags into one paragraph, or each into a paragraph of its own, or into the first and last cell of the table row to be repeated"
            )
        )
    }
}
