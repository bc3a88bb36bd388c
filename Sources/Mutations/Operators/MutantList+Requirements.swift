import Expressions
import LifecycleModel
import Rules

extension MutantList {
    /// Mistakes in the requirements of a transition.
    mutating func addRequirements(_ site: TransitionSite, _ transition: Transition, of machine: Machine) {
        for (place, requirement) in transition.requires.enumerated() {
            add(.dropRequirement, site, "without \(requirement.id)") { $0.requires.remove(at: place) }
            if requirement.condition != .clause("true") {
                add(.loosenGuard, site, "\(requirement.id): true") { $0.requires[place].condition = .clause("true") }
            }
            for (kind, condition) in variants(of: requirement.condition, in: machine) {
                add(kind, site, "\(requirement.id): \(condition.source)") { $0.requires[place].condition = condition }
            }
        }
    }

    private typealias Variant = (kind: MutationOperator, condition: Requirement.Condition)

    private func variants(of condition: Requirement.Condition, in machine: Machine) -> [Variant] {
        switch condition {
        case .clause(let text):
            return clauses(text, in: machine).map { ($0.kind, .clause($0.source)) }
        case .atMost(let amount, let limit):
            return clauses(limit, in: machine).map { ($0.kind, .atMost(amount: amount, limit: $0.source)) }
                + [(.changeComparison, .clause("\(amount) < (\(limit))")), (.changeComparison, .clause("\(amount) >= (\(limit))"))]
        case .documents(let forms): return shorter(forms) { .documents($0) }
        case .separateFrom(let events): return shorter(events) { .separateFrom($0) }
        case .known(let facts): return shorter(facts) { .known($0) }
        case .council(let kind, let results): return shorter(results) { .council(kind, results: $0) }
        case .deadlineMet(let id): return [(.changeWord, .deadlinePassed(id))]
        case .deadlinePassed(let id): return [(.changeWord, .deadlineMet(id))]
        case .noBar(let party): return BarredParty(rawValue: party).map { [(.changeWord, .noBar($0.other.rawValue))] } ?? []
        case .notLocked: return []
        case .machines(let kind, let quantifier, let states):
            return shorter(states) { .machines(kind, quantifier, $0) }
                + quantifier.others.map { (.changeWord, .machines(kind, $0, states)) }
        }
    }

    private func shorter(_ names: [String], _ condition: ([String]) -> Requirement.Condition) -> [Variant] {
        guard names.count > 1 else { return [] }
        return names.indices.map { (.changeWord, condition(names.without($0))) }
    }

    /// A clause with one mistake in it, for each that can be made.
    func clauses(_ source: String, in machine: Machine) -> [(kind: MutationOperator, source: String)] {
        guard let syntax = try? Expression.parse(source) else { return [] }
        let variants = SyntaxVariants { regime.fact($0, of: machine)?.choices.map(\.value) ?? [] }
        return variants.all(of: syntax).filter { $0.syntax != syntax }.map { ($0.kind, $0.syntax.description) }
    }
}

extension Requirement.Quantifier {
    /// What may be written for it by mistake.
    fileprivate var others: [Self] {
        switch self {
        case .every: [.some, .none]
        case .some: [.every, .none]
        case .none: [.some]
        case .atLeast(let count): [.atLeast(count + 1), .atLeast(count - 1)]
        }
    }
}
