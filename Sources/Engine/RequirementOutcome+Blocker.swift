import Expressions
import LifecycleModel
import Rules

extension CompiledRequirement {
    /// Evaluates the requirement; an error or a missing fact is never true.
    func outcome(in scope: FactScope) -> RequirementOutcome {
        var missing: [String] = []
        if let compiled {
            do throws(EvaluationError) {
                if case .bool(true) = try scope.evaluate(compiled) {
                    return RequirementOutcome(holds: true, missing: [], facts: [], compiled: self)
                }
            } catch {
                missing = [error.missingPath ?? error.message]
            }
        } else {
            missing = ["\(rule.id): ?"]
        }
        return RequirementOutcome(holds: false, missing: missing, facts: [], compiled: self)
    }

    /// The facts it looks at, as people read them.
    fileprivate func facts(in scope: FactScope) -> [Blocker.Fact] {
        readings.map { reading in
            Blocker.Fact(path: reading.text, value: reading.rest.value(under: scope.value(of: reading.source))?.shown)
        }
    }
}

extension RequirementOutcome {
    /// The same, telling the facts it looked at.
    func tellingFacts(in scope: FactScope) -> RequirementOutcome {
        RequirementOutcome(holds: holds, missing: missing, facts: compiled.facts(in: scope), compiled: compiled)
    }

    /// The refusal this outcome means; what is missing but may come with the transition is asked for.
    func blocker(of transition: CompiledTransition) -> Blocker {
        var (code, message) = ("requirement", requirement.message)
        if !missing.isEmpty {
            let what = missing.joined(separator: ", ")
            code = "information-missing"
            message = Phrase(
                vi: "\(message.vi) — thiếu thông tin: \(what)",
                en: "\(message[.en]) — information missing: \(what)"
            )
        }
        return Blocker(
            code: code,
            message: message,
            parameters: compiled.parameters,
            facts: facts,
            basis: requirement.basis,
            cure: settings(of: transition) ?? compiled.cure
        )
    }

    private func settings(of transition: CompiledTransition) -> Phrase? {
        let settings = transition.records.filter { missing.contains($0.fact.path) }.map(\.setting)
        guard !settings.isEmpty else { return nil }
        return Phrase(vi: settings.map(\.vi).joined(separator: "; "), en: settings.map { $0[.en] }.joined(separator: "; "))
    }
}

extension Value {
    /// For people: dates as `04/07/2025`, lists by their elements.
    fileprivate var shown: String {
        switch self {
        case .bool(let value): value ? "true" : "false"
        case .int(let value): String(value)
        case .string(let value): value
        case .timestamp(let value): FactEnvironment.civilDate(value)?.vietnamese ?? "?"
        case .list(let values): "[\(values.map(\.shown).joined(separator: ", "))]"
        case .map(let map):
            "{\(map.entries.map { "\($0.key.value.shown): \($0.value.shown)" }.joined(separator: ", "))}"
        default: "\(self)"
        }
    }
}
