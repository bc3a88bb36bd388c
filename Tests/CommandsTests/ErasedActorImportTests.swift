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

    /// Files of a store in which CV01 reviewed a task of CN01 on 7 March and withdrew it; the data of both were erased on 1 April.
    ///
    /// - Parameter words: further words of the erasures.
    private func exported(erasing words: String = "") throws -> TemporaryFolder {
        let folder = try TemporaryFolder(lastLook: StoreLook.verify)
        for words in [
            "init", "org new SKHCN --name Sở --kind state-agency",
            "person new CT01 --name Giả --role chair --role officer", "person new CV01 --name Mẫu --organisation SKHCN --role officer",
            "person new CN01 --name Thử",
            "task new --code T-1 --title Giống --date 2022-03-05 --set level=province --set kind=topic --set field=agriculture --set orderer=SKHCN --set investigator=CN01",
            "task do T-1 review --actor CV01 --date 2022-03-07", "task do T-1 withdraw --actor CV01 --date 2022-03-08",
            "person erase CV01 --decision 1/QĐ --reason Đơn \(words)", "person erase CN01 --decision 2/QĐ --reason Đơn \(words)",
            "export --output ra",
        ] { #expect(try run(words, folder).exit == 0) }
        return folder
    }

    private func run(_ words: String, _ folder: TemporaryFolder) throws -> Program.Outcome {
        try Program.run(words.split(separator: " ").map(String.init), in: folder.path, environment: Self.environment)
    }

    private func text(_ name: String, _ folder: TemporaryFolder) throws -> String {
        try String(contentsOfFile: folder.file(name), encoding: .utf8)
    }

    /// Imports the files into another store, the row of CV01 in people.csv changed.
    private func load(
        _ folder: TemporaryFolder,
        erasedOn day: String = "2022-04-01",
        _ change: (String) -> String = { $0 }
    ) throws -> Program.Outcome {
        let people = try text("ra/people.csv", folder)
        #expect(people.contains("code,name,degree,organisation,field,roles,sex,email,erased_on\n"))
        #expect(people.contains("CV01,CV01,,,,,,,\(day)\n"))
        try change(people).write(toFile: folder.file("ra/people.csv"), atomically: true, encoding: .utf8)
        #expect(try run("init --store moi.db", folder).exit == 0)
        return try run("import ra --store moi.db --format json", folder)
    }

    @Test func whatTheyDidIsTaken() throws {
        let folder = try exported()
        let outcome = try load(folder)
        let answer = try JSONValue(parsing: outcome.output)
        #expect(answer["replayed"] == 2 && answer["by_erased"] == 2)
        #expect(try run("task show T-1 --store moi.db", folder).output.contains("Giống"))
        #expect(try run("import ra --store moi.db", folder).output.contains("không có gì thay đổi"))
        // In the new store it is a code that does nothing any more; no event there erased anything.
        #expect(try run("task do T-1 review --actor CV01 --store moi.db", folder).error.contains("của CV01 đã xoá ngày 01/04/2022\n"))
        #expect(try run("person show CV01 --store moi.db", folder).output.contains("đã xoá dữ liệu cá nhân"))
        let again = try run("person erase CV01 --decision 3/QĐ --reason Đơn --store moi.db", folder)
        #expect(again.exit == 0 && again.output.contains("Không còn gì để xoá"), "\(again.output)\(again.error)")
    }

    /// From store to store, as often as one likes.
    @Test func theNewStoreGivesTheSameFiles() throws {
        let folder = try exported()
        #expect(try load(folder).exit == 0)
        #expect(try run("export --output ra-2 --store moi.db", folder).exit == 0)
        for file in ["people.csv", "tasks.csv", "history.csv", "organisations.csv"] {
            let (first, second) = try (text("ra/\(file)", folder), text("ra-2/\(file)", folder))
            #expect(first == second && !first.isEmpty, "\(file)")
        }
        #expect(try run("init --store ba.db", folder).exit == 0)
        #expect(try run("import ra-2 --store ba.db", folder).exit == 0)
    }

    /// A task that was proposed after the erasure, or is registered by hand, cannot name such a person.
    @Test(arguments: [("2022-03-04", false), ("2022-03-05", true)])
    func nobodyNamesThemLater(day: String, isTaken: Bool) throws {
        let folder = try exported()
        let outcome = try load(folder) { $0.replacing("CN01,CN01,,,,,,,2022-04-01", with: "CN01,CN01,,,,,,,\(day)") }
        #expect((outcome.exit == 0) == isTaken, "\(outcome.error)")
        guard isTaken else {
            #expect(outcome.error.contains("task.investigator") && outcome.error.contains("đã xoá ngày 04/03/2022"), "\(outcome.error)")
            return
        }
        let byHand = try run(
            "task new --code T-2 --title Khác --date 2022-03-05 --set level=province --set kind=topic --set field=agriculture --set orderer=SKHCN --set investigator=CN01 --store moi.db",
            folder
        )
        #expect(byHand.exit != 0 && byHand.error.contains("đã xoá ngày 05/03/2022"), "\(byHand.error)")
    }

    /// Nobody leads a task that goes on whom nobody knows any more.
    @Test func noTaskGoesOnWithThem() throws {
        let folder = try exported()
        let history = try text("ra/history.csv", folder)
        let rows = history.split(separator: "\n").filter { !$0.contains("withdraw") }.joined(separator: "\n") + "\n"
        #expect(rows.count < history.count - 1)
        try rows.write(toFile: folder.file("ra/history.csv"), atomically: true, encoding: .utf8)
        let outcome = try load(folder)
        #expect(outcome.exit == 65 && outcome.error.contains("Nhiệm vụ T-1 chưa kết thúc và có CN01 tham gia"), "\(outcome.error)")
        #expect(try run("task list --store moi.db --format csv", folder).output.split(separator: "\n").count == 1)
    }

    /// A decision of the 1st of March that is recorded in April: what happened in between is on record, the last of it on the 8th.
    @Test func aDecisionIsRecordedLater() throws {
        let folder = try exported(erasing: "--date 2022-03-01")
        let outcome = try load(folder, erasedOn: "2022-03-08")
        #expect(outcome.exit == 0, "\(outcome.error)")
        #expect(try text("ra/people.csv", folder).contains("CN01,CN01,,,,,,,2022-03-05\n"))
    }

    /// Files of a third office that still knows the person do not bring the data back.
    @Test func erasedDataDoNotComeBack() throws {
        let folder = try exported()
        #expect(try load(folder).exit == 0)
        let people = try text("ra/people.csv", folder)
        try people.replacing("CV01,CV01,,,,,,,2022-04-01", with: "CV01,Mẫu,,SKHCN,,officer,,,").write(
            toFile: folder.file("ra/people.csv"),
            atomically: true,
            encoding: .utf8
        )
        let outcome = try run("import ra --store moi.db", folder)
        #expect(
            outcome.exit == 65 && outcome.error.contains("people.csv, dòng") && outcome.error.contains("của CV01 đã xoá"),
            "\(outcome.error)"
        )
        #expect(try run("person show CV01 --store moi.db", folder).output.contains("Đã xoá ở kho khác"))
    }

    /// Where the data were erased here, history told again by a file asks for roles that nobody has.
    @Test func erasedHereActsNoMore() throws {
        let folder = try exported()
        let history = try text("ra/history.csv", folder)
        try (history + "T-2,2022-03-07,review,,CV01,,,\n").write(toFile: folder.file("ra/history.csv"), atomically: true, encoding: .utf8)
        let tasks = try text("ra/tasks.csv", folder)
        let own = try #require(tasks.split(separator: "\n").last { $0.hasPrefix("T-1,") }).replacing("T-1,", with: "T-2,").replacing(
            "CN01",
            with: ""
        )
        try (tasks + own + "\n").write(toFile: folder.file("ra/tasks.csv"), atomically: true, encoding: .utf8)
        let outcome = try run("import ra", folder)
        #expect(outcome.exit == 1 && outcome.error.contains("của CV01 đã xoá ngày 01/04/2022 (sự kiện số"), "\(outcome.error)")
    }

    /// The day of the erasure is the last on which they can have acted; without it nothing says why they have no role.
    @Test(arguments: [("2022-03-08", nil), ("2022-03-07", "của CV01 đã xoá ngày 07/03/2022"), ("", "vai trò")] as [(String, String?)])
    func untilThatDay(day: String, refusal: String?) throws {
        let folder = try exported()
        let outcome = try load(folder) { $0.replacing("CV01,CV01,,,,,,,2022-04-01", with: "CV01,CV01,,,,,,,\(day)") }
        #expect((outcome.exit == 0) == (refusal == nil), "\(outcome.error)")
        if let refusal { #expect(outcome.error.contains(refusal), "\(outcome.error)") }
    }

    /// Somebody of that code whom the new store knows keeps data and roles.
    @Test func whoIsKnownStaysKnown() throws {
        let folder = try exported()
        #expect(try run("init --store moi.db", folder).exit == 0)
        for words in [
            "person new CT01 --name Giả --role officer", "person new CV01 --name Mới --role host",
            // A task of theirs goes on here.
            "task new --code T-2 --title Khác --date 2022-03-05 --set level=province --set kind=topic --set field=agriculture --set investigator=CV01",
        ] {
            #expect(try run(words + " --store moi.db", folder).exit == 0)
        }
        // A host does not review.
        #expect(try run("import ra --store moi.db", folder).error.contains("vai trò"))
        // Nothing is erased by a file, and it is said.
        for name in ["ra/history.csv", "ra/tasks.csv"] {
            let header = try #require(try text(name, folder).split(separator: "\n").first) + "\n"
            try header.write(toFile: folder.file(name), atomically: true, encoding: .utf8)
        }
        let told = try run("import ra --store moi.db", folder)
        #expect(told.exit == 0 && told.output.contains("dữ liệu của CV01; kho này còn giữ"), "\(told.output)\(told.error)")
        #expect(try run("person show CV01 --store moi.db", folder).output.contains("Mới"))
    }
}
