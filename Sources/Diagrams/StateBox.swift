import LifecycleModel

/// How a state looks: its label, the acts that leave it where it is, and small signs at its top.
struct StateBox {
    private static let font = TextMeasure(size: 12.5)
    private static let small = TextMeasure(size: 10.5)
    private static let margin = 9.0
    /// Acts shown inside before the rest is only counted.
    private static let manyLoops = 6

    private let node: RegimeGraph.Node
    private let label: [String]
    private let loops: [String]
    let width: Double
    let height: Double

    init(_ node: RegimeGraph.Node, language: Language, limit: Double = 178) {
        self.node = node
        let font = Self.font
        label = font.balance(node.label[language], to: limit)
        let shown = node.loops.count > Self.manyLoops ? Self.manyLoops - 1 : node.loops.count
        var loops = node.loops.prefix(shown).flatMap { loop in
            Self.small.wrap("↻ " + loop[language], to: limit + 30).enumerated().map { $0 == 0 ? $1 : "\u{2003}" + $1 }
        }
        if node.loops.count > shown { loops.append(Words.more(node.loops.count - shown)[language]) }
        self.loops = loops
        let text = (label.map(font.width) + loops.map(Self.small.width)).max() ?? 0
        let signs = node.marks.isEmpty ? 0 : Self.markWidth(Self.ranges(node.marks)) + 24
        width = (max(text, signs) + 2 * Self.margin + (node.tone.isEnd ? 6 : 0)).rounded(.up)
        let lines = Double(label.count) * font.lineHeight + Double(loops.count) * Self.small.lineHeight
        height = lines + (loops.isEmpty ? 0 : 6) + 14 + (node.tone.isEnd ? 4 : 0) + (node.marks.isEmpty ? 0 : 5)
    }

    /// How much of its upper right the signs of notes take.
    var signsWidth: Double { node.marks.isEmpty ? 0 : Self.markWidth(Self.ranges(node.marks)) }

    func draw(on page: inout SVGPage, at frame: Frame) {
        let colours = Palette.colours(node.tone)
        let isOutside = node.tone == .outside
        page.box(
            frame,
            radius: 9,
            fill: colours.ground,
            stroke: colours.border,
            width: node.isInitial ? 2.4 : 1.3,
            dashes: isOutside ? "5 3" : nil
        )
        if node.tone.isEnd { page.box(frame.inset(3), radius: 7, fill: "none", stroke: colours.border, width: 1) }
        let content = Double(label.count) * Self.font.lineHeight + Double(loops.count) * Self.small.lineHeight + (loops.isEmpty ? 0 : 6)
        var y = frame.middleY - content / 2 + (node.marks.isEmpty ? 0 : 2.5)
        for line in label {
            y += Self.font.lineHeight
            page.text(line, x: frame.middleX, y: y - 4, font: Self.font, fill: isOutside ? Palette.faint : Palette.ink, anchor: .middle)
        }
        if !loops.isEmpty {
            page.path("M\((frame.x + 8).short) \((y + 3).short) H\((frame.right - 8).short)", stroke: colours.border, width: 0.6)
            y += 6
        }
        for line in loops {
            y += Self.small.lineHeight
            page.text(line, x: frame.x + Self.margin, y: y - 3, font: Self.small, fill: Palette.faint)
        }
        if signsWidth > 0 { Self.mark(Self.ranges(node.marks), on: &page, x: frame.right - 6 - signsWidth / 2, y: frame.y) }
    }

    /// The number of a note, or of several, in a round sign with its middle there.
    static func mark(_ numbers: String, on page: inout SVGPage, x: Double, y: Double) {
        let width = markWidth(numbers)
        page.box(Frame(x: x - width / 2, y: y - 7.5, width: width, height: 15), radius: 7.5, fill: Palette.mark, stroke: "none", width: 0)
        page.text(numbers, x: x, y: y + 3.4, font: markFont, fill: "#ffffff", anchor: .middle)
    }

    private static let markFont = TextMeasure(size: 9.5, isBold: true)

    static func markWidth(_ numbers: String) -> Double { max(15, (markFont.width(numbers) + 9).rounded(.up)) }

    /// `1–3, 5`
    private static func ranges(_ numbers: [Int]) -> String {
        var runs: [ClosedRange<Int>] = []
        for number in numbers {
            if let last = runs.last, last.upperBound + 1 == number {
                runs[runs.count - 1] = last.lowerBound...number
            } else {
                runs.append(number...number)
            }
        }
        return runs.map { run in
            switch run.count {
            case 1: "\(run.lowerBound)"
            case 2: "\(run.lowerBound), \(run.upperBound)"
            default: "\(run.lowerBound)–\(run.upperBound)"
            }
        }.joined(separator: ", ")
    }
}
