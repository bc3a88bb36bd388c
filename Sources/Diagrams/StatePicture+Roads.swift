extension StatePicture {
    /// Draws all lines: straight down through the rows, curved between them.
    func drawRoads(_ frames: [Frame], _ rowTops: [(top: Double, bottom: Double)], on page: inout SVGPage) {
        var rowOf = Array(repeating: 0, count: frames.count)
        for (row, items) in layers.rows.enumerated() { for item in items { rowOf[item] = row } }
        let leaving = ports(frames, atTop: false) { ($0.path.first, $0.path.dropFirst().first) }
        let entering = ports(frames, atTop: true) { ($0.path.last, $0.path.dropLast().last) }
        for (index, road) in roads.enumerated() {
            guard let first = road.path.first, let last = road.path.last else { continue }
            var x = leaving[index]
            var commands = "M\(x.short) \(frames[first].bottom.short)"
            for item in road.path.dropFirst() {
                let (start, end) = (rowTops[rowOf[item] - 1].bottom, rowTops[rowOf[item]].top)
                let next = item == last ? entering[index] : frames[item].middleX
                commands += " V\(start.short)"
                if next != x {
                    let middle = (start + end) / 2
                    commands += " C\(x.short) \(middle.short) \(next.short) \(middle.short) \(next.short) \(end.short)"
                }
                x = next
            }
            commands += " V\(frames[last].y.short)"
            page.path(
                commands,
                stroke: road.isReturn ? Palette.back : Palette.line,
                dashes: road.isAutomatic ? "5 3" : nil,
                arrow: road.hasTip ? SVGPage.Arrow(tip: road.isReturn ? "return" : "tip", isAtStart: road.isReturn) : nil
            )
        }
    }

    /// Where each line touches its box: straight above or below what it leads to where that can be, in the same order, and apart from others.
    private func ports(_ frames: [Frame], atTop: Bool, _ ends: (Road) -> (Int?, Int?)) -> [Double] {
        var result = Array(repeating: 0.0, count: roads.count)
        var byBox: [Int: [(road: Int, toward: Double)]] = [:]
        for (index, road) in roads.enumerated() {
            let (box, neighbour) = ends(road)
            guard let box, let neighbour else { continue }
            byBox[box, default: []].append((index, frames[neighbour].middleX))
        }
        let signs = Dictionary(uniqueKeysWithValues: zip(nodeItems, boxes.map(\.signsWidth)))
        for (box, found) in byBox {
            let sorted = found.sorted { ($0.toward, $0.road) < ($1.toward, $1.road) }
            guard let signsWidth = signs[box] else {
                // Lines meet a label in its middle.
                for port in sorted { result[port.road] = frames[box].middleX }
                continue
            }
            let (low, high) = (frames[box].x + 14, max(frames[box].x + 14, frames[box].right - 14 - (atTop ? signsWidth : 0)))
            let step = min(24, (high - low) / Double(max(sorted.count - 1, 1)))
            let wished = Pooling.spread(sorted.map { min(max($0.toward, low), high) }, atLeast: step)
            // Spreading may have pushed some over an edge; what is left of the width then holds for all.
            let shift = max(low - (wished.first ?? low), 0) + min(high - (wished.last ?? high), 0)
            for (port, x) in zip(sorted, wished) { result[port.road] = (x + shift).rounded() }
        }
        return result
    }
}
