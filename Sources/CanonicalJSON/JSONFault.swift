/// Why a text is not acceptable JSON, and where.
public struct JSONFault: Error, Sendable, Hashable {
    /// What is wrong.
    public enum Kind: Sendable, Hashable {
        /// The text ends inside a value.
        case unexpectedEnd
        /// A byte that no value can have here.
        case unexpectedByte(UInt8)
        /// Something follows the value.
        case trailingContent
        /// A number that is not written as JSON writes integers, such as `01` or `-`.
        case badNumber
        /// A number with a fraction or an exponent: only whole numbers are stored.
        case fractionalNumber
        /// An integer beyond 64 bits.
        case integerOutOfRange
        /// A control character inside a string that is not escaped.
        case bareControlCharacter
        /// An escape that JSON does not have.
        case badEscape
        /// A `\u` escape of one half of a surrogate pair.
        case loneSurrogate
        /// Bytes that are not UTF-8.
        case invalidUTF8
        /// A key that the object already has.
        case duplicateKey(String)
        /// Arrays and objects nested deeper than allowed.
        case tooDeep(limit: Int)
    }

    /// What is wrong.
    public let kind: Kind
    /// Bytes from the start of the text, from 0.
    public let offset: Int
    /// The line, from 1.
    public let line: Int
    /// The column in Unicode scalars, from 1.
    public let column: Int

    /// A fault at a byte of the given text.
    init(_ kind: Kind, at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) {
        self.kind = kind
        self.offset = offset
        var line = 1
        var column = 1
        for byte in bytes.prefix(offset) {
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        self.line = line
        self.column = column
    }
}

extension JSONFault: CustomStringConvertible {
    /// The fault in English with its place.
    public var description: String {
        "line \(line), column \(column) (byte \(offset)): \(kind)"
    }
}

extension JSONFault.Kind: CustomStringConvertible {
    /// The fault in English.
    public var description: String {
        switch self {
        case .unexpectedEnd: "the text ends inside a value"
        case .unexpectedByte(let byte):
            (0x21..<0x7F).contains(byte) ? "unexpected ‘\(Unicode.Scalar(byte))’" : "unexpected byte 0x\(String(byte, radix: 16))"
        case .trailingContent: "something follows the value"
        case .badNumber: "not a number as JSON writes it"
        case .fractionalNumber: "a fraction or exponent: only whole numbers are accepted"
        case .integerOutOfRange: "the integer does not fit in 64 bits"
        case .bareControlCharacter: "a control character in a string must be escaped"
        case .badEscape: "unknown escape"
        case .loneSurrogate: "half of a surrogate pair"
        case .invalidUTF8: "not valid UTF-8"
        case .duplicateKey(let key): "the key ‘\(key)’ occurs twice"
        case .tooDeep(let limit): "nested deeper than \(limit) levels"
        }
    }
}
