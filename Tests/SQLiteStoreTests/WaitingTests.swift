@testable import SQLiteStore
import Testing

@Suite("Waiting for somebody else who writes")
struct WaitingTests {
    @Test("asks the more often the longer it has waited")
    func pauses() {
        let waited: [Duration] = [.zero, .milliseconds(500), .seconds(1), .seconds(2), .seconds(60)]
        #expect(waited.map(Waiting.pause).map { Int($0 / .microseconds(1)) } == [10_000, 7_750, 5_500, 1_000, 1_000])
    }

    @Test("ends when the patience is over, and begins anew for the next lock")
    func ends() {
        #expect(!Waiting(patience: .zero).isWorthAnotherTry(after: 0))
        let waiting = Waiting(patience: .milliseconds(15))
        for _ in 0..<2 {
            var tries = 0
            while waiting.isWorthAnotherTry(after: tries) { tries += 1 }
            #expect(tries > 0)
        }
    }
}
