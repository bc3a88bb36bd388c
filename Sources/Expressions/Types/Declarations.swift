/// What an expression may talk about: variables, functions, and the container that short names are looked up in.
public struct Declarations: Sendable {
    /// The types of the variables by full name (`task`, `com.example.limit`).
    public var variables: [String: ValueType]
    /// Functions beside the standard ones. One that has the name of a standard function adds overloads to it.
    public var functions: [FunctionDeclaration]
    /// The container, such as `a.b`: the name `x` is tried as `a.b.x`, then `a.x`, then `x`. Empty for none.
    public var container: String

    /// Collects declarations.
    public init(variables: [String: ValueType] = [:], functions: [FunctionDeclaration] = [], container: String = "") {
        self.variables = variables
        self.functions = functions
        self.container = container
    }

    /// The full names that a written name may stand for, in the order to try them. A leading dot means the root only.
    func candidates(for name: String) -> [String] {
        if name.hasPrefix(".") { return [String(name.dropFirst())] }
        guard !container.isEmpty else { return [name] }
        var names: [String] = []
        var prefix = Substring(container)
        while true {
            names.append(prefix + "." + name)
            guard let dot = prefix.lastIndex(of: ".") else { break }
            prefix = prefix[..<dot]
        }
        return names + [name]
    }
}
