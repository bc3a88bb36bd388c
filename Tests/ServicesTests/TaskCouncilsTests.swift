import CanonicalJSON
import Councils
import LifecycleModel
import Rules
import SQLiteStore
import Services
import Store
import TestSupport
import Testing

@Suite("Choosing whom to seat")
struct TaskCouncilsTests {
    private func candidates(_ office: DossierOffice, field: String? = nil, matching words: [String] = []) throws -> [TaskCouncils.Candidate]
    {
        try office.office.store.read { reader in
            try TaskCouncils(of: "T-1", kind: "selection", on: try CivilDate(parsing: "2022-12-31"), in: reader)
                .candidates(field: field, matching: words)
        }
    }

    private func seated(_ office: DossierOffice, _ code: String, on day: String, _ members: [String]) throws {
        // Sessions that were never recorded.
        RawFile(path: office.office.path).markTampered()
        try office.office.store.write {
            let people: [JSONValue] = members.map { ["person": .string($0), "seat": "member"] }
            try $0.register(.council, code: code, value: ["meeting_on": .string(day), "members": .array(people)], searchText: "")
        }
    }

    @Test("Those whose roles councils hold: the task's field first, then who sat least this year")
    func order() throws {
        let office = try DossierOffice()
        for (code, field) in [("E1", "agriculture"), ("E2", "medicine"), ("E3", "agriculture"), ("E4", nil)] {
            try office.enter(code, at: nil, field: field, roles: ["expert"])
        }
        try seated(office, "T-0:1", on: "2022-01-01", ["E1", "E1"])
        try seated(office, "T-0:2", on: "2022-12-31", ["E1", "E2"])
        try seated(office, "T-0:3", on: "2021-12-31", ["E3"])
        let found = try candidates(office)
        #expect(found.map(\.person.code.text) == ["E3", "E1", "E4", "E2"])
        #expect(found.map(\.sessionsThisYear) == [0, 2, 0, 1])
        #expect(try candidates(office, field: "medicine").map(\.person.code.text) == ["E2"])
        #expect(try candidates(office, matching: ["nguoi", "e4"]).map(\.person.code.text) == ["E4"])
    }

    @Test("Each may take the seats that no ground bars")
    func seats() throws {
        let office = try DossierOffice()
        try office.enter("E1", at: "VNN", roles: ["expert"])
        try office.enter("E2", at: nil, roles: ["expert"])
        try office.enter("E3", at: nil, roles: ["expert"])
        try office.people([("E2", .member)], dossier: 2)
        let open = try candidates(office).map { try #require($0.judgements.first).openSeats }
        #expect(open == [[.secretary, .member], [], [.chair, .secretary, .member]])
    }

    @Test("All councils of the regime, unless one is asked for; another is refused")
    func kinds() throws {
        let office = try DossierOffice()
        let day = try CivilDate(parsing: "2022-12-31")
        try office.office.store.read { reader in
            let all = try TaskCouncils(of: "T-1", kind: nil, on: day, in: reader)
            #expect(all.laws.map(\.kind) == ["rights", "selection"])
            let judgements = all.judgements(of: try requirePerson(try PersonCode("CN02"), in: reader))
            #expect(judgements.map(\.hasList) == [false, true])
            #expect(judgements.map(\.conflicts.count) == [0, 2])
            #expect(Result { try TaskCouncils(of: "T-1", kind: "selektion", on: day, in: reader) }.faultCode == "unknown-council")
            #expect(Result { try TaskCouncils(of: "T-9", kind: nil, on: day, in: reader) }.faultCode == "unknown-task")
        }
    }
}
