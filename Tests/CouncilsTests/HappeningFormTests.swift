import CanonicalJSON
import Councils
import LifecycleModel
import Rules
import Testing

@Suite("What happens in a session, as the log keeps it")
struct HappeningFormTests {
    private static func all() throws -> [CouncilHappening] {
        let person = try PersonCode("P1")
        let product = Subject.Product(id: "sp1", label: Phrase(vi: "Giống lúa"))
        let subject = Subject(
            id: "1",
            label: Phrase(vi: "Hồ sơ", en: "Dossier"),
            form: "acceptance",
            products: [product],
            mustFail: Subject.MustFail(reason: Phrase(vi: "nộp muộn"), basis: "Điều 13.1c"),
            isOfProposer: true,
            stateMoney: Dong(900_000_000),
            wasExcellentBefore: false,
            isOfHost: true
        )
        let ratings = ProductRatings(
            products: ["sp1": ProductRatings.Marks(["quality": .excellent, "quantity": .fail], reached: try Fraction(4, over: 5))],
            report: .pass,
            overall: .fail
        )
        let rule = ConflictRule(ground: .relative, of: [.investigator], seats: [.chair], basis: "Điều 8.2đ")
        let marks: [Ballot.Marks] = [
            .scores(["a": Fraction(10), "b": try Fraction(25, over: 2)]), .items(["need": true, "use": false]), .ratings(ratings),
            .choice(false), .blank, .irregular("gạch hai ô"),
        ]
        let votes = marks.map { CouncilHappening.ballotCast(CouncilHappening.Vote(by: person, on: "1", $0)) }
        return [
            .formed(CouncilHappening.Formation(kind: "selection", subjects: [subject], otherSizeDecision: "QĐ 3")),
            .formed(CouncilHappening.Formation(kind: "rights", subjects: [Subject(id: "x", label: Phrase(vi: "X"), form: "")])),
            .seated(
                CouncilMember(person: person, name: "TS. A", seat: .reviewers, organisation: try OrganisationCode("DH"), satEarlier: true)
            ),
            .described(CouncilMember(person: person, name: "TS. A", seat: .member, satEarlier: true, represents: .user)),
            .unseated(person, reason: "đi vắng"), .arrived(person), .left(person), .deputyAuthorised(by: "E-GUQ"), .reviewReceived(person),
            .guestWelcomed("Sở Tài chính"), .opened, .adjourned(reason: "mất điện", until: nil),
            .adjourned(reason: "mất điện", until: try CivilDate(parsing: "2026-12-12")),
            .ballotSuperseded(CouncilHappening.Vote(by: person, on: "1", .choice(true)), reason: "nhầm"),
            .conflictFound(Conflict(of: person, by: rule, evidence: Phrase(vi: "giấy khai sinh"))), .counted(by: [person]),
            .counted(by: []),
            .concluded(CouncilSession.Conclusion(text: "Kiến nghị", dissents: [person: "Không"], recommends: true)),
            .concluded(CouncilSession.Conclusion(text: "Kiến nghị")),
        ] + votes
    }

    @Test("is read back as it was written")
    func roundTrip() throws {
        for happening in try Self.all() {
            let payload = try JSONValue(parsing: happening.payload.canonicalBytes)
            #expect(try CouncilHappening(kind: happening.kind, payload: payload) == happening)
        }
    }

    @Test("every kind is covered, and only ballots are sealed")
    func kinds() throws {
        let kinds = Set(try Self.all().map(\.kind))
        #expect(kinds.count == 16)
        #expect(Set(try Self.all().filter(\.isSealed).map(\.kind)) == ["ballot_cast", "ballot_superseded"])
    }

    @Test(
        "what is none is refused",
        arguments: [
            ("ballot_cast", "{\"voter\":\"P1\",\"subject\":\"1\",\"marks\":{\"scores\":{\"a\":1.5}}}"),
            ("ballot_cast", "{\"voter\":\"P1\",\"subject\":\"1\",\"marks\":{\"scores\":{\"a\":\"2/1\"}}}"),
            ("ballot_cast", "{\"voter\":\"P1\",\"subject\":\"1\",\"marks\":{}}"), ("ballot_cast", "{\"voter\":\"\",\"subject\":\"1\"}"),
            ("member_seated", "{\"person\":\"P1\",\"name\":\"A\",\"seat\":\"throne\"}"), ("party_held", "{}"),
        ]
    )
    func none(kind: String, payload: String) throws {
        #expect(throws: (any Error).self) { try CouncilHappening(kind: kind, payload: try JSONValue(parsing: Array(payload.utf8))) }
    }
}
