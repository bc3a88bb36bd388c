import Indicators
import LifecycleModel
import Testing

@Suite("Printed figures")
struct PrintedFigureTests {
    @Test(
        "plain ones are read the Vietnamese way",
        arguments: [
            ("60%", Int64(60), Int64(1)), ("≥ 1,5%", 3, 2), ("≤ 10", 10, 1), ("03", 3, 1), ("2.000", 2000, 1), ("1.234.567", 1_234_567, 1),
            ("0,7314", 7314, 10_000), ("0.75", 3, 4), ("0.7", 7, 10), ("1,0", 1, 1), ("31,27 %", 3127, 100), ("-1,5%", -3, 2),
            ("1.234,5", 2469, 2), ("0.125", 1, 8), ("12.5", 25, 2),
        ]
    )
    func plain(_ text: String, _ numerator: Int64, _ denominator: Int64) throws {
        let number = try Fraction(numerator, over: denominator)
        #expect(PrintedFigure(text).number == number)
        #expect(PrintedFigure(text).text == text)
    }

    @Test(
        "what is not one number is kept as it is",
        arguments: [
            "", "-", "Có", "Nhóm 10", "50-60", "Đang triển khai", "1.2.3", "1,2,3", "1.23,4", "12.3456.789", "5 %%", "≥", "x5", "1 000",
        ]
    )
    func others(_ text: String) {
        #expect(PrintedFigure(text).number == nil)
        #expect(PrintedFigure(text).isMet(by: Fraction(5)) == nil)
        #expect(PrintedFigure(text).text == text)
    }

    @Test(
        "a target is reached, a limit is kept",
        arguments: [("60%", 60, true), ("60%", 59, false), ("≥ 60", 61, true), ("≤ 10", 10, true), ("≤ 10", 11, false)]
    )
    func met(_ text: String, _ value: Int, _ isMet: Bool) {
        #expect(PrintedFigure(text).isMet(by: Fraction(Int64(value))) == isMet)
    }
}

@Suite("Books of indicators")
struct IndicatorBookTests {
    private static let entry = IndicatorBook.Entry(
        number: 1,
        group: "a",
        name: Phrase(vi: "Tỷ lệ"),
        baseline: PrintedFigure("5%"),
        targets: [2025: PrintedFigure("-"), 2030: PrintedFigure("60%"), 2035: PrintedFigure("-"), 2040: PrintedFigure("Nhóm 10")],
        lead: "Sở Y tế;  Các sở, ngành ; Công an tỉnh"
    )

    @Test(
        "the target of a year, or of the next one that has one",
        arguments: [(2025, 2030, "60%"), (2029, 2030, "60%"), (2030, 2030, "60%"), (2031, 2040, "Nhóm 10"), (2040, 2040, "Nhóm 10")]
    )
    func targets(_ year: Int, _ of: Int, _ text: String) {
        let target = Self.entry.target(for: year)
        #expect(target?.year == of && target?.figure.text == text)
    }

    @Test("none after the last")
    func last() { #expect(Self.entry.target(for: 2041) == nil) }

    @Test("bodies are told apart by semicolons, not by commas")
    func bodies() { #expect(Self.entry.bodies == ["Sở Y tế", "Các sở, ngành", "Công an tỉnh"]) }
}

@Suite("Assigned jobs")
struct AssignmentTests {
    private static func job(_ dueOn: String?, due: String = "Tháng 9/2025") throws -> Assignment {
        Assignment(
            number: "II-1",
            heading: "",
            content: "Xây dựng kế hoạch",
            lead: "Sở Nội vụ",
            partners: "",
            product: "Kế hoạch",
            due: due,
            dueOn: try dueOn.map { try CivilDate(parsing: $0) }
        )
    }

    private static func report(_ standing: AssignmentStanding, _ on: String) throws -> AssignmentStatus.Report {
        AssignmentStatus.Report(standing: standing, note: "x", on: try CivilDate(parsing: on), actor: "A")
    }

    @Test(
        "overdue from the day after the last",
        arguments: [("2025-09-29", nil), ("2025-09-30", nil), ("2025-10-01", 1), ("2025-12-31", 92)]
    )
    func boundary(_ day: String, _ late: Int?) throws {
        let status = AssignmentStatus(try Self.job("2025-09-30"), report: nil)
        #expect(status.daysLate(on: try CivilDate(parsing: day)) == late)
        #expect(status.isOverdue(on: try CivilDate(parsing: day)) == (late != nil))
    }

    @Test("work that has begun or is held up is overdue, what is done is not")
    func standings() throws {
        let day = try CivilDate(parsing: "2025-12-31")
        for standing in [AssignmentStanding.underWay, .held] {
            #expect(AssignmentStatus(try Self.job("2025-09-30"), report: try Self.report(standing, "2025-09-01")).isOverdue(on: day))
        }
        let done = AssignmentStatus(try Self.job("2025-09-30"), report: try Self.report(.done, "2025-10-01"))
        #expect(!done.isOverdue(on: day) && done.wasLate == true)
        #expect(AssignmentStatus(try Self.job("2025-09-30"), report: try Self.report(.done, "2025-09-30")).wasLate == false)
    }

    @Test("without a last day nothing is overdue; what the plan calls done is done until somebody says otherwise")
    func open() throws {
        let day = try CivilDate(parsing: "2099-01-01")
        #expect(!AssignmentStatus(try Self.job(nil, due: "Thường xuyên"), report: nil).isOverdue(on: day))
        let told = try Self.job(nil, due: "Đã hoàn thành")
        #expect(AssignmentStatus(told, report: nil).standing == .done)
        #expect(AssignmentStatus(told, report: try Self.report(.held, "2025-07-01")).standing == .held)
        #expect(AssignmentStatus(try Self.job(nil), report: nil).standing == .notReported)
    }
}
