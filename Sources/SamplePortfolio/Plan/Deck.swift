/// Cards that are shuffled once and then dealt round and round: proportions stay as written while the order looks like life.
struct Deck<Card> {
    private var cards: [Card]
    private var next = 0

    init(_ cards: [Card], named name: String) {
        var chance = Chance(named: name)
        self.cards = cards
        for place in cards.indices.dropLast() {
            self.cards.swapAt(place, chance.number(place...cards.count - 1))
        }
    }

    mutating func deal() -> Card {
        defer { next = (next + 1) % cards.count }
        return cards[next]
    }
}
