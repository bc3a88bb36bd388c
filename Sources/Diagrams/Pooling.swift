/// Least squares in one dimension under an order ("pool adjacent violators").
enum Pooling {
    /// The ascending values nearest to the wishes by weighted squares.
    static func ascending(_ wishes: [(value: Double, weight: Double)]) -> [Double] {
        var blocks: [(mean: Double, weight: Double, count: Int)] = []
        for wish in wishes {
            blocks.append((wish.value, wish.weight, 1))
            while blocks.count > 1, case let (last, before) = (blocks[blocks.count - 1], blocks[blocks.count - 2]), before.mean > last.mean
            {
                let weight = before.weight + last.weight
                let mean = (before.mean * before.weight + last.mean * last.weight) / weight
                blocks.removeLast(2)
                blocks.append((mean, weight, before.count + last.count))
            }
        }
        return blocks.flatMap { Array(repeating: $0.mean, count: $0.count) }
    }

    /// The values nearest to sorted wishes that lie at least a step apart.
    static func spread(_ wishes: [Double], atLeast step: Double) -> [Double] {
        let shifted = wishes.enumerated().map { (value: $1 - Double($0) * step, weight: 1.0) }
        return ascending(shifted).enumerated().map { $1 + Double($0) * step }
    }
}
