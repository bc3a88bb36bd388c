import Councils
import LifecycleModel
import Rules
import Testing

@Suite struct CompositionTests {
    private func codes(_ members: [CouncilMember], decision: String? = nil, law: CouncilLaw = CouncilFixture.law()) throws -> [String] {
        try Composition(members: members, otherSizeDecision: decision).blockers(under: law).map(\.code)
    }

    @Test(arguments: [(6, ["council_size"]), (7, []), (9, []), (10, ["council_size"])])
    func size(_ count: Int, _ expected: [String]) throws {
        #expect(try codes(CouncilFixture.members(count)) == expected)
    }

    @Test func anotherSizeByDecision() throws {
        #expect(try codes(CouncilFixture.members(5), decision: "QĐ 12/QĐ-UBND") == [])
        var strict = CouncilFixture.law().council
        strict.otherSize = nil
        let law = CouncilLaw(kind: "k", label: Phrase(vi: "Hội đồng"), council: strict, parameters: CouncilFixture.parameters)
        #expect(try codes(CouncilFixture.members(5), decision: "QĐ 12/QĐ-UBND", law: law) == ["other_size_not_allowed", "council_size"])
    }

    @Test func seatsThatAreMissing() throws {
        var members = try CouncilFixture.members(7)
        members[2].seat = .member
        let blockers = try Composition(members: members).blockers(under: CouncilFixture.law())
        #expect(blockers.map(\.code) == ["council_seat"])
        #expect(blockers.first?.message.vi == "phải có 2 ủy viên phản biện, đang có 1")
        #expect(blockers.first?.basis == "Điều 32.2")
    }

    @Test func samePersonTwice() throws {
        var members = try CouncilFixture.members(7)
        members.append(members[6])
        #expect(try codes(members) == ["seated_twice"])
    }

    @Test func somebodyOfAnEarlierCouncil() throws {
        var council = CouncilFixture.law().council
        council.fromEarlierCouncil = .number(1)
        let law = CouncilLaw(
            kind: "k",
            label: Phrase(vi: "Hội đồng"),
            council: council,
            parameters: [:].merging(CouncilFixture.parameters) { $1 }
        )
        var members = try CouncilFixture.members(7)
        #expect(try codes(members, law: law) == ["earlier_council"])
        members[6].satEarlier = true
        #expect(try codes(members, law: law) == [])
    }

    /// TT 11/2014/TT-BKHCN, Điều 9.3a: three of the nine speak for the managing body, a user or the orderer.
    @Test func representatives() throws {
        var council = CouncilFixture.law().council
        council.representatives = .number(3)
        let law = CouncilLaw(kind: "k", label: Phrase(vi: "Hội đồng"), council: council, parameters: CouncilFixture.parameters)
        var members = try CouncilFixture.members(9)
        for (index, side) in [Representation.manager, .user, .orderer].enumerated() {
            #expect(try codes(members, law: law) == ["council_representatives"])
            members[6 + index].represents = side
        }
        #expect(try codes(members, law: law) == [])
        members[5].represents = .user
        #expect(try codes(members, law: law) == ["council_representatives"])
        #expect(try codes(members, decision: "QĐ 12/QĐ-UBND", law: law) == [])
    }

    @Test func unknownKindAndMissingNumber() throws {
        let council = Council(least: .parameter("nothing"), most: .number(9), quorum: "quorum")
        let law = CouncilLaw(kind: "k", label: Phrase(vi: "Hội đồng"), council: council, parameters: [:])
        #expect(try refusal { _ = try codes(CouncilFixture.members(7), law: law) } == ["number_missing"])
    }
}
