/// How wide words come out in a generic sans-serif font.
///
/// Nobody knows which font a viewer has, so the widths are those of DejaVu Sans, among the widest of the common ones: what fits by this
/// measure fits in Arial, Helvetica, Noto Sans and Segoe UI, too.
package struct TextMeasure: Sendable, Hashable {
    /// Height of the font in pixels.
    package let size: Double
    /// Whether the letters are bold, about a tenth wider.
    package var isBold: Bool

    package init(size: Double, isBold: Bool = false) {
        self.size = size
        self.isBold = isBold
    }

    /// The height of one line.
    package var lineHeight: Double { (size * 1.28).rounded() }

    /// The width of a text in one line.
    package func width(_ text: String) -> Double {
        let units = text.unicodeScalars.reduce(0) { $0 + Self.width(of: $1) }
        return Double(units) * size / 1000 * (isBold ? 1.1 : 1)
    }

    /// The text in lines no wider than `limit`, broken between words; a single word that is wider is cut.
    package func wrap(_ text: String, to limit: Double) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(whereSeparator: \.isWhitespace) {
            if line.isEmpty || width(line + " " + word) <= limit {
                line += (line.isEmpty ? "" : " ") + word
            } else {
                lines.append(line)
                line = String(word)
            }
            while width(line) > limit, line.count > 1 {
                var head = line
                while width(head) > limit, head.count > 1 { head.removeLast() }
                lines.append(head)
                line = String(line.dropFirst(head.count))
            }
        }
        return line.isEmpty && !lines.isEmpty ? lines : lines + [line]
    }

    /// As few lines as `wrap` gives, yet of about the same width.
    package func balance(_ text: String, to limit: Double) -> [String] {
        let widest = wrap(text, to: limit)
        guard widest.count > 1 else { return widest }
        var best = widest
        var narrower = limit - 6
        while narrower > limit / 2, case let lines = wrap(text, to: narrower), lines.count == widest.count {
            best = lines
            narrower -= 6
        }
        return best
    }

    /// Thousandths of the font's height from ' ' to '~'.
    private static let ascii: [Int] = [
        318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636, 636, 636, 636, 636,
        337, 337,
        838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732,
        684, 989,
        685, 611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635,
        411, 521,
        392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
    ]

    private static func width(of scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x20...0x7E: return ascii[Int(scalar.value) - 0x20]
        case 0x300...0x36F: return 0
        case 0xA0: return 318
        case 0xB7: return 318
        case 0xEC, 0xED, 0x129, 0x1EC9, 0x1ECB: return 278
        case 0x1E00...0x1EFF: return letter(scalar)
        case 0x2002, 0x2013: return 500
        case 0x1100...0x10FFFF: return 1000
        default: return letter(scalar)
        }
    }

    /// Latin letters with marks, measured like their plain forms on the wide side.
    private static func letter(_ scalar: Unicode.Scalar) -> Int {
        scalar.properties.isUppercase ? 770 : 640
    }
}
