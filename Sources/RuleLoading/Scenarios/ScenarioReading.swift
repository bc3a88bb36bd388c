import Engine
import LifecycleModel
import Rules
import Scenarios

/// Reads the stories of one file about one regime; names the regime does not know are reported.
struct ScenarioReading {
    let regime: Regime
    /// All regimes, for a task that is moved under another one.
    let regimes: [String: Regime]
    /// People with several roles, by the name the file gives them.
    let people: [String: [String]]

    init(regime: Regime, regimes: [String: Regime], people: Cursor?) {
        self.regime = regime
        self.regimes = regimes
        var named: [String: [String]] = [:]
        for (name, value) in people?.entries(.kebab) ?? [] {
            if regime.roles[name] != nil {
                value.fault(
                    "reserved-name",
                    at: value.name,
                    Phrase(vi: "‘\(name)’ là tên một vai trò", en: "‘\(name)’ is the name of a role")
                )
            }
            named[name] = value.collect { role in
                role.text().flatMap { role.known($0, among: regime.roles.keys, Self.role) ? $0 : nil }
            }
        }
        self.people = named
    }

    static let role = Named("unknown-role", vi: "vai trò", en: "role")

    /// Reads a story; with its name and the name of the one it goes on from.
    func scenario(_ cursor: Cursor) -> (Scenario, name: Cursor, given: Cursor?)? {
        let fields = cursor.fields("scenario", "background", "label", "given", "registered", "facts", "steps")
        guard fields.isMapping else { return nil }
        let isBackground = fields.has("background")
        if isBackground, let both = fields.optional("scenario") {
            both.fault("unexpected-key", Phrase(vi: "chỉ một trong scenario và background", en: "either scenario or background"))
        }
        guard let name = isBackground ? fields.optional("background") : fields.required("scenario"), let id = name.text() else {
            return nil
        }
        NameKind.kebab.check(id, in: name)
        let given = fields.optional("given")
        let registered = fields.optional("registered")
        if (given == nil) == (registered == nil) {
            cursor.fault(
                given == nil ? "missing-key" : "unexpected-key",
                Phrase(
                    vi: "kịch bản bắt đầu bằng đúng một trong: given (kịch bản trước), registered (đăng ký nhiệm vụ)",
                    en: "a scenario begins with exactly one of: given (an earlier one), registered (a task is registered)"
                )
            )
        }
        let beginning: Scenario.Beginning
        if let registered {
            guard let registration = registration(registered) else { return nil }
            beginning = .registration(registration)
        } else {
            beginning = .end(of: given?.text() ?? "")
        }
        let scenario = Scenario(
            id: id,
            label: fields.optional("label")?.phrase() ?? Phrase(vi: id),
            place: name.place,
            isBackground: isBackground,
            beginning: beginning,
            facts: fields.optional("facts").map(defaults) ?? [:],
            steps: fields.optional("steps")?.collect(step) ?? []
        )
        return (scenario, name, given)
    }

    private func registration(_ cursor: Cursor) -> Scenario.Registration? {
        let fields = cursor.fields("on", "at", "with", "expect")
        guard let day = fields.required("on")?.date() else { return nil }
        return Scenario.Registration(
            on: day,
            position: fields.optional("at").flatMap { state($0, of: regime.task) },
            facts: fields.optional("with").map { details($0, of: regime.task) } ?? [:],
            expected: fields.optional("expect").map { expectation($0, of: nil) } ?? Expectation(),
            place: cursor.place
        )
    }

    /// Reads a row.
    func step(_ cursor: Cursor) -> Step? {
        let fields = cursor.fields("event", "day", "on", "target", "by", "recorded", "with", "attach", "parties", "expect", "note")
        guard fields.isMapping else { return nil }
        if let day = fields.optional("day") {
            for key in ["event", "on", "target", "by", "recorded", "with", "attach", "parties"] where fields.has(key) {
                fields.optional(key)?.fault(
                    "unexpected-key",
                    Phrase(vi: "hàng day chỉ có expect và note", en: "a row with day has only expect and note")
                )
            }
            return day.date().map { Step(place: cursor.place, day: $0, deed: nil, expected: expected(fields, of: nil)) }
        }
        let target = fields.optional("target").flatMap(target) ?? .task
        guard let machine = regime.machine(target.kind), let name = fields.required("event"), let event = name.text(),
            let day = fields.required("on")?.date(), let actors = fields.required("by").map(actors), let actor = actors.first
        else { return nil }
        checkEvent(event, name, of: machine, target)
        let deed = Deed(
            event: event,
            target: target,
            actor: actor,
            others: Array(actors.dropFirst()),
            recordedOn: fields.optional("recorded")?.date(),
            facts: fields.optional("with").map { details($0, of: machine) } ?? [:],
            papers: fields.optional("attach").map(papers),
            circumstances: fields.optional("parties").map(circumstances) ?? Circumstances()
        )
        let transitions = machine.transitions.filter { $0.event == event }
        return Step(place: cursor.place, day: day, deed: deed, expected: expected(fields, of: transitions))
    }

    private func expected(_ fields: Fields, of transitions: [Transition]?) -> Expectation {
        fields.optional("expect").map { expectation($0, of: transitions) } ?? Expectation()
    }

    private func checkEvent(_ event: String, _ name: Cursor, of machine: Machine, _ target: Target) {
        let known = Set(machine.transitions.map(\.event))
        guard !known.contains(event) else { return }
        let elsewhere = regime.machines.filter { $0.value.transitions.contains { $0.event == event } }.keys.sorted().first
        let isOfTask = regime.task.transitions.contains { $0.event == event }
        var hint = Suggestion.hint(for: event, in: known)
        if isOfTask {
            hint = Phrase(vi: "là sự kiện của nhiệm vụ: bỏ target", en: "it is an event of the task: leave out target")
        } else if let elsewhere {
            hint = Phrase(vi: "thêm target: \(elsewhere)", en: "add target: \(elsewhere)")
        }
        name.fault(
            "unknown-event",
            Phrase(vi: "không có sự kiện ‘\(event)’ ở đây", en: "there is no event ‘\(event)’ here"),
            hint: hint
        )
    }

    /// One name, or several that could all do it.
    private func actors(_ cursor: Cursor) -> [Actor] {
        let actors = cursor.oneOrMore().compactMap(actor)
        if cursor.node.sequence?.isEmpty ?? false { cursor.wrongType(Phrase(vi: "một vai trò hoặc tên", en: "a role or name")) }
        return actors
    }

    private func actor(_ cursor: Cursor) -> Actor? {
        guard let name = cursor.text() else { return nil }
        if let roles = people[name] { return Actor(id: name, roles: Set(roles)) }
        guard cursor.known(name, among: Array(regime.roles.keys) + people.keys, Self.role) else { return nil }
        return Actor(id: name, roles: [name])
    }

    /// `[FORM, …]`, or `{FORM: date}` for papers with a date of their own.
    private func papers(_ cursor: Cursor) -> [Deed.Paper] {
        func known(_ form: String, _ cursor: Cursor, at key: Tree? = nil) -> Bool {
            cursor.known(form, among: regime.forms.keys, Named("unknown-form", vi: "mẫu văn bản", en: "form"), at: key)
        }
        if cursor.node.mapping == nil {
            return cursor.collect { element in
                element.text().flatMap { known($0, element) ? Deed.Paper(form: $0) : nil }
            }
        }
        return cursor.pairs().compactMap { form, key, value in
            guard known(form, value, at: key), let date = value.date() else { return nil }
            return Deed.Paper(form: form, date: date)
        }
    }

    /// `{host: {bars: [reason], running-tasks: 1}, investigator: {…}, key-members: {bars: […]}, secretary: {…}}`
    private func circumstances(_ cursor: Cursor) -> Circumstances {
        func party(_ cursor: Cursor?) -> Circumstances.Party {
            guard let cursor else { return Circumstances.Party() }
            let fields = cursor.fields("bars", "running-tasks")
            return Circumstances.Party(bars: fields.texts("bars"), runningTasks: Int64(fields.optional("running-tasks")?.count() ?? 0))
        }
        let fields = cursor.fields("host", "investigator", "key-members", "secretary")
        var circumstances = Circumstances()
        for who in BarredParty.allCases { circumstances[who] = party(fields.optional(who.rawValue)) }
        return circumstances
    }
}
