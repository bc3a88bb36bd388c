/// Characters that do something instead of being seen: they steer a terminal, end a line, or turn the direction of writing round, so that
/// text reads otherwise than it is (Unicode Technical Report 36, 2.10; Boucher and Anderson, "Trojan Source", 2021).
extension Unicode.Scalar {
    /// Whether it is one: C0 and C1 controls (tab and line breaks among them), line and paragraph separators, marks of direction, the space
    /// without width, the byte order mark, anchors of annotations and tags.
    public var isSteering: Bool {
        switch value {
        case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
            0xE0000...0xE007F:
            true
        default: false
        }
    }

    /// Its code point as people write it: `U+202E`.
    public var codePoint: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

extension StringProtocol {
    /// Whether it may hold characters that steer; false is certain, and cheap.
    public var maySteer: Bool {
        utf8.contains { byte in
            // Controls, and the first bytes of the others in UTF-8.
            byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xD8 || byte == 0xE2 || byte == 0xEF || byte == 0xF3
        }
    }
}
