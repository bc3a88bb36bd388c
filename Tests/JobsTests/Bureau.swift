import CanonicalJSON
import Engine
import LastLook
import Foundation
import Jobs
import LifecycleModel
import SQLiteStore
import Services
import Store
import TestSupport
import WorkingCalendar

/// A department of a test's own, whose jobs run on the days and by the clocks that a test says.
final class Bureau {
    let folder: TemporaryFolder
    let store: SQLiteStore

    static let rules = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Rules").path
    let library = RuleLibrary(directory: Bureau.rules)

    var path: String { folder.file("tinh.db") }

    init() throws {
        folder = try TemporaryFolder(lastLook: StoreLook.verify)
        store = try SQLiteStore.create(folder.file("tinh.db"))
        _ = try AdoptedCalendar.adopt(try library.holidays(), reason: "init", by: try at("2026-01-01", as: ""))
        let register = RegisterParty(try at("2026-01-01", as: "system"))
        for code in ["SKHCN", "VNN", "DHY"] {
            let organisation = Organisation(code: try OrganisationCode(code), name: "Đơn vị \(code)", kind: "other", province: nil)
            _ = try register(.organisation(organisation), replacing: false)
        }
        let people = [("CV01", "officer", "SKHCN"), ("CT01", "host", "VNN"), ("CT02", "host", "DHY"), ("CN01", "", "VNN")]
        for (code, role, organisation) in people {
            let person = Person(
                code: try PersonCode(code),
                name: "Người \(code)",
                title: nil,
                organisation: try OrganisationCode(organisation),
                field: nil,
                email: code == "CT02" ? nil : try MailAddress("\(code.lowercased())@example.org"),
                roles: role.isEmpty ? [] : [role]
            )
            _ = try register(.person(person), replacing: false)
        }
    }

    func at(_ day: String, as actor: String) throws -> Surroundings {
        try at(try CivilDate(parsing: day), as: actor)
    }

    func at(_ day: CivilDate, as actor: String) throws -> Surroundings {
        let calendar = try store.read { try AdoptedCalendar.read(in: $0) }
        return Surroundings(
            store: store,
            actor: actor,
            today: day,
            now: Moment(startOf: day),
            calendar: calendar ?? WorkingCalendar(.empty)
        )
    }

    /// A task whose contract was signed, with a report for each month of it.
    func sign(_ code: String, on day: String, until end: String, host: String = "VNN") throws {
        let facts = ["title": "Giống lúa \(code)", "level": "province", "kind": "topic", "field": "agriculture"]
        _ = try RegisterTask(try at(day, as: "CV01"), library: library)(
            RegisterTask.Request(code: code, regime: "law", facts: facts, day: try CivilDate(parsing: day))
        )
        try fire(
            code,
            "sign",
            on: day,
            ["task.host": host, "task.investigator": "CN01", "contract.on": day, "contract.end_on": end]
        )
    }

    /// Fires an event; a refusal is a fault of the test.
    func fire(_ task: String, _ event: String, on day: String, report: Int64? = nil, _ facts: [String: String] = [:]) throws {
        let answer = try attempt(task, event, on: day, report: report, facts)
        guard answer.receipt != nil else { throw Refused(blockers: answer.decision.blockers.map(\.message.vi)) }
    }

    @discardableResult
    func attempt(
        _ task: String,
        _ event: String,
        on day: String,
        report: Int64? = nil,
        _ facts: [String: String] = [:]
    ) throws -> FireEvent.Answer {
        try FireEvent(try at(day, as: "CV01"))(
            FireEvent.Request(
                task: task,
                machine: report.map { MachineReference(kind: "report", number: $0) } ?? .task,
                event: event,
                facts: facts,
                day: try CivilDate(parsing: day)
            )
        )
    }

    struct Refused: Error { let blockers: [String] }

    /// A report comes in.
    func receive(_ task: String, _ number: Int64, on day: String) throws {
        try fire(task, "receive", on: day, report: number, ["this.received_on": day])
    }

    /// Runs a job for a day, at noon of that day unless another moment is given.
    @discardableResult
    func run(_ job: any Job, on day: String, holder: String = "máy:1", at moment: Moment? = nil, store: (any Store)? = nil) throws
        -> JobRunRow
    {
        let date = try CivilDate(parsing: day)
        let clock = moment ?? Moment(milliseconds: Moment(startOf: date).milliseconds + 12 * 3_600_000)
        let own = try at(date, as: "system")
        let surroundings = Surroundings(store: store ?? self.store, actor: "", today: date, now: clock, calendar: own.calendar)
        return try JobRunner(surroundings, holder: holder, clock: { clock }).run(job)
    }

    /// Runs the jobs that act on clocks for every day of a span, each so many days.
    func runDaily(from first: String, to last: String, every step: Int = 1) throws {
        var day = try CivilDate(parsing: first)
        let end = try CivilDate(parsing: last)
        while day < end {
            try runCalendar(on: day)
            day = min(day.adding(days: step), end)
        }
        try runCalendar(on: end)
    }

    func runCalendar(on day: CivilDate) throws {
        try run(ObligationsJob(), on: day.description)
        try run(DeadlinesJob(), on: day.description)
        try run(RemindersJob(), on: day.description)
    }

    /// What happened to a task, without numbers and moments.
    func life(of task: String) throws -> [String] {
        try store.read { reader in
            try reader.events(of: EventRecord.Subject(.task, task)).map {
                "\($0.happenedOn) \($0.actor) \($0.kind) \(String(decoding: $0.payload.canonicalBytes, as: UTF8.self))"
            }
        }
    }

    /// The events that transitions of machines were taken by, as `day actor machine/event`.
    func moves(of task: String) throws -> [String] {
        try store.read { reader in
            try reader.events(of: EventRecord.Subject(.task, task)).compactMap { event in
                guard case .transitioned(let move) = try Happening(kind: event.kind, payload: event.payload) else { return nil }
                return "\(event.happenedOn) \(event.actor) \(move.machine)/\(move.event)"
            }
        }
    }

    /// Keys of everything people were told, sorted.
    func told() throws -> [String] {
        try store.read { try $0.waitingNotices(by: CivilDate(parsing: "2199-12-31")) }.map(\.key).sorted()
    }

    /// Everything that `store verify` and `audit verify` find.
    func faults() throws -> [String] {
        _ = try store.read { try $0.verifyLog { _, _ in } }
        return try VerifyStore(store)(vault: AttachmentVault(besides: path)).map { "\($0.subject): \($0.code)" }
    }
}
