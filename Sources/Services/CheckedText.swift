public import LifecycleModel

/// A text as it may be stored: composed (NFC), without characters that steer a terminal or hide what stands there, of a sensible length.
public struct CheckedText: Sendable, Hashable {
    /// The text.
    public let text: String

    /// Checks a text; a decomposed one, as some keyboards and file systems give it, is composed.
    ///
    /// - Parameters:
    ///   - text: the text as it was given.
    ///   - longest: most characters (code points) it may have.
    ///   - isOneLine: whether line breaks and tabs are refused, too.
    /// - Throws: `TextFault` that names the first character that may not stand there.
    public init(_ text: String, longest: Int, isOneLine: Bool = false) throws(TextFault) {
        let composed = VietnameseText.composed(text)
        // Code points, not letters: one letter may carry any number of marks.
        let length = composed.unicodeScalars.count
        guard length <= longest else { throw .tooLong(length, longest: longest) }
        for scalar in composed.unicodeScalars where CheckedText.isUnwanted(scalar, isOneLine) { throw .unwanted(scalar.value) }
        self.text = composed
    }

    /// Characters that steer; line breaks and tabs where there may be several lines.
    private static func isUnwanted(_ scalar: Unicode.Scalar, _ isOneLine: Bool) -> Bool {
        scalar.isSteering && (isOneLine || scalar != "\t" && scalar != "\n")
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
            let code = Unicode.Scalar(value)?.codePoint ?? ""
            return Phrase(vi: "có ký tự điều khiển \(code)", en: "has the control character \(code)")
        }
    }
}
