import Councils
import LifecycleModel
import Rules
import Testing

/// For and against, and ratings: the boundaries of the shares.
@Suite struct VoteTallyTests {
    private static let items = ["need", "novelty", "use"].map { BallotForm.Item(id: $0, label: Phrase(vi: $0)) }

    private func form(_ content: BallotForm.Content) -> [String: BallotForm] {
        ["paper": BallotForm(label: Phrase(vi: "Phiếu"), content: content, basis: "Điều 12.6", standing: .model)]
    }

    private func determination(_ inFavour: Int, of count: Int) throws -> Tally? {
        let votes = DecisionRule.Votes(share: .parameter("three_quarters"), reach: .over, among: .ballots)
        let law = CouncilFixture.law(forms: form(.items(Self.items)), decision: DecisionRule(.votes(votes), basis: "Điều 12.7"))
        let ballots = (1...count).map { index in
            // One item not met rejects the proposal.
            Ballot.Marks.items(["need": true, "novelty": index <= inFavour, "use": true])
        }
        return try CouncilFixture.counted(ballots, law: law)["A"]
    }

    /// More than three quarters: 6 of 8 is exactly that and does not do.
    @Test(arguments: [(6, 8, false), (7, 8, true), (6, 7, true), (5, 7, false), (9, 9, true), (0, 7, false), (7, 9, true)])
    func determination(_ inFavour: Int, _ count: Int, _ isCarried: Bool) throws {
        let tally = try determination(inFavour, of: count)
        #expect(tally?.outcome == (isCarried ? .recommended : .notRecommended))
        #expect(tally?.figures == .votes(inFavour: inFavour, of: count, chairInFavour: inFavour > 0))
    }

    @Test func workingOfTheShare() throws {
        #expect(try determination(6, of: 8)?.steps.last?.text.vi == "Đồng ý 6/8 phiếu hợp lệ, phải trên 3/4, tức trên 6")
    }

    /// Two thirds of those present or more: a blank ballot is no vote in favour, its member is present all the same.
    @Test(arguments: [(6, 0, true), (5, 1, false), (6, 3, true), (5, 4, false)])
    func shareOfThosePresent(_ inFavour: Int, _ blank: Int, _ isCarried: Bool) throws {
        let votes = DecisionRule.Votes(share: .parameter("quorum"), reach: .atLeast, among: .present)
        let law = CouncilFixture.law(forms: form(.choice), decision: DecisionRule(.votes(votes), basis: nil))
        let against = max(0, 9 - inFavour - blank)
        let ballots =
            Array(repeating: Ballot.Marks.choice(true), count: inFavour) + Array(repeating: .blank, count: blank)
            + Array(repeating: .choice(false), count: against)
        #expect(try CouncilFixture.counted(ballots, law: law)["A"]?.outcome == (isCarried ? .recommended : .notRecommended))
    }

    /// More than half; when exactly half agree, whoever presides decides.
    @Test(arguments: [(5, 9, true, true), (4, 8, true, true), (4, 8, false, false), (3, 8, true, false)])
    func rights(_ inFavour: Int, _ count: Int, _ chairAgrees: Bool, _ isCarried: Bool) throws {
        let votes = DecisionRule.Votes(share: .parameter("half"), reach: .over, among: .ballots, chairBreaksTies: true)
        let law = CouncilFixture.law(forms: form(.choice), decision: DecisionRule(.votes(votes), basis: "Điều 9.3b"))
        let ballots = (1...count).map { Ballot.Marks.choice(chairAgrees ? $0 <= inFavour : $0 > count - inFavour) }
        let tally = try CouncilFixture.counted(ballots, law: law)["A"]
        #expect(tally?.outcome == (isCarried ? .recommended : .notRecommended))
    }

    /// An absent member's ballot counts where the law lets it be sent in, and not otherwise.
    @Test func mailedBallots() throws {
        let votes = DecisionRule.Votes(share: .parameter("half"), reach: .over, among: .ballots, chairBreaksTies: true)
        let decision = DecisionRule(.votes(votes), basis: "Điều 9.3")
        let paper = form(.choice)
        for (absence, expected) in [(Absence.mailedBallot, []), (.writtenReview, ["absent"])] {
            var session = try CouncilFixture.session(
                CouncilFixture.law(forms: paper, decision: decision, absence: absence),
                members: 7,
                present: [1, 3, 4, 5, 6]
            )
            #expect(try refusal { try session.cast(.choice(true), on: "A", by: CouncilFixture.code(7)) } == expected)
            for index in [1, 3, 4, 5, 6] { try session.cast(.choice(index < 4), on: "A", by: CouncilFixture.code(index)) }
            try session.countVotes()
            let tally = try #require(session.count?["A"])
            // 2 of 5 in the room; with the one sent in 3 of 6, and the chair agrees.
            #expect(tally.outcome == (absence == .mailedBallot ? .recommended : .notRecommended))
            #expect(tally.present == 5)
        }
    }

    private func acceptance(_ excellent: Int, _ pass: Int, _ fail: Int, blank: Int = 0) throws -> Tally? {
        let scheme = BallotForm.Ratings(quality: [], quantity: [], quantityShare: .parameter("three_quarters"))
        let rule = DecisionRule(
            .ratings(DecisionRule.Ratings(excellent: .parameter("three_quarters"), fail: .parameter("third"))),
            basis: "Điều 13.2"
        )
        let law = CouncilFixture.law(forms: form(.ratings(scheme)), decision: rule)
        func ballots(_ rating: Rating, _ count: Int) -> [Ballot.Marks] {
            Array(repeating: .ratings(ProductRatings(products: [:], report: rating, overall: rating)), count: count)
        }
        let all = ballots(.excellent, excellent) + ballots(.pass, pass) + ballots(.fail, fail) + Array(repeating: .blank, count: blank)
        return try CouncilFixture.counted(all, law: law)["A"]
    }

    /// At least three quarters excellent and none fail; more than a third fail; of the members present.
    @Test(arguments: [
        (6, 2, 0, 0, Tally.Outcome.excellent),  // exactly three quarters of 8
        (5, 3, 0, 0, .pass), (7, 0, 1, 0, .pass),  // one says fail
        (0, 6, 3, 0, .pass),  // exactly a third of 9
        (0, 5, 4, 0, .fail), (6, 0, 0, 2, .excellent), (6, 0, 0, 3, .pass),  // a blank ballot's member is present
        (0, 0, 0, 7, .pass),
    ])
    func acceptance(_ excellent: Int, _ pass: Int, _ fail: Int, _ blank: Int, _ outcome: Tally.Outcome) throws {
        let tally = try acceptance(excellent, pass, fail, blank: blank)
        #expect(tally?.outcome == outcome)
        #expect(tally?.figures == .ratings(excellent: excellent, pass: pass, fail: fail))
    }
}
