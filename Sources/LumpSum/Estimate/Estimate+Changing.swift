import LifecycleModel

extension Estimate {
    /// The estimate after moves within the lump sum; lines that come to nothing are left out.
    func moving(_ moves: [BudgetMove]) throws(Refusal) -> Estimate {
        var sums = try lines.totals(by: \.place)
        for move in moves {
            let from = BudgetPlace(item: move.from, year: move.year, isLumpSum: true)
            let to = BudgetPlace(item: move.to, year: move.year, isLumpSum: true)
            sums[from] = try (sums[from] ?? .zero).minus(move.amount)
            sums[to] = try (sums[to] ?? .zero).plus(move.amount)
        }
        var moved = self
        moved.lines = sums.filter { $0.value != .zero }.sorted { BudgetPlace.inOrder($0.key, $1.key) }.map { BudgetLine($1, at: $0) }
        return moved
    }

    /// Puts other lines in place of the state money outside the lump sum.
    mutating func replaceOutside(with outside: [BudgetLine]) {
        lines = lines.filter { $0.source != .state || $0.isLumpSum } + outside
    }
}
