import LifecycleModel

/// How a stage looks in the overview: its name, how much there is to it, and its states in the order of life.
struct StageBox {
    private static let headFont = TextMeasure(size: 13.5, isBold: true)
    private static let countFont = TextMeasure(size: 10.5)
    private static let font = TextMeasure(size: 11)
    private static let margin = 12.0
    private static let gap = 7.0
    private static let headHeight = 27.0

    private struct Chip {
        var node: RegimeGraph.Node
        var lines: [String]
        var frame: Frame
    }

    private let box: RegimeGraph.Box
    private let head: [String]
    private let counts: String
    private let isCountBelow: Bool
    private let chips: [Chip]
    /// The height it needs.
    let height: Double

    init(_ box: RegimeGraph.Box, nodes: [RegimeGraph.Node], number: Int?, width: Double, language: Language) {
        self.box = box
        let name = (number.map { "\($0). " } ?? "") + box.label[language]
        let counts = Words.counts(nodes.count, box.transitions, box.deadlines)[language]
        self.counts = counts
        let inner = width - 2 * Self.margin
        isCountBelow = Self.headFont.width(name) + Self.countFont.width(counts) + 12 > inner
        head = Self.headFont.wrap(name, to: inner)
        var y = 9 + Double(head.count) * Self.headFont.lineHeight + (isCountBelow ? 15 : 0) + 6
        var x = Self.margin
        var rowHeight = 0.0
        var chips: [Chip] = []
        for node in nodes {
            let lines = Self.font.balance(node.label[language], to: min(148, inner - 16))
            let chipWidth = ((lines.map(Self.font.width).max() ?? 0) + 16).rounded(.up)
            let chipHeight = Double(lines.count) * Self.font.lineHeight + 9
            if x + chipWidth > width - Self.margin, x > Self.margin {
                x = Self.margin
                y += rowHeight + Self.gap
                rowHeight = 0
            }
            chips.append(Chip(node: node, lines: lines, frame: Frame(x: x, y: y, width: chipWidth, height: chipHeight)))
            x += chipWidth + Self.gap
            rowHeight = max(rowHeight, chipHeight)
        }
        // Chips of one row share its height.
        let heights = Dictionary(grouping: chips, by: \.frame.y).mapValues { $0.map(\.frame.height).max() ?? 0 }
        self.chips = chips.map { chip in
            var chip = chip
            chip.frame.height = heights[chip.frame.y] ?? chip.frame.height
            return chip
        }
        height = y + rowHeight + Self.margin
    }

    func draw(on page: inout SVGPage, at frame: Frame) {
        page.box(frame, radius: 8, fill: Palette.stageGround, stroke: Palette.stageBorder, width: 1.4, dashes: box.isSide ? "7 3" : nil)
        var y = frame.y + 9
        for line in head {
            y += Self.headFont.lineHeight
            page.text(line, x: frame.x + Self.margin, y: y - 4, font: Self.headFont)
        }
        if isCountBelow {
            page.text(counts, x: frame.x + Self.margin, y: y + 10, font: Self.countFont, fill: Palette.faint)
        } else {
            page.text(counts, x: frame.right - Self.margin, y: y - 4, font: Self.countFont, fill: Palette.faint, anchor: .end)
        }
        for chip in chips {
            let place = Frame(x: frame.x + chip.frame.x, y: frame.y + chip.frame.y, width: chip.frame.width, height: chip.frame.height)
            let colours = Palette.colours(chip.node.tone)
            page.box(place, radius: 7, fill: colours.ground, stroke: colours.border, width: chip.node.isInitial ? 2.4 : 1.1)
            if chip.node.tone.isEnd { page.box(place.inset(2), radius: 5.5, fill: "none", stroke: colours.border, width: 0.8) }
            let top = place.middleY - Double(chip.lines.count) * Self.font.lineHeight / 2
            for (row, line) in chip.lines.enumerated() {
                page.text(line, x: place.middleX, y: top + Double(row + 1) * Self.font.lineHeight - 3.5, font: Self.font, anchor: .middle)
            }
        }
    }
}
