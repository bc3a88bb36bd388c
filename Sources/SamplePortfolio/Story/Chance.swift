/// Seeded choices: the same seed always makes the same choices (SplitMix64: Steele, Lea, Flood, “Fast splittable pseudorandom number
/// generators”, 2014).
struct Chance {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    /// A seed of its own for everything that has a name, so that changing one story leaves the others as they are.
    init(named name: String) {
        self.init(seed: name.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 })
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }

    /// A number of the range.
    mutating func number(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.count))
    }

    /// One of the things.
    mutating func one<Element>(of things: [Element]) -> Element {
        things[Int(next() % UInt64(things.count))]
    }

    /// Whether something happens that happens in so many of a hundred cases.
    mutating func happens(_ percent: Int) -> Bool {
        number(1...100) <= percent
    }
}
