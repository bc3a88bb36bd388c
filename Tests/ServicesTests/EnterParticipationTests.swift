import CanonicalJSON
import LifecycleModel
import SQLiteStore
import Services
import Store
import TestSupport
import Testing

@Suite("Recording who stands behind a task")
struct EnterParticipationTests {
    @Test("Each change is one event, the same again is none, and the store agrees with itself")
    func events() throws {
        let office = try DossierOffice()
        let before = try office.office.head().size
        #expect(try office.people([("X", .keyMember)], coordinators: ["SKHCN"]).events == (before + 1)...(before + 1))
        #expect(try office.people([("X", .keyMember)], coordinators: ["SKHCN"]).events == nil)
        #expect(try office.people([("X", .taskSecretary)]).events == (before + 2)...(before + 2))
        try office.people([("X", .member)], dossier: 2)
        try office.office.store.read { reader in
            let events = try reader.events(of: EventRecord.Subject(.participation, "T-1"))
            #expect(events.map(\.kind) == ["entered", "changed"])
            #expect(events.last?.payload == (try reader.registered(.participation, code: "T-1")))
            let known = try reader.registered(.participation, code: "T-1:dossier:2")
            #expect(known?["participants"]?[0]?["role"]?.string == "member")
        }
        #expect(try VerifyStore(office.office.store)(vault: office.office.vault).isEmpty)
    }

    @Test("A register changed behind the log is found")
    func tampering() throws {
        let office = try DossierOffice()
        try office.people([("X", .keyMember)])
        RawFile(path: office.office.path).markTampered()
        try office.office.store.write {
            try $0.register(.participation, code: "T-1", value: ["task": "T-1", "participants": []], searchText: "t-1")
        }
        #expect(try VerifyStore(office.office.store)(vault: office.office.vault).map(\.code) == ["register"])
    }

    @Test("What is not there is refused, and nothing is written")
    func refusals() throws {
        let office = try DossierOffice()
        let before = try office.office.head()
        #expect(Result { try office.people([("NOPE", .member)]) }.faultCode == "unknown-code")
        #expect(Result { try office.people(coordinators: ["NOPE"]) }.faultCode == "unknown-code")
        #expect(Result { try office.people([("X", .member)], dossier: 3) }.faultCode == "unknown-dossier")
        #expect(Result { try office.people([("X", .member)], task: "T-2") }.faultCode == "unknown-task")
        #expect(Result { try office.people([("CN02", .member)], removed: ["X"]) }.faultCode == "not-entered")
        #expect(try office.office.head() == before)
    }

    @Test("Ties and findings refer to what is there and say towards whom")
    func references() throws {
        let office = try DossierOffice()
        func refused(_ change: (inout Person) throws -> Void) -> String? { Result { try office.change("X", change) }.faultCode }
        #expect(refused { $0.kin = [Person.Kin(to: try PersonCode("NOPE"), .spouse, source: "s")] } == "unknown-code")
        #expect(refused { $0.kin = [Person.Kin(to: try PersonCode("X"), .spouse, source: "s")] } == "own-kin")
        #expect(refused { $0.findings = [Person.Finding(.hostStaff, evidence: "e")] } == "derived-ground")
        #expect(refused { $0.findings = [Person.Finding(.partiality, evidence: "e")] } == "concern-missing")
        #expect(
            refused { $0.findings = [Person.Finding(.sanction, evidence: "e", concern: .task(try TaskCode("T-1")))] }
                == "concern-of-sanction"
        )
        #expect(
            refused { $0.findings = [Person.Finding(.partiality, evidence: "e", concern: .task(try TaskCode("T-2")))] } == "unknown-task"
        )
        let (first, last) = (try CivilDate(parsing: "2022-02-02"), try CivilDate(parsing: "2022-02-01"))
        #expect(refused { $0.findings = [Person.Finding(.sanction, evidence: "e", from: first, until: last)] } == "wrong-days")
        #expect(refused { $0.findings = [Person.Finding(.sanction, evidence: "e", from: first, until: first)] } == nil)
        #expect(
            refused { $0.findings = [Person.Finding(.partiality, evidence: "e", concern: .organisation(try OrganisationCode("VNN")))] }
                == nil
        )
    }
}
