/// The facts that an expression is evaluated over.
///
/// Each root variable of the expression (``Expression/rootVariables``) is asked for once per evaluation, before anything is computed. Records
/// of facts are given as maps with string keys (``Value/record(_:)``). ``Facts`` is the quickest activation; a plain dictionary serves too.
public protocol Activation {
    /// The value of a declared variable by its full name, or nil when it is not known.
    func value(of name: String) -> Value?

    /// The same for a name that was made ready for searching when the expression was compiled. The default asks by name.
    func value(of variable: VariableName) -> Value?
}

extension Activation {
    /// Asks by name.
    public func value(of variable: VariableName) -> Value? { value(of: variable.name) }
}

/// The full name of a variable, made ready for searching.
public struct VariableName: Sendable {
    let field: FieldName

    init(_ name: String) {
        field = FieldName(name)
    }

    /// The full name, such as `task` or `com.example.limit`.
    public var name: String { field.text }
}

/// Facts that many expressions are evaluated over, laid out for quick searching.
public struct Facts: Activation, Sendable, Hashable {
    private let values: MapValue

    /// Lays out values under the full names of the declared variables.
    public init(_ values: [String: Value]) {
        self.values = MapValue(fields: values)
    }

    /// The value under the name.
    public func value(of name: String) -> Value? { values[name] }

    /// The value under the name, without computing its fingerprint again.
    public func value(of variable: VariableName) -> Value? { values[variable.field] }
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
