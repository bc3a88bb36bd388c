import CanonicalJSON
import LifecycleModel
import LumpSum
import Rules
import Testing

@Suite("What happens to money, as the log keeps it")
struct HappeningFormTests {
    static let all: [BudgetHappening] = [
        .estimated(
            Estimate(
                lines: Fixture.estimate.lines,
                mode: .partial,
                labour: [LabourLine(title: .technician, people: 3, months: Fraction(2), rate: 8_000_000)],
                reasons: ["travel-share": "vùng núi"]
            )
        ),
        .allotted(year: 2026, 1), .allotmentCut(year: 2026, 2), .rolledOver(from: 2025, to: 2026, 3), .advanced(number: 1, year: 2026, 4),
        .volumeReported(number: 1, 5), .cleared(number: 2, Fixture.estimate.lines), .givenBack(number: 2, 6),
        .moved([BudgetMove(from: "labour", to: "travel", year: 2026, amount: 7)], reason: "vì"),
        .setOutside([BudgetLine(item: "assets", year: 2026, amount: 8)], reason: "vì"),
        .spent(year: 2026, received: 9, [BudgetLine(item: "labour", year: 2026, source: .counterpart, amount: 10)]),
        .spentAnew(year: 2026, received: 0, [BudgetLine(item: "labour", year: 2026, amount: 10)], reason: "ghi nhầm"),
        .recoveryDecided(Recovery(isHostsFault: true, unused: 1, proper: 2, unproven: 3, decided: 4)), .recoveryPaid(11),
    ]

    @Test("is read back as it was written", arguments: all)
    func roundTrip(_ happening: BudgetHappening) throws {
        #expect(try BudgetHappening(kind: happening.kind, payload: JSONValue(parsing: happening.payload.canonicalText)) == happening)
    }

    @Test("a settlement, too")
    func settlement() throws {
        let settlement = try Settlement(
            clearedLumpSum: 10,
            clearedOther: 5,
            spentLumpSum: 9,
            spentOther: 2,
            notDone: 1,
            hostHasFund: true,
            under: Fixture.law
        )
        let happening = BudgetHappening.settled(settlement)
        #expect(try BudgetHappening(kind: happening.kind, payload: happening.payload) == happening)
        #expect(Set(Self.all.map(\.kind) + [happening.kind]).count == 15)
    }

    @Test(
        "what is none is refused",
        arguments: [
            ("money_allotted", #"{"year":26,"amount":1}"#), ("money_allotted", #"{"year":2026}"#), ("money_alotted", "{}"),
            ("advance_cleared", #"{"advance":1,"lines":[{"item":"x","year":2026,"amount":1,"source":"bank"}]}"#),
            ("estimate_recorded", #"{"lines":[],"mode":"all"}"#),
        ]
    )
    func broken(kind: String, payload: String) throws {
        let json = try JSONValue(parsing: payload)
        #expect(throws: JSONShapeFault.self) { try BudgetHappening(kind: kind, payload: json) }
    }
}
