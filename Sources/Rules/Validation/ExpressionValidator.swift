import Expressions
import LifecycleModel

/// `unknown-name`, `type-mismatch` and the other codes of the expression language: clauses that do not compile.
struct ExpressionValidator {
    func findings(in compiled: CompiledRegime) -> [Finding] {
        compiled.faults.compactMap { fault in
            // A word such as `deadline-met` is checked by its own validator; its expression is not what people wrote.
            let isWritten = fault.path.hasSuffix("/that") || fault.path.contains("/effects/") || fault.path.hasSuffix("/amount/at-most")
            guard isWritten || !compiled.isWord(at: fault.path) else { return nil }
            return Finding(fault.fault, at: RulePath(fault.path), isWritten: isWritten)
        }
    }
}

extension CompiledRegime {
    /// Whether the path leads to a requirement whose names another validator checks.
    fileprivate func isWord(at path: String) -> Bool {
        let steps = path.split(separator: "/")
        guard steps.count >= 6, steps[0] == "machines", steps[2] == "transitions", steps[4] == "requires",
            let machine = regime.machine(String(steps[1])), let number = Int(steps[3]), let index = Int(steps[5]),
            machine.transitions.indices.contains(number), machine.transitions[number].requires.indices.contains(index)
        else { return false }
        switch machine.transitions[number].requires[index].condition {
        case .clause, .atMost: return false
        default: return true
        }
    }
}

extension Finding {
    /// What is wrong with an expression.
    init(_ fault: CompileFault, at path: RulePath, isWritten: Bool = true) {
        self.init(
            fault.code.rawValue,
            at: path,
            offset: isWritten ? fault.location.offset : nil,
            fault.phrase,
            hint: fault.hint
        )
    }
}
