import Councils
import LifecycleModel
import Rules
import Testing

@Suite struct QuorumTests {
    /// A session of nine with these present, not opened.
    private func formed(_ present: [Int], members: Int = 9, authority: Bool = false, law: CouncilLaw = CouncilFixture.law()) throws
        -> CouncilSession
    {
        var session = try CouncilSession(
            law: law,
            composition: Composition(members: CouncilFixture.members(members)),
            subjects: [CouncilFixture.subject("A")]
        )
        for index in present { try session.arrive(CouncilFixture.code(index)) }
        if authority { try session.authoriseDeputy(by: "Giấy ủy quyền 01") }
        return session
    }

    @Test(arguments: [
        ([1, 3, 4, 5, 6], 9, ["quorum"]),  // 5 of 9, 6 needed
        ([1, 3, 4, 5, 6, 7], 9, []),  // exactly two thirds
        ([1, 3, 4, 5], 7, ["quorum"]),  // 4 of 7: 14/3 makes 5
        ([1, 3, 4, 5, 6], 7, []),
        ([2, 3, 4, 5, 6, 7], 9, ["chair_absent"]),
        ([1, 2, 3, 5, 6, 7], 9, ["seat_absent"]),  // one reviewer
        ([1, 2, 3, 4, 6, 7], 9, ["seat_absent"]),  // no secretary
        ([], 9, ["quorum", "chair_absent", "seat_absent", "seat_absent"]),
    ])
    func whoMustBeThere(_ present: [Int], _ members: Int, _ expected: [String]) throws {
        let session = try formed(present, members: members)
        #expect(try session.quorum().blockers.map(\.code) == expected)
        var opened = session
        #expect(try refusal { try opened.open() } == expected)
    }

    @Test func deputyWithAuthority() throws {
        let session = try formed([2, 3, 4, 5, 6, 7], authority: true)
        #expect(try session.quorum().holds)
        #expect(try session.quorum().presiding == CouncilFixture.code(2))
        let without = try formed([2, 3, 4, 5, 6, 7])
        #expect(try without.quorum().blockers.first?.message.vi == "vắng chủ tịch, phó chủ tịch chưa có giấy ủy quyền")
        #expect(try formed([1, 2, 3, 4, 5, 6]).quorum().presiding == CouncilFixture.code(1))
    }

    @Test(arguments: [([1, 2, 3, 5], []), ([1, 2, 3], ["quorum"]), ([1, 2, 4, 5], ["seat_absent"])])
    func appraisalTeam(_ present: [Int], _ expected: [String]) throws {
        let law = CouncilFixture.law(
            decision: DecisionRule(.collective, basis: "Điều 13.1d"),
            least: .number(5),
            seats: [.chair: .number(1), .councilMember: .number(1)],
            composition: [:],
            quorum: "team_quorum"
        )
        var members = try CouncilFixture.members(5)
        members[2].seat = .councilMember
        var session = try CouncilSession(law: law, composition: Composition(members: members), subjects: [CouncilFixture.subject("A")])
        for index in present { try session.arrive(CouncilFixture.code(index)) }
        #expect(try session.quorum().blockers.map(\.code) == expected)
    }

    @Test func allReviewsFirst() throws {
        var session = try formed(Array(1...9), law: CouncilFixture.law(needsAllReviews: true))
        for index in 1...8 { try session.receiveReview(of: CouncilFixture.code(index)) }
        #expect(try refusal { try session.open() } == ["reviews_missing"])
        try session.receiveReview(of: CouncilFixture.code(9))
        try session.open()
        #expect(session.phase == .inSession)
    }

    @Test func quorumIsTestedAtEveryVote() throws {
        var session = try CouncilFixture.session(members: 9, present: [1, 3, 4, 5, 6, 7])
        try session.cast(CouncilFixture.marks(80), on: "A", by: CouncilFixture.code(1))
        try session.leave(CouncilFixture.code(7))
        #expect(try refusal { try session.cast(CouncilFixture.marks(80), on: "A", by: CouncilFixture.code(3)) } == ["quorum"])
        #expect(try refusal { try session.countVotes() } == ["quorum"])
        try session.arrive(CouncilFixture.code(8))
        try session.cast(CouncilFixture.marks(80), on: "A", by: CouncilFixture.code(3))
    }
}
