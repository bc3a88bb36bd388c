import LifecycleModel
import Store
import TestSupport
import Testing

@Suite("Tasks of every store")
struct TaskContractTests {
    /// A task with every column filled.
    private static let full: TaskRow = {
        var task = TaskRow.sample("TH-2025-007", title: "Nghiên cứu \u{0} “giống” 'lúa' nếp hạt cau")
        task.end = "stopped"
        task.countsAs = ["awarded", "running", "accepted", "applied"]
        (task.level, task.kind, task.field, task.route) = ("province", "topic", "agriculture", "selection")
        (task.programme, task.host, task.investigator, task.orderer) = ("CT-1", "HDU", "CN-1", "SNN")
        (task.stateMoney, task.counterpartMoney) = (Dong(.max), Dong(-1))
        (task.months, task.year) = (36, 2025)
        (task.awardedOn, task.acceptedOn, task.appliedOn) = (.earliest, .sample, .latest)
        task.flags = ["late report", "suspended\"quote"]
        task.nextDue = .latest
        task.snapshot = [0, 1, 0xFF]
        return task
    }()

    @Test("come back as they were", arguments: StoreFactory.all, [TaskRow.sample(), full])
    func givesBack(factory: StoreFactory, task: TaskRow) throws {
        try factory.withStore { (store) throws in
            let saved = try store.write { try $0.record(task) }
            let found = try store.read { try $0.task(task.code) }
            #expect(found == saved)
            let other = try store.read { try $0.task("khác") }
            #expect(other == nil)
        }
    }

    @Test("are overwritten as a whole", arguments: StoreFactory.all)
    func overwritten(factory: StoreFactory) throws {
        try factory.withStore { (store) throws in
            try store.write { _ = try $0.record(Self.full) }
            let second = try store.write { try $0.record(.sample(Self.full.code)) }
            let found = try store.read { try $0.task(Self.full.code) }
            #expect(found == second)
            let all = try store.read { try $0.tasks(TaskFilter()) }
            #expect(all.count == 1)
        }
    }

    @Test("move on without a change of what they are", arguments: StoreFactory.all)
    func moved(factory: StoreFactory) throws {
        try factory.withStore { (store) throws in
            for (code, from, to) in [("A-1", Self.full, TaskRow.sample()), ("B-1", TaskRow.sample(), Self.full)] {
                var task = from
                task.code = code
                var expected = try store.write { try $0.record(task) }
                var course = to.course
                course.lastEvent = expected.lastEvent
                try store.write { try $0.save(course, of: code) }
                expected.course = course
                let found = try store.read { try $0.task(code) }
                #expect(found == expected)
            }
            let error = #expect(throws: StoreError.self) { try store.write { try $0.save(Self.full.course, of: "khác") } }
            #expect(error?.code == .constraint)
        }
    }

    @Test("are listed with their snapshots only when asked for, and never with what they are found by", arguments: StoreFactory.all)
    func snapshots(factory: StoreFactory) throws {
        try factory.withStore { (store) throws in
            let saved = try store.write { try $0.record(Self.full) }
            let filter = TaskFilter()
            var expected = saved
            (expected.snapshot, expected.searchText) = ([], "")
            let listed = try store.read { try $0.tasks(filter) }
            #expect(listed == [expected])
            var whole: [TaskRow] = []
            try store.read { try $0.eachTask(filter) { whole.append($0) } }
            expected.snapshot = saved.snapshot
            #expect(whole == [expected])
            expected.snapshot = []
            // A listed row written back must not wipe out the state.
            let error = #expect(throws: StoreError.self) { try store.write { try $0.save(expected) } }
            #expect(error?.code == .constraint)
        }
    }

    struct FilterCase: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let change: @Sendable (inout TaskFilter) -> Void
        let codes: [String]

        init(_ name: String, _ codes: [String], _ change: @escaping @Sendable (inout TaskFilter) -> Void) {
            (testDescription, self.codes, self.change) = (name, codes, change)
        }
    }

    static let filterCases: [FilterCase] = [
        FilterCase("nothing", ["A", "B", "C"]) { _ in },
        FilterCase("stage", ["C"]) { $0.stage = "closing" },
        FilterCase("state", ["A", "B"]) { $0.state = "running" },
        FilterCase("regime", ["B"]) { $0.regime = "law-2025" },
        FilterCase("host", ["B", "C"]) { $0.host = "HDU" },
        FilterCase("investigator", ["A"]) { $0.investigator = "CN-1" },
        FilterCase("programme", ["B"]) { $0.programme = "CT-1" },
        FilterCase("field", ["B"]) { $0.field = "health" },
        FilterCase("kind", ["C"]) { $0.kind = "project" },
        FilterCase("route", ["A"]) { $0.route = "direct" },
        FilterCase("level", ["A"]) { $0.level = "base" },
        FilterCase("year", ["A", "B"]) { $0.year = 2024 },
        FilterCase("open only", ["A", "B"]) { $0.openOnly = true },
        FilterCase("overdue", ["A"]) { $0.dueBefore = CivilDate(year: 2024, month: 3, day: 16) },
        FilterCase("due on the day is not overdue", []) { $0.dueBefore = .sample },
        FilterCase("a word", ["A", "C"]) { $0.words = ["lua"] },
        FilterCase("two words", ["C"]) { $0.words = ["lua", "nep"] },
        FilterCase("a word with a wildcard is a word", []) { $0.words = ["%"] },
        FilterCase("an empty word is none", ["A", "B", "C"]) { $0.words = [""] },
        FilterCase("all at once", ["B"]) { ($0.state, $0.year, $0.host, $0.words) = ("running", 2024, "HDU", ["ca"]) },
        FilterCase("limit", ["A", "B"]) { $0.limit = 2 },
        FilterCase("no more than none", []) { $0.limit = -1 },
        FilterCase("a quote is no end of the statement", []) { $0.host = "' OR 1=1 --" },
    ]

    @Test("pass filters, by code", arguments: StoreFactory.all, filterCases)
    func filters(factory: StoreFactory, filter: FilterCase) throws {
        try factory.withStore { (store) throws in
            try store.write { writer in
                var c = TaskRow.sample("C", title: "Lúa nếp")
                (c.position, c.end, c.host, c.kind) = (Position(stage: "closing", state: "liquidated"), "finished", "HDU", "project")
                var a = TaskRow.sample("A", title: "Lúa thơm")
                (a.investigator, a.route, a.level, a.year, a.nextDue) = ("CN-1", "direct", "base", 2024, .sample)
                var b = TaskRow.sample("B", title: "Nuôi cá")
                (b.regime, b.host, b.programme, b.field, b.year) = ("law-2025", "HDU", "CT-1", "health", 2024)
                for task in [c, a, b] { try writer.record(task) }
            }
            var wanted = TaskFilter()
            filter.change(&wanted)
            let codes = try store.read { try $0.tasks(wanted) }.map(\.code)
            #expect(codes == filter.codes)
            var walked: [String] = []
            try store.read { reader in
                try reader.eachTask(wanted) { row in
                    walked.append(row.code)
                    // Whoever walks may ask for more meanwhile.
                    let whole = try reader.task(row.code)
                    #expect(whole?.snapshot == row.snapshot)
                }
            }
            #expect(walked == filter.codes)
        }
    }

    @Test("are walked over until somebody fails", arguments: StoreFactory.all)
    func failing(factory: StoreFactory) throws {
        struct Enough: Error {}
        try factory.withStore { (store) throws in
            try store.write { writer in for code in ["A", "B", "C"] { try writer.record(.sample(code)) } }
            var walked: [String] = []
            #expect(throws: Enough.self) {
                try store.read { reader in
                    try reader.eachTask(TaskFilter()) { row in
                        walked.append(row.code)
                        if row.code == "B" { throw Enough() }
                    }
                }
            }
            #expect(walked == ["A", "B"])
            let listed = try store.read { try $0.tasks(TaskFilter()) }
            #expect(listed.count == 3)
        }
    }

    @Test("are guessed from a mistyped code", arguments: StoreFactory.all)
    func similar(factory: StoreFactory) throws {
        try factory.withStore { (store) throws in
            try store.write { writer in
                for code in ["TH-2022-001", "TH-2022-010", "TH-2019-777"] { try writer.record(.sample(code)) }
            }
            let near = try store.read { try $0.similarTaskCodes(to: "th-2022-100", limit: 1) }
            #expect(near == ["TH-2022-010"])
            let far = try store.read { try $0.similarTaskCodes(to: "xyz", limit: 3) }
            #expect(far.isEmpty)
        }
    }

    @Test("are counted by regime and position, open ones apart", arguments: StoreFactory.all)
    func positions(factory: StoreFactory) throws {
        try factory.withStore { (store) throws in
            let empty = try store.read { try $0.tasksByPosition() }
            #expect(empty.isEmpty)
            try store.write { writer in
                try writer.record(.sample("A"))
                try writer.record(.sample("B"))
                var ended = TaskRow.sample("C")
                ended.end = "stopped"
                try writer.record(ended)
                var other = TaskRow.sample("D")
                other.regime = "law-2025"
                try writer.record(other)
            }
            let running = Position(stage: "execution", state: "running")
            let counts = try store.read { try $0.tasksByPosition() }
            #expect(
                counts == [
                    PositionCount(regime: "law-2013", position: running, isOpen: true, count: 2),
                    PositionCount(regime: "law-2013", position: running, isOpen: false, count: 1),
                    PositionCount(regime: "law-2025", position: running, isOpen: true, count: 1),
                ]
            )
        }
    }

    @Test("need a released definition and an event of the log", arguments: StoreFactory.all, ["definition", "event"])
    func references(factory: StoreFactory, missing: String) throws {
        try factory.withStore { (store) throws in
            let error = #expect(throws: StoreError.self) {
                try store.write { writer in
                    var task = TaskRow.sample()
                    if missing == "definition" {
                        task.definition = DefinitionRow.sample("b").hash
                    } else {
                        try writer.release(.sample())
                    }
                    try writer.save(task)
                }
            }
            #expect(error?.code == .constraint)
            let found = try store.read { try $0.task("TH-2024-001") }
            #expect(found == nil)
        }
    }

    @Test("Planned money is summed by year, of tasks awarded or counted as such; what does not fit is refused", arguments: StoreFactory.all)
    func plannedMoney(factory: StoreFactory) throws {
        func task(_ number: Int, year: Int64?, awarded: Bool, counts: [String] = [], state: Int64? = nil, own: Int64? = nil) -> TaskRow {
            var row = TaskRow.sample("TH-2024-00\(number)")
            (row.year, row.countsAs) = (year, counts)
            row.awardedOn = awarded ? .sample : nil
            (row.stateMoney, row.counterpartMoney) = (state.map { Dong($0) }, own.map { Dong($0) })
            return row
        }
        try factory.withStore { (store) throws in
            #expect(try store.read { try $0.plannedMoney() }.isEmpty)
            try store.write { writer in
                for row in [
                    task(1, year: 2024, awarded: true, state: 700, own: 30),
                    task(2, year: 2024, awarded: false, counts: ["awarded"], state: 5),
                    task(3, year: 2023, awarded: true), task(4, year: 2023, awarded: false, counts: ["proposed"], state: 1_000),
                    task(5, year: nil, awarded: true, state: 1_000),
                ] { try writer.record(row) }
            }
            #expect(
                try store.read { try $0.plannedMoney() } == [
                    PlannedMoney(year: 2023, tasks: 1, state: .zero, counterpart: .zero),
                    PlannedMoney(year: 2024, tasks: 2, state: Dong(705), counterpart: Dong(30)),
                ]
            )
            try store.write { _ = try $0.record(task(6, year: 2024, awarded: true, state: .max)) }
            #expect(throws: DongFault.self) { try store.read { try $0.plannedMoney() } }
        }
    }
}
