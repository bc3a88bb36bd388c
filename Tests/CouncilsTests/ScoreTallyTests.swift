import Councils
import LifecycleModel
import Rules
import Testing

/// Points: the boundaries of the deviation, the lowest mark, the bonus and the zeroes.
@Suite struct ScoreTallyTests {
    /// Totals, the ballots that are void (counted from 1), the mean of the valid ones.
    @Test(
        arguments: [
            // Mean 75: exactly 20 % off is 60 and 90, and counts.
            ([60, 90, 75, 75, 75, 75, 75], [], "75"),
            // One point further: mean 525/7 = 75 again, 59 and 91 are void.
            ([59, 91, 75, 75, 75, 75, 75], [1, 2], "75"),
            // The mean of all is taken once, before any ballot is dropped: 500/7, a fifth of it is 100/7.
            ([40, 70, 78, 78, 78, 78, 78], [1], "230/3"),
            // Everybody off: half zero, half hundred; nothing is left.
            ([0, 0, 0, 0, 100, 100, 100, 100], [1, 2, 3, 4, 5, 6, 7, 8], nil),
            ([0, 0, 0, 0, 0, 0, 0], [], "0"),
        ] as [([Int], [Int], String?)]
    )
    func deviation(_ totals: [Int], _ void: [Int], _ mean: String?) throws {
        let tally = try #require(try CouncilFixture.tally(of: totals))
        #expect(tally.ballots.filter { $0.void != nil }.map(\.ballot.number) == void)
        #expect(tally.scores?.mean?.exactText == mean)
        #expect(tally.ballots.compactMap(\.void?.basis).allSatisfy { $0 == "Điều 11.5d" })
    }

    @Test(arguments: [
        ([70, 70, 70, 70, 70, 70, 70], Tally.Outcome.recommended),
        ([69, 70, 70, 70, 70, 70, 70], .notRecommended),  // 69.857…
        ([69, 70, 70, 70, 70, 70, 71], .recommended),
    ])
    func lowestMark(_ totals: [Int], _ outcome: Tally.Outcome) throws {
        #expect(try CouncilFixture.tally(of: totals)?.outcome == outcome)
    }

    /// 69.99…: a mean that would be 70 after rounding is below 70.
    @Test func noRounding() throws {
        let law = CouncilFixture.law(forms: ["paper": fine])
        let marks = ["69.99", "70", "70", "70", "70", "70", "70"].map { total in
            Ballot.Marks.scores(["content": Fraction(60), "capacity": (try? Fraction(parsing: total).subtracting(Fraction(60))) ?? .zero])
        }
        let tally = try #require(try CouncilFixture.counted(marks, law: law)["A"])
        #expect(tally.scores?.mean?.exactText == "48999/700")
        #expect(tally.scores?.mean?.shown().vi == "≈ 70 (48999/700)")
        #expect(tally.outcome == .notRecommended)
    }

    private var fine: BallotForm {
        BallotForm(
            label: Phrase(vi: "Phiếu"),
            content: .scores(CouncilFixture.criteria, step: .parameter("cent")),
            basis: "Điều 12",
            standing: .assumed
        )
    }

    @Test(arguments: [
        ([70, 70, 70, 70, 70, 70, 70], "77"), ([69, 69, 69, 69, 69, 69, 69], "69"), ([95, 95, 95, 95, 95, 95, 95], "209/2"),
    ])
    func bonusOfTheProposer(_ totals: [Int], _ total: String) throws {
        #expect(try CouncilFixture.tally(of: totals, ofProposer: true)?.scores?.total?.exactText == total)
        #expect(try CouncilFixture.tally(of: totals)?.scores?.total == CouncilFixture.tally(of: totals)?.scores?.mean)
    }

    /// Of eight members present two zeroes are exactly a quarter and do not bar; three do.
    @Test(arguments: [(0, Tally.Outcome.recommended), (2, .recommended), (3, .notRecommended)])
    func zeroes(_ count: Int, _ outcome: Tally.Outcome) throws {
        // Without the deviation rule, which would void these ballots first.
        let free = DecisionRule(
            .scores(DecisionRule.Scores(pass: .parameter("half"), zeroes: .parameter("zeroes"))),
            basis: "Điều 11"
        )
        let ballots = (1...8).map { index in
            Ballot.Marks.scores(["content": Fraction(60), "capacity": index <= count ? .zero : Fraction(20)])
        }
        let tally = try CouncilFixture.counted(ballots, law: CouncilFixture.law(decision: free))["A"]
        #expect(tally?.outcome == outcome)
        #expect(tally?.scores?.zeroes == count)
        #expect(tally?.scores?.zeroCriterion == (count > 0 ? "capacity" : nil))
    }

    /// A member did give zero even where the ballot is void for its distance.
    @Test func zeroesOfVoidBallotsCount() throws {
        let ballots = (1...9).map { index in
            Ballot.Marks.scores(["content": Fraction(60), "capacity": index <= 3 ? .zero : Fraction(40)])
        }
        let tally = try #require(try CouncilFixture.counted(ballots)["A"])
        #expect(tally.valid.count == 6)
        #expect(tally.scores?.mean?.exactText == "100")
        #expect(tally.scores?.zeroes == 3)
        #expect(tally.outcome == .notRecommended)
    }

    @Test func blankAndIrregularAreVoid() throws {
        let ballots =
            [CouncilFixture.marks(80), .blank, .irregular("ghi hai điểm ở một tiêu chí")] + (1...4).map { _ in CouncilFixture.marks(80) }
        let tally = try #require(try CouncilFixture.counted(ballots)["A"])
        #expect(
            tally.ballots.map { $0.void?.text.vi } == [
                nil, "phiếu để trống", "đánh giá không đúng quy định: ghi hai điểm ở một tiêu chí", nil, nil, nil, nil,
            ]
        )
        #expect(tally.scores?.cast == 5)
        #expect(tally.scores?.mean?.exactText == "80")
        #expect(tally.steps.first?.text.vi == "Số phiếu trong hòm: 7; hợp lệ: 5; không tính: 2")
    }

    @Test func onlyVoidBallots() throws {
        let tally = try #require(try CouncilFixture.counted(Array(repeating: .blank, count: 7))["A"])
        #expect(tally.outcome == .notRecommended)
        #expect(tally.scores?.mean == nil)
        #expect(tally.steps.contains { $0.text.vi == "Không còn phiếu hợp lệ nào" })
    }

    /// The working names each article in both languages.
    @Test func working() throws {
        let tally = try #require(try CouncilFixture.tally(of: [59, 91, 75, 75, 75, 75, 75], ofProposer: true))
        #expect(
            tally.steps.map(\.text.vi) == [
                "Số phiếu trong hòm: 7; hợp lệ: 5; không tính: 2",
                "Điểm trung bình của tất cả phiếu: 75; phiếu chênh lệch quá 20 % (15 điểm) không hợp lệ",
                "Điểm trung bình của các phiếu hợp lệ: 75", "Đạt mức tối thiểu 70 điểm",
                "Tổ chức chủ trì là tổ chức đề xuất nhiệm vụ: cộng 10 %, tổng 82,5",
                "Tiêu chí “Năng lực”: 1/7 thành viên có mặt cho điểm 0, không quá 1/4",
            ]
        )
        #expect(tally.steps.compactMap(\.basis) == ["Điều 11.5d", "Điều 11", "Điều 11.8a", "Điều 11.7", "Điều 11.8a"])
        #expect(tally.steps.allSatisfy { !$0.text.en.isEmpty })
        #expect(tally.ballots.first?.void?.text.vi == "59 điểm, chênh 16 so với 75, quá 20 %")
    }
}
