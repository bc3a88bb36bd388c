import Councils
import LifecycleModel
import Rules
import Testing

/// What goes into the box and what is refused.
@Suite struct BallotTests {
    private func check(_ marks: Ballot.Marks) throws -> [Blocker] {
        try BallotCheck(CouncilFixture.subject("A"), under: CouncilFixture.law()).blockers(marks)
    }

    /// Somebody who voted, was replaced while the session was put off, and whose ballot is still in the box.
    @Test func ballotOfAReplacedMember() throws {
        var session = try CouncilFixture.session(members: 8)
        for index in 1...8 { try session.cast(CouncilFixture.marks(80), on: "A", by: CouncilFixture.code(index)) }
        try session.adjourn(reason: "mất điện")
        try session.unseat(CouncilFixture.code(8), reason: "đi công tác")
        try session.seat(CouncilMember(person: CouncilFixture.code(9), name: "Thành viên 9", seat: .member))
        for index in [1, 2, 3, 4, 5, 6, 7, 9] { try session.arrive(CouncilFixture.code(index)) }
        try session.open()
        #expect(try refusal { try session.countVotes() } == ["votes_missing"])
        try session.cast(CouncilFixture.marks(80), on: "A", by: CouncilFixture.code(9))
        try session.countVotes()
        let tally = try #require(session.count?["A"])
        #expect(tally.present == 8 && tally.valid.count == 8 && tally.ballots.count == 9)
        #expect(tally.ballots.first { $0.void != nil }?.ballot.voter == (try CouncilFixture.code(8)))
    }

    /// A conflict that bars some seats only does not bar the seat taken afterwards; nobody with one counts the ballots.
    @Test func conflictOfASeat() throws {
        let rule = ConflictRule(ground: .hostStaff, seats: [.chair, .deputy, .reviewers, .secretary], basis: "Điều 9.3b")
        let conflict = try Conflict(of: CouncilFixture.code(3), by: rule, evidence: Phrase(vi: "hợp đồng lao động"))
        var session = try CouncilFixture.session(CouncilFixture.law(conflicts: [rule]), members: 8)
        for index in 1...8 { try session.cast(CouncilFixture.marks(80), on: "A", by: CouncilFixture.code(index)) }
        try session.find(conflict)
        #expect(try session.bar(of: CouncilFixture.code(3)) == conflict && session.quorum().present == 7)
        #expect(try refusal { try session.countVotes(by: [CouncilFixture.code(3)]) } == ["conflict_of_interest"])
        try session.adjourn(reason: "thay phản biện")
        for index in [3, 6] { try session.unseat(CouncilFixture.code(index), reason: "đổi ghế") }
        try session.seat(CouncilMember(person: CouncilFixture.code(3), name: "Thành viên 3", seat: .member))
        try session.seat(CouncilMember(person: CouncilFixture.code(6), name: "Thành viên 6", seat: .reviewers))
        for index in 1...8 { try session.arrive(CouncilFixture.code(index)) }
        try session.open()
        try session.countVotes()
        #expect(try session.bar(of: CouncilFixture.code(3)) == nil && session.count?["A"]?.valid.count == 8)
    }

    /// TT 20/2023/TT-BKHCN, Điều 11.5đ: three members are elected to count, each present, each once.
    @Test func countingBoard() throws {
        var council = CouncilFixture.law().council
        council.countingBoard = .number(3)
        let law = CouncilLaw(kind: "k", label: Phrase(vi: "Hội đồng"), council: council, parameters: CouncilFixture.parameters)
        var session = try CouncilFixture.session(law, members: 8, present: Array(1...7))
        for index in 1...7 { try session.cast(CouncilFixture.marks(80), on: "A", by: CouncilFixture.code(index)) }
        for board in [[], [3, 4], [3, 4, 4], [3, 4, 5, 6], [3, 3, 4, 5]] {
            #expect(try refusal { try session.countVotes(by: board.map(CouncilFixture.code)) } == ["counting_board"])
        }
        #expect(try refusal { try session.countVotes(by: [3, 4, 8].map(CouncilFixture.code)) } == ["not_present"])
        try session.countVotes(by: [3, 4, 5].map(CouncilFixture.code))
        #expect(session.countingBoard == (try [3, 4, 5].map(CouncilFixture.code)))
    }

    @Test(arguments: [("0", "0"), ("60", "60"), (" 12 ", "12"), ("12,0", "12")])
    func pointsThatAreTyped(_ text: String, _ points: String) throws {
        let typed = try BallotCheck(CouncilFixture.subject("A"), under: CouncilFixture.law()).points(text, for: CouncilFixture.criteria[0])
        #expect(typed.exactText == points)
    }

    @Test(arguments: [
        ("61", "Nội dung: điểm 61 ngoài khoảng 0–60"), ("-1", "Nội dung: điểm -1 ngoài khoảng 0–60"),
        ("12,5", "Nội dung: điểm 12,5 phải là bội số của 1"), ("12.5", "Nội dung: điểm 12,5 phải là bội số của 1"),
        ("mười", "Nội dung: ‘mười’ không phải là số; viết như 12 hoặc 12,5"), ("", "Nội dung: ‘’ không phải là số; viết như 12 hoặc 12,5"),
    ])
    func pointsThatAreRefused(_ text: String, _ message: String) throws {
        do {
            _ = try BallotCheck(CouncilFixture.subject("A"), under: CouncilFixture.law()).points(text, for: CouncilFixture.criteria[0])
            Issue.record("nothing was refused")
        } catch {
            #expect(error.phrase.vi == message)
            if text.hasPrefix("12") { #expect(error.blockers.first?.cure?.vi == "ghi 12 hoặc 13") }
        }
    }

    @Test func halfPointsWhereTheFormHasThem() throws {
        let form = BallotForm(
            label: Phrase(vi: "Phiếu"),
            content: .scores(CouncilFixture.criteria, step: .parameter("half")),
            basis: nil,
            standing: .assumed
        )
        let check = try BallotCheck(CouncilFixture.subject("A"), under: CouncilFixture.law(forms: ["paper": form]))
        #expect(try check.points("12,5", for: CouncilFixture.criteria[0]).exactText == "25/2")
        #expect(try refusal { _ = try check.points("12,3", for: CouncilFixture.criteria[0]) } == ["score_step"])
    }

    @Test func missingAndUnknownCriteria() throws {
        #expect(try check(.scores(["content": Fraction(3)])).map(\.message.vi) == ["chưa đánh giá: Năng lực"])
        let blockers = try check(.scores(["content": Fraction(3), "capacity": Fraction(41), "style": Fraction(1)]))
        #expect(blockers.map(\.code) == ["mark_unknown", "score_out_of_range"])
        #expect(try check(.choice(true)).map(\.code) == ["ballot_kind"])
        #expect(try check(.blank).isEmpty)
    }

    @Test func whoMayNotVote() throws {
        var session = try CouncilFixture.session(members: 8, present: [1, 2, 3, 4, 5, 6])
        let marks = CouncilFixture.marks(80)
        #expect(try refusal { try session.cast(marks, on: "A", by: CouncilFixture.code(7)) } == ["absent"])
        #expect(try refusal { try session.cast(marks, on: "A", by: CouncilFixture.code(99)) } == ["not_a_member"])
        #expect(try refusal { try session.cast(marks, on: "B", by: CouncilFixture.code(1)) } == ["subject_unknown"])
        try session.welcome(guest: "Đại diện Sở Tài chính")
        #expect(session.roll.guests == ["Đại diện Sở Tài chính"])
        var formed = try CouncilSession(
            law: CouncilFixture.law(),
            composition: Composition(members: CouncilFixture.members(7)),
            subjects: [CouncilFixture.subject("A")]
        )
        #expect(try refusal { try formed.cast(marks, on: "A", by: CouncilFixture.code(1)) } == ["wrong_phase"])
    }

    @Test func oneBallotEachAndCorrections() throws {
        var session = try CouncilFixture.session(members: 7)
        for index in 1...7 { try session.cast(CouncilFixture.marks(80), on: "A", by: CouncilFixture.code(index)) }
        let (first, marks) = (try CouncilFixture.code(1), CouncilFixture.marks(87))
        #expect(try refusal { try session.cast(marks, on: "A", by: first) } == ["voted_already"])
        #expect(try refusal { try session.supersede(marks, on: "A", by: first, reason: " ") } == ["reason_missing"])
        #expect(
            try refusal { try session.supersede(.scores([:]), on: "A", by: first, reason: "Ghi nhầm") } == ["mark_missing", "mark_missing"]
        )
        try session.supersede(marks, on: "A", by: first, reason: "Ghi nhầm")
        try session.countVotes()
        let tally = try #require(session.count?["A"])
        #expect(tally.ballots.count == 8)
        #expect(tally.ballots.first?.void?.text.vi == "đã thay bằng phiếu số 8: Ghi nhầm")
        #expect(tally.scores?.mean?.exactText == "81")
        #expect(try refusal { try session.cast(marks, on: "A", by: first) } == ["wrong_phase"])
        #expect(try refusal { try session.countVotes() } == ["counted"])
    }

    @Test func correctionNeedsABallot() throws {
        var session = try CouncilFixture.session(members: 7)
        #expect(
            try refusal { try session.supersede(.blank, on: "A", by: CouncilFixture.code(1), reason: "Ghi nhầm") } == ["nothing_to_correct"]
        )
    }

    @Test func countNeedsEverybodyPresent() throws {
        var session = try CouncilFixture.session(members: 7)
        for index in 1...6 { try session.cast(CouncilFixture.marks(80), on: "A", by: CouncilFixture.code(index)) }
        do {
            try session.countVotes()
            Issue.record("the count was not refused")
        } catch {
            #expect(error.blockers.map(\.code) == ["votes_missing"])
            #expect(!error.phrase.vi.contains { $0.isNumber })
        }
        // Somebody who left without voting is not waited for; somebody who voted and left is counted.
        try session.leave(CouncilFixture.code(7))
        try session.leave(CouncilFixture.code(6))
        try session.countVotes()
        #expect(session.count?["A"]?.present == 6)
        #expect(session.count?["A"]?.valid.count == 6)
    }

    @Test func concludingOnce() throws {
        var session = try CouncilFixture.session(members: 7)
        #expect(try refusal { try session.conclude(.init(text: "Kiến nghị")) } == ["wrong_phase"])
        for index in 1...7 { try session.cast(CouncilFixture.marks(80), on: "A", by: CouncilFixture.code(index)) }
        try session.countVotes()
        #expect(try refusal { try session.conclude(.init(text: "Kiến nghị", recommends: true)) } == ["result_is_counted"])
        try session.conclude(.init(text: "Kiến nghị", dissents: [CouncilFixture.code(7): "Bảo lưu ý kiến"]))
        #expect(session.phase == .concluded)
        #expect(try refusal { try session.conclude(.init(text: "Kiến nghị")) } == ["concluded"])
    }

    @Test func collectiveConclusion() throws {
        let law = CouncilFixture.law(forms: [:], decision: DecisionRule(.collective, basis: "Điều 13.1d"))
        var session = try CouncilFixture.session(law, members: 7)
        #expect(try refusal { try session.cast(.choice(true), on: "A", by: CouncilFixture.code(1)) } == ["no_ballots"])
        #expect(try refusal { try session.countVotes() } == ["no_ballots"])
        #expect(try refusal { try session.conclude(.init(text: "Kiến nghị kinh phí")) } == ["conclusion_missing"])
        try session.conclude(
            .init(text: "Kiến nghị kinh phí", dissents: [CouncilFixture.code(3): "Mức chi hội thảo cao"], recommends: true)
        )
        #expect(session.conclusion?.dissents.count == 1)
    }

    @Test func formThatIsNotThere() throws {
        let subject = Subject(id: "A", label: Phrase(vi: "Hồ sơ A"), form: "other")
        #expect(
            try refusal {
                _ = try CouncilSession(law: CouncilFixture.law(), composition: Composition(members: []), subjects: [subject])
            } == ["ballot_form_unknown"]
        )
        let twice = CouncilFixture.subject("A")
        #expect(
            try refusal {
                _ = try CouncilSession(law: CouncilFixture.law(), composition: Composition(members: []), subjects: [twice, twice])
            } == ["subject_twice"]
        )
    }
}
