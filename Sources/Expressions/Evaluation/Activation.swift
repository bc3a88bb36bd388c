/// The facts that an expression is evaluated over.
///
/// Each root variable of the expression (``Expression/rootVariables``) is asked for once per evaluation, before anything is computed. Records
/// of facts are given as maps with string keys (``Value/record(_:)``).
public protocol Activation {
    /// The value of a declared variable by its full name, or nil when it is not known.
    func value(of name: String) -> Value?
}

extension Dictionary: Activation where Key == String, Value == Expressions.Value {
    /// The value under the name.
    public func value(of name: String) -> Expressions.Value? { self[name] }
}

/// No facts at all, for expressions that read none.
public struct EmptyActivation: Activation, Sendable {
    /// There is nothing to set up.
    public init() {}

    /// Always nil.
    public func value(of name: String) -> Value? { nil }
}
