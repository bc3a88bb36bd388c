/// Collects the elements of an SVG picture; the same calls give the same bytes.
struct SVGPage {
    private(set) var body = ""

    /// The fonts asked for, in order.
    private static let fonts = "Noto Sans, Segoe UI, Helvetica, Arial, DejaVu Sans, sans-serif"

    /// Adds an element.
    mutating func add(_ name: String, _ attributes: [(String, String)], _ content: String? = nil) {
        body += "<\(name)"
        for (key, value) in attributes { body += " \(key)=\"\(value.xmlEscaped)\"" }
        body += content.map { ">\($0.xmlEscaped)</\(name)>\n" } ?? "/>\n"
    }

    /// A rectangle with rounded corners.
    mutating func box(_ frame: Frame, radius: Double, fill: String, stroke: String, width: Double = 1.2, dashes: String? = nil) {
        add(
            "rect",
            [
                ("x", frame.x.short), ("y", frame.y.short), ("width", frame.width.short), ("height", frame.height.short),
                ("rx", radius.short),
                ("fill", fill), ("stroke", stroke), ("stroke-width", width.short),
            ] + (dashes.map { [("stroke-dasharray", $0)] } ?? [])
        )
    }

    /// One line of text; `y` is its base line.
    mutating func text(
        _ text: String,
        x: Double,
        y: Double,
        font: TextMeasure,
        fill: String = Palette.ink,
        anchor: Anchor = .start,
        isItalic: Bool = false
    ) {
        var attributes = [("x", x.short), ("y", y.short), ("font-size", font.size.short), ("fill", fill)]
        if font.isBold { attributes.append(("font-weight", "bold")) }
        if isItalic { attributes.append(("font-style", "italic")) }
        if anchor != .start { attributes.append(("text-anchor", anchor.rawValue)) }
        add("text", attributes, text)
    }

    /// Where a text stands at its `x`.
    enum Anchor: String { case start, middle, end }

    /// A line along SVG path commands, with an arrow head where asked.
    mutating func path(_ commands: String, stroke: String, width: Double = 1.3, dashes: String? = nil, arrow: Arrow? = nil) {
        var attributes = [("d", commands), ("fill", "none"), ("stroke", stroke), ("stroke-width", width.short)]
        if let dashes { attributes.append(("stroke-dasharray", dashes)) }
        if let arrow { attributes.append((arrow.isAtStart ? "marker-start" : "marker-end", "url(#\(arrow.tip))")) }
        add("path", attributes)
    }

    /// A surface along SVG path commands that lets through what is behind it.
    mutating func area(_ commands: String, fill: String, opacity: Double) {
        add("path", [("d", commands), ("fill", fill), ("fill-opacity", "\(opacity)"), ("stroke", "none")])
    }

    /// An arrow head.
    struct Arrow {
        /// Which of the heads defined in the page.
        var tip: String
        /// Whether it sits at the beginning of the line.
        var isAtStart = false
    }

    /// The whole document.
    func document(width: Double, height: Double, title: String) -> String {
        // Only what the picture uses: several pictures may stand on one page, where every name may be given once.
        let used = [("tip", Palette.line), ("return", Palette.back)].filter { body.contains("url(#\($0.0))") }
        let tips = used.map { id, colour in
            "<marker id=\"\(id)\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto-start-reverse\">"
                + "<path d=\"M0 0.8 L10 5 L0 9.2 z\" fill=\"\(colour)\"/></marker>"
        }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width.short) \(height.short)" width="\(width.short)" height="\(height.short)" \
            font-family="\(Self.fonts)">
            <title>\(title.xmlEscaped)</title>
            \(tips.isEmpty ? "" : "<defs>\(tips.joined())</defs>\n")\
            <rect width="\(width.short)" height="\(height.short)" fill="#ffffff"/>
            \(body)</svg>

            """
    }
}

/// A rectangle, in pixels from the top left.
struct Frame: Hashable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    var middleX: Double { x + width / 2 }
    var middleY: Double { y + height / 2 }
    var right: Double { x + width }
    var bottom: Double { y + height }

    /// The frame made smaller on all sides.
    func inset(_ by: Double) -> Frame { Frame(x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by) }
}

extension Double {
    /// With at most one decimal.
    var short: String {
        let tenths = Int((self * 10).rounded())
        let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
        return (tenths < 0 ? "-" : "") + (rest == 0 ? "\(whole)" : "\(whole).\(rest)")
    }
}
