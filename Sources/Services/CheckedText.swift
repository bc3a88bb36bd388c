public import LifecycleModel

/// A text as it may be stored: composed (NFC), without characters that steer a terminal or hide what stands there, of a sensible length.
public struct CheckedText: Sendable, Hashable {
    /// The text.
    public let text: String

    /// Checks a text; a decomposed one, as some keyboards and file systems give it, is composed.
    ///
    /// - Parameters:
    ///   - text: the text as it was given.
    ///   - longest: most characters it may have.
    ///   - isOneLine: whether line breaks and tabs are refused, too.
    /// - Throws: `TextFault` that names the first character that may not stand there.
    public init(_ text: String, longest: Int, isOneLine: Bool = false) throws(TextFault) {
        let composed = VietnameseText.composed(text)
        guard composed.count <= longest else { throw .tooLong(composed.count, longest: longest) }
        for scalar in composed.unicodeScalars where CheckedText.isUnwanted(scalar, isOneLine) { throw .unwanted(scalar.value) }
        self.text = composed
    }

    /// Control characters, and those that turn the direction of writing round.
    private static func isUnwanted(_ scalar: Unicode.Scalar, _ isOneLine: Bool) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: isOneLine
        case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }
}

/// Why a text may not be stored.
public enum TextFault: ExplainedError, Sendable, Hashable {
    /// It has more characters than may be.
    case tooLong(Int, longest: Int)
    /// It has a character, given by its code point, that may not stand there.
    case unwanted(UInt32)

    /// What is wrong.
    public var phrase: Phrase {
        switch self {
        case .tooLong(let count, let longest):
            return Phrase(vi: "dài \(count) ký tự, quá \(longest)", en: "has \(count) characters, more than \(longest)")
        case .unwanted(let value):
            let digits = String(value, radix: 16, uppercase: true)
            let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
            return Phrase(vi: "có ký tự điều khiển \(code)", en: "has the control character \(code)")
        }
    }
}
