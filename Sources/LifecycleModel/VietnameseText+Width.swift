extension VietnameseText {
    /// How many columns the text takes on a terminal: combining marks and control characters none, East Asian wide characters and
    /// emoji two, all else one. Source: Unicode Standard Annex 11 (East Asian Width), Unicode Technical Standard 51 (emoji).
    public static func displayWidth(_ text: String) -> Int {
        if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text.utf8.count }
        return text.reduce(0) { $0 + width($1) }
    }

    /// The text filled up with blanks to so many columns; a wider text stays as it is.
    public static func padded(_ text: String, to columns: Int, alignedRight: Bool = false) -> String {
        let blanks = String(repeating: " ", count: max(0, columns - displayWidth(text)))
        return alignedRight ? blanks + text : text + blanks
    }

    /// The text cut to at most so many columns, with `…` where something was cut.
    public static func truncated(_ text: String, to columns: Int) -> String {
        guard displayWidth(text) > columns else { return text }
        var result = ""
        var used = 0
        for character in text {
            let width = width(character)
            guard used + width < columns else { break }
            result.append(character)
            used += width
        }
        return columns > 0 ? result + "…" : ""
    }

    /// A character takes the place of its widest scalar: marks stand over their letter, joined emoji form one picture.
    private static func width(_ character: Character) -> Int {
        var widest = 0
        for scalar in character.unicodeScalars {
            if scalar.value == 0xFE0F && widest > 0 { return 2 }
            widest = max(widest, width(scalar))
        }
        return widest
    }

    private static func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x20..<0x7F, 0xA1..<0xAD, 0xAE..<0x300, 0x1E00...0x1EFF: return 1
        default: break
        }
        switch scalar.properties.generalCategory {
        case .control, .format, .nonspacingMark, .enclosingMark, .lineSeparator, .paragraphSeparator, .surrogate: return 0
        default: break
        }
        if scalar.properties.isEmojiPresentation { return 2 }
        return wideRanges.contains { $0.contains(scalar.value) } ? 2 : 1
    }

    private static let wideRanges: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3,
        0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1_6FE0...0x1_8CFF, 0x1_AFF0...0x1_B2FF,
        0x1_F200...0x1_F202, 0x1_F210...0x1_F23B, 0x1_F240...0x1_F248, 0x2_0000...0x2_FFFD, 0x3_0000...0x3_FFFD,
    ]
}
