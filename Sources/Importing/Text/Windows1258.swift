import LifecycleModel

/// Windows code page 1258: Latin-1 with a few Vietnamese letters, tones as marks behind their letters.
enum Windows1258 {
    /// The bytes as text with composed letters; bytes that the code page does not have become U+FFFD.
    static func decoded(_ bytes: [UInt8]) -> String {
        var text = ""
        for byte in bytes {
            text.unicodeScalars.append(special[byte] ?? ((0x80..<0xA0).contains(byte) ? "\u{FFFD}" : Unicode.Scalar(byte)))
        }
        return VietnameseText.composed(text)
    }

    private static let special: [UInt8: Unicode.Scalar] = [
        0xC3: "Ă", 0xE3: "ă", 0xD0: "Đ", 0xF0: "đ", 0xD5: "Ơ", 0xF5: "ơ", 0xDD: "Ư", 0xFD: "ư", 0xCC: "\u{300}", 0xEC: "\u{301}",
        0xD2: "\u{309}", 0xDE: "\u{303}", 0xF2: "\u{323}", 0xFE: "₫",
    ]
}
