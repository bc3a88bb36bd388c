/// A directed graph whose items stand in rows from top to bottom; every line leads from one row to the next.
///
/// Lines that skip rows run through items of their own, so that no line can cross a box.
package struct LayeredGraph {
    /// A box, a label, or a place a line runs through.
    package struct Item {
        package var width: Double
        package var height: Double
        /// Whether it is only a place that a line runs through.
        package var isPassage: Bool

        package init(width: Double, height: Double, isPassage: Bool = false) {
            self.width = width
            self.height = height
            self.isPassage = isPassage
        }
    }

    /// A line between items of neighbouring rows.
    struct Line {
        var upper: Int
        var lower: Int
        /// How strongly it wants to be straight.
        var weight: Double
    }

    package private(set) var items: [Item] = []
    package private(set) var rows: [[Int]] = []
    private(set) var lines: [Line] = []
    package private(set) var rowOf: [Int] = []

    package init() {}

    /// Puts an item into a row and answers its number.
    package mutating func add(_ item: Item, row: Int) -> Int {
        while rows.count <= row { rows.append([]) }
        items.append(item)
        rowOf.append(row)
        rows[row].append(items.count - 1)
        return items.count - 1
    }

    /// Leads a line from an item to one further below and answers the items it visits, both ends included.
    package mutating func connect(_ upper: Int, _ lower: Int) -> [Int] {
        var path = [upper]
        for row in (rowOf[upper] + 1)..<max(rowOf[lower], rowOf[upper] + 1) {
            path.append(add(Item(width: 12, height: 0, isPassage: true), row: row))
        }
        path.append(lower)
        for (start, end) in zip(path, path.dropFirst()) {
            let passages = (items[start].isPassage ? 1 : 0) + (items[end].isPassage ? 1 : 0)
            lines.append(Line(upper: start, lower: end, weight: [1, 2, 8][passages]))
        }
        return path
    }

    /// Reorders the rows so that few lines cross: barycentres down and up, then swaps of neighbours; the best order met is kept.
    package mutating func untangle() {
        var best = rows
        var fewest = crossings
        for round in 0..<24 {
            let isDown = round.isMultiple(of: 2)
            for row in isDown ? Array(rows.indices) : rows.indices.reversed() { sort(row, isDown: isDown) }
            swapNeighbours()
            let count = crossings
            if count < fewest { (best, fewest) = (rows, count) }
            if count == 0 { break }
        }
        rows = best
    }

    private var places: [Int] {
        var places = Array(repeating: 0, count: items.count)
        for row in rows { for (place, item) in row.enumerated() { places[item] = place } }
        return places
    }

    private mutating func sort(_ row: Int, isDown: Bool) {
        let places = places
        let keys = rows[row].enumerated().map { place, item -> (key: Double, place: Int, item: Int) in
            let others = isDown ? lines.filter { $0.lower == item }.map(\.upper) : lines.filter { $0.upper == item }.map(\.lower)
            guard !others.isEmpty else { return (Double(place), place, item) }
            return (Double(others.reduce(0) { $0 + places[$1] }) / Double(others.count), place, item)
        }
        rows[row] = keys.sorted { ($0.key, $0.place) < ($1.key, $1.place) }.map(\.item)
    }

    private var crossings: Int {
        let places = places
        return rows.indices.dropLast().reduce(0) { $0 + crossings(below: $1, places) }
    }

    private func crossings(below row: Int, _ places: [Int]) -> Int {
        let between = lines.filter { rowOf[$0.upper] == row }
        var count = 0
        for (index, first) in between.enumerated() {
            for second in between[(index + 1)...] {
                let upper = places[first.upper] - places[second.upper]
                let lower = places[first.lower] - places[second.lower]
                if upper * lower < 0 { count += 1 }
            }
        }
        return count
    }

    private mutating func swapNeighbours() {
        for row in rows.indices where rows[row].count > 1 {
            for place in 0..<(rows[row].count - 1) {
                let before = crossings(around: row)
                rows[row].swapAt(place, place + 1)
                if crossings(around: row) >= before { rows[row].swapAt(place, place + 1) }
            }
        }
    }

    private func crossings(around row: Int) -> Int {
        let places = places
        return (row > 0 ? crossings(below: row - 1, places) : 0) + crossings(below: row, places)
    }
}
