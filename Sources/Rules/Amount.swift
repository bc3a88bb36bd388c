/// A whole number of a rule, or the parameter that holds it: `2`, `param.reviewers`.
public enum Amount: Sendable, Hashable {
    /// The number itself.
    case number(Int)
    /// The name of a parameter.
    case parameter(String)

    /// How rule files write a parameter.
    public static let prefix = "param."

    /// The number; nil when there is no such parameter, or it is no whole number.
    public func value(in parameters: [String: Parameter]) -> Int? {
        switch self {
        case .number(let number): number
        case .parameter(let name):
            if case .integer(let value)? = parameters[name]?.value { Int(clamping: value) } else { nil }
        }
    }
}
