import CanonicalJSON
import Engine
import Importing
import Jobs
import LifecycleModel
import SQLiteStore
import SamplePortfolio
import Services
import Store
import TestSupport
import Testing
import WorkingCalendar

/// Part of the sample, lived day by day: people do what they did, and what the program did by itself the jobs have to do.
@Suite struct DailyReplayTests {
    private static let step = 12

    private let portfolio: Portfolio = {
        var part = Sample.portfolio
        let tasks = Set(part.tasks.enumerated().filter { $0.offset % Self.step == 0 }.map(\.element.value.code))
        part.tasks.removeAll { !tasks.contains($0.value.code) }
        part.history.removeAll { !tasks.contains($0.value.task) }
        part.money = []
        part.yearBudgets = []
        return part
    }()

    private let library = RuleLibrary(directory: Sample.rules)
    private let definitions = Definitions()
    private let calendar = Result { WorkingCalendar(try HolidayTable(csv: RuleLibrary(directory: Sample.rules).holidays())) }

    private func surroundings(_ store: SQLiteStore, on day: CivilDate, as actor: String) throws -> Surroundings {
        Surroundings(
            store: store,
            actor: actor,
            today: day,
            now: Moment(startOf: day),
            calendar: try calendar.get(),
            rules: library
        )
    }

    private func loaded(_ folder: TemporaryFolder, _ portfolio: Portfolio) throws -> SQLiteStore {
        let store = try SQLiteStore.create(folder.file("tinh.db"))
        let clerk = try surroundings(store, on: SamplePortfolio.asOf, as: SamplePortfolio.clerk)
        _ = try AdoptedCalendar.adopt(library.holidays(), reason: "test", by: clerk)
        let vault = AttachmentVault(besides: folder.file("tinh.db"))
        _ = try ImportPortfolio(clerk, library: library, vault: vault)(portfolio, ImportPortfolio.Options())
        return store
    }

    private func run(_ job: any Job, _ store: SQLiteStore, on day: CivilDate) throws {
        let own = try surroundings(store, on: day, as: "")
        _ = try JobRunner(own, holder: "máy:1", clock: { Moment(startOf: day) }).run(job)
    }

    private func lives(in store: SQLiteStore) throws -> [String: [String]] {
        try store.read { reader in
            var lives: [String: [String]] = [:]
            for task in portfolio.tasks.map(\.value.code.text) {
                lives[task] = try reader.events(of: EventRecord.Subject(.task, task)).map {
                    "\($0.happenedOn) \($0.actor) \($0.kind) \(String(decoding: $0.payload.canonicalBytes, as: UTF8.self))"
                }
            }
            return lives
        }
    }

    @Test func liveDayByDayIsTheFinishedHistory() throws {
        let (folder, other) = (try TemporaryFolder(), try TemporaryFolder())
        let finished = try loaded(folder, portfolio)
        try run(DeadlinesJob(), finished, on: SamplePortfolio.asOf)

        var beginning = portfolio
        beginning.history = []
        let lived = try loaded(other, beginning)
        let acts = portfolio.history.filter { $0.value.actor != HistoryEntry.systemActor }.enumerated().sorted {
            ($0.element.value.happenedOn, $0.offset) < ($1.element.value.happenedOn, $1.offset)
        }.map(\.element.value)
        #expect(acts.count > 1000)
        #expect(portfolio.history.contains { $0.value.actor == HistoryEntry.systemActor })
        var rest = acts[...]
        var day = try #require(acts.first).happenedOn
        while day <= SamplePortfolio.asOf {
            try run(DeadlinesJob(), lived, on: day)
            while let act = rest.first, act.happenedOn == day {
                rest.removeFirst()
                let request = FireEvent.Request(
                    task: act.task.text,
                    machine: act.machine.flatMap(MachineReference.init(parsing:)) ?? .task,
                    event: act.event,
                    facts: Dictionary(act.facts.map { ($0.path, $0.text) }) { $1 },
                    documents: act.documents.map { AttachedDocument(form: $0.form, number: $0.number, date: $0.date) },
                    day: day
                )
                let answer = try FireEvent(try surroundings(lived, on: day, as: act.actor), definitions: definitions)(request)
                let blockers = answer.decision.blockers.map(\.message.vi)
                #expect(blockers == [], "\(act.task) \(act.event) \(day)")
            }
            day = day.adding(days: 1)
        }
        let (wanted, found) = (try lives(in: finished), try lives(in: lived))
        for task in portfolio.tasks.map(\.value.code.text) {
            let missing = Set(wanted[task] ?? []).subtracting(found[task] ?? [])
            let extra = Set(found[task] ?? []).subtracting(wanted[task] ?? [])
            #expect(missing.isEmpty && extra.isEmpty, "\(task): missing \(missing.sorted().prefix(3)), extra \(extra.sorted().prefix(3))")
        }
        #expect(try VerifyStore(lived)(vault: AttachmentVault(besides: other.file("tinh.db"))).map(\.code) == [])
    }
}
