import LifecycleModel
import Testing

@testable import SamplePortfolio

@Suite struct ChanceTests {
    /// The first values of SplitMix64 from 0, as published with the algorithm's reference code.
    @Test func splitMixFromZero() {
        var chance = Chance(seed: 0)
        #expect([chance.next(), chance.next(), chance.next()] == [0xE220_A839_7B1D_CDAF, 0x6E78_9E6A_A1B9_65F4, 0x06C4_5D18_8009_454F])
    }

    @Test func numbersStayInTheirRange() {
        var chance = Chance(named: "range")
        let numbers = (0..<2000).map { _ in chance.number(3...7) }
        #expect(Set(numbers) == [3, 4, 5, 6, 7])
    }

    @Test func deckKeepsProportions() {
        var deck = Deck([1, 1, 1, 2], named: "deck")
        let dealt = (0..<40).map { _ in deck.deal() }
        #expect(dealt.count { $0 == 2 } == 10)
    }
}
