import Indicators
import LifecycleModel
import Rules

extension ReportCalendar {
    /// Reads `{calendar, reports: {id: {…}}, moves: […]}`.
    init(_ cursor: Cursor) {
        let fields = cursor.fields("calendar", "reports", "moves")
        _ = fields.text("calendar")
        let entries = fields.required("reports")?.entries(.kebab).compactMap { Entry($0.name, $0.value) } ?? []
        var seen: Set<String> = []
        let moves = fields.required("moves")?.collect { Move($0, &seen) } ?? []
        self.init(entries: entries, moves: moves)
    }
}

extension ReportCalendar.Entry {
    fileprivate enum Rhythm: String, CaseIterable { case month, year }

    fileprivate init?(_ id: String, _ cursor: Cursor) {
        let fields = cursor.fields("label", "every", "years", "before", "from", "source", "receiver")
        guard fields.isMapping else { return nil }
        let rhythm: Rhythm = fields.required("every")?.word() ?? .year
        let years = fields.optional("years")?.years()
        func day(_ key: String) -> ReportCalendar.Day {
            guard let cursor = fields.required(key) else { return ReportCalendar.Day(month: 1, day: 1) }
            if rhythm == .year { return cursor.monthAndDay().map { ReportCalendar.Day(month: $0.month, day: $0.day) } ?? .init(day: 1) }
            guard let text = cursor.text(), let day = Int(text), (1...28).contains(day) else {
                cursor.wrongType(
                    Phrase(vi: "một ngày từ '1' đến '28', tháng nào cũng có", en: "a day from '1' to '28', which every month has")
                )
                return .init(day: 1)
            }
            return .init(day: day)
        }
        self.init(
            id: id,
            label: fields.required("label")?.phrase() ?? Phrase(vi: ""),
            isMonthly: rhythm == .month,
            before: day("before"),
            from: day("from"),
            years: years,
            source: fields.text("source"),
            receiver: fields.required("receiver")?.phrase() ?? Phrase(vi: "")
        )
    }
}

extension ReportCalendar.Move {
    fileprivate init?(_ cursor: Cursor, _ seen: inout Set<String>) {
        let fields = cursor.fields("id", "label", "fact", "events", "counts-as", "ends")
        guard fields.isMapping else { return nil }
        let id = fields.name("id", .kebab)
        if !seen.insert(id).inserted {
            cursor.fault("duplicate-name", Phrase(vi: "‘\(id)’ đã có", en: "there is a ‘\(id)’ already"))
        }
        var signs: [Sign] = []
        if let fact = fields.optionalText("fact") { signs.append(.fact(fact)) }
        if fields.has("events") { signs.append(.events(fields.texts("events"))) }
        if let standing: Machine.State.Standing = fields.optional("counts-as")?.word() { signs.append(.countsAs(standing.rawValue)) }
        if let ends = fields.optional("ends")?.collect({ $0.word(Machine.State.End.self)?.rawValue }) { signs.append(.ends(ends)) }
        let keys = ["fact", "events", "counts-as", "ends"].filter { fields.has($0) }
        if keys.count != 1 {
            cursor.fault(
                "move-of-nothing",
                Phrase(
                    vi: "‘\(id)’ cần đúng một trong các khóa: fact, events, counts-as, ends",
                    en: "‘\(id)’ needs exactly one of the keys fact, events, counts-as, ends"
                )
            )
        }
        self.init(id: id, label: fields.required("label")?.phrase() ?? Phrase(vi: ""), sign: signs.first ?? .events([]))
    }
}
