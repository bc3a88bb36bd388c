import LifecycleModel
import Rules

extension Invariant {
    private static let claims = ["never", "once", "never-both", "always", "every"]

    /// Reads one invariant of a regime whose states are known, so that patterns such as `closing/*` can be written out.
    init?(_ cursor: Cursor, in regime: Regime) {
        let fields = Fields(
            cursor,
            known: ["label", "basis", "of"] + Self.claims + ["before", "after", "until", "when", "unless", "in", "brings"]
        )
        guard fields.isMapping else { return nil }
        let machine = fields.optionalText("of") ?? Regime.taskMachine
        let states = regime.machine(machine)?.states ?? [:]
        let present = Self.claims.filter(fields.has)
        guard present.count == 1, let word = present.first, let value = fields.optional(word) else {
            cursor.fault(
                present.isEmpty ? "missing-key" : "unexpected-key",
                Phrase(vi: "bất biến phải khẳng định đúng một điều", en: "an invariant claims exactly one thing"),
                hint: Phrase(vi: "một trong: \(Self.claims.joined(separator: ", "))", en: "one of: \(Self.claims.joined(separator: ", "))")
            )
            return nil
        }
        let allowed: Set<String> =
            switch word {
            case "never": ["before", "after", "until", "when", "unless"]
            case "always": ["in"]
            case "every": ["brings"]
            default: []
            }
        for key in ["before", "after", "until", "when", "unless", "in", "brings"] where fields.has(key) && !allowed.contains(key) {
            fields.optional(key)?.misplaced(key, with: word)
        }
        guard let claim = Claim(word, value, fields, states) else { return nil }
        self.init(label: fields.label, basis: fields.optionalText("basis"), machine: machine, claim: claim)
    }
}

extension Invariant.Claim {
    fileprivate init?(_ word: String, _ value: Cursor, _ fields: Fields, _ states: [String: Machine.State]) {
        switch word {
        case "never":
            guard let occurrence = Occurrence(value, states) else { return nil }
            self = .never(occurrence, Invariant.Span(fields, states), Invariant.Proviso(fields))
        case "once":
            guard let occurrence = Occurrence(value, states) else { return nil }
            self = .once(occurrence)
        case "never-both":
            let both = value.collect { Occurrence($0, states) }
            guard both.count == 2 else {
                value.wrongType(Phrase(vi: "một danh sách đúng hai điều", en: "a list of exactly two things"))
                return nil
            }
            self = .apart(both[0], both[1])
        case "always":
            guard let clause = value.text(), let place = fields.required("in") else { return nil }
            self = .always(clause, in: place.states(among: states, withEnds: true))
        default:
            guard let occurrence = Occurrence(value, states), let brought = fields.required("brings").flatMap({ Occurrence($0, states) })
            else { return nil }
            self = .every(occurrence, brings: brought)
        }
    }
}

extension Invariant.Span {
    fileprivate init(_ fields: Fields, _ states: [String: Machine.State]) {
        let before = fields.optional("before")
        let after = fields.optional("after")
        let until = fields.optional("until")
        if after != nil { before?.misplaced("before", with: "after") }
        if let until, after == nil { until.misplaced("until", with: "never") }
        if let after = after.flatMap({ Occurrence($0, states) }) {
            self = .after(after, until: until.flatMap { Occurrence($0, states) })
        } else if let before = before.flatMap({ Occurrence($0, states) }) {
            self = .before(before)
        } else {
            self = .life
        }
    }
}

extension Invariant.Proviso {
    fileprivate init?(_ fields: Fields) {
        let when = fields.optional("when")
        let unless = fields.optional("unless")
        if when != nil { unless?.misplaced("unless", with: "when") }
        if let text = when?.text() {
            self = .when(text)
        } else if let text = unless?.text() {
            self = .unless(text)
        } else {
            return nil
        }
    }
}

extension Occurrence {
    /// Reads `{event: NAME}`, `{state: [stage/*]}` or one of their relatives: one key, one name or a list of them.
    fileprivate init?(_ cursor: Cursor, _ states: [String: Machine.State]) {
        let kinds = Kind.allCases.map(\.rawValue)
        let fields = Fields(cursor, known: kinds)
        guard fields.isMapping else { return nil }
        let present = Kind.allCases.filter { fields.has($0.rawValue) }
        guard present.count == 1, let kind = present.first, let value = fields.optional(kind.rawValue) else {
            cursor.fault(
                present.isEmpty ? "missing-key" : "unexpected-key",
                Phrase(vi: "cần đúng một điều xảy ra", en: "exactly one thing that happens should stand here"),
                hint: Phrase(vi: "một trong: \(kinds.joined(separator: ", "))", en: "one of: \(kinds.joined(separator: ", "))")
            )
            return nil
        }
        let names =
            switch kind {
            case .state: value.states(among: states, withEnds: true)
            case .ends: value.oneOrMore().compactMap { $0.word(Machine.State.End.self)?.rawValue }
            case .event, .opens, .starts, .changes: value.oneOrMore().compactMap { $0.text() }
            }
        guard !names.isEmpty else { return nil }
        self.init(kind, names)
    }
}
