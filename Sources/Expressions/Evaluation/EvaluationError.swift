/// Why an expression has no value for the given facts. There is no such thing as a half result: an error is never `true`.
public struct EvaluationError: Error, Sendable, Hashable {
    /// The closed set of reasons.
    public enum Kind: Sendable, Hashable {
        /// A fact that the expression reads is not there; the full path, such as `task.state_money`.
        case missingFact(path: String)
        /// A map has no such key.
        case noSuchKey(String)
        /// A list has no such place.
        case indexOutOfRange(index: String, count: Int)
        /// Two entries of a map have this key.
        case duplicateKey(String)
        /// Values of this type cannot be keys of a map.
        case unsupportedKeyType(String)
        /// A number, instant or length of time left the range of its type.
        case overflow(String)
        /// A whole number was divided by zero.
        case divisionByZero
        /// The remainder of a division by zero was asked for.
        case modulusByZero
        /// A text cannot be read as a value of a type.
        case unreadable(text: String, type: String)
        /// No time zone has this name.
        case unknownTimeZone(String)
        /// An argument has the right type and a useless content in another way: a faulty pattern, bytes that are no text.
        case invalidArgument(String)
        /// No variant of the function takes arguments of these run-time types.
        case noMatchingOverload(function: String, arguments: [String])
        /// No function of this name was declared, or it was declared without an implementation.
        case unknownFunction(String)
        /// A bound of ``Limits`` was reached.
        case limitExceeded(Limits.Name)
    }

    /// The reason with its parameters.
    public let kind: Kind

    /// An error for a reason.
    public init(_ kind: Kind) {
        self.kind = kind
    }

    /// A short stable code for tables and translations, such as `missing-fact`.
    public var code: String {
        switch kind {
        case .missingFact: "missing-fact"
        case .noSuchKey: "no-such-key"
        case .indexOutOfRange: "index-out-of-range"
        case .duplicateKey: "duplicate-key"
        case .unsupportedKeyType: "unsupported-key-type"
        case .overflow: "overflow"
        case .divisionByZero: "division-by-zero"
        case .modulusByZero: "modulus-by-zero"
        case .invalidArgument, .unreadable, .unknownTimeZone: "invalid-argument"
        case .noMatchingOverload: "no-matching-overload"
        case .unknownFunction: "unknown-function"
        case .limitExceeded: "limit-exceeded"
        }
    }

    /// The path of the missing fact, when that is the reason.
    public var missingPath: String? {
        if case .missingFact(let path) = kind { path } else { nil }
    }

    /// Bounds stop the whole evaluation: `||` and `&&` must not absorb them.
    var stopsEverything: Bool {
        if case .limitExceeded = kind { true } else { false }
    }
}

extension EvaluationError: CustomStringConvertible {
    /// The reason in English.
    public var message: String {
        switch kind {
        case .missingFact(let path): "missing fact: \(path)"
        case .noSuchKey(let key): "no such key: \(key)"
        case .indexOutOfRange(let index, let count): "index out of range: \(index) in a list of \(count)"
        case .duplicateKey(let key): "duplicate map key: \(key)"
        case .unsupportedKeyType(let type): "unsupported map key type: \(type)"
        case .overflow(let what): "out of range: \(what)"
        case .divisionByZero: "division by zero"
        case .modulusByZero: "modulus by zero"
        case .unreadable(let text, let type): "invalid argument: cannot read '\(text)' as \(type)"
        case .unknownTimeZone(let zone): "invalid argument: unknown time zone '\(zone)'"
        case .invalidArgument(let what): "invalid argument: \(what)"
        case .noMatchingOverload(let function, let arguments):
            "no matching overload for '\(function)' applied to (\(arguments.joined(separator: ", ")))"
        case .unknownFunction(let name): "unknown function: \(name)"
        case .limitExceeded(let limit): "limit exceeded: \(limit.rawValue)"
        }
    }

    /// The reason in English.
    public var description: String { message }
}
