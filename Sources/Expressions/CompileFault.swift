/// A place in a source text.
public struct SourceLocation: Sendable, Hashable {
    /// Distance from the start in UTF-8 bytes.
    public let offset: Int
    /// Line number from 1.
    public let line: Int
    /// Column number from 1, counted in Unicode code points.
    public let column: Int

    /// The place that lies `offset` bytes into a text; an offset past the end means the end.
    public init(offset: Int, in source: String) {
        var line = 1
        var column = 1
        var passed = 0
        for scalar in source.unicodeScalars {
            guard passed < offset else { break }
            passed += UTF8.width(scalar)
            if scalar == "\n" {
                line += 1
                column = 1
            } else {
                column += 1
            }
        }
        self.offset = offset
        self.line = line
        self.column = column
    }
}

/// One thing that is wrong with a source text, found before anything is evaluated.
public struct CompileFault: Error, Sendable, Hashable {
    /// The closed set of complaints; the raw value is a stable code for tables and translations.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// A character that cannot stand here. Parameter `character`.
        case unexpectedCharacter = "unexpected-character"
        /// A text without its closing quote.
        case unterminatedString = "unterminated-string"
        /// An escape that is not known or not allowed. Parameter `escape`.
        case invalidEscape = "invalid-escape"
        /// A number that cannot be read or does not fit. Parameter `number`.
        case invalidNumber = "invalid-number"
        /// Something else was expected. Parameters `found`, `expected`.
        case unexpectedToken = "unexpected-token"
        /// A reserved word used as a name. Parameter `name`.
        case reservedWord = "reserved-word"
        /// A macro used wrongly. Parameters `macro`, `reason`.
        case invalidMacro = "invalid-macro"
        /// A bound of ``Limits``. Parameter `limit`.
        case limitExceeded = "limit-exceeded"
        /// A construct of the language that this implementation leaves out. Parameter `construct`.
        case unsupported
        /// A variable that is not declared. Parameters `name`, `candidates`.
        case unknownName = "unknown-name"
        /// A function that is not declared. Parameters `name`, `candidates`.
        case unknownFunction = "unknown-function"
        /// A field that the record does not have. Parameters `record`, `field`, `candidates`.
        case unknownField = "unknown-field"
        /// A field was asked of a type without fields. Parameters `type`, `field`.
        case notSelectable = "not-selectable"
        /// No variant of the function takes these types. Parameters `function`, `arguments`.
        case noMatchingOverload = "no-matching-overload"
        /// The operand of a macro has no elements. Parameters `macro`, `type`.
        case notIterable = "not-iterable"
        /// A part has another type than it must have. Parameters `expected`, `found`.
        case typeMismatch = "type-mismatch"
    }

    /// What is wrong.
    public let code: Code
    /// The particulars by name; see each code. `candidates` is a list separated by commas, best guess first, possibly empty.
    public let parameters: [String: String]
    /// Where it is wrong.
    public let location: SourceLocation
    /// The complaint in English.
    public let message: String

    /// A complaint at a place.
    public init(code: Code, parameters: [String: String] = [:], location: SourceLocation, message: String) {
        self.code = code
        self.parameters = parameters
        self.location = location
        self.message = message
    }
}

extension CompileFault: CustomStringConvertible {
    /// `line:column: code: message`
    public var description: String { "\(location.line):\(location.column): \(code.rawValue): \(message)" }
}

/// All that is wrong with a source text, in the order of the text.
public struct CompileFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// The complaints; never empty.
    public let faults: [CompileFault]

    /// Collects complaints.
    public init(faults: [CompileFault]) {
        self.faults = faults
    }

    /// One complaint a line.
    public var description: String { faults.map(\.description).joined(separator: "\n") }
}
