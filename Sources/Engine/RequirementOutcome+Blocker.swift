import Expressions
import LifecycleModel
import Rules

/// How a requirement came out.
enum Verdict {
    case holds
    case fails
    /// It could not be judged: what is missing, or why the expression failed.
    case unknown(String)

    var missing: [String] {
        if case .unknown(let what) = self { [what] } else { [] }
    }
}

extension CompiledRequirement {
    /// Evaluates the requirement; an error or a missing fact is never true.
    func verdict(in scope: FactScope) -> Verdict {
        guard let expression else { return .unknown("\(rule.id): ?") }
        do throws(EvaluationError) {
            return try expression.evaluate(scope) == .bool(true) ? .holds : .fails
        } catch {
            return .unknown(error.missingPath ?? error.message)
        }
    }

    /// The facts it looks at, as people read them.
    func facts(in scope: FactScope) -> [Blocker.Fact] {
        guard let expression else { return [] }
        return expression.references.map { path in Blocker.Fact(path: path.description, value: path.value(in: scope)?.shown) }
    }
}

extension RequirementOutcome {
    /// The refusal this outcome means.
    func blocker(_ regime: Regime) -> Blocker {
        let vi = requirement.cure.map { regime.roles[$0]?.label.vi ?? $0 }.joined(separator: ", ")
        let en = requirement.cure.map { regime.roles[$0]?.label[.en] ?? $0 }.joined(separator: ", ")
        let cure = requirement.cure.isEmpty ? nil : Phrase(vi: "Người xử lý: \(vi)", en: "To be mended by: \(en)")
        guard missing.isEmpty else {
            let what = missing.joined(separator: ", ")
            return Blocker(
                code: "information-missing",
                message: Phrase(
                    vi: "\(requirement.message.vi) — thiếu thông tin: \(what)",
                    en: "\(requirement.message[.en]) — information missing: \(what)"
                ),
                parameters: [Blocker.Parameter("requirement", requirement.id)],
                facts: facts,
                basis: requirement.basis,
                cure: cure
            )
        }
        return Blocker(
            code: "requirement",
            message: requirement.message,
            parameters: [Blocker.Parameter("requirement", requirement.id)],
            facts: facts,
            basis: requirement.basis,
            cure: cure
        )
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
