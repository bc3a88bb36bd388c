extension Syntax {
    /// The most nodes that one evaluation can visit, or nil when that depends on the length of a list or map among the facts.
    ///
    /// Comparing and joining long texts or lists costs extra at run time; see ``Limits/steps``.
    var costBound: Int? {
        guard case .comprehension(let comprehension) = kind else {
            return parts.reduce(1) { sum, part in Self.add(sum, part.costBound) }
        }
        let perElement = Self.add(Self.add(1, comprehension.condition.map { $0.costBound } ?? 0), comprehension.body.costBound)
        guard let count = comprehension.range.writtenCount, let perElement else { return nil }
        let (product, overflow) = count.multipliedReportingOverflow(by: perElement)
        return overflow ? nil : Self.add(Self.add(1, comprehension.range.costBound), product)
    }

    private static func add(_ one: Int?, _ other: Int?) -> Int? {
        guard let one, let other else { return nil }
        let (sum, overflow) = one.addingReportingOverflow(other)
        return overflow ? nil : sum
    }

    /// How many elements a list or map has that is written out.
    private var writtenCount: Int? {
        switch kind {
        case .list(let elements): elements.count
        case .map(let entries): entries.count
        default: nil
        }
    }

    /// How many nodes there are, all branches included.
    var nodeCount: Int { parts.reduce(1) { $0 + $1.nodeCount } }
}
