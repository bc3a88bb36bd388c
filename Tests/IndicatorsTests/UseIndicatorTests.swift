import Indicators
import LifecycleModel
import Statistics
import Testing

/// A day as people write it.
func day(_ text: String) throws -> CivilDate { try CivilDate(parsing: text) }

/// The usual definition, and results made short.
enum Made {
    static let terms = UseIndicator.Terms(unit: .result, months: 12, standing: .checked, kinds: ["production", "decision"])

    /// Evidence declared and checked on the day of its first use or on the given days.
    static func evidence(
        _ firstUse: String,
        kind: String = "production",
        key: String = "E1",
        _ changes: [(EvidenceRecord.Standing?, String)]? = nil
    ) throws -> EvidenceRecord {
        let all = changes ?? [(.declared, firstUse), (.checked, firstUse)]
        return EvidenceRecord(
            key: key,
            kind: kind,
            firstUseOn: try day(firstUse),
            changes: try all.map { EvidenceRecord.Change($0.0, on: try day($0.1), recordedOn: try day($0.1)) }
        )
    }

    static func result(
        _ task: String = "NV-1",
        _ number: Int = 1,
        accepted: String,
        kind: String = "kind-1",
        programme: String? = nil,
        followedUntil: String? = nil,
        _ evidence: [EvidenceRecord] = []
    ) throws -> ResultRecord {
        ResultRecord(
            task: task,
            number: number,
            name: "R",
            kind: kind,
            programme: programme,
            regime: "law-2013",
            acceptedOn: try day(accepted),
            recordedOn: try day(accepted),
            followedUntil: try followedUntil.map(day),
            evidence: evidence
        )
    }
}

@Suite("Verdicts on use")
struct VerdictTests {
    @Test(
        "use on the last day counts, a day later not; short months and leap years end on their last day",
        arguments: [
            ("2024-05-10", "2025-05-10", true), ("2024-05-10", "2025-05-11", false), ("2024-02-29", "2025-02-28", true),
            ("2024-02-29", "2025-03-01", false), ("2023-02-28", "2024-02-28", true), ("2023-02-28", "2024-02-29", false),
            ("2023-12-31", "2024-12-31", true), ("2023-12-31", "2025-01-01", false), ("2024-05-10", "2024-01-01", true),
        ]
    )
    func boundary(_ accepted: String, _ firstUse: String, _ isUsed: Bool) throws {
        let result = try Made.result(accepted: accepted, [try Made.evidence(firstUse)])
        let verdict = try #require(Made.terms.verdict(on: result, knownOn: try day("2026-06-01")))
        #expect(verdict.outcome == (isUsed ? .used : .notUsed))
        #expect(verdict.judged.first?.objection == (isUsed ? nil : .late))
    }

    @Test(
        "a result is open until its last day has come",
        arguments: [("2025-05-09", Verdict.Outcome.open), ("2025-05-10", .notUsed), ("2025-05-11", .notUsed)]
    )
    func censored(_ known: String, _ outcome: Verdict.Outcome) throws {
        let result = try Made.result(accepted: "2024-05-10")
        #expect(Made.terms.verdict(on: result, knownOn: try day(known))?.outcome == outcome)
    }

    @Test("in use before its last day, it still is not counted, yet shown")
    func openInUse() throws {
        let result = try Made.result(accepted: "2024-05-10", [try Made.evidence("2024-08-01")])
        let verdict = try #require(Made.terms.verdict(on: result, knownOn: try day("2024-09-01")))
        #expect(verdict.outcome == .open && verdict.deciding?.key == "E1")
        #expect(verdict.phrase.vi.contains("Chưa tính: 10/05/2025 mới hết hạn; đã ứng dụng từ 01/08/2024"))
    }

    @Test("evidence rejected after it was counted: counted as known then, not as known later")
    func rejected() throws {
        let evidence = try Made.evidence("2025-01-10", [(.declared, "2025-02-01"), (.checked, "2025-02-10"), (nil, "2025-09-01")])
        let result = try Made.result(accepted: "2024-05-10", [evidence])
        func outcome(_ known: String) throws -> Verdict.Outcome? { Made.terms.verdict(on: result, knownOn: try day(known))?.outcome }
        #expect(try outcome("2025-08-31") == .used)
        #expect(try outcome("2025-09-01") == .notUsed)
        let judged = try #require(Made.terms.verdict(on: result, knownOn: try day("2025-09-01"))?.judged.first)
        #expect(judged.objection == .rejected && judged.standing == nil)
    }

    @Test("a rejection recorded later than it happened changes nothing before it was recorded")
    func recordedLater() throws {
        var evidence = try Made.evidence("2025-01-10")
        evidence.changes.append(EvidenceRecord.Change(nil, on: try day("2025-03-01"), recordedOn: try day("2025-12-01")))
        let result = try Made.result(accepted: "2024-05-10", [evidence])
        #expect(Made.terms.verdict(on: result, knownOn: try day("2025-11-30"))?.outcome == .used)
        #expect(Made.terms.verdict(on: result, knownOn: try day("2025-12-01"))?.outcome == .notUsed)
    }

    @Test("declared anew after a rejection, it has to be checked anew")
    func again() throws {
        let evidence = try Made.evidence("2025-01-10", [(.checked, "2025-02-01"), (nil, "2025-03-01"), (.declared, "2025-03-10")])
        let result = try Made.result(accepted: "2024-05-10", [evidence])
        #expect(Made.terms.verdict(on: result, knownOn: try day("2026-01-01"))?.judged.first?.objection == .standing)
    }

    @Test("an acceptance that was not on record then is not known")
    func unknown() throws {
        let result = try Made.result(accepted: "2024-05-10")
        #expect(Made.terms.verdict(on: result, knownOn: try day("2024-05-09")) == nil)
    }

    @Test(
        "what counts follows the definition",
        arguments: [
            (EvidenceRecord.Standing.declared, EvidenceRecord.Standing.declared, true), (.declared, .checked, false),
            (.checked, .checked, true), (.verified, .checked, true), (.checked, .verified, false), (.verified, .verified, true),
        ]
    )
    func standing(_ reached: EvidenceRecord.Standing, _ asked: EvidenceRecord.Standing, _ counts: Bool) throws {
        var terms = Made.terms
        terms.standing = asked
        let result = try Made.result(accepted: "2024-05-10", [try Made.evidence("2024-08-01", [(reached, "2024-08-01")])])
        let verdict = try #require(terms.verdict(on: result, knownOn: try day("2026-01-01")))
        #expect((verdict.outcome == .used) == counts)
        #expect(verdict.judged.first?.objection == (counts ? nil : .standing))
    }

    @Test("kinds that do not count are named, and one that counts beside them decides")
    func kinds() throws {
        let other = try Made.evidence("2024-06-01", kind: "other", key: "E1")
        let later = try Made.evidence("2024-09-01", key: "E2")
        let earlier = try Made.evidence("2024-07-01", kind: "decision", key: "E3")
        let verdict = try #require(
            Made.terms.verdict(on: try Made.result(accepted: "2024-05-10", [other, later, earlier]), knownOn: try day("2026-01-01"))
        )
        #expect(verdict.deciding?.key == "E3")
        #expect(verdict.judged.map(\.evidence.key) == ["E3", "E2", "E1"])
        #expect(verdict.judged.map(\.objection) == [nil, nil, .kind])
    }

    @Test("proof within so many days of the last one", arguments: [("2025-06-09", true), ("2025-06-10", false)])
    func proof(_ checked: String, _ counts: Bool) throws {
        var terms = Made.terms
        terms.proofWithin = 30
        let evidence = try Made.evidence("2025-01-10", [(.declared, "2025-02-01"), (.checked, checked), (.verified, "2025-12-01")])
        let verdict = terms.verdict(on: try Made.result(accepted: "2024-05-10", [evidence]), knownOn: try day("2026-01-01"))
        #expect(verdict?.judged.first?.objection == (counts ? nil : .provedLate))
        #expect(
            Made.terms.verdict(on: try Made.result(accepted: "2024-05-10", [evidence]), knownOn: try day("2026-01-01"))?.outcome == .used
        )
    }
}

@Suite("Figures of use")
struct UseFigureTests {
    @Test(
        "per cent to one decimal, half up, in whole numbers",
        arguments: [
            (1, 2, "50.0"), (1, 3, "33.3"), (2, 3, "66.7"), (0, 7, "0.0"), (7, 7, "100.0"), (1, 2000, "0.1"), (1, 2001, "0.0"),
            (1, 8, "12.5"),
            (1, 16, "6.3"), (13, 25, "52.0"),
        ]
    )
    func percent(_ numerator: Int, _ denominator: Int, _ text: String) {
        #expect(UseFigure(numerator: numerator, denominator: denominator, open: 0).percent == text)
    }

    @Test("nothing counted, no percentage")
    func nothing() throws {
        let figure = UseFigure(numerator: 0, denominator: 0, open: 4)
        #expect(figure.percent == nil && figure.gap(to: Fraction(52)) == nil)
    }

    @Test("the gap is the printed percentage less the target")
    func gap() throws {
        let short = try Fraction(-187, over: 10)
        #expect(UseFigure(numerator: 1, denominator: 3, open: 0).gap(to: Fraction(52)) == short)
        #expect(UseFigure(numerator: 3, denominator: 5, open: 0).gap(to: Fraction(52)) == Fraction(8))
    }

    /// Three tasks of 2024: one with both kinds of outcome, one in use, one not; one whose last day is in another year; one open.
    private static func results() throws -> [ResultRecord] {
        let used = [try Made.evidence("2024-12-01")]
        return [
            try Made.result("NV-1", 1, accepted: "2024-03-01", programme: "CT1", used),
            try Made.result("NV-1", 2, accepted: "2024-03-01", kind: "kind-2", programme: "CT1"),
            try Made.result("NV-2", 1, accepted: "2024-06-01", programme: "CT2", used), try Made.result("NV-3", 1, accepted: "2024-07-01"),
            try Made.result("NV-4", 1, accepted: "2023-12-31", programme: "CT1", used),
            try Made.result("NV-5", 1, accepted: "2024-12-31", programme: "CT2"),
        ]
    }

    @Test(
        "by unit",
        arguments: [
            (UseIndicator.Unit.result, 2, 4), (.taskAny, 2, 3), (.taskAll, 1, 3),
        ]
    )
    func units(_ unit: UseIndicator.Unit, _ numerator: Int, _ denominator: Int) throws {
        var terms = Made.terms
        terms.unit = unit
        let report = UseReport(try Self.results(), year: 2025, knownOn: try day("2025-12-30"), terms: terms)
        #expect(report.figure == UseFigure(numerator: numerator, denominator: denominator, open: 1))
        let later = UseReport(try Self.results(), year: 2025, knownOn: try day("2025-12-31"), terms: terms)
        #expect(later.figure == UseFigure(numerator: numerator, denominator: denominator + 1, open: 0))
        #expect(UseReport(try Self.results(), year: 2024, knownOn: try day("2025-12-31"), terms: terms).figure.denominator == 1)
    }

    @Test("by groups, which add up")
    func groups() throws {
        let report = UseReport(try Self.results(), year: 2025, knownOn: try day("2025-12-30"), terms: Made.terms)
        for grouping in ResultRecord.Grouping.allCases {
            let figures = report.groups(by: grouping).map(\.figure)
            #expect(figures.reduce(0) { $0 + $1.numerator } == report.figure.numerator)
            #expect(figures.reduce(0) { $0 + $1.denominator } == report.figure.denominator)
            #expect(figures.reduce(0) { $0 + $1.open } == report.figure.open)
        }
        #expect(report.groups(by: .programme).map(\.key) == ["", "CT1", "CT2"])
        #expect(report.groups(by: .programme).map(\.figure.percent) == ["0.0", "50.0", "100.0"])
    }

    @Test("a task with results of two kinds is a group of its own")
    func mixed() throws {
        var terms = Made.terms
        terms.unit = .taskAny
        let report = UseReport(try Self.results(), year: 2025, knownOn: try day("2025-12-31"), terms: terms)
        #expect(report.groups(by: .kind).map(\.key) == ["kind-1", "kind-1 + kind-2"])
    }

    @Test("results come in the order of their codes, whatever the order given")
    func order() throws {
        let report = UseReport(try Self.results().reversed(), year: 2025, knownOn: try day("2025-12-31"), terms: Made.terms)
        #expect(
            report.cases.flatMap(\.verdicts).map { "\($0.result.task)/\($0.result.number)" } == [
                "NV-1/1", "NV-1/2", "NV-2/1", "NV-3/1", "NV-5/1",
            ]
        )
    }
}

@Suite("Time to use")
struct UseTimeTests {
    @Test("days to the first use, whenever it was; else to the last day somebody looked")
    func observations() throws {
        func time(_ result: ResultRecord, _ known: String = "2026-01-01") throws -> [Int]? {
            Made.terms.observation(of: result, knownOn: try day(known)).map { [$0.time, $0.hadEvent ? 1 : 0] }
        }
        #expect(try time(Made.result(accepted: "2024-01-01", [Made.evidence("2025-06-01")])) == [517, 1])
        #expect(try time(Made.result(accepted: "2024-01-01", [Made.evidence("2023-06-01")])) == [0, 1])
        #expect(try time(Made.result(accepted: "2024-01-01", [Made.evidence("2025-06-01")]), "2025-05-31") == [516, 0])
        #expect(try time(Made.result(accepted: "2024-01-01")) == [731, 0])
        #expect(try time(Made.result(accepted: "2024-01-01", followedUntil: "2024-12-31")) == [365, 0])
        #expect(try time(Made.result(accepted: "2024-01-01", followedUntil: "2028-12-31")) == [731, 0])
        #expect(try time(Made.result(accepted: "2024-01-01"), "2023-12-31") == nil)
    }

    @Test("the column of twelve months is the indicator")
    func cohorts() throws {
        let results = [
            try Made.result("NV-1", accepted: "2023-02-01", [try Made.evidence("2023-04-01")]),
            try Made.result("NV-2", accepted: "2023-02-01", [try Made.evidence("2024-06-01")]),
            try Made.result("NV-3", accepted: "2023-05-01"),
            try Made.result("NV-4", accepted: "2024-11-01", [try Made.evidence("2024-12-01")]),
        ]
        let known = try day("2025-06-01")
        let table = CohortTable(results, knownOn: known, terms: Made.terms, months: [3, 12, 24, 36])
        #expect(table.rows.map(\.year) == [2023, 2024])
        #expect(table.rows[0].figures.map(\.numerator) == [1, 1, 2, 0])
        #expect(table.rows[0].figures.map(\.denominator) == [3, 3, 3, 0])
        #expect(table.rows[1].figures.map(\.open) == [0, 1, 1, 1])
        let report = UseReport(results, year: 2024, knownOn: known, terms: Made.terms)
        #expect(report.figure == table.rows[0].figures[1])
    }

    @Test("counted by task, a row counts tasks", arguments: [(UseIndicator.Unit.taskAny, [1, 2]), (.taskAll, [0, 1])])
    func cohortsOfTasks(_ unit: UseIndicator.Unit, _ used: [Int]) throws {
        let results = [
            try Made.result("NV-2", accepted: "2023-02-01", [try Made.evidence("2023-03-01")]),
            try Made.result("NV-1", 2, accepted: "2023-02-01", [try Made.evidence("2024-06-01")]),
            try Made.result("NV-1", accepted: "2023-02-01", [try Made.evidence("2023-04-01")]),
            try Made.result("NV-2", 2, accepted: "2023-02-01"),
        ]
        var terms = Made.terms
        terms.unit = unit
        let table = CohortTable(results, knownOn: try day("2025-06-01"), terms: terms, months: [1, 24])
        #expect(table.rows.map(\.figures).first?.map(\.denominator) == [2, 2])
        #expect(table.rows.map(\.figures).first?.map(\.numerator) == used)
    }
}
