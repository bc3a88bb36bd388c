/// A point of a drawing, in pixels from the top left.
struct BPMNPoint: Hashable {
    var x, y: Double
}

/// Where something stands in a drawing.
struct BPMNBounds: Hashable {
    var x, y, width, height: Double

    var middleX: Double { x + width / 2 }
    var middleY: Double { y + height / 2 }
    var right: Double { x + width }
    var bottom: Double { y + height }

    /// The same, elsewhere.
    func moved(_ right: Double, _ down: Double) -> BPMNBounds { BPMNBounds(x: x + right, y: y + down, width: width, height: height) }

    /// A smaller one in its middle.
    func centred(_ width: Double, _ height: Double) -> BPMNBounds {
        BPMNBounds(x: middleX - width / 2, y: middleY - height / 2, width: width, height: height)
    }
}
