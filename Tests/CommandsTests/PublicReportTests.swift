import CanonicalJSON
import Foundation
import Store
import TestSupport
import Testing

/// The open data, by the program itself.
@Suite("Open data")
struct PublicReportTests {
    private static func files(_ desk: FollowUpDesk, _ folder: String, environment: [String: String] = [:]) throws -> [String: String] {
        let outcome = try desk.run(
            ["report", "public", "--as-of", "2024-03-01", "--output", folder],
            environment: environment
        )
        #expect(outcome.exit == 0, "\(outcome.error)")
        let path = desk.folder.file(folder)
        let names = try FileManager.default.contentsOfDirectory(atPath: path)
        return Dictionary(
            uniqueKeysWithValues: try names.map { ($0, try String(contentsOfFile: "\(path)/\($0)", encoding: .utf8)) }
        )
    }

    @Test("tables, their description and the root of the log; the same bytes twice, whatever the clock says")
    func same() throws {
        let desk = try FollowUpDesk()
        let files = try Self.files(desk, "a")
        let tables = ["tasks", "hosts", "money", "results", "use"]
        #expect(Set(files.keys) == Set(tables.flatMap { ["\($0).csv", "\($0).json"] } + ["README.md", "datapackage.json"]))
        #expect(try Self.files(desk, "b", environment: ["NHIEMVU_NOW": "2031-05-06"]) == files)
        let root = "\(try desk.head().root)"
        #expect(files["README.md"]?.contains(root) == true && files["datapackage.json"]?.contains(root) == true)
        let package = try JSONValue(parsing: files["datapackage.json"] ?? "")
        for resource in package["resources"]?.array ?? [] {
            let fields = (resource["schema"]?["fields"]?.array ?? []).compactMap { $0["name"]?.string }
            let name = resource["name"]?.string ?? ""
            #expect(files["\(name).csv"]?.split(separator: "\r\n").first.map(String.init) == fields.joined(separator: ","))
            #expect(!fields.isEmpty)
        }
    }

    @Test("nobody of the register is named in any file, by name or code")
    func nobody() throws {
        let desk = try FollowUpDesk()
        let all = try Self.files(desk, "a").values.joined(separator: "\n")
        let people = try desk.json(["person", "list"]).array ?? []
        #expect(people.count > 5)
        for person in people {
            let (code, name) = (try #require(person["code"]?.string), try #require(person["name"]?.string))
            #expect(!all.contains(code), "\(code)")
            #expect(!all.contains(name), "\(name)")
        }
    }

    @Test("results and their share agree with indicator 20")
    func share() throws {
        let desk = try FollowUpDesk()
        let files = try Self.files(desk, "a")
        let rows = try JSONValue(parsing: files["use.json"] ?? "").array ?? []
        let figure = try desk.json(["indicator", "show", "20", "--year", "2024"])
        let own = rows.filter { $0["year"]?.int == 2024 }
        #expect(own.compactMap { $0["in_use"]?.int }.reduce(0, +) == figure["numerator"]?.int)
        #expect(own.compactMap { $0["counted"]?.int }.reduce(0, +) == figure["denominator"]?.int)
        let verdicts = (try JSONValue(parsing: files["results.json"] ?? "").array ?? []).compactMap { $0["verdict"]?.string }
        #expect(verdicts.sorted() == ["not-used", "used"])
    }

    @Test("a name that a spreadsheet would run is made harmless in CSV and stays as it is in JSON")
    func formula() throws {
        let desk = try FollowUpDesk()
        #expect(try desk.run(["org", "update", "MAU-CT-07", "--name", "=cmd|'/c calc'!A1"]).exit == 0)
        let files = try Self.files(desk, "a")
        #expect(files["hosts.csv"]?.contains(",'=cmd|'/c calc'!A1,") == true)
        #expect(files["hosts.json"]?.contains("\"=cmd|'/c calc'!A1\"") == true)
    }

    @Test("only what the file names is public; a withheld task is in no table and counted; without the file nothing is public")
    func rules() throws {
        let desk = try FollowUpDesk()
        let rules = desk.folder.file("rules")
        try FileManager.default.copyItem(atPath: Program.shippedRules, toPath: rules)
        let file = "\(rules)/reports/public.yaml"
        let text = """
            public: Dữ liệu
            withheld:
              - {fact: task.title, is: [Không có], why: Mật, basis: QĐ 1, standing: assumed}
            tables:
              tasks:
                label: Nhiệm vụ
                columns:
                  - {names: [code], why: Mã, basis: QĐ 1, standing: assumed}

            """
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        let environment = ["NHIEMVU_RULES": rules]
        let files = try Self.files(desk, "a", environment: environment)
        #expect(Set(files.keys) == ["tasks.csv", "tasks.json", "README.md", "datapackage.json"])
        #expect(files["tasks.csv"] == "code\r\n\(FollowUpDesk.task)\r\n")

        let title = try #require(try desk.json(["task", "list"]).array?.first?["title"]?.string)
        try text.replacing("Không có", with: "'\(title)'").write(toFile: file, atomically: true, encoding: .utf8)
        let withheld = try Self.files(desk, "b", environment: environment)
        #expect(withheld["tasks.csv"] == "code\r\n")
        #expect(withheld["README.md"]?.contains("**1** nhiệm vụ không công khai") == true)
        #expect(!withheld.values.joined().contains(FollowUpDesk.task))

        try text.replacing("[code]", with: "[investigator]").write(toFile: file, atomically: true, encoding: .utf8)
        let unknown = try desk.run(["report", "public", "--output", "c"], environment: environment)
        #expect(unknown.exit == 65 && unknown.error.contains("public.yaml"))
        try FileManager.default.removeItem(atPath: file)
        #expect(try desk.run(["report", "public", "--output", "c"], environment: environment).exit == 69)
        #expect(!FileManager.default.fileExists(atPath: desk.folder.file("c")))
    }

    @Test("a folder that holds something is refused")
    func taken() throws {
        let desk = try FollowUpDesk()
        _ = try Self.files(desk, "a")
        #expect(try desk.run(["report", "public", "--output", "a"]).exit == 64)
    }
}
