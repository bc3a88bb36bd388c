extension Parser {
    /// `has(operand.field)`
    mutating func presence(of argument: Syntax, start: Int) throws(Stop) -> Syntax {
        guard case .select(let operand, let field) = argument.kind else {
            faults.add(
                .invalidMacro,
                at: argument.range.lowerBound,
                "has() takes a field selection such as has(a.b)",
                ["macro": "has", "reason": "no-field"]
            )
            return argument
        }
        return try node(.presence(operand, field: field), from: start, focus: argument.focus)
    }

    /// `range.macro(variable, …)`
    mutating func comprehension(
        _ macro: ComprehensionMacro,
        range: Syntax,
        arguments: [Syntax],
        start: Int,
        focus: Int
    ) throws(Stop) -> Syntax {
        guard case .identifier(let variable) = arguments[0].kind, !variable.hasPrefix(".") else {
            faults.add(
                .invalidMacro,
                at: arguments[0].range.lowerBound,
                "the first argument of \(macro.rawValue)() must be a simple name",
                ["macro": macro.rawValue, "reason": "no-variable"]
            )
            return range
        }
        let comprehension = Syntax.Comprehension(
            macro: macro,
            range: range,
            variable: variable,
            condition: arguments.count == 3 ? arguments[1] : nil,
            body: arguments[arguments.count - 1]
        )
        return try node(.comprehension(comprehension), from: start, focus: focus)
    }
}

extension ComprehensionMacro {
    /// Whether a method call with so many arguments is this macro; otherwise it is an ordinary method.
    func takes(_ count: Int) -> Bool {
        count == 2 || (self == .map && count == 3)
    }
}
