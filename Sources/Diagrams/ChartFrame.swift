/// What stands above a chart: its title, what is said under it, and what the colours mean.
struct ChartFrame {
    static let margin = 24.0
    static let font = TextMeasure(size: 11)
    private static let titleFont = TextMeasure(size: 18, isBold: true)

    /// Width of the whole page.
    let width: Double

    /// Draws title and subtitle and answers where they end.
    func drawHead(_ title: String, _ subtitle: String, on page: inout SVGPage) -> Double {
        var y = Self.margin
        for line in Self.titleFont.balance(title, to: width - 2 * Self.margin) {
            y += Self.titleFont.lineHeight
            page.text(line, x: Self.margin, y: y - 6, font: Self.titleFont)
        }
        for line in Self.font.wrap(subtitle, to: width - 2 * Self.margin) where !line.isEmpty {
            y += Self.font.lineHeight + 3
            page.text(line, x: Self.margin, y: y - 5, font: Self.font, fill: Palette.faint)
        }
        return y
    }

    /// Draws what the signs mean, one entry after the other, in a new line where the page ends; answers where they end.
    ///
    /// - Parameter sign: draws the sign of an entry with its top left corner there, 16 wide and 11 high.
    func drawKey(
        _ names: [String],
        on page: inout SVGPage,
        from top: Double,
        sign: (_ index: Int, _ x: Double, _ y: Double, _ page: inout SVGPage) -> Void
    ) -> Double {
        var (x, y) = (Self.margin, top)
        for (index, name) in names.enumerated() {
            let room = 22 + Self.font.width(name) + 20
            if x + room > width - Self.margin, x > Self.margin {
                x = Self.margin
                y += 20
            }
            sign(index, x, y, &page)
            page.text(name, x: x + 22, y: y + 10, font: Self.font)
            x += room
        }
        return y + 12
    }
}
