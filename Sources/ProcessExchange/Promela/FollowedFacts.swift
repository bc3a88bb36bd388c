import Expressions
import LifecycleModel
import Rules

/// The facts of one machine whose values a model can follow: truth values and choices that its guards read and that nothing else can change.
///
/// A followed fact is a number: 0 while it is not known, else the place of its value from 1 on; for a truth value 1 is false and 2 is true.
struct FollowedFacts {
    /// The values of each fact, by path.
    private(set) var values: [String: [String]] = [:]
    /// Events of the machine that a guard asks about: whether they have happened is followed, too.
    let events: Set<String>

    private let isTask: Bool

    init(_ rules: CompiledRegime, _ machineID: String, _ machine: Machine) {
        let regime = rules.regime
        isTask = machineID == Regime.taskMachine
        let own = Set(machine.transitions.map(\.event))
        // Inside a small machine, what was fired is that of the task together with its own.
        let asked = rules.compiledTransitions(of: machineID).flatMap(\.compiled.requirements).compactMap(\.expression?.syntax)
        events = (isTask ? own : own.subtracting(regime.task.transitions.map(\.event))).intersection(asked.flatMap(\.firedEvents))
        let others = regime.machines.filter { $0.key != machineID }.map(\.value) + (isTask ? [] : [regime.task])
        let foreign = Set(others.flatMap { $0.transitions.flatMap(\.changedFacts) })
        for (_, transition) in rules.compiledTransitions(of: machineID) {
            for path in transition.requirements.flatMap({ $0.expression?.references ?? [] }) {
                guard let field = path.fields.first, case let name = "\(path.root).\(field)", isTask || path.root == "this",
                    !foreign.contains(name), let fact = regime.fact(name, of: machine)
                else { continue }
                switch fact.type {
                case .bool: values[name] = ["false", "true"]
                case .choice: values[name] = fact.choices.map(\.value)
                default: continue
                }
            }
        }
    }

    /// The number of a value; nil when the fact cannot have it.
    func number(_ value: String, of fact: String) -> Int? {
        values[fact]?.firstIndex(of: value).map { $0 + 1 }
    }

    /// The name of the variable.
    static func variable(_ fact: String) -> String { "f_" + fact.promelaName }

    // MARK: Conditions

    /// A condition with some facts taken to have given values (0 for unknown).
    func condition(_ syntax: Syntax, given: [String: Int]) -> PromelaCondition {
        func condition(_ syntax: Syntax) -> PromelaCondition { self.condition(syntax, given: given) }
        switch syntax.kind {
        case .literal(.bool(let value)): return value ? .always : .never
        case .unary(.not, let inner): return condition(inner).negated
        case .logical(.and, let terms): return .all(terms.map(condition))
        case .logical(.or, let terms): return .any(terms.map(condition))
        case .conditional(let test, let first, let second):
            let (test, first, second) = (condition(test), condition(first), condition(second))
            return PromelaCondition(
                canHold: PromelaCondition.either([
                    PromelaCondition.both([test.canHold, first.canHold]), PromelaCondition.both([test.canFail, second.canHold]),
                ]),
                canFail: PromelaCondition.either([
                    PromelaCondition.both([test.canHold, first.canFail]), PromelaCondition.both([test.canFail, second.canFail]),
                ])
            )
        case .select:
            guard let fact = followed(syntax), values[fact] == ["false", "true"] else { return .open }
            return isOne(of: ["true"], fact, given)
        case .presence(let operand, let field):
            guard let fact = followed(Syntax(.select(operand, field: field))) else { return .open }
            return given[fact].map { $0 == 0 ? .never : .always }
                ?? PromelaCondition(canHold: "(\(Self.variable(fact)) != 0)", canFail: "(\(Self.variable(fact)) == 0)")
        case .binary(.equal, let left, let right): return equality(left, right, given) ?? equality(right, left, given) ?? .open
        case .binary(.notEqual, let left, let right):
            return (equality(left, right, given) ?? equality(right, left, given) ?? .open).negated
        case .binary(.membership, let element, let container): return membership(element, container, given)
        default: return .open
        }
    }

    private func membership(_ element: Syntax, _ container: Syntax, _ given: [String: Int]) -> PromelaCondition {
        switch (element.kind, container.kind) {
        case (.literal(.string(let event)), .variable("fired")) where events.contains(event):
            let bit = Self.variable("fired.\(event)")
            return PromelaCondition(canHold: bit, canFail: "!\(bit)")
        case (.select, .list(let elements)):
            guard let fact = followed(element) else { return .open }
            let texts = elements.compactMap(\.literalText)
            return texts.count == elements.count ? isOne(of: texts, fact, given) : .open
        default: return .open
        }
    }

    private func equality(_ left: Syntax, _ right: Syntax, _ given: [String: Int]) -> PromelaCondition? {
        guard let fact = followed(left), let text = right.literalText else { return nil }
        return isOne(of: [text], fact, given)
    }

    private func isOne(of texts: [String], _ fact: String, _ given: [String: Int]) -> PromelaCondition {
        let numbers = texts.compactMap { number($0, of: fact) }
        if let value = given[fact] {
            // Not known is neither.
            return value == 0 ? PromelaCondition(canHold: "false", canFail: "false") : numbers.contains(value) ? .always : .never
        }
        let name = Self.variable(fact)
        let hits = numbers.map { "\(name) == \($0)" }.joined(separator: " || ")
        let misses = (["\(name) != 0"] + numbers.map { "\(name) != \($0)" }).joined(separator: " && ")
        return PromelaCondition(canHold: numbers.isEmpty ? "false" : "(\(hits))", canFail: "(\(misses))")
    }

    private func followed(_ syntax: Syntax) -> String? {
        guard case .select(let operand, let field) = syntax.kind, case .variable(let root) = operand.kind else { return nil }
        let path = "\(root).\(field)"
        return values[path] == nil ? nil : path
    }
}

extension Transition {
    /// Facts that it records or computes.
    var changedFacts: [String] {
        records.map(\.fact) + effects.compactMap { if case .set(let fact, _) = $0 { fact } else { nil } }
    }
}

extension Syntax {
    /// The events of which it asks whether they happened.
    fileprivate var firedEvents: [String] {
        if case .binary(.membership, let element, let container) = kind, case .variable("fired") = container.kind,
            let text = element.literalText
        {
            return [text]
        }
        return parts.flatMap(\.firedEvents)
    }

    /// The text of a literal text or truth value.
    var literalText: String? {
        switch kind {
        case .literal(.string(let text)): text
        case .literal(.bool(let value)): value ? "true" : "false"
        default: nil
        }
    }
}

extension String {
    /// The text as a name of Promela.
    var promelaName: String { String(map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" }) }
}
