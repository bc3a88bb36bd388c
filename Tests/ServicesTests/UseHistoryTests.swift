import Indicators
import LifecycleModel
import SQLiteStore
import Services
import Store
import TestSupport
import Testing

/// The rows beside the log, put together to what figures about use read.
@Suite("Results for figures about use")
struct UseHistoryTests {
    private static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
        CivilDate(year: year, month: month, day: day) ?? .earliest
    }

    private static let terms = UseIndicator.Terms(unit: .result, months: 12, standing: .checked, kinds: ["production"])

    /// A store with one task accepted on a day, some results and proofs, each state with the days it happened and was recorded.
    private static func history(
        acceptedOn accepted: CivilDate,
        results: [(holder: String?, states: [(String, CivilDate)])],
        evidence: [(result: Int64, usedOn: CivilDate, states: [(String, CivilDate, CivilDate)])] = [],
        year: Int? = nil
    ) throws -> UseHistory {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore.create(folder.file("a.db"))
        defer { try? store.close() }
        return try store.write { writer in
            var task = TaskRow.sample("NV-1")
            (task.acceptedOn, task.host, task.programme) = (accepted, "VNN", "CT1")
            try writer.record(task)
            var event: Int64 = 1
            func move(_ machine: UseKind, _ number: Int, _ state: String, _ happened: CivilDate, _ recorded: CivilDate) throws {
                event = try writer.append([.sample("NV-1")]).last?.number ?? 0
                try writer.add([
                    UseMoveRow(
                        task: "NV-1",
                        machine: machine.rawValue,
                        number: Int64(number),
                        state: state,
                        happenedOn: happened,
                        recordedOn: recorded,
                        event: event
                    )
                ])
            }
            for (place, result) in results.enumerated() {
                try writer.save(
                    [
                        ResultRow(
                            task: "NV-1",
                            number: Int64(place) + 1,
                            name: "Kết quả \(place + 1)",
                            kind: "kind-1",
                            holder: result.holder,
                            state: result.states.last?.0 ?? "promised"
                        )
                    ],
                    of: "NV-1"
                )
                for (state, day) in result.states { try move(.result, place + 1, state, day, day) }
            }
            for (place, proof) in evidence.enumerated() {
                try writer.save(
                    [
                        EvidenceRow(
                            task: "NV-1",
                            number: Int64(place) + 1,
                            result: proof.result,
                            kind: "production",
                            usedOn: proof.usedOn,
                            place: nil,
                            user: nil,
                            state: proof.states.last?.0 ?? "declared"
                        )
                    ],
                    of: "NV-1"
                )
                for (state, happened, recorded) in proof.states { try move(.evidence, place + 1, state, happened, recorded) }
            }
            let today = day(2040, 1, 1)
            for year in 2023...2027 {
                let whole = try UseHistory(of: year, under: terms, today: today, in: writer)
                let lean = try UseTally(of: year, under: terms, by: .host, knownOn: today, today: today, in: writer)
                #expect(lean == UseTally(whole, of: year, under: terms, by: .host, knownOn: today))
            }
            return try year.map { try UseHistory(of: $0, under: terms, today: day(2040, 1, 1), in: writer) }
                ?? UseHistory(today: day(2040, 1, 1), in: writer)
        }
    }

    private enum UseKind: String { case result, evidence }

    @Test("a promised result counts from its delivery on, a withdrawn one no longer; the task is named while it has none")
    func results() throws {
        let accepted = Self.day(2024, 3, 1)
        let history = try Self.history(
            acceptedOn: accepted,
            results: [
                (nil, [("promised", Self.day(2023, 1, 5)), ("delivered", Self.day(2024, 3, 4))]),
                ("HTX1", [("promised", Self.day(2023, 1, 5)), ("delivered", Self.day(2024, 3, 4)), ("withdrawn", Self.day(2024, 9, 2))]),
                (nil, [("promised", Self.day(2023, 1, 5))]),
            ]
        )
        #expect(history.results(knownOn: Self.day(2024, 3, 3)).isEmpty)
        #expect(history.tasksWithoutResults(knownOn: Self.day(2024, 3, 3)).map(\.code) == ["NV-1"])
        let both = history.results(knownOn: Self.day(2024, 9, 1))
        #expect(both.map(\.number) == [1, 2])
        #expect(both.map(\.host) == ["VNN", "HTX1"])
        #expect(both.map(\.programme) == ["CT1", "CT1"])
        #expect(history.results(knownOn: Self.day(2024, 9, 2)).map(\.number) == [1])
        #expect(history.tasksWithoutResults(knownOn: Self.day(2024, 9, 2)).isEmpty)
    }

    @Test("a proof rejected after it was counted counted then and does not now")
    func rejectedLater() throws {
        let history = try Self.history(
            acceptedOn: Self.day(2024, 2, 29),
            results: [(nil, [("delivered", Self.day(2024, 3, 4))])],
            evidence: [
                (
                    1, Self.day(2025, 2, 28),
                    [
                        ("declared", Self.day(2025, 3, 1), Self.day(2025, 3, 2)), ("checked", Self.day(2025, 3, 5), Self.day(2025, 3, 10)),
                        ("rejected", Self.day(2025, 8, 1), Self.day(2025, 8, 4)),
                    ]
                )
            ],
            year: 2025
        )
        func figure(_ day: CivilDate) -> UseFigure {
            UseReport(history.results(knownOn: day), year: 2025, knownOn: day, terms: Self.terms).figure
        }
        #expect(figure(Self.day(2025, 2, 27)) == UseFigure(numerator: 0, denominator: 0, open: 1))
        #expect(figure(Self.day(2025, 3, 9)) == UseFigure(numerator: 0, denominator: 1, open: 0))
        #expect(figure(Self.day(2025, 3, 10)) == UseFigure(numerator: 1, denominator: 1, open: 0))
        #expect(figure(Self.day(2025, 8, 3)) == UseFigure(numerator: 1, denominator: 1, open: 0))
        #expect(figure(Self.day(2025, 8, 4)) == UseFigure(numerator: 0, denominator: 1, open: 0))
        let proof = try #require(history.results(knownOn: Self.day(2025, 8, 4)).first?.evidence.first)
        #expect(history.moves(of: proof, knownOn: Self.day(2025, 8, 4)).map(\.state) == ["declared", "checked", "rejected"])
    }

    @Test("the year's span takes in the acceptances whose twelfth month falls in it, leap days too", arguments: [2024, 2025, 2026])
    func span(_ year: Int) throws {
        for (accepted, belongs) in [
            (Self.day(year - 2, 12, 31), false), (Self.day(year - 1, 1, 1), true), (Self.day(year - 1, 2, 28), true),
            (Self.day(year - 1, 12, 31), true), (Self.day(year, 1, 1), false),
        ] {
            let history = try Self.history(acceptedOn: accepted, results: [(nil, [("delivered", accepted)])], year: year)
            let report = UseReport(
                history.results(knownOn: Self.day(2030, 1, 1)),
                year: year,
                knownOn: Self.day(2030, 1, 1),
                terms: Self.terms
            )
            #expect(report.cases.count == (belongs ? 1 : 0), "\(accepted)")
        }
    }
}
