import Councils
import LifecycleModel
import Rules
import TestSupport
import Testing

/// Random boxes of ballots, counted a second time in whole numbers only: everything is multiplied out, nothing divided.
@Suite struct PlainCountTests {
    /// A dossier counted plainly: sums instead of means, compared crosswise.
    private struct Plain {
        let validCount: Int
        let validSum: Int
        let isEligible: Bool
        /// The score ×10 ×`validCount`.
        let totalTenfold: Int

        init(_ ballots: [[Int]], ofProposer: Bool) {
            let totals = ballots.map { $0.reduce(0, +) }
            let (count, sum) = (totals.count, totals.reduce(0, +))
            // |t − sum/count| > 20/100 · sum/count  ⇔  5·|t·count − sum| > sum
            let valid = totals.filter { 5 * abs($0 * count - sum) <= sum }
            validCount = valid.count
            validSum = valid.reduce(0, +)
            let passes = !valid.isEmpty && validSum >= 70 * validCount
            totalTenfold = validSum * (ofProposer && passes ? 11 : 10)
            let most = (0..<2).map { criterion in ballots.count { $0[criterion] == 0 } }.max() ?? 0
            isEligible = passes && 4 * most <= count
        }
    }

    /// Points near the boundaries, so that every rule comes into play.
    private func points(_ random: inout SeededRandom) -> [Int] {
        switch Int.random(in: 0..<10, using: &random) {
        case 0: [0, Int.random(in: 0...40, using: &random)]
        case 1: [Int.random(in: 0...60, using: &random), 0]
        case 2: [Int.random(in: 0...60, using: &random), Int.random(in: 0...40, using: &random)]
        default: [Int.random(in: 40...55, using: &random), Int.random(in: 22...32, using: &random)]
        }
    }

    @Test(arguments: 1...300)
    func scores(_ seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let count = Int.random(in: 7...9, using: &random)
        let subjects = (0..<Int.random(in: 1...4, using: &random)).map { index in
            CouncilFixture.subject("H\(index)", ofProposer: Bool.random(using: &random))
        }
        var session = try CouncilFixture.session(members: count, subjects: subjects)
        var plain: [Plain] = []
        for subject in subjects {
            let ballots = (0..<count).map { _ in points(&random) }
            for (index, points) in ballots.enumerated() {
                let marks = Ballot.Marks.scores(["content": Fraction(Int64(points[0])), "capacity": Fraction(Int64(points[1]))])
                try session.cast(marks, on: subject.id, by: CouncilFixture.code(index + 1))
            }
            plain.append(Plain(ballots, ofProposer: subject.isOfProposer))
        }
        try session.countVotes()
        let result = try #require(session.count)
        for (tally, plain) in zip(result.tallies, plain) {
            #expect(tally.valid.count == plain.validCount)
            #expect(
                try tally.scores?.mean == (plain.validCount == 0 ? nil : Fraction(Int64(plain.validSum), over: Int64(plain.validCount)))
            )
            #expect(
                try tally.scores?.total
                    == (plain.validCount == 0 ? nil : Fraction(Int64(plain.totalTenfold), over: Int64(10 * plain.validCount)))
            )
            #expect((tally.outcome == .recommended) == plain.isEligible)
        }
        // The winner has no better rival: nobody's score is higher, and it is eligible.
        let best = plain.indices.filter { i in
            plain[i].validCount > 0
                && plain.indices.allSatisfy { j in
                    plain[j].validCount == 0 || plain[i].totalTenfold * plain[j].validCount >= plain[j].totalTenfold * plain[i].validCount
                }
        }
        let ranking = try #require(result.ranking)
        let expected = best.count == 1 && plain[best[0]].isEligible ? subjects[best[0]].id : nil
        if best.count == 1 { #expect(ranking.winner == expected) }
        #expect(Set(ranking.places.map(\.subject)) == Set(subjects.map(\.id)))
    }

    @Test(arguments: 1...200)
    func votesAndRatings(_ seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let count = Int.random(in: 7...9, using: &random)
        func law(_ content: BallotForm.Content, _ way: DecisionRule.Way) -> CouncilLaw {
            CouncilFixture.law(
                forms: ["paper": BallotForm(label: Phrase(vi: "Phiếu"), content: content, basis: nil, standing: .model)],
                decision: DecisionRule(way, basis: nil)
            )
        }
        let votes = (0..<count).map { _ in Int.random(in: 0..<8, using: &random) }
        let over = DecisionRule.Votes(share: .parameter("three_quarters"), reach: .over, among: .ballots)
        let cast = votes.map { $0 == 0 ? Ballot.Marks.blank : .choice($0 > 1) }
        let (inFavour, valid) = (votes.count { $0 > 1 }, votes.count { $0 > 0 })
        let carried = try CouncilFixture.counted(cast, law: law(.choice, .votes(over)))["A"]?.outcome
        #expect((carried == .recommended) == (4 * inFavour > 3 * valid))

        let scheme = BallotForm.Ratings(quality: [], quantity: [], quantityShare: .parameter("half"))
        let shares = DecisionRule.Ratings(excellent: .parameter("three_quarters"), fail: .parameter("third"))
        let ratings = votes.map { $0 == 0 ? Rating.fail : $0 == 1 ? .pass : .excellent }
        let papers = ratings.map { Ballot.Marks.ratings(ProductRatings(products: [:], report: $0, overall: $0)) }
        let outcome = try CouncilFixture.counted(papers, law: law(.ratings(scheme), .ratings(shares)))["A"]?.outcome
        let (fail, excellent) = (ratings.count { $0 == .fail }, ratings.count { $0 == .excellent })
        let plain: Tally.Outcome = 3 * fail > count ? .fail : fail == 0 && 4 * excellent >= 3 * count ? .excellent : .pass
        #expect(outcome == plain)
    }
}
