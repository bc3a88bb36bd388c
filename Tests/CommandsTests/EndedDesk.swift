import CanonicalJSON
import LastLook
import Foundation
import TestSupport
import Testing

/// A folder with one task of the sample portfolio as it stood just before an event of its history, its money on record until then.
struct EndedDesk {
    let folder: TemporaryFolder
    /// The task.
    let task: String
    /// The day of the event, as recorded.
    let day: String
    /// Who recorded it.
    let actor: String
    /// The facts it was recorded with, by name.
    let facts: [String: String]
    /// The sums that the sample's money was recorded with by the movement of that name, by part.
    let sums: [String: Int64]

    /// A desk before the first event of that name whose line contains some words.
    init(before event: String, with words: String = "", movement: String) throws {
        let sample = try Self.sample.get()
        let history = try Self.rows(of: "history.csv", in: sample)
        let row = try #require(history.first { $0.contains(",\(event),,") && $0.hasPrefix("NV-") && (words.isEmpty || $0.contains(words)) })
        let fields = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        (task, day, actor) = (fields[0], fields[1], fields[4])
        facts = Dictionary(
            fields[5].split(separator: "|").map { $0.split(separator: "=").map(String.init) }.map { ($0[0], $0[1]) },
            uniquingKeysWith: { first, _ in first }
        )
        let own = "\(task),"
        let money = try Self.rows(of: "money.csv", in: sample).filter { $0.hasPrefix(own) }
        let end = money.firstIndex { $0.contains(",\(movement),") } ?? money.endIndex
        sums = Dictionary(
            money.filter { $0.contains(",\(movement),") }.map { $0.split(separator: ",", omittingEmptySubsequences: false) }.map {
                (String($0[5]), Int64($0[13]) ?? -1)
            },
            uniquingKeysWith: { first, _ in first }
        )
        folder = try TemporaryFolder(lastLook: StoreLook.verify)
        for name in try sample.names() {
            var rows = try Self.rows(of: name, in: sample)
            switch name {
            case "history.csv": rows = [rows[0]] + history.filter { $0.hasPrefix(own) }.prefix { $0 != row }
            case "money.csv": rows = [rows[0]] + money[..<end]
            case "tasks.csv": rows = [rows[0]] + rows.filter { $0.hasPrefix(own) }
            case "year-budgets.csv": rows = [rows[0]]
            default: break
            }
            try (rows.joined(separator: "\n") + "\n").write(toFile: folder.file(name), atomically: true, encoding: .utf8)
        }
        for words in [["init"], ["import", folder.path]] {
            let outcome = try run(words)
            guard outcome.exit == 0 else { throw Desk.Unmade(words: words, error: outcome.error) }
        }
    }

    /// Runs the program on the day of the event as its actor.
    func run(_ arguments: [String]) throws -> Program.Outcome {
        try Program.run(
            arguments,
            in: folder.path,
            environment: [
                "NHIEMVU_STORE": "tinh.db", "NHIEMVU_RULES": Program.shippedRules, "NHIEMVU_NOW": day, "NHIEMVU_ACTOR": actor,
            ]
        )
    }

    /// Runs it on the task's money and reads the JSON it answers.
    func money(_ words: String, exit: Int32 = 0, as other: String? = nil) throws -> JSONValue {
        var arguments = ["budget"] + words.replacingOccurrences(of: "TASK", with: task).split(separator: " ").map(String.init)
        if let other { arguments += ["--actor", other] }
        let outcome = try run(arguments + ["--format", "json"])
        #expect(outcome.exit == exit, "\(words): \(outcome.error)")
        return try JSONValue(parsing: exit == 0 ? outcome.output : outcome.error)
    }

    private static func rows(of name: String, in folder: TemporaryFolder) throws -> [String] {
        try String(contentsOfFile: folder.file(name), encoding: .utf8).split(separator: "\n").map(String.init)
    }

    private static let sample = Result {
        let folder = try TemporaryFolder()
        let outcome = try Program.run(
            ["sample", "--output", folder.path],
            in: folder.path,
            environment: ["NHIEMVU_RULES": Program.shippedRules]
        )
        guard outcome.exit == 0 else { throw Desk.Unmade(words: ["sample"], error: outcome.error) }
        return folder
    }
}
