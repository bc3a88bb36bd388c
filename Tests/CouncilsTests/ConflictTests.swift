import Councils
import LifecycleModel
import Rules
import Testing

@Suite struct ConflictTests {
    private static let selection = [
        ConflictRule(ground: .participant, basis: "Điều 8.2a"), ConflictRule(ground: .hostStaff, basis: "Điều 8.2b"),
        ConflictRule(ground: .coordinatorStaff, basis: "Điều 8.2c"), ConflictRule(ground: .partiality, basis: "Điều 8.2d"),
        ConflictRule(ground: .relative, of: [.investigator, .taskSecretary, .keyMember], basis: "Điều 8.2đ"),
        ConflictRule(ground: .sanction, basis: "Điều 8.2e"),
    ]

    private static let acceptance = [
        ConflictRule(ground: .participant, basis: "Điều 9.5a"),
        ConflictRule(ground: .relative, of: [.investigator, .keyMember], basis: "Điều 9.5c"),
        ConflictRule(ground: .hostStaff, seats: [.chair, .deputy, .reviewers, .secretary], basis: "Điều 9.3b"),
    ]

    private let today: CivilDate
    private let task: Participation

    init() throws {
        today = try CivilDate(parsing: "2024-05-02")
        task = Participation(
            task: try TaskCode("T-1"),
            hosts: [Participation.Party(organisation: try OrganisationCode("HOST"), source: "B1-1-ĐON")],
            coordinators: [Participation.Party(organisation: try OrganisationCode("HELP"), source: "B1-5-PHNC")],
            participants: [
                Participation.Participant(person: try PersonCode("CHU-NHIEM"), role: .investigator, source: "B1-2a-TMĐTCN"),
                Participation.Participant(person: try PersonCode("THU-KY"), role: .taskSecretary, source: "B1-2a-TMĐTCN"),
                Participation.Participant(person: try PersonCode("PHU"), role: .member, source: "B1-2a-TMĐTCN"),
            ]
        )
    }

    private func grounds(_ candidate: Person, _ rules: [ConflictRule] = Self.selection) -> [String] {
        conflicts(candidate, rules).compactMap(\.basis)
    }

    private func conflicts(_ candidate: Person, _ rules: [ConflictRule] = Self.selection) -> [Conflict] {
        Conflict.all(of: candidate, with: task, under: CouncilFixture.law(conflicts: rules), on: today)
    }

    private func person(_ code: String = "X", of organisation: String? = nil) throws -> Person {
        Person(code: try PersonCode(code), name: "Lê X", organisation: try organisation.map { try OrganisationCode($0) })
    }

    @Test func groundsOfSelection() throws {
        #expect(try grounds(person()) == [])
        #expect(try grounds(person(of: "ELSEWHERE")) == [])
        #expect(try grounds(person("PHU")) == ["Điều 8.2a"])
        #expect(try grounds(person(of: "HOST")) == ["Điều 8.2b"])
        #expect(try grounds(person(of: "HELP")) == ["Điều 8.2c"])
        #expect(try grounds(person("CHU-NHIEM", of: "HOST")) == ["Điều 8.2a", "Điều 8.2b"])
    }

    @Test func relatives() throws {
        var candidate = try person()
        candidate.kin = [Person.Kin(to: try PersonCode("THU-KY"), .sibling, source: "Lý lịch")]
        #expect(grounds(candidate) == ["Điều 8.2đ"])
        #expect(conflicts(candidate).first?.evidence.vi == "anh, chị, em ruột THU-KY là thư ký khoa học (Lý lịch; B1-2a-TMĐTCN)")
        // The law of acceptance does not name the secretary of the task, and no law names ordinary members.
        #expect(grounds(candidate, Self.acceptance) == [])
        candidate.kin = [Person.Kin(to: try PersonCode("PHU"), .spouse, source: "Lý lịch")]
        #expect(grounds(candidate) == [])
    }

    @Test func sanctionsStandForATime() throws {
        var candidate = try person()
        let (from, until) = (try CivilDate(parsing: "2024-01-01"), today)
        candidate.findings = [Person.Finding(.sanction, evidence: "QĐ xử phạt 7/QĐ-XPHC", from: from, until: until)]
        #expect(grounds(candidate) == ["Điều 8.2e"])
        candidate.findings = [Person.Finding(.sanction, evidence: "QĐ xử phạt 7/QĐ-XPHC", from: from, until: until.adding(days: -1))]
        #expect(grounds(candidate) == [])
        candidate.findings = [Person.Finding(.partiality, evidence: "Biên bản xác minh 3/BB")]
        #expect(grounds(candidate) == ["Điều 8.2d"])
    }

    /// Partiality is towards the host or the investigator, an interest in anybody who takes part; neither is held against other tasks.
    @Test func findingsConcernSomebody() throws {
        let rules = [ConflictRule(ground: .partiality, basis: "p"), ConflictRule(ground: .relatedInterest, basis: "i")]
        func grounds(_ ground: ConflictGround, _ concern: Person.Finding.Concern) throws -> Bool {
            var candidate = try person()
            candidate.findings = [Person.Finding(ground, evidence: "BB 3", concern: concern)]
            return !conflicts(candidate, rules).isEmpty
        }
        for ground in [ConflictGround.partiality, .relatedInterest] {
            #expect(try grounds(ground, .task(TaskCode("T-1"))))
            #expect(try !grounds(ground, .task(TaskCode("T-2"))))
            #expect(try grounds(ground, .organisation(OrganisationCode("HOST"))))
            #expect(try !grounds(ground, .organisation(OrganisationCode("ELSEWHERE"))))
            #expect(try grounds(ground, .person(PersonCode("CHU-NHIEM"))))
            #expect(try !grounds(ground, .person(PersonCode("NOBODY"))))
            #expect(try grounds(ground, .organisation(OrganisationCode("HELP"))) == (ground == .relatedInterest))
            #expect(try grounds(ground, .person(PersonCode("PHU"))) == (ground == .relatedInterest))
        }
    }

    /// Staff of the host may sit at acceptance, but not as chair, deputy, reviewer or scientific secretary.
    @Test(arguments: Seat.allCases)
    func staffOfTheHostAtAcceptance(_ seat: Seat) throws {
        let conflicts = conflicts(try person(of: "HOST"), Self.acceptance)
        let mayNot: Set<Seat> = [.chair, .deputy, .reviewers, .secretary]
        #expect(Conflict.blockers(conflicts, for: seat).isEmpty == !mayNot.contains(seat))
        #expect(try grounds(person(of: "HELP"), Self.acceptance) == [])
    }

    /// Where the law has no list, none is made up.
    @Test func noListNoGround() throws {
        #expect(try grounds(person("CHU-NHIEM", of: "HOST"), []) == [])
    }

    @Test func seatingIsRefused() throws {
        var session = try CouncilSession(
            law: CouncilFixture.law(conflicts: Self.selection),
            composition: Composition(members: CouncilFixture.members(6)),
            subjects: [CouncilFixture.subject("A")]
        )
        let member = CouncilMember(person: try PersonCode("X"), name: "Lê X", seat: .member)
        let conflicts = conflicts(try person(of: "HOST"))
        do {
            try session.seat(member, conflicts: conflicts)
            Issue.record("the seat was not refused")
        } catch {
            #expect(error.phrase.vi == "X không được tham gia hội đồng: thuộc tổ chức chủ trì – công tác tại HOST (B1-1-ĐON)")
            #expect(error.blockers.first?.basis == "Điều 8.2b")
        }
        try session.seat(member)
        #expect(try refusal { try session.seat(member) } == ["seated_twice"])
    }

    /// A conflict found later voids that ballot, which is kept; a count that used it no longer stands.
    @Test func foundLater() throws {
        var session = try CouncilFixture.session(CouncilFixture.law(conflicts: Self.selection), members: 9)
        for index in 1...9 { try session.cast(CouncilFixture.marks(index == 9 ? 89 : 80), on: "A", by: CouncilFixture.code(index)) }
        try session.countVotes()
        #expect(session.count?["A"]?.scores?.mean?.exactText == "81")
        let conflict = try #require(conflicts(try person("CN-9", of: "HOST")).first)
        try session.find(conflict)
        #expect(session.phase == .inSession && session.count == nil)
        #expect(try refusal { try session.supersede(.blank, on: "A", by: CouncilFixture.code(9), reason: "r") } == ["conflict_of_interest"])
        try session.countVotes()
        let tally = try #require(session.count?["A"])
        #expect(tally.scores?.mean?.exactText == "80")
        #expect(tally.present == 8)
        #expect(tally.ballots.count == 9)
        #expect(tally.ballots.last?.void?.basis == "Điều 8.2b")
        #expect(session.conflicts.count == 1)
    }

    @Test func foundLaterCanBreakTheQuorum() throws {
        var session = try CouncilFixture.session(CouncilFixture.law(conflicts: Self.selection), members: 9, present: [1, 3, 4, 5, 6, 7])
        for index in [1, 3, 4, 5, 6, 7] { try session.cast(CouncilFixture.marks(80), on: "A", by: CouncilFixture.code(index)) }
        try session.find(try #require(conflicts(try person("CN-7", of: "HOST")).first))
        #expect(try refusal { try session.countVotes() } == ["quorum"])
    }

    @Test func groundThatDoesNotBarTheSeat() throws {
        var session = try CouncilFixture.session(CouncilFixture.law(conflicts: Self.acceptance), members: 9)
        let conflict = try #require(conflicts(try person("CN-9", of: "HOST"), Self.acceptance).first)
        #expect(try refusal { try session.find(conflict) } == ["seat_not_barred"])
    }
}
