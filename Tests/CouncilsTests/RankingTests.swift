import Councils
import LifecycleModel
import Rules
import Testing

/// Several dossiers of one task.
@Suite struct RankingTests {
    /// The ranking of dossiers on which every member gave the same points.
    private func ranking(_ dossiers: [(Subject, Int)], law: CouncilLaw = CouncilFixture.law()) throws -> Ranking {
        var session = try CouncilFixture.session(law, members: 7, subjects: dossiers.map(\.0))
        for (subject, total) in dossiers {
            for index in 1...7 { try session.cast(CouncilFixture.marks(total), on: subject.id, by: CouncilFixture.code(index)) }
        }
        try session.countVotes()
        return try #require(session.count?.ranking)
    }

    @Test func bestWinsAndNextFollows() throws {
        let ranking = try ranking([
            (CouncilFixture.subject("A"), 75), (CouncilFixture.subject("B"), 90), (CouncilFixture.subject("C"), 60),
        ])
        #expect(ranking.places.map(\.subject) == ["B", "A", "C"])
        #expect(ranking.places.map(\.rank) == [1, 2, 3])
        #expect(ranking.places.map(\.isEligible) == [true, true, false])
        #expect(ranking.winner == "B")
        #expect(ranking.runnerUp == "A")
    }

    @Test func bonusTurnsTheOrder() throws {
        let ranking = try ranking([(CouncilFixture.subject("A", ofProposer: true), 75), (CouncilFixture.subject("B"), 80)])
        #expect(ranking.winner == "A")
        #expect(ranking.places.first?.total?.exactText == "165/2")
    }

    @Test func nobodyReachesTheMark() throws {
        let ranking = try ranking([(CouncilFixture.subject("A"), 69), (CouncilFixture.subject("B"), 50)])
        #expect(ranking.winner == nil)
        #expect(ranking.runnerUp == nil)
        #expect(ranking.steps.last?.text.vi == "Hồ sơ điểm cao nhất không đủ điều kiện trúng tuyển")
    }

    /// In the order of the law: less state money, an excellent task before, the mean on content.
    @Test(
        arguments: [
            (500, 400, false, true, "B"), (400, 500, false, true, "A"), (400, 400, true, false, "A"), (400, 400, false, true, "B"),
        ] as [(Int64, Int64, Bool, Bool, String)]
    )
    func ties(_ moneyA: Int64, _ moneyB: Int64, _ excellentA: Bool, _ excellentB: Bool, _ winner: String) throws {
        let ranking = try ranking([
            (CouncilFixture.subject("A", stateMoney: moneyA, excellent: excellentA), 80),
            (CouncilFixture.subject("B", stateMoney: moneyB, excellent: excellentB), 80),
        ])
        #expect(ranking.winner == winner)
        #expect(ranking.places.map(\.rank) == [1, 2])
    }

    @Test func contentDecidesLast() throws {
        let subjects = ["A", "B"].map { CouncilFixture.subject($0, stateMoney: 400, excellent: false) }
        var session = try CouncilFixture.session(members: 7, subjects: subjects)
        for index in 1...7 {
            let code = try CouncilFixture.code(index)
            try session.cast(.scores(["content": Fraction(45), "capacity": Fraction(35)]), on: "A", by: code)
            try session.cast(.scores(["content": Fraction(50), "capacity": Fraction(30)]), on: "B", by: code)
        }
        try session.countVotes()
        #expect(session.count?.ranking?.winner == "B")
    }

    @Test func equalInEverything() throws {
        let ranking = try ranking([
            (CouncilFixture.subject("A", stateMoney: 400, excellent: false), 80),
            (CouncilFixture.subject("B", stateMoney: 400, excellent: false), 80),
            (CouncilFixture.subject("C"), 75),
        ])
        #expect(ranking.places.map(\.rank) == [1, 1, 3])
        #expect(ranking.winner == nil)
        #expect(ranking.steps.count == 4)
    }

    /// What is not known of both cannot part them, and the next criterion decides.
    @Test func unknownMoneyDoesNotDecide() throws {
        let ranking = try ranking([
            (CouncilFixture.subject("A", excellent: false), 80), (CouncilFixture.subject("B", stateMoney: 1, excellent: true), 80),
        ])
        #expect(ranking.winner == "B")
        #expect(ranking.steps.first?.text.vi.contains("không phân định được") == true)
    }

    @Test func hostOfTheTaskGoesFirst() throws {
        let rule = DecisionRule(.scores(DecisionRule.Scores(ties: [.hostOfTask])), basis: "Điều 9.5b")
        var host = CouncilFixture.subject("B")
        host.isOfHost = true
        let ranking = try ranking([(CouncilFixture.subject("A"), 50), (host, 50)], law: CouncilFixture.law(decision: rule))
        #expect(ranking.winner == "B")
    }
}
