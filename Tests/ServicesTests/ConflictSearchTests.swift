import Engine
import LifecycleModel
import Rules
import Services
import Store
import Testing

@Suite("Conflicts of interest from what is recorded")
struct ConflictSearchTests {
    @Test("Hosts and investigators of dossiers count without being entered")
    func derived() throws {
        let office = try DossierOffice()
        #expect(try office.conflicts("CN01") == ["participant: principal investigator (T-1, dossier:1)"])
        #expect(
            try office.conflicts("CN02") == [
                "participant: principal investigator (T-1, dossier:2)", "host-staff: works at DHY (T-1, dossier:2)",
            ]
        )
        #expect(try office.conflicts("X") == [])
        #expect(try office.conflicts("CN01", []) == [])
    }

    @Test("A dossier that was withdrawn no longer counts, nor one that lost; the one that won does, with the people entered for it")
    func dossiers() throws {
        let office = try DossierOffice()
        try office.people([("X", .keyMember)], dossier: 1)
        try office.fire("take-back", dossier: 2)
        #expect(try office.conflicts("CN02") == [])
        #expect(try office.conflicts("X") == ["participant: key member (B1-2a-TMĐTCN)"])
        try office.fire("archive", dossier: 1)
        #expect(try office.conflicts("X") == [])
        try office.office.fire("T-1", "review", on: "2022-03-05")
        try office.office.fire(
            "T-1",
            "award",
            on: "2022-03-06",
            by: "CT01",
            ["award.on": "2022-03-06", "award.money": "1000", "task.host": "VNN", "task.investigator": "CN01"],
            documents: [AttachedDocument(form: "QĐ-1", number: "1", date: try CivilDate(parsing: "2022-03-06"))]
        )
        #expect(try office.conflicts("X") == ["participant: key member (B1-2a-TMĐTCN)"])
        #expect(try office.conflicts("CN01") == ["participant: principal investigator (T-1; T-1, dossier:1)"])
    }

    @Test("A tie recorded on either side counts", arguments: [true, false])
    func kin(_ isOnTheCandidatesSide: Bool) throws {
        let office = try DossierOffice()
        let (candidate, other) = (try PersonCode("X"), try PersonCode("CN01"))
        if isOnTheCandidatesSide {
            try office.change("X") { $0.kin = [Person.Kin(to: other, .parent, source: "Lý lịch")] }
        } else {
            try office.change("CN01") { $0.kin = [Person.Kin(to: candidate, .child, source: "Lý lịch")] }
        }
        let expected = ["relative: the parent CN01 is principal investigator (Lý lịch; T-1, dossier:1)"]
        #expect(try office.conflicts("X") == expected)
        // Both sides say it: it is one tie.
        try office.change("X") { $0.kin = [Person.Kin(to: other, .parent, source: "Lý lịch")] }
        #expect(try office.conflicts("X") == expected)
    }

    @Test("The tie of an ordinary member is none the law names")
    func kinOfAMember() throws {
        let office = try DossierOffice()
        try office.enter("Y", at: nil)
        try office.people([("Y", .member)])
        try office.change("Y") { $0.kin = [Person.Kin(to: try PersonCode("X"), .sibling, source: "s")] }
        #expect(try office.conflicts("X") == [])
        try office.people([("Y", .taskSecretary)])
        #expect(try office.conflicts("X") == ["relative: the sibling Y is scientific secretary (s; B1-2a-TMĐTCN)"])
    }

    @Test(
        "A penalty stands from its first to its last day",
        arguments: [("2022-03-31", 0), ("2022-04-01", 1), ("2022-04-30", 1), ("2022-05-01", 0)]
    )
    func sanction(_ day: String, _ count: Int) throws {
        let office = try DossierOffice()
        let (from, until) = (try CivilDate(parsing: "2022-04-01"), try CivilDate(parsing: "2022-04-30"))
        try office.change("X") { $0.findings = [Person.Finding(.sanction, evidence: "QĐ 7", from: from, until: until)] }
        #expect(try office.conflicts("X", on: day).count == count)
    }

    @Test("Staff of a coordinating organisation")
    func coordinators() throws {
        let office = try DossierOffice()
        try office.enter("Y", at: "SKHCN")
        #expect(try office.conflicts("Y") == [])
        try office.people(coordinators: ["SKHCN"])
        #expect(try office.conflicts("Y") == ["coordinator-staff: works at SKHCN (B1-2a-TMĐTCN)"])
        try office.people(removed: ["SKHCN"])
        #expect(try office.conflicts("Y") == [])
    }

    @Test("Nobody has that code")
    func unknown() throws {
        let office = try DossierOffice()
        #expect(Result { try office.conflicts("CN03") }.faultCode == "unknown-code")
    }
}
