import LifecycleModel

/// Whether the text of a cell can be kept: Unicode, composed, nothing lost, nothing that steers a screen.
enum TextCheck {
    /// What is wrong with the text, if anything: code, message, hint.
    struct Finding {
        let code: ImportFault.Code
        let message: Phrase
        let hint: Phrase?

        /// Whether the text may have been lost only when its bytes were read as UTF-8.
        var mayComeFromBytes: Bool { code == .damagedText }
    }

    /// Checks a cell.
    static func finding(in text: String) -> Finding? {
        let signs = Signs(of: text)
        if signs.isEmpty { return nil }
        if signs.contains(.replacement), text.unicodeScalars.contains("\u{FFFD}") { return damaged(text) }
        if signs.contains(.nonASCII) || signs.contains(.question), let encoding = LegacyEncoding.detect(in: text) {
            return legacy(encoding, text)
        }
        if signs.contains(.control), let control = text.unicodeScalars.first(where: isControl) { return Self.control(control) }
        if signs.contains(.nonASCII), !VietnameseText.isComposed(text) { return decomposed(text) }
        return nil
    }

    /// What the bytes of a text let one suspect, so that most cells need one look only.
    private struct Signs: OptionSet {
        let rawValue: UInt8

        static let nonASCII = Signs(rawValue: 1)
        static let question = Signs(rawValue: 2)
        /// A control character, or the first byte of those beyond ASCII.
        static let control = Signs(rawValue: 4)
        /// The first byte of U+FFFD.
        static let replacement = Signs(rawValue: 8)

        init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        init(of text: String) {
            var signs: Signs = []
            for byte in text.utf8 where byte < 0x20 || byte >= 0x7F || byte == UInt8(ascii: "?") {
                switch byte {
                case UInt8(ascii: "?"): signs.formUnion(.question)
                case 0x00..<0x20, 0x7F: signs.formUnion(.control)
                case 0xC2, 0xD8, 0xE2, 0xF3: signs.formUnion([.nonASCII, .control])
                case 0xEF: signs.formUnion([.nonASCII, .control, .replacement])
                default: signs.formUnion(.nonASCII)
                }
            }
            self = signs
        }
    }

    /// Says what a row is whose bytes are not UTF-8.
    static func finding(inBytes bytes: ArraySlice<UInt8>) -> Finding? {
        guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
        if let encoding = LegacyEncoding.detect(in: bytes) {
            return Finding(
                code: .legacyEncoding,
                message: Phrase(vi: "không phải UTF-8 mà là \(encoding.name.vi)", en: "this is not UTF-8 but \(encoding.name.en)"),
                hint: encoding.hint
            )
        }
        return Finding(
            code: .legacyEncoding,
            message: Phrase(vi: "có byte không phải UTF-8", en: "there are bytes that are not UTF-8"),
            hint: Phrase(vi: "lưu tệp dạng ‘CSV UTF-8’", en: "save the file as ‘CSV UTF-8’")
        )
    }

    private static func legacy(_ encoding: LegacyEncoding, _ text: String) -> Finding {
        let shown = CellText.quoted(text)
        return Finding(
            code: encoding == .questionMarks ? .damagedText : .legacyEncoding,
            message: Phrase(vi: "‘\(shown)’: \(encoding.name.vi)", en: "‘\(shown)’: \(encoding.name.en)"),
            hint: encoding.hint
        )
    }

    private static func damaged(_ text: String) -> Finding {
        Finding(
            code: .damagedText,
            message: Phrase(
                vi: "‘\(CellText.quoted(text))’ có ký tự đã mất (U+FFFD)",
                en: "‘\(CellText.quoted(text))’ has lost characters (U+FFFD)"
            ),
            hint: LegacyEncoding.questionMarks.hint
        )
    }

    private static func decomposed(_ text: String) -> Finding {
        let composed = CellText.quoted(VietnameseText.composed(text))
        return Finding(
            code: .decomposedText,
            message: Phrase(vi: "chữ chưa ở dạng dựng sẵn (NFC)", en: "the letters are not composed (NFC)"),
            hint: Phrase(vi: "chuyển sang Unicode dựng sẵn (NFC): ‘\(composed)’", en: "convert it to composed Unicode (NFC): ‘\(composed)’")
        )
    }

    private static func control(_ scalar: Unicode.Scalar) -> Finding {
        let code = scalar.codePoint
        return Finding(
            code: .controlCharacter,
            message: Phrase(vi: "có ký tự điều khiển \(code)", en: "there is a control character \(code)"),
            hint: Phrase(vi: "xóa ký tự đó", en: "delete that character")
        )
    }

    /// Characters that steer, other than tab and line breaks.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isSteering && scalar != "\t" && scalar != "\n" && scalar != "\r"
    }
}
