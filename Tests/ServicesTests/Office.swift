import Engine
import LastLook
import Foundation
import LifecycleModel
import SQLiteStore
import Services
import Store
import TestSupport
import WorkingCalendar

/// A department of a test's own: a store, the small rules, three people and two hosts.
struct Office {
    let folder: TemporaryFolder
    let store: SQLiteStore

    /// The rules tests go by.
    static let rules = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
        "SmallRules"
    ).path

    /// The rule files.
    let library = RuleLibrary(directory: Office.rules)

    /// Path of the store.
    var path: String { folder.file("tinh.db") }

    /// Where attached files are kept.
    var vault: AttachmentVault { AttachmentVault(besides: path) }

    init() throws {
        folder = try TemporaryFolder(lastLook: StoreLook.verify)
        store = try SQLiteStore.create(folder.file("tinh.db"))
        _ = try AdoptedCalendar.adopt(try library.holidays(), reason: "init", by: try at("2022-01-04", as: ""))
        let register = RegisterParty(try at("2022-01-04", as: "system"))
        for (code, name) in [("SKHCN", "Sở Khoa học và Công nghệ"), ("VNN", "Viện Nông nghiệp"), ("DHY", "Đại học Y")] {
            _ = try register(
                .organisation(Organisation(code: try OrganisationCode(code), name: name, kind: "other", province: nil)),
                replacing: false
            )
        }
        for (code, roles) in [("CV01", ["officer"]), ("CT01", ["chair"]), ("CN01", ["host"])] {
            let person = Person(code: try PersonCode(code), name: "Người \(code)", title: nil, organisation: nil, field: nil, roles: roles)
            _ = try register(.person(person), replacing: false)
        }
    }

    /// What use cases are given on a day.
    func at(_ day: String, as actor: String) throws -> Surroundings {
        try store.surroundings(on: day, as: actor)
    }

    /// Registers a provincial task.
    @discardableResult
    func register(_ code: String?, on day: String, _ facts: [String: String] = [:], regime: String? = nil, dryRun: Bool = false) throws
        -> RegisterTask.Answer
    {
        let plain = ["title": "Giống lúa", "level": "province", "kind": "topic", "field": "agriculture"]
        let request = RegisterTask.Request(
            code: code,
            regime: regime,
            facts: plain.merging(facts) { $1 },
            day: try CivilDate(parsing: day),
            dryRun: dryRun
        )
        return try RegisterTask(try at(day, as: "CV01"), library: library)(request)
    }

    /// Fires an event.
    @discardableResult
    func fire(
        _ task: String,
        _ event: String,
        on day: String,
        by actor: String = "CV01",
        machine: MachineReference = .task,
        _ facts: [String: String] = [:],
        documents: [AttachedDocument] = [],
        dryRun: Bool = false
    ) throws -> FireEvent.Answer {
        let request = FireEvent.Request(
            task: task,
            machine: machine,
            event: event,
            facts: facts,
            documents: documents,
            day: try CivilDate(parsing: day),
            dryRun: dryRun
        )
        return try FireEvent(try at(day, as: actor))(request)
    }

    /// Registers, reviews and awards a task to a host.
    @discardableResult
    func award(_ code: String, to host: String = "VNN", on day: String, money: String = "1.200.000.000", file: AttachedDocument? = nil)
        throws
        -> FireEvent.Answer
    {
        try register(code, on: day)
        try fire(code, "review", on: day)
        return try fire(
            code,
            "award",
            on: day,
            by: "CT01",
            ["award.on": day, "award.money": money, "task.host": host, "task.investigator": "CN01"],
            documents: [file ?? AttachedDocument(form: "QĐ-1", number: "1", date: try CivilDate(parsing: day))]
        )
    }

    /// The first report comes in, and the task is accepted.
    func accept(_ code: String, on day: String) throws {
        try fire(code, "receive-report", on: day, machine: MachineReference(kind: "report", number: 1), ["this.received_on": day])
        try fire(code, "accept", on: day, ["acceptance.on": day])
    }

    /// The head of the log.
    func head() throws -> LogHead { try store.read { try $0.head() } }

    /// A task's row.
    func row(_ code: String) throws -> TaskRow { try store.read { try requireTask(code, in: $0) } }
}

extension Result where Failure == any Error {
    /// The code of the use case's fault, nil when there was none.
    var faultCode: String? {
        if case .failure(let error as UseCaseFault) = self { error.code } else { nil }
    }
}
