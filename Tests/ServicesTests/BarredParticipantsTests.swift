import Engine
import LifecycleModel
import SQLiteStore
import Services
import Store
import Testing

/// What a task that owes money bars: its host, its investigator and those whom only the register names.
@Suite("Those who take part in a task that owes money")
struct BarredParticipantsTests {
    /// An office whose law bars all four parties from `owe` to `repay`, and asks for them at the award.
    private struct DebtOffice {
        let office: Office
        private let rules: ChangedRules

        init() throws {
            office = try Office()
            rules = try ChangedRules([
                (
                    "      - {id: host-free, no-bar: host, basis: \"TT 1/2020, Điều 6\"}\n",
                    """
                          - {id: host-free, no-bar: host, basis: "TT 1/2020, Điều 6"}
                          - {id: members-free, no-bar: key-members, basis: "TT 1/2020, Điều 6"}
                          - {id: secretary-free, no-bar: secretary, basis: "TT 1/2020, Điều 6"}

                    """
                ),
                (
                    "  - {event: withdraw,",
                    """
                      - event: owe
                        label: {vi: Quyết định hoàn trả, en: Owe}
                        from: execution/running
                        by: [officer]
                        effects:
                          - bar: {party: host, reason: {vi: Chưa hoàn trả, en: Not repaid}, basis: "Điều 17.1"}
                          - bar: {party: investigator, reason: {vi: Chưa hoàn trả, en: Not repaid}, basis: "Điều 17.2"}
                          - bar: {party: key-members, reason: {vi: Chưa hoàn trả, en: Not repaid}, basis: "Điều 17.2"}
                          - bar: {party: secretary, reason: {vi: Chưa hoàn trả, en: Not repaid}, basis: "Điều 17.2"}
                          - bar: {party: investigator, reason: {vi: Sai phạm, en: Violation}, months: 36, basis: "Điều 4.4"}
                      - event: repay
                        label: {vi: Hoàn trả, en: Repay}
                        from: execution/running
                        by: [officer]
                        effects: [{lift: host}, {lift: investigator}, {lift: key-members}, {lift: secretary}]
                      - {event: withdraw,
                    """
                ),
            ])
            let register = RegisterParty(try office.at("2022-01-04", as: "system"))
            for code in ["TV1", "TV2", "TK1", "NV1"] {
                _ = try register(.person(Person(code: try PersonCode(code), name: "Người \(code)")), replacing: false)
            }
            for (code, day) in [("T-1", "2022-02-10"), ("T-2", "2022-02-11")] {
                let request = RegisterTask.Request(
                    code: code,
                    regime: nil,
                    facts: ["title": "Giống lúa", "level": "province", "kind": "topic", "field": "agriculture"],
                    day: try CivilDate(parsing: day),
                    dryRun: false
                )
                _ = try RegisterTask(try office.at(day, as: "CV01"), library: rules.library)(request)
                try office.fire(code, "review", on: "2022-02-14")
            }
            try award("T-1", to: "VNN", on: "2022-03-01")
        }

        @discardableResult
        func award(_ code: String, to host: String, on day: String) throws -> [String] {
            let answer = try office.fire(
                code,
                "award",
                on: day,
                by: "CT01",
                ["award.on": day, "award.money": "1.000.000", "task.host": host, "task.investigator": "CN01"],
                documents: [AttachedDocument(form: "QĐ-1", number: "1", date: try CivilDate(parsing: day))]
            )
            return answer.decision.blockers.map(\.message.vi)
        }

        func enter(
            _ person: String,
            _ role: ParticipantRole,
            in task: String = "T-1",
            on day: String = "2022-03-02",
            without: [String] = []
        )
            throws
        {
            let request = EnterParticipation.Request(
                task: task,
                people: [(try PersonCode(person), role)],
                removed: without,
                source: "B1-2a-TMĐTCN"
            )
            _ = try EnterParticipation(try office.at(day, as: "CV01"))(request)
        }

        func reasons(_ code: String, on day: String, part: Bool = true) throws -> [String] {
            try office.store.read { reader in
                try PartyStanding(party: .investigator, code: code, except: "", on: try CivilDate(parsing: day), in: reader).bars
                    .filter { $0.forbidsAnyPart == part }.map { "\($0.task) \($0.text.vi) \($0.basis ?? "")" }
            }
        }

        var faults: [String] {
            get throws { try VerifyStore(office.store)(vault: office.vault).map(\.code) }
        }
    }

    private static let owed = ["T-1 Chưa hoàn trả Điều 17.2"]

    @Test("are barred from the decision until it is repaid, whenever they were entered, and no other")
    func fromTheDecisionOn() throws {
        let debt = try DebtOffice()
        try debt.enter("TV1", .keyMember)
        try debt.enter("TK1", .taskSecretary)
        try debt.enter("NV1", .member)
        #expect(try debt.reasons("TV1", on: "2022-03-05").isEmpty)
        try debt.office.fire("T-1", "owe", on: "2022-03-03")
        for code in ["TV1", "TK1", "CN01"] {
            #expect(try debt.reasons(code, on: "2022-03-02").isEmpty)
            #expect(try debt.reasons(code, on: "2022-03-03") == Self.owed, "\(code)")
        }
        #expect(try debt.reasons("NV1", on: "2022-03-05").isEmpty)
        // Found out later, the second key member is barred, too; who was entered by mistake is free again.
        try debt.enter("TV2", .keyMember, on: "2022-03-06", without: ["TV1"])
        #expect(try debt.reasons("TV2", on: "2022-03-06") == Self.owed)
        #expect(try debt.reasons("TV1", on: "2022-03-06").isEmpty)
        #expect(try debt.faults == [])
        try debt.office.fire("T-1", "repay", on: "2022-03-10")
        for code in ["TV2", "TK1", "CN01"] { #expect(try debt.reasons(code, on: "2022-03-11").isEmpty, "\(code)") }
        #expect(try debt.faults == [])
    }

    @Test("Lifting leaves the bars that run for so many months, which forbid to lead and nothing else")
    func datedBarsStay() throws {
        let debt = try DebtOffice()
        try debt.office.fire("T-1", "owe", on: "2022-03-03")
        try debt.office.fire("T-1", "repay", on: "2022-03-10")
        #expect(try debt.reasons("CN01", on: "2022-03-11", part: false).contains("T-1 Sai phạm Điều 4.4"))
        try debt.enter("CN01", .keyMember, in: "T-2", on: "2022-03-11")
    }

    @Test("may not be entered for a new task, and one they were entered for is not awarded")
    func refused() throws {
        let debt = try DebtOffice()
        try debt.enter("TV1", .keyMember)
        try debt.enter("TV1", .taskSecretary, in: "T-2")
        try debt.office.fire("T-1", "owe", on: "2022-03-03")
        for role in [ParticipantRole.investigator, .keyMember, .taskSecretary] {
            let fault = Result { try debt.enter("TV1", role, in: "T-2", on: "2022-03-04") }
            #expect(fault.faultCode == "person-barred")
        }
        try debt.enter("TV1", .keyMember, on: "2022-03-04")
        try debt.enter("TK1", .taskSecretary, in: "T-2", on: "2022-03-04")
        let members = try ExplainTask(try debt.office.at("2022-03-04", as: ""))("T-2").members
        #expect(members.map(\.person) == ["TV1"] && members.map(\.role) == [.taskSecretary])
        #expect(try debt.award("T-2", to: "DHY", on: "2022-03-04") == ["Thư ký khoa học đang bị hạn chế tham gia nhiệm vụ"])
        try debt.office.fire("T-1", "repay", on: "2022-03-07")
        #expect(try debt.award("T-2", to: "DHY", on: "2022-03-08") == [])
    }
}
