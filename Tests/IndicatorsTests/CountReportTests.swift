import Indicators
import LifecycleModel
import Testing

@Suite("What is counted in a year")
struct CountReportTests {
    private static func task(
        _ code: String,
        level: String? = "province",
        programme: String? = nil,
        awarded: String? = nil,
        accepted: String? = nil,
        ended: String? = nil,
        contracts: [(Int, String)] = []
    ) throws -> CountedTask {
        CountedTask(
            code: code,
            title: "T",
            level: level,
            programme: programme,
            awardedOn: try awarded.map(day),
            acceptedOn: try accepted.map(day),
            endedOn: try ended.map(day),
            contracts: try contracts.map { CountedTask.Contract(result: $0.0, signedOn: try day($0.1)) }
        )
    }

    private static func count(
        _ tasks: [CountedTask],
        _ subject: CountIndicator.Subject,
        _ year: Int,
        by last: String = "2030-01-01",
        levels: [String] = ["province"]
    ) throws -> CountReport {
        CountReport(tasks, year: year, day: try day(last), terms: CountIndicator.Terms(subject: subject, levels: levels))
    }

    @Test(
        "acceptance counts in the year of its day, from that day on",
        arguments: [
            ("2025-01-01", 2025, "2025-12-31", 1), ("2025-12-31", 2025, "2025-12-31", 1), ("2024-12-31", 2025, "2025-12-31", 0),
            ("2026-01-01", 2025, "2026-12-31", 0), ("2025-06-02", 2025, "2025-06-01", 0), ("2025-06-02", 2025, "2025-06-02", 1),
        ]
    )
    func accepted(_ on: String, _ year: Int, _ last: String, _ expected: Int) throws {
        #expect(try Self.count([Self.task("A", accepted: on)], .tasksAccepted, year, by: last).count == expected)
    }

    @Test(
        "a task is carried out in every year from its award to its acceptance or end, both years included",
        arguments: [
            ("2022-12-31", "2025-01-01", nil as String?, [2022, 2023, 2024, 2025]), ("2023-01-01", "2023-12-31", nil, [2023]),
            ("2023-05-01", nil, "2024-02-01", [2023, 2024]), ("2026-05-01", nil, nil, [2026]),
            // Accepted, and its life after acceptance ended years later.
            ("2022-05-01", "2023-02-01", "2026-03-01", [2022, 2023]),
        ] as [(String, String?, String?, [Int])]
    )
    func carriedOut(_ awarded: String, _ accepted: String?, _ ended: String?, _ expected: [Int]) throws {
        let task = try Self.task("A", awarded: awarded, accepted: accepted, ended: ended)
        let years = try (2020...2027).filter { try Self.count([task], .tasksCarriedOut, $0, by: "2026-12-31").count == 1 }
        #expect(years == expected)
    }

    @Test("what lies after the day is not known: neither an award, nor an acceptance, nor an end")
    func notYet() throws {
        let task = try Self.task("A", awarded: "2023-03-01", accepted: "2024-12-20", ended: "2024-12-20")
        #expect(try Self.count([task], .tasksCarriedOut, 2023, by: "2023-02-28").count == 0)
        #expect(try Self.count([task], .tasksCarriedOut, 2023, by: "2023-03-01").count == 1)
        #expect(try Self.count([task], .tasksCarriedOut, 2024, by: "2023-06-01").count == 0)
        #expect(try Self.count([task], .tasksAccepted, 2024, by: "2024-12-19").count == 0)
        #expect(try Self.count([task], .tasksStarted, 2023, by: "2023-03-01").count == 1)
        #expect(try Self.count([task], .tasksStarted, 2024).count == 0)
    }

    @Test("a result counts once, in the year of its first contract")
    func commercialised() throws {
        let task = try Self.task("A", contracts: [(2, "2025-04-01"), (2, "2024-04-01"), (1, "2025-01-01"), (1, "2025-02-01")])
        #expect(try Self.count([task], .resultsCommercialised, 2024).items.map(\.result) == [2])
        let report = try Self.count([task], .resultsCommercialised, 2025)
        #expect(report.items.map(\.result) == [1])
        #expect(report.items.map(\.on) == [try day("2025-01-01")])
    }

    @Test("only tasks of the levels count; a task without one does not")
    func levels() throws {
        let tasks = try ["province", "base", nil].enumerated().map { try Self.task("A\($0)", level: $1, accepted: "2025-05-01") }
        #expect(try Self.count(tasks, .tasksAccepted, 2025).count == 1)
        #expect(try Self.count(tasks, .tasksAccepted, 2025, levels: ["province", "base"]).count == 2)
    }

    @Test("groups add up to the count, in the order of their keys")
    func groups() throws {
        let tasks = try ["P2", "P1", "P2", nil].enumerated().map { try Self.task("A\($0)", programme: $1, accepted: "2025-05-01") }
        let report = try Self.count(tasks, .tasksAccepted, 2025)
        #expect(report.groups(by: .programme).map { "\($0.key) \($0.count)" } == [" 1", "P1 1", "P2 2"])
        #expect(report.groups(by: .programme).map(\.count).reduce(0, +) == report.count)
    }
}
