import Councils
import LifecycleModel
import Rules
import TestSupport
import Testing

/// Before the count nobody can tell from what is shown whether a ballot was cast.
@Suite struct SecrecyTests {
    @Test(arguments: 1...60)
    func viewIsTheSameWithAndWithoutBallots(_ seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let subjects = [CouncilFixture.subject("A"), CouncilFixture.subject("B")]
        let empty = try CouncilFixture.session(members: 8, subjects: subjects)
        var session = empty
        for index in 1...8 {
            for subject in subjects where Bool.random(using: &random) {
                let code = try CouncilFixture.code(index)
                try session.cast(CouncilFixture.marks(Int.random(in: 0...100, using: &random)), on: subject.id, by: code)
                if Bool.random(using: &random) { try session.supersede(.blank, on: subject.id, by: code, reason: "Ghi nhầm") }
            }
        }
        #expect(try session.view() == empty.view())
        // Also where votes are missing the refusal says the same whoever has not voted.
        if let missing = Self.message({
            var copy = session; try copy.countVotes()
        }),
            let none = Self.message({
                var copy = empty; try copy.countVotes()
            })
        {
            #expect(missing == none)
        }
    }

    private static func message(_ act: () throws -> Void) -> String? {
        do {
            try act()
            return nil
        } catch {
            return (error as? Refusal)?.phrase.vi
        }
    }

    @Test func afterTheCountEverythingIsShown() throws {
        var session = try CouncilFixture.session(members: 7)
        for index in 1...7 { try session.cast(CouncilFixture.marks(80), on: "A", by: CouncilFixture.code(index)) }
        #expect(try session.view().count == nil)
        try session.countVotes()
        #expect(try session.view().count?["A"]?.ballots.count == 7)
    }
}
