import Expressions
public import Rules

/// The machines of a regime in Promela, the language of the model checker Spin.
///
/// One of them runs at a time, chosen at the start: what one asks of another may always come true. Followed exactly are the states, truth values and
/// choices among the facts, and what was fired; everything else may hold or not. A machine that is stuck in a state that is no end of life shows as an
/// invalid end state.
public struct PromelaDocument {
    private let rules: CompiledRegime
    private let machines: [String]

    /// A model of all machines, or of one; nil when there is none of that name.
    public init?(_ rules: CompiledRegime, machine: String? = nil) {
        guard let machines = rules.regime.machines(chosen: machine) else { return nil }
        self.rules = rules
        self.machines = machines
    }

    /// The document.
    public func text() -> String {
        var lines = ["/* \(rules.regime.id) \(rules.regime.version): spin -a FILE && gcc -DSAFETY -o pan pan.c && ./pan */"]
        for id in machines {
            guard let machine = rules.regime.machine(id) else { continue }
            let process = PromelaProcess(rules, id, machine)
            lines += [""] + process.lines()
        }
        lines += ["", "init {", "  if"] + machines.map { "  :: run m_\($0.promelaName)()" } + ["  fi", "}"]
        return lines.joined(separator: "\n") + "\n"
    }
}

/// One machine as a process that tries whatever can happen.
private struct PromelaProcess {
    /// More ways of filling in the facts of one event than this are not told apart.
    private static let mostWays = 128

    private let rules: CompiledRegime
    private let id: String
    private let machine: Machine
    private let facts: FollowedFacts
    private let states: [String]

    init(_ rules: CompiledRegime, _ id: String, _ machine: Machine) {
        self.rules = rules
        self.id = id
        self.machine = machine
        facts = FollowedFacts(rules, id, machine)
        states = StateOrder(rules.regime, id).rows.flatMap { $0 }
    }

    func lines() -> [String] {
        var options: [String] = []
        for (_, transition) in rules.compiledTransitions(of: id) { options += ways(transition) }
        if id != Regime.taskMachine {
            for closing in Closing.all(of: id, in: rules.regime) {
                options.append("  :: /* closed by \(closing.event) */ \(standing(closing.states)) -> state = \(name(closing.to))")
            }
        }
        let ends = states.filter { machine.states[$0]?.end != nil }
        let header =
            states.enumerated().map { "#define \(name($1)) \($0 + 1)" }
            + facts.values.sorted { $0.key < $1.key }.map { fact, values in
                "/* \(FollowedFacts.variable(fact)): 0 unknown, "
                    + values.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: ", ") + " */"
            }
        let variables =
            facts.values.keys.sorted().map { "  byte \(FollowedFacts.variable($0)) = 0;" }
            + facts.events.sorted().map { "  bool \(FollowedFacts.variable("fired.\($0)")) = false;" }
        return header + ["proctype m_\(id.promelaName)() {", "  byte state = \(name(machine.initial));"] + variables + arriving
            + ["  do"] + options + (ends.isEmpty ? [] : ["  :: \(standing(ends)) -> break"]) + ["  od", "}"]
    }

    /// What a task is registered with, or a small machine is opened with, may be anything.
    private var arriving: [String] {
        let isTask = id == Regime.taskMachine
        var opened: Set<String> = []
        let effects = ([rules.regime.task] + rules.regime.machines.values).flatMap { $0.transitions.flatMap(\.effects) }
        for case .open(id, _, let facts) in effects { opened.formUnion(facts.keys.map { "this.\($0)" }) }
        return facts.values.keys.sorted().filter { isTask ? $0.hasPrefix("task.") : opened.contains($0) }.map {
            "  \(choice($0, orUnknown: true));"
        }
    }

    // MARK: Options

    /// A transition as options, one for each way of filling in the facts that its own guards read.
    private func ways(_ transition: CompiledTransition) -> [String] {
        let rule = transition.rule
        let guards = transition.requirements.map { $0.expression?.syntax }
        let read = Set(transition.requirements.flatMap { $0.expression?.references ?? [] }.map { "\($0.root).\($0.fields.first ?? "")" })
        let recorded = rule.records.filter { facts.values[$0.fact] != nil }
        let told = recorded.filter { read.contains($0.fact) }
        var combinations: [[String: Int]] = [[:]]
        for record in told {
            let values = 1...(facts.values[record.fact]?.count ?? 1)
            combinations = combinations.flatMap { one in
                (record.isRequired ? [] : [one]) + values.map { one.merging([record.fact: $0]) { $1 } }
            }
        }
        let isFollowed = combinations.count <= Self.mostWays
        if !isFollowed { combinations = [[:]] }
        return combinations.compactMap { given in
            let conditions = guards.map { syntax in
                guard let syntax else { return PromelaCondition.never }
                return isFollowed ? facts.condition(syntax, given: given) : .open
            }
            let enabled = PromelaCondition.both(conditions.map(\.canHold))
            guard enabled != "false" else { return nil }
            var acts = given.sorted { $0.key < $1.key }.map { "\(FollowedFacts.variable($0.key)) = \($0.value)" }
            for record in recorded where given[record.fact] == nil && (record.isRequired || !isFollowed || !told.contains(record)) {
                acts.append(choice(record.fact, orUnknown: false, orSame: !record.isRequired))
            }
            acts += rule.effects.compactMap(setting)
            if facts.events.contains(rule.event) { acts.append("\(FollowedFacts.variable("fired.\(rule.event)")) = true") }
            if rule.changesRegime { acts.append("break") } else if let to = rule.to { acts.append("state = \(name(to))") }
            if acts.isEmpty { acts.append("skip") }
            let condition = PromelaCondition.both([standing(rule.from), enabled])
            return "  :: /* \(rule.event) */ atomic { \(condition) -> \(acts.joined(separator: "; ")) }"
        }
    }

    private func setting(_ effect: Effect) -> String? {
        guard case .set(let fact, let source) = effect, facts.values[fact] != nil else { return nil }
        let quoted = source.count > 1 && (source.hasPrefix("\"") || source.hasPrefix("'"))
        let text = quoted ? String(source.dropFirst().dropLast()) : source
        if let number = facts.number(text, of: fact) { return "\(FollowedFacts.variable(fact)) = \(number)" }
        return choice(fact, orUnknown: false)
    }

    /// Any value of a fact.
    private func choice(_ fact: String, orUnknown: Bool, orSame: Bool = false) -> String {
        let name = FollowedFacts.variable(fact)
        let numbers = (orUnknown ? [0] : []) + (1...max(facts.values[fact]?.count ?? 1, 1))
        return "if " + numbers.map { ":: \(name) = \($0)" }.joined(separator: " ") + (orSame ? " :: skip" : "") + " fi"
    }

    private func standing(_ names: [String]) -> String {
        names.count == 1 ? "state == \(name(names[0]))" : "(" + names.map { "state == \(name($0))" }.joined(separator: " || ") + ")"
    }

    private func name(_ state: String) -> String { "\(id.promelaName)_\(state.promelaName)" }
}
