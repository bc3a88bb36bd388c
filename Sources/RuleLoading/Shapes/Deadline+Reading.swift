import LifecycleModel
import Rules
import WorkingCalendar

extension Deadline {
    /// Reads one clock. An unreadable term is a fault, which refuses the file; the clock keeps its name so that what refers to it is not a second fault.
    init(_ cursor: Cursor) {
        let fields = cursor.fields(
            "label",
            "starts",
            "stops",
            "suspended-in",
            "term",
            "grace",
            "lock",
            "times",
            "before",
            "roll",
            "reminders",
            "owner",
            "passing",
            "basis",
            "standing"
        )
        self.init(
            label: fields.label,
            starts: fields.required("starts")?.collect(Start.init) ?? [],
            stops: fields.texts("stops"),
            suspendedIn: fields.texts("suspended-in"),
            term: fields.required("term")?.term() ?? .zero,
            times: fields.optionalText("times"),
            isBackward: fields.optional("before")?.flag() ?? false,
            rollsForward: fields.optional("roll")?.word(Roll.self) == .nextWorkingDay,
            grace: fields.optional("grace")?.term(),
            lock: fields.optional("lock")?.term(),
            reminders: fields.optional("reminders")?.collect { $0.integer().map { Int(clamping: $0) } } ?? [],
            owner: fields.text("owner"),
            passing: fields.optional("passing")?.collect(Consequence.init) ?? [],
            basis: fields.optionalText("basis"),
            standing: fields.required("standing")?.word() ?? .assumed
        )
    }

    private enum Roll: String, CaseIterable {
        case none
        case nextWorkingDay = "next-working-day"
    }
}

extension Deadline.Start {
    /// Reads `{on, from}`.
    init(_ cursor: Cursor) {
        let fields = cursor.fields("on", "from")
        let event = fields.text("on")
        self.init(event: event == "opened" ? nil : event, from: fields.optionalText("from"))
    }
}

extension Deadline.Consequence {
    /// Reads `{at, flag, label}`, `{at, fire}` or `{at, bar, reason}`.
    init?(_ cursor: Cursor) {
        let fields = cursor.fields("at", "flag", "label", "fire", "bar", "reason")
        guard fields.isMapping else { return nil }
        let date = fields.required("at")?.word(Date.self)
        let present = ["flag", "fire", "bar"].filter(fields.has)
        guard present.count == 1, fields.has("label") <= (present == ["flag"]), fields.has("reason") <= (present == ["bar"]) else {
            cursor.fault(
                present.isEmpty ? "missing-key" : "unexpected-key",
                Phrase(
                    vi: "hệ quả là một trong: flag với label, fire, bar với reason",
                    en: "a consequence is one of: flag with label, fire, bar with reason"
                )
            )
            return nil
        }
        let act: Act
        switch present[0] {
        case "flag": act = .flag(fields.name("flag", .kebab), fields.label)
        case "fire": act = .fire(fields.text("fire"))
        default:
            act = .bar(fields.optional("bar").flatMap(Self.party) ?? "", fields.required("reason")?.phrase() ?? Phrase(vi: ""))
        }
        self.init(at: date ?? .due, act: act)
    }

    /// A passed date bars those the task itself names: whether it has passed depends on the day, and is asked of a party's own tasks.
    private static func party(_ cursor: Cursor) -> String? {
        guard let text = cursor.text() else { return nil }
        let known = BarredParty.allCases.filter { $0.role == nil }.map(\.rawValue)
        if !known.contains(text) { cursor.unknownWord(text, among: known) }
        return text
    }
}

extension Bool {
    /// Implication: true unless the first holds and the second does not.
    fileprivate static func <= (left: Bool, right: Bool) -> Bool {
        !left || right
    }
}
