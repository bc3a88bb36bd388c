import LifecycleModel

/// A bar that shows how much of a whole is reached, with a mark where the target is: `████████░░┃░░░░`.
public struct ShareBar: Sendable, Hashable {
    /// What is reached.
    public var value: Int64
    /// What the full bar stands for, above 0.
    public var whole: Int64
    /// Where the mark stands; nil for none.
    public var target: Int64?

    /// A bar.
    public init(value: Int64, of whole: Int64, target: Int64? = nil) {
        self.value = value
        self.whole = whole
        self.target = target
    }

    /// The bar in so many cells; reached parts green at or over the target, else as a warning; without a target in the accent colour.
    public func text(cells: Int, on screen: Screen) -> StyledText {
        guard cells > 0 else { return "" }
        let ornaments = Ornaments(for: screen)
        let eighths = Self.scaled(value, of: whole, to: cells * 8)
        let mark = target.map { min(Self.scaled($0, of: whole, to: cells), cells - 1) }
        let style: Style = target.map { value >= $0 ? .good : .warning } ?? .accent
        return (0..<cells).map { cell -> StyledText in
            if cell == mark { return StyledText(ornaments.targetMark, .strong) }
            let filled = eighths - cell * 8
            if filled >= 8 { return StyledText(ornaments.barFull, style) }
            if ornaments.barParts.indices.contains(filled - 1) { return StyledText(ornaments.barParts[filled - 1], style) }
            return StyledText(filled >= 4 ? ornaments.barFull : ornaments.barEmpty, filled >= 4 ? style : .faint)
        }.reduce(into: StyledText("")) { $0 += $1 }
    }

    /// `part` of `whole` in so many steps, rounded half up and kept within them.
    private static func scaled(_ part: Int64, of whole: Int64, to steps: Int) -> Int {
        guard whole > 0, part > 0 else { return 0 }
        guard part < whole else { return steps }
        // The product is formed in 128 bits: amounts of money go far beyond what 64 bits hold times a few hundred steps.
        let product = part.magnitude.multipliedFullWidth(by: UInt64(steps) * 2)
        let (doubled, _) = whole.magnitude.dividingFullWidth(product)
        return Int((doubled + 1) / 2)
    }
}
