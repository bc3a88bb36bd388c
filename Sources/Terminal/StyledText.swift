/// Text in pieces, each with a meaning; what is in it is shown, never obeyed.
public struct StyledText: Sendable, Hashable {
    /// A piece of text in one style.
    struct Span: Sendable, Hashable {
        var text: String
        var style: Style
    }

    var spans: [Span]

    init(spans: [Span]) {
        self.spans = spans.filter { !$0.text.isEmpty }
    }

    /// A text in one style.
    public init(_ text: String, _ style: Style = .plain) {
        self.init(spans: [Span(text: text, style: style)])
    }

    /// The words alone.
    public var plain: String {
        spans.count == 1 ? spans[0].text : spans.map(\.text).joined()
    }

    /// Whether there is nothing in it.
    public var isEmpty: Bool { spans.isEmpty }

    /// One text after the other.
    public static func + (left: StyledText, right: StyledText) -> StyledText {
        StyledText(spans: left.spans + right.spans)
    }

    /// Puts a text behind this one.
    public static func += (left: inout StyledText, right: StyledText) {
        left.spans += right.spans
    }

    /// The text as it goes to the screen, with its colours; everything that would steer the screen is made visible.
    public func rendered(on screen: Screen) -> String {
        spans.map { $0.style.applied(to: VisibleText.of($0.text, drawing: screen.usesDrawing), on: screen) }.joined()
    }

    /// The text with what would steer the screen made visible, so that widths can be counted.
    func visible(on screen: Screen) -> StyledText {
        StyledText(spans: spans.map { Span(text: VisibleText.of($0.text, drawing: screen.usesDrawing), style: $0.style) })
    }
}

extension StyledText: ExpressibleByStringInterpolation {
    /// Ordinary text.
    public init(stringLiteral value: String) {
        self.init(value)
    }
}

extension Sequence<StyledText> {
    /// The texts one after the other with a separator between them.
    public func joined(separator: StyledText) -> StyledText {
        var joined = StyledText(spans: [])
        for (index, text) in enumerated() {
            if index > 0 { joined += separator }
            joined += text
        }
        return joined
    }
}
