import LastLook
import CanonicalJSON
import Foundation
import TestSupport
import Testing

/// An export names people whose data were erased by their codes alone; what they did goes into a new store all the same.
@Suite struct ErasedActorImportTests {
    private static let environment = [
        "NHIEMVU_RULES": Program.smallRules, "NHIEMVU_NOW": "2022-04-01", "NHIEMVU_ACTOR": "CT01", "NHIEMVU_STORE": "tinh.db",
    ]

    /// Files of a store in which CV01 reviewed a task on 7 March, and whose data were erased on 1 April.
    private func exported() throws -> TemporaryFolder {
        let folder = try TemporaryFolder(lastLook: StoreLook.verify)
        for words in [
            "init", "org new SKHCN --name Sở --kind state-agency",
            "person new CT01 --name Giả --role chair --role officer", "person new CV01 --name Mẫu --organisation SKHCN --role officer",
            "task new --code T-1 --title Giống --date 2022-03-05 --set level=province --set kind=topic --set field=agriculture --set orderer=SKHCN",
            "task do T-1 review --actor CV01 --date 2022-03-07", "person erase CV01 --decision 1/QĐ --reason Đơn", "export --output ra",
        ] { #expect(try run(words, folder).exit == 0) }
        return folder
    }

    private func run(_ words: String, _ folder: TemporaryFolder) throws -> Program.Outcome {
        try Program.run(words.split(separator: " ").map(String.init), in: folder.path, environment: Self.environment)
    }

    /// Imports the files into another store, the row of CV01 in people.csv changed.
    private func load(_ folder: TemporaryFolder, _ change: (String) -> String = { $0 }) throws -> Program.Outcome {
        let path = folder.file("ra/people.csv")
        let people = try String(contentsOfFile: path, encoding: .utf8)
        #expect(people.contains("code,name,degree,organisation,field,roles,sex,email,erased_on\n"))
        #expect(people.contains("CV01,CV01,,,,,,,2022-04-01\n"))
        try change(people).write(toFile: path, atomically: true, encoding: .utf8)
        #expect(try run("init --store moi.db", folder).exit == 0)
        return try run("import ra --store moi.db --format json", folder)
    }

    @Test func whatTheyDidIsTaken() throws {
        let folder = try exported()
        let outcome = try load(folder)
        let answer = try JSONValue(parsing: outcome.output)
        #expect(answer["replayed"] == 1 && answer["by_erased"] == 1)
        #expect(try run("task show T-1 --store moi.db", folder).output.contains("Giống"))
        #expect(try run("import ra --store moi.db", folder).output.contains("không có gì thay đổi"))
        // In the new store it is a code without data or roles; nothing was erased there.
        #expect(try run("task do T-1 review --actor CV01 --store moi.db", folder).error.contains("không có vai trò"))
    }

    /// The day of the erasure is the last on which they can have acted; without it nothing says why they have no role.
    @Test(arguments: [("2022-03-07", true), ("2022-03-06", false), ("", false)])
    func untilThatDay(day: String, isTaken: Bool) throws {
        let folder = try exported()
        let outcome = try load(folder) { $0.replacing("2022-04-01", with: day) }
        #expect((outcome.exit == 0) == isTaken, "\(outcome.error)")
        #expect(isTaken || outcome.error.contains("vai trò"))
    }

    /// Somebody of that code whom the new store knows keeps data and roles.
    @Test func whoIsKnownStaysKnown() throws {
        let folder = try exported()
        #expect(try run("init --store moi.db", folder).exit == 0)
        for words in ["person new CT01 --name Giả --role officer", "person new CV01 --name Mới --role host"] {
            #expect(try run(words + " --store moi.db", folder).exit == 0)
        }
        // A host does not review.
        #expect(try run("import ra --store moi.db", folder).error.contains("vai trò"))
        #expect(try run("person show CV01 --store moi.db", folder).output.contains("Mới"))
    }
}
