import Indicators
import LifecycleModel
import SQLiteStore
import Services
import Store
import Testing

@Suite("Values of indicators and reports on jobs")
struct IndicatorRegisterTests {
    private static let book = IndicatorBook(
        id: "plan",
        label: Phrase(vi: "Kế hoạch"),
        source: "KH 1",
        baselineOn: "2025",
        years: [2025, 2030],
        gatherers: ["officer"],
        groups: [],
        entries: [
            IndicatorBook.Entry(
                number: 1,
                group: "",
                name: Phrase(vi: "Tỷ lệ"),
                baseline: PrintedFigure("5%"),
                targets: [2025: PrintedFigure("60%")],
                lead: "Sở Tài chính; Viện Nông nghiệp"
            ),
            IndicatorBook.Entry(number: 2, group: "", name: Phrase(vi: "Trung tâm"), baseline: PrintedFigure("Có"), targets: [:]),
            IndicatorBook.Entry(
                number: 3,
                group: "",
                name: Phrase(vi: "Tính"),
                baseline: PrintedFigure("5%"),
                targets: [:],
                computedBy: "use"
            ),
        ]
    )

    private func enter(
        _ office: Office,
        _ number: Int,
        _ text: String,
        year: Int = 2025,
        on day: String = "2025-12-01",
        as actor: String = "CV01",
        dryRun: Bool = false
    ) throws -> (before: IndicatorValue?, receipt: Receipt?) {
        try EnterIndicator(try office.at("2025-12-31", as: actor))(
            number,
            IndicatorValue(year: year, figure: PrintedFigure(text), source: "BC 1"),
            in: Self.book,
            on: try CivilDate(parsing: day),
            dryRun: dryRun
        )
    }

    @Test("a value entered anew takes the place of the one before, which stays in the log")
    func corrected() throws {
        let office = try Office()
        #expect(try enter(office, 1, "58%").before == nil)
        #expect(try enter(office, 1, "59%").before?.figure.text == "58%")
        #expect(try enter(office, 1, "12%", year: 2024).before == nil)
        let (register, history) = try office.store.read { reader in
            (try IndicatorRegister(book: "plan", in: reader), try IndicatorRegister.history("plan", 1, in: reader))
        }
        #expect(register.values[1]?[2025]?.value.figure.text == "59%")
        #expect(register.values[1]?[2025]?.corrections == 1)
        #expect(register.values[1]?[2024]?.corrections == 0)
        #expect(history.map(\.value.figure.text) == ["58%", "59%", "12%"])
        #expect(history.map(\.isReplaced) == [true, false, false])
        #expect(try VerifyStore(office.store)(vault: office.vault).isEmpty)
    }

    @Test(
        "refusals",
        arguments: [
            (9, "5", 2025, "2025-12-01", "unknown-indicator"), (3, "5", 2025, "2025-12-01", "computed-indicator"),
            (1, "5", 2026, "2025-12-01", "wrong-year"), (1, "5", 1999, "2025-12-01", "wrong-year"),
            (1, "nhiều", 2025, "2025-12-01", "not-a-number"), (1, "5", 2025, "2026-01-01", "day-ahead"),
        ]
    )
    func refused(_ number: Int, _ text: String, _ year: Int, _ day: String, _ code: String) throws {
        let office = try Office()
        let fault = #expect(throws: UseCaseFault.self) { try enter(office, number, text, year: year, on: day) }
        #expect(fault?.code == code)
    }

    @Test("the same again is refused; words are fine where the plan has words")
    func same() throws {
        let office = try Office()
        _ = try enter(office, 2, "Có")
        let fault = #expect(throws: UseCaseFault.self) { try enter(office, 2, "Có") }
        #expect(fault?.code == "already-entered")
    }

    @Test("people of the body named may enter its indicators and no others; other people none")
    func duty() throws {
        let office = try Office()
        let register = RegisterParty(try office.at("2022-01-05", as: "system"))
        let person = Person(
            code: try PersonCode("VNN1"),
            name: "Người Viện",
            title: nil,
            organisation: try OrganisationCode("VNN"),
            field: nil,
            roles: ["host"]
        )
        _ = try register(.person(person), replacing: false)
        _ = try enter(office, 1, "7%", as: "VNN1")
        for (number, actor) in [(2, "VNN1"), (1, "CN01")] {
            let fault = #expect(throws: UseCaseFault.self) { try enter(office, number, "8", as: actor) }
            #expect(fault?.code == "not-your-duty")
        }
    }

    @Test("a trial writes nothing")
    func trial() throws {
        let office = try Office()
        let size = try office.store.read { try $0.head().size }
        #expect(try enter(office, 1, "7%", dryRun: true).receipt == nil)
        #expect(try office.store.read { try $0.head().size } == size)
    }

    private static let jobs = [
        Assignment(
            number: "II-1",
            heading: "",
            content: "Xây dựng kế hoạch",
            lead: "Sở Nội vụ; Viện Nông nghiệp",
            partners: "",
            product: "Kế hoạch",
            due: "Tháng 5/2025",
            dueOn: CivilDate(year: 2025, month: 5, day: 31)
        )
    ]

    private func report(_ office: Office, _ number: String, _ standing: AssignmentStanding, on day: String, as actor: String = "CV01")
        throws
        -> AssignmentStatus
    {
        try ReportAssignment(try office.at("2025-12-31", as: actor))(
            number,
            standing,
            note: "QĐ 1",
            among: Self.jobs,
            reporters: ["officer"],
            on: try CivilDate(parsing: day),
            dryRun: false
        ).status
    }

    @Test("the last report counts; the register is what the log says")
    func reported() throws {
        let office = try Office()
        _ = try report(office, "ii-1", .underWay, on: "2025-05-10")
        #expect(try report(office, "II-1", .done, on: "2025-06-01").wasLate == true)
        let register = try office.store.read { try AssignmentRegister(Self.jobs, in: $0) }
        #expect(register.statuses.map(\.standing) == [.done])
        #expect(register.led(by: "vien nong").count == 1 && register.led(by: "y tế").isEmpty)
        #expect(try VerifyStore(office.store)(vault: office.vault).isEmpty)
    }

    @Test(
        "reports that are refused",
        arguments: [
            ("II-2", "2025-07-01", "CV01", "unknown-assignment"), ("II-1", "2026-01-01", "CV01", "day-ahead"),
            ("II-1", "2025-05-31", "CV01", "day-before-last"), ("II-1", "2025-07-01", "CN01", "not-your-duty"),
        ]
    )
    func refusedReports(_ number: String, _ day: String, _ actor: String, _ code: String) throws {
        let office = try Office()
        _ = try report(office, "II-1", .underWay, on: "2025-06-01")
        let fault = #expect(throws: UseCaseFault.self) { try report(office, number, .done, on: day, as: actor) }
        #expect(fault?.code == code)
    }
}
