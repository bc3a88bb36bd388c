import Indicators
import LifecycleModel
import Testing

@Suite("Goals of programmes")
struct GoalReportTests {
    private static func goal(_ id: String, atLeast: Int64 = 3, programme: String? = "CT2", isPercent: Bool = false) -> ProgrammeGoals.Goal {
        ProgrammeGoals.Goal(
            id: id,
            programme: programme,
            name: Phrase(vi: id, en: id),
            printed: "\(atLeast)",
            atLeast: Fraction(atLeast),
            isPercent: isPercent,
            basis: "ĐA"
        )
    }

    private static func result(
        _ task: String,
        _ promised: Int64,
        number: Int = 1,
        goal: String = "models",
        delivered: Int64? = nil,
        _ evidence: [EvidenceRecord] = []
    ) -> GoalResult {
        GoalResult(task: task, number: number, name: "R", goal: goal, promised: promised, delivered: delivered, evidence: evidence)
    }

    private static func report(_ results: [GoalResult], _ goals: [ProgrammeGoals.Goal] = [goal("models")]) throws -> GoalReport {
        GoalReport(goals, results, knownOn: try day("2025-12-31"), terms: Made.terms)
    }

    @Test("quantities add up; in use is what was delivered of the results with evidence that counts")
    func quantities() throws {
        let used = try Made.evidence("2025-03-01")
        let line = try #require(
            try Self.report([
                Self.result("B", 2, delivered: 1, [used]), Self.result("A", 5, number: 2, delivered: 4),
                Self.result("A", 2, delivered: 2, [used]),
                Self.result("C", 3),
            ]).lines.first
        )
        #expect((line.promised, line.delivered, line.inUse) == (12, 7, 3))
        #expect(line.gap == Fraction(4) && line.gapInUse == Fraction(0) && line.isReached)
        #expect(line.items.map { "\($0.result.task)\($0.result.number)" } == ["A1", "A2", "B1", "C1"])
        #expect(line.items.map { $0.usedSince != nil } == [true, false, true, false])
    }

    @Test("a goal that no result names stands at 0 with the whole gap; one in per cent and a result of another goal are left out")
    func empty() throws {
        let goals = [Self.goal("models"), Self.goal("all", atLeast: 100, programme: nil, isPercent: true), Self.goal("breeds", atLeast: 2)]
        let report = try Self.report([Self.result("A", 9, goal: "unknown", delivered: 9)], goals)
        #expect(report.lines.map(\.goal.id) == ["models", "breeds"])
        for line in report.lines {
            #expect((line.promised, line.delivered, line.inUse) == (0, 0, 0))
            #expect(line.gap == (try Fraction.zero.subtracting(line.goal.atLeast)) && line.gapInUse == line.gap)
            #expect(!line.isReached && line.items.isEmpty)
        }
    }

    @Test(
        "what counts as use",
        arguments: [
            ("production", [("declared", "2025-02-01"), ("checked", "2025-02-02")], true),
            ("production", [("declared", "2025-02-01")], false), ("other", [("declared", "2025-02-01"), ("checked", "2025-02-02")], false),
            ("production", [("declared", "2025-02-01"), ("checked", "2026-01-01")], false),
            ("production", [("declared", "2025-02-01"), ("checked", "2025-02-02"), ("rejected", "2025-12-31")], false),
            ("production", [("declared", "2025-02-01"), ("checked", "2025-02-02"), ("rejected", "2026-01-01")], true),
        ]
    )
    func use(_ kind: String, _ changes: [(String, String)], _ isUsed: Bool) throws {
        let proof = try Made.evidence("2025-01-15", kind: kind, changes.map { (EvidenceRecord.Standing(rawValue: $0.0), $0.1) })
        let line = try #require(try Self.report([Self.result("A", 3, delivered: 3, [proof])]).lines.first)
        #expect(line.inUse == (isUsed ? 3 : 0))
    }

    @Test("what is not delivered is not in use, and a sum never breaks")
    func edges() throws {
        let used = try Made.evidence("2025-03-01")
        let line = try #require(try Self.report([Self.result("A", .max, [used]), Self.result("B", .max, delivered: .max)]).lines.first)
        #expect((line.promised, line.delivered, line.inUse) == (.max, .max, 0))
    }

    @Test("the earliest use that counts is told, however long after the acceptance")
    func earliest() throws {
        let proofs = [try Made.evidence("2025-06-01"), try Made.evidence("2024-06-01", kind: "other"), try Made.evidence("2025-05-01")]
        #expect(Made.terms.firstUse(by: proofs, knownOn: try day("2025-12-31")) == (try day("2025-05-01")))
        #expect(Made.terms.firstUse(by: [], knownOn: try day("2025-12-31")) == nil)
    }

    // MARK: The share of accepted tasks

    private static func work(_ code: String, _ accepted: String, _ evidence: [[EvidenceRecord]] = []) throws -> AcceptedWork {
        AcceptedWork(
            code: code,
            title: "T",
            acceptedOn: try day(accepted),
            results: try evidence.enumerated().map { try Made.result(code, $0.offset + 1, accepted: accepted, $0.element) }
        )
    }

    private static func share(_ works: [AcceptedWork]) throws -> ApplicationShare {
        ApplicationShare(
            goal("all", atLeast: 100, programme: nil, isPercent: true),
            works,
            years: 2021...2025,
            knownOn: try day("2025-12-31"),
            terms: Made.terms
        )
    }

    @Test("one result in use is enough, a task without results counts as not applied; first and last day of the years count")
    func applied() throws {
        let used = try Made.evidence("2024-03-01")
        let share = try Self.share([
            try Self.work("D", "2025-12-31"), try Self.work("A", "2021-01-01", [[], [used]]), try Self.work("B", "2024-12-31", [[]]),
            try Self.work("C", "2023-05-05", [[used], [used]]), try Self.work("E", "2020-12-31", [[used]]),
            try Self.work("F", "2026-01-01", [[used]]),
        ])
        #expect(share.cases.map(\.work.code) == ["A", "B", "C", "D"])
        #expect(share.figure == UseFigure(numerator: 2, denominator: 4, open: 0))
        #expect(share.figure.percent == "50.0" && share.gap == Fraction(-50))
        #expect(share.notApplied.map(\.work.code) == ["B", "D"])
        #expect(share.notApplied.map(\.isRecent) == [false, true])
    }

    @Test("all applied leaves no gap; no task gives no figure")
    func bounds() throws {
        let used = try Made.evidence("2025-12-31")
        let all = try Self.share([try Self.work("A", "2022-02-02", [[used]])])
        #expect(all.figure.percent == "100.0" && all.gap == Fraction(0) && all.notApplied.isEmpty)
        let none = try Self.share([])
        #expect(none.figure.percent == nil && none.gap == nil)
    }

    @Test("a task that is accepted after the day is not known yet")
    func later() throws {
        let share = ApplicationShare(
            Self.goal("all", atLeast: 100, programme: nil, isPercent: true),
            [try Self.work("A", "2025-06-01"), try Self.work("B", "2025-06-02")],
            years: 2021...2025,
            knownOn: try day("2025-06-01"),
            terms: Made.terms
        )
        #expect(share.cases.map(\.work.code) == ["A"])
    }
}
