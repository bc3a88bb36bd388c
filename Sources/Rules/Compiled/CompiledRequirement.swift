public import Expressions
public import LifecycleModel

/// A requirement with its expression compiled; shared, never copied.
public final class CompiledRequirement: Sendable {
    /// The requirement as the rule file says it.
    public let rule: Requirement
    /// Its expression; nil when it does not compile.
    public let expression: Expression?
    /// For each variable of the expression, its place among the transition's roots.
    public let places: [Int]
    /// The facts the expression names, in the order of the text.
    public let readings: [Reading]
    /// The parameters of its refusal.
    public let parameters: [Blocker.Parameter]
    /// Who can mend it, in words; nil when the rules do not say.
    public let cure: Phrase?

    /// A fact that the expression names.
    public struct Reading: Sendable {
        /// Its path as it is written.
        public let text: String
        /// The place of its root among the transition's roots.
        public let place: Int
        /// Its path.
        public let path: FactPath
    }

    init(rule: Requirement, expression: Expression?, roots: inout FactRoots, roles: [String: Role]) {
        self.rule = rule
        self.expression = expression
        places = (expression?.variables ?? []).map { roots.place($0) }
        readings = (expression?.references ?? []).map { path in
            Reading(text: path.description, place: roots.place(path.root), path: path)
        }
        parameters = [Blocker.Parameter("requirement", rule.id)]
        let vi = rule.cure.map { roles[$0]?.label.vi ?? $0 }.joined(separator: ", ")
        let en = rule.cure.map { roles[$0]?.label[.en] ?? $0 }.joined(separator: ", ")
        cure = rule.cure.isEmpty ? nil : Phrase(vi: "Người xử lý: \(vi)", en: "To be mended by: \(en)")
    }
}
