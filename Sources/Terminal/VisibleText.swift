import LifecycleModel

/// Makes text from outside harmless on a terminal: what would steer it becomes visible.
///
/// Control characters become their pictures (ESC → ␛), C1 controls, bidirectional overrides and line separators their code points
/// (`‹U+202E›`). Line breaks stay; who cannot use them replaces them.
public enum VisibleText {
    /// The harmless text; where only ASCII may be drawn, controls are written `^[`.
    public static func of(_ text: String, drawing: Bool = true) -> String {
        guard text.maySteer else { return text }
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
        case _ where scalar.isSteering: visible += drawing ? "‹\(scalar.codePoint)›" : "<\(scalar.codePoint)>"
        default:
            visible.unicodeScalars.append(scalar)
        }
    }
}
