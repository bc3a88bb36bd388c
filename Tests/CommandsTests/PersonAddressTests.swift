import CanonicalJSON
import Foundation
import TestSupport
import Testing

/// The e-mail address of a person from the command line to the register and the files, and back.
@Suite("Addresses of people")
struct PersonAddressTests {
    @Test("an address is entered, shown, exported, imported, changed and taken out")
    func whole() throws {
        let desk = try Desk()
        func done(_ words: String...) throws -> String {
            let outcome = try desk.run(words, environment: ["NHIEMVU_ACTOR": "CV01"])
            #expect(outcome.exit == 0, "\(outcome.error)")
            return outcome.output
        }
        func address() throws -> String? {
            try JSONValue(parsing: done("person", "show", "CN01", "--format", "json"))["email"]?.string
        }
        #expect(try address() == nil)
        _ = try done("person", "update", "CN01", "--email", "du.hv@Vien.example.vn")
        #expect(try address() == "du.hv@vien.example.vn")
        #expect(try done("person", "show", "CN01").contains("du.hv@vien.example.vn"))
        _ = try done("person", "update", "CN01", "--degree", "PGS.TS")
        #expect(try address() == "du.hv@vien.example.vn")

        _ = try done("export", "--output", "out")
        let people = try String(contentsOfFile: desk.folder.file("out/people.csv"), encoding: .utf8)
        #expect(people.hasPrefix("code,name,degree,organisation,field,roles,sex,email\n"))
        #expect(people.contains("CN01,Hoàng Văn Dụ,PGS.TS,VNN,,host,,du.hv@vien.example.vn\n"))
        _ = try done("person", "update", "CN01", "--no-email")
        #expect(try address() == nil)
        #expect(try desk.run(["init", "--store", "khac.db"]).exit == 0)
        // The register alone: what happened to the tasks is a matter of other tests.
        try FileManager.default.removeItem(atPath: desk.folder.file("out/history.csv"))
        try Data("code,title,proposed_on\n".utf8).write(to: URL(fileURLWithPath: desk.folder.file("out/tasks.csv")))
        _ = try done("import", "out", "--store", "khac.db")
        #expect(try done("person", "show", "CN01", "--store", "khac.db").contains("du.hv@vien.example.vn"))
        #expect(try done("store", "verify", "--store", "khac.db").isEmpty == false)
    }

    @Test("a new person may have an address; what is none is refused and nothing is recorded")
    func refused() throws {
        let desk = try Desk()
        let before = try desk.head()
        let words = ["person", "new", "P9", "--name", "Lê Văn Thử", "--actor", "CV01", "--email"]
        for text in ["thu", "thử@vien.vn", "thu@vien.vn\nBcc: la@vien.vn", "thu@vien"] {
            let outcome = try desk.run(words + [text])
            #expect(outcome.exit == 65)
            #expect(outcome.error.contains("ten@don-vi.gov.vn"), "\(outcome.error)")
        }
        #expect(try desk.head() == before)
        #expect(try desk.run(words + ["thu@vien.vn"]).exit == 0)
    }
}
