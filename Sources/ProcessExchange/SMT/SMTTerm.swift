/// Whether a condition holds and whether it fails, as SMT-LIB formulas. Where neither is true the information is missing: the guard language knows
/// three outcomes.
struct SMTCondition {
    var holds: String
    var fails: String

    /// The opposite.
    var negated: SMTCondition { SMTCondition(holds: fails, fails: holds) }

    /// A condition that is always known.
    static func certain(_ formula: String) -> SMTCondition { SMTCondition(holds: formula, fails: "(not \(formula))") }

    /// A condition known only where another formula is true.
    static func known(_ formula: String, when known: String) -> SMTCondition {
        SMTCondition(holds: SMT.all([known, formula]), fails: SMT.all([known, "(not \(formula))"]))
    }
}

/// A whole number, with the formula that says when it is known. Instants and lengths of time are seconds; texts are numbers that stand for them.
struct SMTTerm {
    var value: String
    var known: String
}

/// Formulas put together.
enum SMT {
    static func all(_ formulas: [String]) -> String {
        let parts = formulas.filter { $0 != "true" }
        return parts.count > 1 ? "(and \(parts.joined(separator: " ")))" : parts.first ?? "true"
    }

    static func any(_ formulas: [String]) -> String {
        let parts = formulas.filter { $0 != "false" }
        return parts.count > 1 ? "(or \(parts.joined(separator: " ")))" : parts.first ?? "false"
    }

    static func number(_ value: Int64) -> String { value < 0 ? "(- \(value.magnitude))" : "\(value)" }
}
