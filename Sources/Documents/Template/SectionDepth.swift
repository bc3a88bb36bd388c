import LifecycleModel

/// How sections may stand in each other: not so deep that no stack holds them, and no list within itself, for its rows would be repeated for each
/// of its rows, and so on.
struct SectionDepth {
    /// Deepest nesting of sections: nobody reads a template of more.
    static let deepest = 32

    /// Checks compiled pieces.
    ///
    /// - Throws: `DocumentFault` with the place of the first section that may not stand where it does.
    static func check(_ node: TemplateNode, within lists: [String] = [], depth: Int = 0) throws(DocumentFault) {
        switch node {
        case .copied, .field: return
        case .element(_, let inner):
            for node in inner { try check(node, within: lists, depth: depth) }
        case .each(let list, let inner, let place):
            guard depth < deepest else { throw tooDeep(place) }
            guard !lists.contains(list) else {
                throw DocumentFault(
                    .brokenTag,
                    at: place,
                    Phrase(vi: "danh sách «\(list)» lặp trong chính nó", en: "the list \"\(list)\" is repeated within itself"),
                    hint: Phrase(vi: "Bỏ thẻ {{#each \(list)}} ở trong", en: "Remove the inner {{#each \(list)}}")
                )
            }
            for node in inner { try check(node, within: lists + [list], depth: depth + 1) }
        case .condition(_, let inner, let otherwise, let place):
            guard depth < deepest else { throw tooDeep(place) }
            for node in inner + otherwise { try check(node, within: lists, depth: depth + 1) }
        }
    }

    static func tooDeep(_ place: String) -> DocumentFault {
        DocumentFault(
            .brokenTag,
            at: place,
            Phrase(vi: "các phần lồng nhau quá \(deepest) cấp", en: "sections are nested more than \(deepest) deep")
        )
    }
}
