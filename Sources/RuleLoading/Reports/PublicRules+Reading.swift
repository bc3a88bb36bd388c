import LifecycleModel
import Rules

extension PublicRules {
    /// Reads `{public, withheld: […], tables: {name: {label, columns: [{names: […], why, basis, standing}]}}}`.
    init(_ cursor: Cursor) {
        let fields = cursor.fields("public", "withheld", "tables")
        label = fields.required("public")?.phrase() ?? Phrase(vi: "")
        withheld = fields.required("withheld")?.collect { Withholding($0) } ?? []
        tables = fields.required("tables")?.entries(.snake).compactMap { Table($0.name, $0.value) } ?? []
    }
}

extension PublicRules.Withholding {
    fileprivate init?(_ cursor: Cursor) {
        let fields = cursor.fields("fact", "is", "why", "basis", "standing")
        guard fields.isMapping else { return nil }
        self.init(
            fact: fields.text("fact"),
            values: fields.required("is")?.collect { $0.text() } ?? [],
            why: fields.required("why")?.phrase() ?? Phrase(vi: ""),
            basis: fields.text("basis"),
            standing: fields.required("standing")?.word() ?? .assumed
        )
    }
}

extension PublicRules.Table {
    fileprivate init?(_ name: String, _ cursor: Cursor) {
        guard let known = PublicRules.known[name] else {
            cursor.fault(
                "unknown-table",
                at: cursor.name,
                Phrase(vi: "không có bảng ‘\(name)’", en: "there is no table ‘\(name)’"),
                hint: Suggestion.hint(for: name, in: PublicRules.known.keys.sorted())
            )
            return nil
        }
        let fields = cursor.fields("label", "columns")
        let columns = fields.required("columns")?.collect { $0 }.flatMap { PublicRules.Column.read($0, of: name, among: known) } ?? []
        self.init(name: name, label: fields.label, columns: columns)
    }
}

extension PublicRules.Column {
    /// Reads `{names: […], why, basis, standing}`: columns that are public for one reason.
    fileprivate static func read(_ cursor: Cursor, of table: String, among known: [String]) -> [PublicRules.Column] {
        let fields = cursor.fields("names", "why", "basis", "standing")
        guard fields.isMapping else { return [] }
        let why = fields.required("why")?.phrase() ?? Phrase(vi: "")
        let basis = fields.text("basis")
        let standing: Standing = fields.required("standing")?.word() ?? .assumed
        return fields.required("names")?.collect { element -> PublicRules.Column? in
            guard let name = element.text() else { return nil }
            guard known.contains(name) else {
                element.fault(
                    "unknown-column",
                    Phrase(vi: "bảng ‘\(table)’ không có cột ‘\(name)’", en: "the table ‘\(table)’ has no column ‘\(name)’"),
                    hint: Suggestion.hint(for: name, in: known)
                )
                return nil
            }
            return PublicRules.Column(name: name, why: why, basis: basis, standing: standing)
        } ?? []
    }
}
