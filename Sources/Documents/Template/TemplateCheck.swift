import LifecycleModel

/// Compares what a template uses with the catalogue of fields.
struct TemplateCheck {
    let catalogue: FieldCatalogue
    /// Names of the fields and columns it uses, in order of first use.
    private(set) var used: [String] = []
    private(set) var faults: [DocumentFault] = []

    init(_ catalogue: FieldCatalogue) {
        self.catalogue = catalogue
    }

    /// Walks through the pieces; `lists` are the ones around them.
    mutating func walk(_ nodes: [TemplateNode], within lists: [String] = []) {
        for node in nodes {
            switch node {
            case .copied: break
            case .element(_, let inner): walk(inner, within: lists)
            case .field(let name, let way, _, let place): check(name, way, lists, place)
            case .each(let list, let inner, let place):
                if let field = known(list, lists, place), field.type != .list {
                    fault(.wrongUse, place, Phrase(vi: "«\(list)» không phải danh sách", en: "\"\(list)\" is no list"))
                }
                walk(inner, within: lists + [list])
            case .condition(let condition, let inner, let otherwise, let place):
                _ = known(condition.field, lists, place)
                walk(inner, within: lists)
                walk(otherwise, within: lists)
            }
        }
    }

    private mutating func check(_ name: String, _ way: FieldWriting?, _ lists: [String], _ place: String) {
        guard let field = known(name, lists, place) else { return }
        let ways = field.type.ways
        if way.map({ !ways.contains($0) }) ?? ways.isEmpty || (field.type == .list && way == nil) {
            let names = ways.map(\.rawValue).joined(separator: ", ")
            fault(
                .wrongUse,
                place,
                Phrase(
                    vi: "«\(name)» (\(field.type.meaning.vi)) không viết được như vậy",
                    en: "\"\(name)\" (\(field.type.meaning.en)) cannot be written like that"
                ),
                hint: ways.isEmpty
                    ? Phrase(vi: "Chỉ dùng trong {{#if \(name)}}", en: "Use it in {{#if \(name)}} alone")
                    : Phrase(vi: "Các cách viết: \(names)", en: "Ways of writing: \(names)")
            )
        }
    }

    private mutating func known(_ name: String, _ lists: [String], _ place: String) -> FieldDefinition? {
        // Every list counts its rows and knows its last one.
        if lists.contains(where: { name == "\($0).number" }) {
            return FieldDefinition(
                name: name,
                type: .number,
                meaning: Phrase(vi: "Số thứ tự", en: "Number of the row"),
                example: [.number(1)],
                source: .column
            )
        }
        if lists.contains(where: { name == "\($0).last" }) {
            return FieldDefinition(
                name: name,
                type: .flag,
                meaning: Phrase(vi: "Dòng cuối cùng", en: "Whether it is the last row"),
                example: [.flag(false)],
                source: .column
            )
        }
        guard let field = catalogue[name] else {
            fault(
                .unknownField,
                place,
                Phrase(vi: "không có trường «\(name)»", en: "there is no field \"\(name)\""),
                hint: catalogue.likeliest(name).map { Phrase(vi: "Có phải «\($0)»?", en: "Did you mean \"\($0)\"?") }
            )
            return nil
        }
        if let list = field.list, !lists.contains(list) {
            fault(
                .wrongUse,
                place,
                Phrase(
                    vi: "«\(name)» chỉ dùng được giữa {{#each \(list)}} và {{/each}}",
                    en: "\"\(name)\" may only stand between {{#each \(list)}} and {{/each}}"
                )
            )
            return nil
        }
        if !used.contains(name) { used.append(name) }
        return field
    }

    private mutating func fault(_ code: DocumentFault.Code, _ place: String, _ message: Phrase, hint: Phrase? = nil) {
        faults.append(DocumentFault(code, at: place, message, hint: hint))
    }
}
