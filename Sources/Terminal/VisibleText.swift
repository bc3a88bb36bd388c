import LifecycleModel

/// Makes text from outside harmless on a terminal: what would steer it becomes visible.
///
/// Control characters become their pictures (ESC → ␛), C1 controls, bidirectional overrides and line separators their code points
/// (`‹U+202E›`). Line breaks stay; who cannot use them replaces them.
public enum VisibleText {
    /// The harmless text; where only ASCII may be drawn, controls are written `^[`.
    public static func of(_ text: String, drawing: Bool = true) -> String {
        guard text.utf8.contains(where: isSuspicious) else { return text }
        var visible = ""
        visible.reserveCapacity(text.utf8.count + 8)
        var iterator = text.unicodeScalars.makeIterator()
        var pending = iterator.next()
        while let scalar = pending {
            pending = iterator.next()
            if scalar == "\r", pending == "\n" { continue }
            append(scalar, to: &visible, drawing: drawing)
        }
        return visible
    }

    /// Control bytes, and the first bytes of the scalars that may be unwanted (C1 controls, U+061C, U+2000…, U+FEFF, tags).
    private static func isSuspicious(_ byte: UInt8) -> Bool {
        byte < 0x20 && byte != 0x0A || byte == 0x7F || byte == 0xC2 || byte == 0xD8 || byte == 0xE2 || byte == 0xEF || byte == 0xF3
    }

    private static func append(_ scalar: Unicode.Scalar, to visible: inout String, drawing: Bool) {
        switch scalar.value {
        case 0x0A:
            visible.unicodeScalars.append(scalar)
        case 0x00...0x1F, 0x7F:
            if drawing, let picture = Unicode.Scalar(scalar.value == 0x7F ? 0x2421 : 0x2400 + scalar.value) {
                visible.unicodeScalars.append(picture)
            } else {
                visible += "^"
                visible.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) ^ 0x40))
            }
        case 0x80...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
            let digits = String(scalar.value, radix: 16, uppercase: true)
            let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
            visible += drawing ? "‹\(code)›" : "<\(code)>"
        default:
            visible.unicodeScalars.append(scalar)
        }
    }
}
