import Councils
import Engine
import LastLook
import Foundation
import LifecycleModel
import Rules
import SQLiteStore
import Services
import Store
import TestSupport
import WorkingCalendar

/// A department under the shipped law of 2013 with a task on its way, its people and nine experts; documents are attached by themselves.
struct CouncilOffice {
    let folder: TemporaryFolder
    let store: SQLiteStore

    static let task = "NV-1"
    /// Everybody who acts for the department; holds every role of it.
    static let officer = "CB1"

    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private let library = RuleLibrary(directory: CouncilOffice.root.appendingPathComponent("workflows").path)

    /// Experts P1 … P9.
    static func expert(_ number: Int) throws -> PersonCode { try PersonCode("P\(number)") }

    init() throws {
        folder = try TemporaryFolder(lastLook: StoreLook.verify)
        store = try SQLiteStore.create(folder.file("hoi-dong.db"))
        _ = try AdoptedCalendar.adopt(try library.holidays(), reason: "init", by: try at("2024-01-02", as: ""))
        let register = RegisterParty(try at("2024-01-02", as: "system"))
        for code in ["SKHCN", "VIEN-A", "VIEN-B", "DH"] {
            let organisation = Organisation(code: try OrganisationCode(code), name: "Tổ chức \(code)", kind: "other", province: nil)
            _ = try register(.organisation(organisation), replacing: false)
        }
        let department = [
            "department-officer", "department-head", "department-director", "administrative-secretary", "council-secretary",
            "council-chair",
            "proposer", "orderer",
        ]
        let people: [(String, [String], String)] =
            [
                ("CB1", department, "SKHCN"), ("CT1", ["province-chair"], "SKHCN"), ("N1", ["investigator"], "VIEN-A"),
                ("N2", ["investigator"], "VIEN-B"),
            ]
            + (1...9).map { ("P\($0)", ["council-member"], "DH") }
        for (code, roles, organisation) in people {
            let person = Person(
                code: try PersonCode(code),
                name: "Người \(code)",
                organisation: try OrganisationCode(organisation),
                roles: roles
            )
            _ = try register(.person(person), replacing: false)
        }
    }

    func at(_ day: String, as actor: String = officer) throws -> Surroundings {
        try store.surroundings(on: day, as: actor)
    }

    func council(on day: String, as actor: String = officer) throws -> RecordCouncil { RecordCouncil(try at(day, as: actor)) }

    func act(_ day: String, _ session: String = task, dryRun: Bool = false) throws -> RecordCouncil.Act {
        RecordCouncil.Act(session: session, day: try CivilDate(parsing: day), dryRun: dryRun)
    }

    /// A paper for every form a transition asks for.
    private func papers(_ event: String, of machine: String, _ day: CivilDate) throws -> [AttachedDocument] {
        try store.read { reader in
            let rules = try Definitions().regime(try requireTask(Self.task, in: reader).definition, in: reader)
            let forms = rules.regime.machine(machine)?.transitions.first { $0.event == event }?.documents ?? []
            return forms.map { AttachedDocument(form: $0, number: "1/\(event)", date: day) }
        }
    }

    @discardableResult
    func fire(_ event: String, on day: String, by actor: String = officer, of machine: String = "task", _ facts: [String: String] = [:])
        throws
        -> TaskState
    {
        let date = try CivilDate(parsing: day)
        let reference = MachineReference(parsing: machine) ?? .task
        let answer = try FireEvent(try at(day, as: actor))(
            FireEvent.Request(
                task: Self.task,
                machine: reference,
                event: event,
                facts: facts,
                documents: try papers(event, of: reference.kind, date),
                day: date
            )
        )
        guard answer.receipt != nil else {
            throw UseCaseFault(.refused, "refused", Phrase(vi: event), blockers: answer.decision.blockers)
        }
        return answer.after
    }

    /// A task that is screened: the determination council comes next.
    func screened() throws {
        let facts = [
            "title": "Giống lúa mới", "level": "province", "kind": "topic", "field": "agriculture", "state_money": "1.000.000.000",
        ]
        let request = RegisterTask.Request(code: Self.task, regime: "law-2013", facts: facts, day: try CivilDate(parsing: "2024-01-15"))
        _ = try RegisterTask(try at("2024-01-15"), library: library)(request)
        try fire("screen", on: "2024-01-20", ["ordering.duplicate_found": "false"])
    }

    /// Nine members, or as many as are wanted, in the seats of a scientific council.
    func seating(_ count: Int = 9) throws -> RecordCouncil.Seating {
        var seating = RecordCouncil.Seating()
        let seats: [Seat] = [.chair, .deputy, .reviewers, .reviewers, .secretary] + Array(repeating: .member, count: max(0, count - 5))
        seating.seats = try zip(1..., seats).map { (try Self.expert($0), $1) }
        return seating
    }

    /// A council that was set up and has nobody yet.
    @discardableResult
    func formed(_ day: String, members: Int = 9, _ change: (inout RecordCouncil.Formation) -> Void = { _ in }) throws -> RecordCouncil {
        let use = try council(on: day)
        var formation = RecordCouncil.Formation(task: Self.task, day: try CivilDate(parsing: day))
        formation.members = Int64(members)
        formation.meetingOn = formation.day
        formation.documents = [AttachedDocument(form: "QĐ-TLHĐ", number: "15/QĐ-SKHCN", date: formation.day)]
        change(&formation)
        _ = try use.form(formation)
        return use
    }

    /// A session with everybody seated and there, opened.
    @discardableResult
    func opened(_ day: String, members: Int = 9, _ change: (inout RecordCouncil.Formation) -> Void = { _ in }) throws -> CouncilRecord {
        let use = try formed(day, members: members, change)
        _ = try use.seat(try act(day), try seating(members))
        _ = try use.sendPapers(try act(day))
        var attendance = RecordCouncil.Attendance()
        attendance.isEverybody = true
        attendance.isEveryReview = true
        _ = try use.attend(try act(day), attendance)
        return try use.open(try act(day)).record
    }

    /// Three members who count.
    static func board() throws -> [PersonCode] { try [3, 4, 5].map(expert) }

    /// The whole way to two valid dossiers of one task, by way of the determination council.
    func twoDossiers() throws {
        try screened()
        try opened("2024-02-01")
        let use = try council(on: "2024-02-01")
        _ = try use.vote(try act("2024-02-01"), try (1...9).map { try Self.determination($0, met: true) })
        _ = try use.count(try act("2024-02-01"), by: [])
        _ = try use.conclude(try act("2024-02-01"), CouncilSession.Conclusion(text: "Đề nghị thực hiện"))
        try fire("take-recommendation", on: "2024-02-02", ["ordering.concluded_on": "2024-02-01"])
        try fire("finalise-recommendation", on: "2024-02-03", ["task.route": "selection"])
        try fire("submit-list", on: "2024-02-05")
        try fire("approve-list", on: "2024-02-20", by: "CT1", ["ordering.list_number": "9/QĐ-UBND", "ordering.listed_on": "2024-02-20"])
        try fire("publish-list", on: "2024-02-21")
        try fire("open-call", on: "2024-02-22", ["selection.called_on": "2024-02-22"])
        for (host, person) in [("VIEN-A", "N1"), ("VIEN-B", "N2")] {
            try fire(
                "receive-dossier",
                on: "2024-03-01",
                [
                    "selection.dossier_host": host, "selection.dossier_investigator": person,
                    "selection.dossier_state_money": "900.000.000",
                ]
            )
        }
        try fire("close-call", on: "2024-04-01")
        try fire("open-dossiers", on: "2024-04-02")
        try fire("validate", on: "2024-04-02", of: "dossier:1", ["this.by_proposer": "true"])
        try fire("validate", on: "2024-04-02", of: "dossier:2", ["this.by_proposer": "false"])
    }

    /// A ballot of the determination council.
    static func determination(_ number: Int, met: Bool) throws -> RecordCouncil.Cast {
        let items = ["need": true, "scale": true, "novelty": met, "use": true, "order": true, "source": true]
        return RecordCouncil.Cast(CouncilHappening.Vote(by: try expert(number), on: task, .items(items)))
    }

    /// A ballot on a dossier of applied research, every criterion at this share of its points.
    static func points(_ number: Int, on dossier: String, _ marks: [Int64] = [10, 20, 14, 14, 14, 14]) throws -> RecordCouncil.Cast {
        let names = ["overview", "content", "products", "use", "plan", "capacity"]
        let scores = Dictionary(zip(names, marks.map { Fraction($0) })) { first, _ in first }
        return RecordCouncil.Cast(CouncilHappening.Vote(by: try expert(number), on: dossier, .scores(scores)))
    }

    /// A session from the store.
    func record(_ session: String = task) throws -> CouncilRecord {
        try store.read { try CouncilRecord(try CouncilCode(session, in: $0), in: $0) }
    }

    func head() throws -> LogHead { try store.read { try $0.head() } }

    func state() throws -> TaskState { try store.read { try TaskState(snapshot: try requireTask(Self.task, in: $0).snapshot) } }
}

/// The codes of the blockers, or of the fault where it has none.
func refusal(_ work: () throws -> Void) -> [String] {
    do {
        try work()
        return []
    } catch let fault as UseCaseFault {
        return fault.blockers.isEmpty ? [fault.code] : fault.blockers.map(\.code)
    } catch {
        return ["\(error)"]
    }
}
