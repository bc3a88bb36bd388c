import Expressions
import LifecycleModel
public import Rules

/// Questions about the guards of a regime in SMT-LIB 2. A solver prints each question before its answer.
///
/// - `exclusive`: two ways of one event out of one state hold together; `unsat` when all is well.
/// - `gap-free`: a clock fires an event by itself and none of its ways holds; `unsat` when all is well.
/// - `possible`: what one of these questions rests on can be so at all; `sat` when all is well.
public struct SMTDocument {
    private let rules: CompiledRegime
    private let machines: [String]

    /// The questions of all machines, or of one; nil when there is none of that name.
    public init?(_ rules: CompiledRegime, machine: String? = nil) {
        guard let machines = rules.regime.machines(chosen: machine) else { return nil }
        self.rules = rules
        self.machines = machines
    }

    /// The document.
    public func text() -> String {
        var lines = [
            "; \(rules.regime.id) \(rules.regime.version)", "; Answers when all is well: sat to what is possible, unsat to the rest.",
            "(set-logic ALL)",
            "; The division of the guard language cuts towards zero.",
            "(define-fun quotient ((x Int) (y Int)) Int (ite (= (>= x 0) (>= y 0)) (div (abs x) (abs y)) (- (div (abs x) (abs y)))))",
            "(define-fun remainder ((x Int) (y Int)) Int (- x (* y (quotient x y))))",
        ]
        for id in machines {
            guard let machine = rules.regime.machine(id) else { continue }
            var questions = SMTQuestions(rules, id, machine)
            questions.askExclusion()
            questions.askGaps()
            guard !questions.asked.isEmpty else { continue }
            lines += ["", "; --- \(id)", "(push 1)"] + questions.vocabulary.lines + questions.asked + ["(pop 1)"]
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

/// The questions about one machine.
private struct SMTQuestions {
    private(set) var asked: [String] = []
    var vocabulary: SMTVocabulary { translator.vocabulary }

    private var translator: SMTTranslator
    private let rules: CompiledRegime
    private let id: String
    private let machine: Machine
    private let transitions: [(index: Int, compiled: CompiledTransition)]

    init(_ rules: CompiledRegime, _ id: String, _ machine: Machine) {
        translator = SMTTranslator(rules.regime, machine)
        self.rules = rules
        self.id = id
        self.machine = machine
        transitions = rules.compiledTransitions(of: id)
    }

    /// Each pair of ways of one event that leave one state in common.
    mutating func askExclusion() {
        for (place, later) in transitions.enumerated() {
            for earlier in transitions.prefix(place) where earlier.compiled.rule.event == later.compiled.rule.event {
                let shared = later.compiled.rule.from.filter(earlier.compiled.rule.from.contains)
                guard let state = shared.first else { continue }
                ask(
                    "exclusive \(id) \(later.compiled.rule.event) from \(state) #\(earlier.index + 1) #\(later.index + 1)",
                    about: [earlier, later],
                    standing(in: state) + [holds(earlier.compiled), holds(later.compiled)]
                )
                for way in [earlier, later] { askWhetherPossible(way, in: state) }
            }
        }
    }

    /// Each event that passing a clock's date fires, in each state that it can leave.
    mutating func askGaps() {
        for (name, deadline) in machine.deadlines.sorted(by: { $0.key < $1.key }) {
            for consequence in deadline.passing {
                guard case .fire(let event) = consequence.act else { continue }
                let ways = transitions.filter { $0.compiled.rule.event == event && isAutomatic($0.compiled.rule) }
                for state in Set(ways.flatMap(\.compiled.rule.from)).sorted() {
                    let open = ways.filter { $0.compiled.rule.from.contains(state) }
                    let lacking = open.map { way in
                        way.compiled.requiredRecordCount > 0 ? "true" : "(not \(holds(way.compiled)))"
                    }
                    ask(
                        "gap-free \(id) \(event) from \(state) after \(name)",
                        about: open,
                        standing(in: state) + passed(name, deadline, consequence.at) + lacking
                    )
                    ask(
                        "possible \(id) \(event) from \(state) after \(name)",
                        about: [],
                        standing(in: state) + passed(name, deadline, consequence.at)
                    )
                }
            }
        }
    }

    /// That two ways exclude each other says something only where each of them can be gone.
    private mutating func askWhetherPossible(_ way: (index: Int, compiled: CompiledTransition), in state: String) {
        let question = "possible \(id) \(way.compiled.rule.event) #\(way.index + 1)"
        guard !asked.contains("(echo \"\(question)\")") else { return }
        ask(question, about: [way], standing(in: state) + [holds(way.compiled)])
    }

    private mutating func ask(_ question: String, about ways: [(index: Int, compiled: CompiledTransition)], _ facts: [String]) {
        asked.append("")
        for way in ways {
            let guards = way.compiled.rule.requires.map { $0.condition.source.oneLine }
            asked.append("; #\(way.index + 1) \(guards.isEmpty ? "asks for nothing" : guards.joined(separator: " ; "))")
        }
        asked +=
            ["(echo \"\(question)\")", "(push 1)"] + facts.filter { $0 != "true" }.map { "(assert \($0))" } + ["(check-sat)", "(pop 1)"]
    }

    /// All requirements of a transition hold; what comes with its event is known.
    private mutating func holds(_ transition: CompiledTransition) -> String {
        var parts: [String] = []
        for record in transition.records where record.isRequired {
            let isBool = record.declaration?.type == .bool
            parts.append(translator.withVocabulary { $0.fact(record.fact.path, isBool: isBool).known })
        }
        for requirement in transition.requirements {
            // One that does not compile never holds.
            parts.append(requirement.expression.map { translator.condition($0.syntax).holds } ?? "false")
        }
        return SMT.all(parts)
    }

    /// A small machine knows the state it stands in.
    private mutating func standing(in state: String) -> [String] {
        guard id != Regime.taskMachine else { return [] }
        return translator.withVocabulary { ["(= \($0.certain("this.state")) \($0.text(state)))"] }
    }

    /// The clock runs and that date of it is past.
    private mutating func passed(_ name: String, _ deadline: Deadline, _ date: Deadline.Consequence.Date) -> [String] {
        let (clock, today) = translator.withVocabulary {
            ($0.clock("deadlines.\(FactEnvironment.expressionName(name))"), $0.certain("today"))
        }
        var facts = [clock.started, clock.open]
        if deadline.grace == nil { facts.append("(= \(clock.grace) \(clock.due))") }
        switch date {
        case .due: facts.append("(> \(today) \(clock.due))")
        case .grace: facts.append("(> \(today) \(clock.grace))")
        case .lock: facts += ["(> \(today) \(clock.lock))", "(>= \(clock.lock) \(clock.grace))", clock.locked]
        }
        // A clock that runs and does not stand still is kept until its last day.
        return facts + ["(= \(clock.met) (<= \(today) \(clock.grace)))"]
    }

    private func isAutomatic(_ transition: Transition) -> Bool {
        transition.by.contains { rules.regime.roles[$0]?.heldBy == .system }
    }
}
