package import Expressions

/// `expression` faults in the conditions of invariants.
struct InvariantClauseValidator {
    func findings(in compiled: CompiledRegime) -> [Finding] {
        compiled.regime.invariants.sorted { $0.key < $1.key }.flatMap { id, invariant -> [Finding] in
            guard let (key, source) = invariant.clause, compiled.regime.machine(invariant.machine) != nil else { return [] }
            do throws(CompileFailure) {
                _ = try compiled.expression(source, ofInvariantOf: invariant.machine)
                return []
            } catch {
                return error.faults.map { fault in
                    Finding(fault, at: RulePath("invariants") / id / key)
                }
            }
        }
    }
}

extension CompiledRegime {
    /// The condition of an invariant about a machine, compiled.
    package func expression(_ source: String, ofInvariantOf machine: String) throws(CompileFailure) -> Expression {
        let declarations = environment.declarations(for: machine)
        return try Expression.compile(source, declarations: declarations, options: CompileOptions(resultType: .bool))
    }
}
