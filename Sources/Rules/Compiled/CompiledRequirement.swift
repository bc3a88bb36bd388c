public import Expressions
public import LifecycleModel

/// A requirement with its expression compiled; shared, never copied.
public final class CompiledRequirement: Sendable {
    /// The requirement as the rule file says it.
    public let rule: Requirement
    /// Its expression with the sources of its facts; nil when it does not compile.
    public let compiled: CompiledExpression?
    /// The facts the expression names, in the order of the text.
    public let readings: [Reading]
    /// The parameters of its refusal.
    public let parameters: [Blocker.Parameter]
    /// Who can mend it, in words; nil when the rules do not say.
    public let cure: Phrase?

    /// Its expression; nil when it does not compile.
    public var expression: Expression? { compiled?.expression }

    /// A fact that the expression names.
    public final class Reading: Sendable {
        /// Its path as it is written.
        public let text: String
        /// Where the variable or its first field comes from.
        public let source: FactSource
        /// The way on from there, from nowhere when it is that.
        public let rest: FactPath

        init(_ path: FactPath, names: FactNames, parameters: Value) {
            text = path.description
            source = FactSource(path, names: names, parameters: parameters)
            rest = FactPath(root: path.root, fields: Array(path.fields.dropFirst()))
        }
    }

    init(rule: Requirement, expression: CompiledExpression?, names: FactNames, parameters values: Value, roles: [String: Role]) {
        self.rule = rule
        compiled = expression
        readings = (expression?.expression.references ?? []).map { Reading($0, names: names, parameters: values) }
        parameters = [Blocker.Parameter("requirement", rule.id)]
        let vi = rule.cure.map { roles[$0]?.label.vi ?? $0 }.joined(separator: ", ")
        let en = rule.cure.map { roles[$0]?.label[.en] ?? $0 }.joined(separator: ", ")
        cure = rule.cure.isEmpty ? nil : Phrase(vi: "Người xử lý: \(vi)", en: "To be mended by: \(en)")
    }
}
