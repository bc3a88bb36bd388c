import Indicators
import LifecycleModel
import Rules

extension StatisticalForm {
    /// Reads a form: its columns and rows, each code once, and sums that cannot count a task twice.
    init(_ cursor: Cursor, named name: String) {
        let fields = cursor.fields("form", "label", "source", "note", "due", "choices", "columns", "sections")
        fields.required("form")?.requireName(name)
        let choices = FormChoices(fields.required("choices"))
        let codes = FormCodes()
        let columns = fields.required("columns")?.collect { Column($0, codes) } ?? []
        if let cursor = fields.optional("columns") { FormColumnCheck(columns, choices, at: cursor).check() }
        let sections = fields.required("sections")?.collect { Section($0, columns, codes) } ?? []
        self.init(
            id: name,
            label: fields.label,
            source: fields.text("source"),
            note: fields.required("note")?.phrase() ?? Phrase(vi: ""),
            dues: fields.required("due")?.collect { Due($0) } ?? [],
            choices: choices,
            columns: columns,
            sections: sections
        )
    }
}

extension StatisticalForm.Due {
    init?(_ cursor: Cursor) {
        let fields = cursor.fields("who", "before", "standing", "basis")
        guard fields.isMapping else { return nil }
        let before = fields.required("before")?.monthAndDay()
        self.init(
            who: fields.required("who")?.phrase() ?? Phrase(vi: ""),
            month: before?.month ?? 1,
            day: before?.day ?? 1,
            standing: (fields.required("standing")?.word() ?? Standing.assumed).rawValue,
            basis: fields.text("basis")
        )
    }
}

extension StatisticalForm.Column {
    fileprivate init?(_ cursor: Cursor, _ codes: FormCodes) {
        let fields = cursor.fields("code", "shows", "label", "under", "sum-of")
        guard fields.isMapping else { return nil }
        let code = codes.take(fields.required("code"))
        let shows: StatisticalForm.Content? = fields.required("shows")?.word()
        self.init(
            code: code,
            shows: shows ?? .heading,
            label: fields.required("label")?.phrase() ?? Phrase(vi: ""),
            under: fields.optional("under")?.phrase(),
            sumOf: fields.texts("sum-of")
        )
    }
}

extension StatisticalForm.Section {
    fileprivate init?(_ cursor: Cursor, _ columns: [StatisticalForm.Column], _ codes: FormCodes) {
        let fields = cursor.fields("code", "label", "kinds", "groups")
        guard fields.isMapping else { return nil }
        let code = codes.take(fields.required("code"))
        self.init(
            code: code,
            label: fields.required("label")?.phrase() ?? Phrase(vi: ""),
            kinds: fields.required("kinds")?.collect { codes.takeKind($0) } ?? [],
            groups: fields.required("groups")?.collect { StatisticalForm.Group($0, columns, codes) } ?? []
        )
    }
}

extension StatisticalForm.Group {
    fileprivate init?(_ cursor: Cursor, _ columns: [StatisticalForm.Column], _ codes: FormCodes) {
        let fields = cursor.fields("label", "by", "crossed-out", "rows")
        guard fields.isMapping else { return nil }
        let by: StatisticalForm.Property = fields.required("by")?.word() ?? .level
        let crossedOut = (fields.optional("crossed-out")?.collect { $0 } ?? []).compactMap { element -> String? in
            guard let code = element.text() else { return nil }
            if !columns.contains(where: { $0.code == code }) { element.unknownWord(code, among: columns.map(\.code)) }
            return code
        }
        var values: Set<String> = []
        self.init(
            label: fields.required("label")?.phrase() ?? Phrase(vi: ""),
            by: by,
            crossedOut: crossedOut,
            rows: fields.required("rows")?.collect { StatisticalForm.Row($0, by, &values, codes) } ?? []
        )
    }
}

extension StatisticalForm.Row {
    fileprivate init?(_ cursor: Cursor, _ by: StatisticalForm.Property, _ values: inout Set<String>, _ codes: FormCodes) {
        let fields = cursor.fields("code", "label", "takes", "of", "empty")
        guard fields.isMapping else { return nil }
        let code = codes.take(fields.required("code"))
        var takes: [String] = []
        for element in fields.optional("takes")?.collect({ $0 }) ?? [] {
            guard let value = element.text() else { continue }
            if by == .mainSource, FormChoices.MoneySource(rawValue: value) == nil {
                element.unknownWord(value, among: FormChoices.MoneySource.allCases.map(\.rawValue))
            }
            if !values.insert(value).inserted {
                element.fault(
                    "value-twice",
                    Phrase(vi: "‘\(value)’ đã thuộc một dòng khác của nhóm", en: "another row of the group takes ‘\(value)’ already"),
                    hint: Phrase(
                        vi: "mỗi giá trị chỉ thuộc một dòng, nếu không tổng sẽ sai",
                        en: "a value belongs to one row, or sums are wrong"
                    )
                )
            }
            takes.append(value)
        }
        var parts: [StatisticalForm.Row] = []
        for element in fields.optional("of")?.collect({ $0 }) ?? [] {
            if let part = StatisticalForm.Row(element, by, &values, codes) { parts.append(part) }
        }
        let ways = ["takes", "of", "empty"].filter { fields.has($0) }
        if ways.count != 1 {
            cursor.fault(
                "row-of-nothing",
                Phrase(
                    vi: "dòng ‘\(code)’ cần đúng một trong các khóa: takes, of, empty",
                    en: "row ‘\(code)’ needs exactly one of the keys takes, of, empty"
                )
            )
        }
        self.init(
            code: code,
            label: fields.required("label")?.phrase() ?? Phrase(vi: ""),
            takes: takes,
            parts: parts,
            empty: fields.optional("empty")?.phrase()
        )
    }
}
