import Councils
import LifecycleModel
import Rules
import Testing

/// What a session gives to the small machines.
@Suite struct SessionFactsTests {
    @Test func opening() throws {
        var session = try CouncilFixture.session(members: 9, present: [2, 1, 3, 4, 5, 6, 7])
        #expect(
            try session.openingFacts() == [
                "present": .int(7), "chair_present": .bool(true), "reviewers_present": .int(2), "secretary_present": .bool(true),
                "council_member_present": .bool(false), "reviews_received": .int(0),
            ]
        )
        try session.leave(CouncilFixture.code(1))
        #expect(try session.openingFacts()["chair_present"] == .bool(false))
        try session.authoriseDeputy(by: "Giấy ủy quyền 01")
        #expect(try session.openingFacts()["chair_present"] == .bool(true))
    }

    @Test func ranking() throws {
        var session = try CouncilFixture.session(members: 7)
        #expect(try refusal { _ = try session.rankingFacts(of: "A") } == ["not_counted"])
        #expect(try refusal { _ = try session.concludingFacts() } == ["not_counted"])
        for (index, total) in [40, 70, 78, 78, 78, 78, 78].enumerated() {
            try session.cast(CouncilFixture.marks(total), on: "A", by: CouncilFixture.code(index + 1))
        }
        try session.countVotes()
        // The mean of all is 500/7 = 71.42857…, of the valid 460/6 = 76.666…: what is recorded are the sums.
        #expect(
            try session.rankingFacts(of: "A") == [
                "present": .int(7), "ballots": .int(7), "void_ballots": .int(1), "all_points_x100": .int(50_000),
                "points_x100": .int(46_000), "lowest_x100": .int(7000), "highest_x100": .int(7800), "zero_votes": .int(1),
            ]
        )
        #expect(try session.concludingFacts() == ["result": .word("recommended"), "present": .int(7), "ballots": .int(6)])
        #expect(try refusal { _ = try session.rankingFacts(of: "B") } == ["subject_unknown"])
    }

    /// Which of equal dossiers the count proposes is told by the number of its small machine, and by nothing else.
    @Test(arguments: [(["1", "2"], SessionFact?.some(.int(2))), (["A", "B"], nil)])
    func proposal(subjects: [String], proposed: SessionFact?) throws {
        var session = try CouncilFixture.session(
            members: 7,
            subjects: zip(subjects, [900, 800]).map { CouncilFixture.subject($0, stateMoney: $1) }
        )
        for subject in subjects {
            for index in 1...7 { try session.cast(CouncilFixture.marks(80), on: subject, by: CouncilFixture.code(index)) }
        }
        try session.countVotes()
        #expect(session.count?.ranking?.winner == subjects[1])
        #expect(try session.concludingFacts()["proposed"] == proposed)
    }

    /// Zeroes are a share of the members present: somebody whose ballot is blank is there, too.
    @Test func presentIsNotTheNumberOfBallots() throws {
        var session = try CouncilFixture.session(members: 8)
        for index in 1...8 {
            try session.cast(index > 6 ? .blank : CouncilFixture.marks(80), on: "A", by: CouncilFixture.code(index))
        }
        try session.countVotes()
        let facts = try session.rankingFacts(of: "A")
        #expect(facts["present"] == .int(8) && facts["ballots"] == .int(6))
    }

    /// A step of a third of a point cannot be recorded in hundredths; four thirds of a hundredth more or less would decide.
    @Test func pointsFinerThanHundredths() throws {
        let criteria = [BallotForm.Criterion(id: "content", label: Phrase(vi: "Nội dung"), most: 100)]
        let form = BallotForm(
            label: Phrase(vi: "Phiếu"),
            content: .scores(criteria, step: .parameter("third")),
            basis: nil,
            standing: .model
        )
        for (numerator, refusals) in [(240 as Int64, []), (241, ["points_not_hundredths"])] {
            var session = try CouncilFixture.session(CouncilFixture.law(forms: ["paper": form]), members: 7)
            for index in 1...7 {
                let points = try Fraction(index == 1 ? numerator : 240, over: 3)
                try session.cast(.scores(["content": points]), on: "A", by: CouncilFixture.code(index))
            }
            try session.countVotes()
            #expect(try refusal { _ = try session.rankingFacts(of: "A") } == refusals)
            #expect(try refusal { _ = try session.concludingFacts() } == refusals)
        }
    }

    /// Shares of the members present are shares of those who took part in the vote, also when one of them left before the conclusion.
    @Test func whoVotedAndLeftIsPresent() throws {
        var session = try CouncilFixture.session(members: 9)
        for index in 1...9 { try session.cast(CouncilFixture.marks(80), on: "A", by: CouncilFixture.code(index)) }
        try session.leave(CouncilFixture.code(9))
        try session.countVotes()
        #expect(try session.openingFacts()["present"] == .int(8))
        #expect(try session.concludingFacts()["present"] == .int(9))
    }

    /// Votes on several dossiers one by one: each has its own result, the session recommends when it recommends any.
    @Test(arguments: [([6, 3], "recommended", 6), ([3, 2], "not-recommended", 3)])
    func votesOnSeveral(_ inFavour: [Int], _ result: String, _ votes: Int64) throws {
        let votesRule = DecisionRule.Votes(share: .parameter("half"), reach: .over, among: .ballots)
        var council = law(.choice, .votes(votesRule)).council
        for judged in [Judged(machine: "dossier", states: ["valid"], inFavour: "recommend", against: "turn-down"), nil] {
            council.judges = judged
            let law = CouncilLaw(kind: "k", label: Phrase(vi: "Hội đồng"), council: council, parameters: CouncilFixture.parameters)
            var session = try CouncilFixture.session(law, members: 7, subjects: ["A", "B"].map { CouncilFixture.subject($0) })
            for (subject, count) in zip(["A", "B"], inFavour) {
                for index in 1...7 { try session.cast(.choice(index <= count), on: subject, by: CouncilFixture.code(index)) }
            }
            try session.countVotes()
            #expect(session.count?["A"]?.outcome == (inFavour[0] > 3 ? .recommended : .notRecommended))
            #expect(session.count?["B"]?.outcome == .notRecommended)
            guard judged != nil else {
                #expect(try refusal { _ = try session.concludingFacts() } == ["one_subject"])
                continue
            }
            let facts = try session.concludingFacts()
            #expect(facts["result"] == .word(result) && facts["votes_for"] == .int(votes))
        }
    }

    /// A dossier with fewer votes is recommended when some members left in between: its own numbers are those of the session.
    @Test func recommendedGoesBeforeMoreVotes() throws {
        let rule = DecisionRule.Votes(share: .parameter("three_quarters"), reach: .atLeast, among: .present)
        var council = law(.choice, .votes(rule)).council
        council.judges = Judged(machine: "dossier", states: ["valid"], inFavour: "recommend", against: "turn-down")
        let law = CouncilLaw(kind: "k", label: Phrase(vi: "Hội đồng"), council: council, parameters: CouncilFixture.parameters)
        var session = try CouncilFixture.session(law, members: 9, subjects: ["A", "B"].map { CouncilFixture.subject($0) })
        for index in 1...9 { try session.cast(.choice(index <= 6), on: "A", by: CouncilFixture.code(index)) }
        for index in 8...9 { try session.leave(CouncilFixture.code(index)) }
        for index in 1...7 { try session.cast(.choice(index <= 6), on: "B", by: CouncilFixture.code(index)) }
        try session.countVotes()
        #expect(
            try session.concludingFacts() == [
                "result": .word("recommended"), "present": .int(7), "ballots": .int(7), "votes_for": .int(6), "chair_for": .bool(true),
            ]
        )
    }

    @Test func noValidBallot() throws {
        var session = try CouncilFixture.session(members: 7)
        for index in 1...7 { try session.cast(.blank, on: "A", by: CouncilFixture.code(index)) }
        try session.countVotes()
        #expect(try refusal { _ = try session.rankingFacts(of: "A") } == ["no_score"])
        #expect(try session.concludingFacts() == ["result": .word("not-recommended"), "present": .int(7), "ballots": .int(0)])
    }

    private func law(_ content: BallotForm.Content, _ way: DecisionRule.Way) -> CouncilLaw {
        CouncilFixture.law(
            forms: ["paper": BallotForm(label: Phrase(vi: "Phiếu"), content: content, basis: nil, standing: .model)],
            decision: DecisionRule(way, basis: nil)
        )
    }

    @Test func votesAndRatings() throws {
        let votes = DecisionRule.Votes(share: .parameter("half"), reach: .over, among: .ballots, chairBreaksTies: true)
        var session = try CouncilFixture.session(law(.choice, .votes(votes)), members: 8)
        for index in 1...8 { try session.cast(index == 8 ? .blank : .choice(index > 3), on: "A", by: CouncilFixture.code(index)) }
        try session.countVotes()
        #expect(
            try session.concludingFacts() == [
                "result": .word("recommended"), "present": .int(8), "ballots": .int(7), "votes_for": .int(4), "chair_for": .bool(false),
            ]
        )
        let scheme = BallotForm.Ratings(quality: [], quantity: [], quantityShare: .parameter("half"))
        let shares = DecisionRule.Ratings(excellent: .parameter("three_quarters"), fail: .parameter("third"))
        session = try CouncilFixture.session(law(.ratings(scheme), .ratings(shares)), members: 8)
        for index in 1...8 {
            let rating = index == 1 ? Rating.fail : .excellent
            try session.cast(
                .ratings(ProductRatings(products: [:], report: rating, overall: rating)),
                on: "A",
                by: CouncilFixture.code(index)
            )
        }
        try session.countVotes()
        #expect(
            try session.concludingFacts() == [
                "result": .word("pass"), "present": .int(8), "ballots": .int(8), "votes_excellent": .int(7), "votes_fail": .int(1),
            ]
        )
    }

    @Test func eachSubjectHasItsOwnVote() throws {
        let votes = DecisionRule.Votes(share: .parameter("half"), reach: .over, among: .ballots)
        let subjects = ["A", "B"].map { CouncilFixture.subject($0) }
        var session = try CouncilFixture.session(law(.choice, .votes(votes)), members: 7, subjects: subjects)
        for index in 1...7 {
            for subject in subjects { try session.cast(.choice(true), on: subject.id, by: CouncilFixture.code(index)) }
        }
        try session.countVotes()
        #expect(try refusal { _ = try session.concludingFacts() } == ["one_subject"])
    }

    @Test(arguments: [(true, "recommended"), (false, "not-recommended")])
    func collective(_ recommends: Bool, _ result: String) throws {
        var session = try CouncilFixture.session(law(.choice, .collective), members: 7)
        #expect(try refusal { _ = try session.concludingFacts() } == ["not_counted"])
        try session.conclude(.init(text: "Kết luận", recommends: recommends))
        #expect(try session.concludingFacts() == ["result": .word(result)])
    }
}
