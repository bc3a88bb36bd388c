/// The sign between the cells of a row.
public enum Delimiter: Character, Sendable, Hashable, CaseIterable {
    /// `,` as RFC 4180 has it.
    case comma = ","
    /// `;` as spreadsheets write it where the comma is the decimal sign, as in Vietnam.
    case semicolon = ";"

    /// The sign as a byte.
    public var byte: UInt8 {
        switch self {
        case .comma: UInt8(ascii: ",")
        case .semicolon: UInt8(ascii: ";")
        }
    }

    /// The sign that parts the first row with anything in it: the one that occurs there more often outside quotes; a comma when neither does.
    public init(detectingIn bytes: some Sequence<UInt8>) {
        var commas = 0
        var semicolons = 0
        var isQuoted = false
        var hasContent = false
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: ",") where !isQuoted: commas += 1
            case UInt8(ascii: ";") where !isQuoted: semicolons += 1
            case UInt8(ascii: "\n") where !isQuoted && hasContent, UInt8(ascii: "\r") where !isQuoted && hasContent:
                self = semicolons > commas ? .semicolon : .comma
                return
            default: break
            }
            hasContent = hasContent || byte > 0x20
        }
        self = semicolons > commas ? .semicolon : .comma
    }
}
