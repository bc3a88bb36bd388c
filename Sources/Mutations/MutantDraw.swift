/// A draw of mutants that the seed alone decides.
///
/// Every mutant gets a number from the seed and its own name, and those with the lowest are taken, so that a draw changes little when the
/// rule files change a little.
public struct MutantDraw: Sendable {
    /// The same seed draws the same mutants.
    public var seed: UInt64

    /// A draw.
    public init(seed: UInt64) {
        self.seed = seed
    }

    /// So many mutants, taken evenly over the kinds of mistakes; a kind that runs out leaves its share to the others.
    public func draw(_ count: Int, from mutants: [Mutant]) -> [Mutant] {
        let numbered = mutants.map { (number: number(of: $0.id), mutant: $0) }.sorted { $0.number < $1.number }.map(\.mutant)
        var open = MutationOperator.allCases.map { kind in numbered.filter { $0.kind == kind }[...] }
        var drawn: [Mutant] = []
        while drawn.count < count, open.contains(where: { !$0.isEmpty }) {
            for place in open.indices where drawn.count < count {
                if let next = open[place].popFirst() { drawn.append(next) }
            }
        }
        return drawn
    }

    /// FNV-1a of the seed and the name, mixed as SplitMix64 mixes (Steele, Lea, Flood, 2014).
    private func number(of name: String) -> UInt64 {
        var mixed = name.utf8.reduce(seed ^ 0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
