import Indicators
import LifecycleModel
import Rules

extension IndicatorBook {
    /// Reads a book: every entry with its number in order, its group known, its targets in the years of the book.
    init(_ cursor: Cursor, named name: String) {
        let fields = cursor.fields("book", "label", "source", "baseline-on", "years", "gathered-by", "groups", "indicators")
        fields.required("book")?.requireName(name)
        let years = fields.required("years")?.collect { $0.count() } ?? []
        let groups = fields.required("groups")?.entries(.kebab).map { group in
            Group(id: group.name, label: group.value.fields("label").label)
        }
        self.init(
            id: name,
            label: fields.label,
            source: fields.text("source"),
            baselineOn: fields.text("baseline-on"),
            years: years,
            gatherers: fields.required("gathered-by")?.cited { $0.texts() } ?? [],
            groups: groups ?? [],
            entries: []
        )
        for element in fields.required("indicators")?.collect({ $0 }) ?? [] {
            guard let entry = Entry(element, in: self) else { continue }
            entries.append(entry)
        }
    }
}

extension IndicatorBook.Entry {
    init?(_ cursor: Cursor, in book: IndicatorBook) {
        let fields = cursor.fields(
            "number",
            "group",
            "name",
            "unit",
            "baseline",
            "targets",
            "lead",
            "new",
            "note",
            "computed",
            "known-part"
        )
        guard fields.isMapping, let numberCursor = fields.required("number"), let number = numberCursor.count() else { return nil }
        let expected = (book.entries.last?.number ?? 0) + 1
        if number != expected {
            numberCursor.fault(
                "wrong-number",
                Phrase(
                    vi: "chỉ tiêu số \(number) đứng sau số \(expected - 1); phải là \(expected)",
                    en: "indicator \(number) follows number \(expected - 1); it should be \(expected)"
                )
            )
        }
        if let group = fields.required("group"), let id = group.text(), !book.groups.contains(where: { $0.id == id }) {
            group.fault(
                "unknown-group",
                Phrase(vi: "không có nhóm ‘\(id)’", en: "there is no group ‘\(id)’"),
                hint: Suggestion.hint(for: id, in: book.groups.map(\.id))
            )
        }
        self.init(
            number: number,
            group: fields.optional("group")?.node.scalar?.string ?? "",
            name: fields.required("name")?.phrase() ?? Phrase(vi: ""),
            unit: fields.optional("unit")?.phrase(),
            baseline: PrintedFigure(fields.text("baseline")),
            targets: Self.targets(fields.required("targets"), in: book),
            lead: fields.optionalText("lead") ?? "",
            isNew: fields.optional("new")?.flag() ?? false,
            note: fields.optional("note")?.phrase(),
            computedBy: fields.optionalText("computed"),
            partlyBy: fields.optionalText("known-part")
        )
    }

    /// One target for each year of the book.
    private static func targets(_ cursor: Cursor?, in book: IndicatorBook) -> [Int: PrintedFigure] {
        guard let cursor, let mapping = cursor.node.mapping else {
            cursor?.wrongType(Phrase(vi: "một nhóm ‘năm: chỉ tiêu’", en: "a mapping of years"))
            return [:]
        }
        var targets: [Int: PrintedFigure] = [:]
        for (key, value) in mapping {
            let word = key.scalar?.string ?? ""
            guard let year = Int(word), book.years.contains(year) else {
                cursor.fault(
                    "unknown-year",
                    at: key,
                    Phrase(vi: "‘\(word)’ không phải năm có chỉ tiêu", en: "‘\(word)’ is no year of this book"),
                    hint: Suggestion.hint(for: word, in: book.years.map(String.init))
                )
                continue
            }
            targets[year] = Cursor(value, at: cursor.path / word, in: cursor.file, report: cursor.report).text().map { PrintedFigure($0) }
        }
        for year in book.years where targets[year] == nil && mapping.allSatisfy({ $0.key.scalar?.string != String(year) }) {
            cursor.fault(
                "missing-year",
                Phrase(vi: "thiếu năm \(year); không có chỉ tiêu thì ghi '-'", en: "the year \(year) is missing; write '-' for no target")
            )
        }
        return targets
    }
}
