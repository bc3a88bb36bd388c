/// A function that expressions may call, with all its variants.
public struct FunctionDeclaration: Sendable {
    /// Computes a call. Arguments have the run-time types of the overload's parameters; for a method the receiver comes first.
    public typealias Implementation = @Sendable ([Value]) throws(EvaluationError) -> Value

    /// One variant: how it is called, what it takes and gives.
    public struct Overload: Sendable {
        /// A name that is unique among all overloads, such as `size_list`.
        public let id: String
        /// Called as `receiver.name(…)`; the receiver is the first parameter.
        public let isMethod: Bool
        /// The types of the arguments; may hold type parameters.
        public let parameters: [ValueType]
        /// The type of the result.
        public let result: ValueType
        /// How to compute it; an overload without one can be checked, and calling it is an error.
        public let implementation: Implementation?

        /// Declares a variant.
        public init(
            id: String,
            isMethod: Bool = false,
            parameters: [ValueType],
            result: ValueType,
            implementation: Implementation? = nil
        ) {
            self.id = id
            self.isMethod = isMethod
            self.parameters = parameters
            self.result = result
            self.implementation = implementation
        }
    }

    /// The full name, such as `size` or `law.articleOf`.
    public let name: String
    /// The variants; a call must fit at least one.
    public let overloads: [Overload]

    /// Declares a function.
    public init(_ name: String, overloads: [Overload]) {
        self.name = name
        self.overloads = overloads
    }
}
