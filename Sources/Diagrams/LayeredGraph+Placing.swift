extension LayeredGraph {
    /// Blank between neighbours of a row.
    private static let spacing = 16.0

    /// The horizontal centre of each item: as straight as lines can be while nothing overlaps. The leftmost edge is 0.
    package func centres() -> [Double] {
        var centres = Array(repeating: 0.0, count: items.count)
        for row in rows {
            let offsets = offsets(row)
            let middle = (offsets.last ?? 0) / 2
            for (item, offset) in zip(row, offsets) { centres[item] = offset - middle }
        }
        for round in 0..<160 {
            // First down and up in turn, then looking both ways until it settles.
            let isDown = round.isMultiple(of: 2)
            let isSettling = round >= 40
            for row in isDown ? Array(rows.indices) : rows.indices.reversed() {
                place(row, above: isDown || isSettling, below: !isDown || isSettling, &centres)
            }
        }
        for _ in 0..<3 { straighten(&centres) }
        let left = items.indices.map { centres[$0] - items[$0].width / 2 }.min() ?? 0
        return centres.map { ($0 - left).rounded() }
    }

    /// How far from the first item each one of a row must stand at least.
    private func offsets(_ row: [Int]) -> [Double] {
        var offsets: [Double] = []
        for (place, item) in row.enumerated() {
            guard place > 0, let last = offsets.last else {
                offsets.append(0)
                continue
            }
            offsets.append(last + (items[row[place - 1]].width + items[item].width) / 2 + Self.spacing)
        }
        return offsets
    }

    private func place(_ row: Int, above: Bool, below: Bool, _ centres: inout [Double]) {
        var wishes: [(value: Double, weight: Double)] = []
        let offsets = offsets(rows[row])
        for (item, offset) in zip(rows[row], offsets) {
            var (sum, weight) = (0.0, 0.0)
            for line in lines {
                if above, line.lower == item { (sum, weight) = (sum + line.weight * centres[line.upper], weight + line.weight) }
                if below, line.upper == item { (sum, weight) = (sum + line.weight * centres[line.lower], weight + line.weight) }
            }
            wishes.append(weight > 0 ? (sum / weight - offset, weight) : (centres[item] - offset, 0.01))
        }
        for ((item, offset), value) in zip(zip(rows[row], offsets), Pooling.ascending(wishes)) { centres[item] = value + offset }
    }

    /// Puts the places of one line exactly below each other where the rows have room for that.
    private func straighten(_ centres: inout [Double]) {
        var next: [Int: Int] = [:]
        var hasBefore: Set<Int> = []
        for line in lines where items[line.upper].isPassage && items[line.lower].isPassage {
            next[line.upper] = line.lower
            hasBefore.insert(line.lower)
        }
        for start in items.indices where next[start] != nil && !hasBefore.contains(start) {
            var chain = [start]
            while let last = chain.last, let following = next[last] { chain.append(following) }
            let room = chain.map { self.room($0, centres) }
            guard let low = room.map(\.low).max(), let high = room.map(\.high).min(), low <= high else { continue }
            let mean = chain.reduce(0) { $0 + centres[$1] } / Double(chain.count)
            for item in chain { centres[item] = min(max(mean, low), high) }
        }
    }

    /// How far an item may move without touching its neighbours.
    private func room(_ item: Int, _ centres: [Double]) -> (low: Double, high: Double) {
        let row = rows.first { $0.contains(item) } ?? []
        let place = row.firstIndex(of: item) ?? 0
        func distance(_ other: Int) -> Double { (items[item].width + items[other].width) / 2 + Self.spacing }
        let low = place > 0 ? centres[row[place - 1]] + distance(row[place - 1]) : -Double.infinity
        let high = place + 1 < row.count ? centres[row[place + 1]] - distance(row[place + 1]) : Double.infinity
        return (low, high)
    }

    /// The top and the height of each row.
    package func bands(_ centres: [Double]) -> [(top: Double, height: Double)] {
        var bands: [(top: Double, height: Double)] = []
        var top = 0.0
        for row in rows.indices {
            let height = rows[row].map { items[$0].height }.max() ?? 0
            bands.append((top, height))
            // Lines that lead far aside get more room, so that they stay easy to follow.
            let reach = lines.filter { rows[row].contains($0.upper) }.map { abs(centres[$0.upper] - centres[$0.lower]) }.max() ?? 0
            top += height + min(52, max(18, 14 + reach * 0.1)).rounded()
        }
        return bands
    }
}
