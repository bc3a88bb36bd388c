public import TestSupport

/// Makes inputs out of a corpus: the same seed always makes the same ones.
public struct InputMaker: Sendable {
    private let corpus: Corpus
    private let longest: Int
    private var random: SeededRandom

    /// A maker of inputs for a target.
    public init(_ target: FuzzTarget, _ corpus: Corpus, random: SeededRandom) {
        self.corpus = corpus
        longest = target.longest
        self.random = random
    }

    /// The next input: a seed, changed a few times; now and then one that is all noise, and one nested without end.
    public mutating func next() -> [UInt8] {
        var input: [UInt8]
        switch number(below: 64) {
        case 0: input = noise(number(below: 256))
        case 1: input = nested()
        default:
            input = any(of: corpus.seeds) ?? []
            for _ in 0...number(below: 6) { change(&input) }
        }
        if input.count > longest { input.removeLast(input.count - longest) }
        return input
    }

    private mutating func change(_ input: inout [UInt8]) {
        let place = number(below: input.count + 1)
        let end = min(input.count, place + length())
        switch number(below: 13) {
        case 0: if place < input.count { input[place] ^= 1 << UInt8(number(below: 8)) }
        case 1: if place < input.count { input[place] = any(of: Troublemakers.bytes) ?? 0 }
        case 2: input.removeSubrange(place..<end)
        case 3: input.insert(contentsOf: input[place..<end], at: number(below: input.count + 1))
        case 4: input.insert(contentsOf: any(of: corpus.words) ?? [], at: place)
        case 5: input.replaceSubrange(place..<end, with: any(of: corpus.words) ?? [])
        case 6: input.insert(contentsOf: any(of: Troublemakers.texts) ?? [], at: place)
        case 7: replaceNumber(in: &input, from: place)
        case 8: splice(&input, at: place)
        case 9:
            input.insert(
                contentsOf: Array(repeating: Array(input[place..<min(end, place + 16)]), count: number(below: 400)).joined(),
                at: place
            )
        case 10: input.removeLast(input.count - place)
        case 11: swapLines(&input)
        default: input.insert(contentsOf: noise(number(below: 8)), at: place)
        }
        // Repeating may grow without end.
        if input.count > 2 * longest { input.removeLast(input.count - longest) }
    }

    /// The end of another seed behind the beginning of this one.
    private mutating func splice(_ input: inout [UInt8], at place: Int) {
        guard let other = any(of: corpus.seeds), !other.isEmpty else { return }
        let start = number(below: other.count)
        input.replaceSubrange(place..., with: other[start...])
    }

    /// Another number in the place of the next one: at the edges of what fits.
    private mutating func replaceNumber(in input: inout [UInt8], from place: Int) {
        let isDigit = { (byte: UInt8) in (48...57).contains(byte) }
        guard let start = input[place...].firstIndex(where: isDigit) else { return }
        let end = input[start...].firstIndex { !isDigit($0) } ?? input.count
        input.replaceSubrange(start..<end, with: any(of: Troublemakers.numbers) ?? [])
    }

    private mutating func swapLines(_ input: inout [UInt8]) {
        var lines = input.split(separator: 0x0A, omittingEmptySubsequences: false)
        guard lines.count > 1 else { return }
        lines.swapAt(number(below: lines.count), number(below: lines.count))
        input = Array(lines.joined(separator: [0x0A]))
    }

    /// One opening piece after the other, as deep as an input may be long, sometimes closed again.
    private mutating func nested() -> [UInt8] {
        let (open, close) = any(of: Troublemakers.brackets) ?? ([], [])
        let seed = any(of: corpus.seeds) ?? []
        let room = longest / max(1, open.count + close.count)
        let depth = number(below: 2) == 0 ? room : number(below: room + 1)
        var input = Array(seed.prefix(number(below: seed.count + 1)))
        for _ in 0..<depth { input += open }
        if number(below: 2) == 0 { for _ in 0..<depth { input += close } }
        return input
    }

    private mutating func noise(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    }

    /// Short pieces mostly, long ones sometimes.
    private mutating func length() -> Int { 1 << number(below: 9) }

    private mutating func number(below limit: Int) -> Int { Int(random.next() % UInt64(max(1, limit))) }

    private mutating func any<Element>(of list: [Element]) -> Element? { list.isEmpty ? nil : list[number(below: list.count)] }
}
