import LastLook
import Foundation
import TestSupport
import Testing

/// Files that go on top of what was recorded by hand: what the store knows of a party counts as much as what the files say.
@Suite struct ImportOnTopTests {
    private static let environment = [
        "NHIEMVU_RULES": Program.smallRules, "NHIEMVU_NOW": "2022-04-01", "NHIEMVU_ACTOR": "CV01", "NHIEMVU_STORE": "tinh.db",
    ]

    /// A store with a task that VNN carries out since 8 March; its dossier is due after ten working days and bars VNN after them.
    private func desk() throws -> TemporaryFolder {
        let folder = try TemporaryFolder(lastLook: StoreLook.verify)
        for words in [
            "init", "org new SKHCN --name Sở --kind state-agency", "org new VNN --name Viện --kind public-service-unit",
            "person new CV01 --name Mẫu --organisation SKHCN --role officer", "person new CT01 --name Giả --role chair --role officer",
            "task new --code T-1 --title Giống --date 2022-03-05 --set level=province --set kind=topic --set field=agriculture --set orderer=SKHCN",
            "task do T-1 review --date 2022-03-07",
            "task do T-1 award --actor CT01 --date 2022-03-08 --set award.on=2022-03-08 --set award.money=1.000.000.000 --set task.host=VNN "
                + "--doc QĐ-1:1/QĐ-UBND:2022-03-08",
        ] { #expect(try run(words, folder).exit == 0) }
        return folder
    }

    private func run(_ words: String, _ folder: TemporaryFolder) throws -> Program.Outcome {
        let outcome = try Program.run(words.split(separator: " ").map(String.init), in: folder.path, environment: Self.environment)
        return outcome
    }

    /// Imports further tasks of VNN, each awarded on a day, and moves of the task that is there.
    private func load(_ awards: [String], and moves: [String] = [], _ folder: TemporaryFolder) throws -> Program.Outcome {
        let tasks = awards.indices.map { "I-\($0),Nhiệm vụ \($0),2022-03-05,old-law,province,topic,agriculture,SKHCN" }
        let acts = awards.enumerated().flatMap { number, day in
            [
                "I-\(number),2022-03-07,review,,CV01,,,",
                "I-\(number),\(day),award,,CT01,award.on=\(day)|award.money=1000000000|task.host=VNN,QĐ-1:\(number):\(day),",
            ]
        }
        for (name, rows) in [
            ("tasks", ["code,title,proposed_on,regime,level,kind,field,orderer"] + tasks),
            ("history", ["task,happened_on,event,machine,actor,facts,documents,note"] + moves + acts),
        ] {
            let place = folder.file("dm")
            try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
            try (rows.joined(separator: "\n") + "\n").write(toFile: "\(place)/\(name).csv", atomically: true, encoding: .utf8)
        }
        return try run("import dm", folder)
    }

    /// Ten working days after 8 March are over on 22 March.
    @Test(arguments: [(["2022-03-22"], true), (["2022-03-23"], false), (["2022-03-22", "2022-03-23"], false)])
    func aStoredTaskThatIsLateBars(days: [String], isFree: Bool) throws {
        let folder = try desk()
        let outcome = try load(days, folder)
        #expect((outcome.exit == 0) == isFree, "\(outcome.error)")
        #expect(isFree || outcome.error.contains("Chưa nghiệm thu đúng hạn"))
        #expect(isFree == (try run("task show I-0", folder).exit == 0))
    }

    /// Somebody does something to the stored task in the same files: its clock stands still, and bars nobody while it does.
    @Test func aStoredTaskThatIsTouchedIsJudgedAsItIsThen() throws {
        let folder = try desk()
        let recorded = try exported(folder)
        let outcome = try load(["2022-03-23"], and: recorded + ["T-1,2022-03-21,pause,,CV01,,,"], folder)
        #expect(outcome.exit == 0, "\(outcome.error)")
    }

    /// What the files must say of the task before they go on.
    private func exported(_ folder: TemporaryFolder) throws -> [String] {
        #expect(try run("export --output ra", folder).exit == 0)
        let text = try String(contentsOfFile: folder.file("ra/history.csv"), encoding: .utf8)
        return text.split(separator: "\n").dropFirst().map(String.init)
    }
}
