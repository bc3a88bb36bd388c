import CanonicalJSON
import LastLook
import Foundation
import SQLiteStore
import Store
import TestSupport
import Testing

/// A folder with a task of the sample whose contract was just signed, without any money on record: 1.247 million of the state, 598,5 of it
/// lump-summed in part, 100 of the host.
struct BudgetDesk {
    let folder: TemporaryFolder

    static let task = "NV-2022-008"
    static let environment = [
        "NHIEMVU_STORE": "tinh.db", "NHIEMVU_RULES": Program.shippedRules, "NHIEMVU_NOW": "2023-03-01", "NHIEMVU_ACTOR": "MAU-CB-09",
    ]
    /// The officer, and the host's contact.
    static let (officer, host) = ("MAU-CB-05", "MAU-CT-26-DM")

    static let plan =
        "labour:2022=400.000.000 travel:2022=98500000 services:2023=100.000.000 materials:2022=248.500.000 assets-bought:2022=400.000.000 "
        + "energy:2022:counterpart=100.000.000"

    /// What was recorded by the winter of 2022: estimate, year, allotment, an advance and half of it cleared.
    static let story: [[String]] = [
        ["budget", "plan", task, "--actor", officer, "--date", "2022-06-20"] + items(plan),
        ["budget", "year", "2022", "53.000.000.000", "--decision", "4567/QĐ-UBND", "--date", "2021-12-10"],
        ["budget", "allot", task, "700.000.000", "--date", "2022-06-21", "--doc", "QĐ-GDT:1/QĐ-SKHCN:2022-06-21"],
        ["budget", "request", task, "600.000.000", "--date", "2022-06-22", "--actor", officer],
        ["budget", "advance", task, "--date", "2022-06-28"],
        ["budget", "report", task, "300.000.000", "--date", "2022-09-05", "--actor", officer],
        ["budget", "clear", task, "--date", "2022-09-12"] + items("labour=200.000.000 materials=100.000.000"),
    ]

    static func items(_ text: String) -> [String] { text.split(separator: " ").flatMap { ["--item", String($0)] } }

    /// A desk of its own.
    ///
    /// - Parameter steps: how much of the story was told.
    init(steps: Int = story.count) throws {
        let isWhole = steps == Self.story.count
        folder = try Self.copy(of: try (isWhole ? Self.told : Self.template).get())
        if !isWhole { try Self.tell(Self.story.prefix(steps), in: folder) }
    }

    private static func copy(of template: TemporaryFolder) throws -> TemporaryFolder {
        let folder = try TemporaryFolder(lastLook: StoreLook.verify)
        for name in try template.names() { try FileManager.default.copyItem(atPath: template.file(name), toPath: folder.file(name)) }
        return folder
    }

    private static func tell(_ story: some Sequence<[String]>, in folder: TemporaryFolder) throws {
        for arguments in story {
            let outcome = try Program.run(arguments, in: folder.path, environment: environment)
            guard outcome.exit == 0 else { throw Desk.Unmade(words: arguments, error: outcome.error) }
        }
    }

    /// Runs the program on this store.
    func run(_ arguments: [String], environment: [String: String] = [:], input: String = "") throws -> Program.Outcome {
        try Program.run(arguments, in: folder.path, environment: Self.environment.merging(environment) { $1 }, input: input)
    }

    /// Runs it and reads the JSON it answers.
    func json(_ arguments: [String]) throws -> JSONValue {
        let outcome = try run(arguments + ["--format", "json"])
        #expect(outcome.exit == 0, "\(outcome.error)")
        return try JSONValue(parsing: outcome.output)
    }

    /// Size and root of the log.
    func head() throws -> LogHead {
        let store = try SQLiteStore.open(folder.file("tinh.db"), readOnly: true)
        defer { try? store.close() }
        return try store.read { try $0.head() }
    }

    /// The task before any of the story.
    private static let template = Result {
        let folder = try TemporaryFolder(lastLook: StoreLook.verify)
        let portfolio = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("BudgetPortfolio").path
        try tell([["init", "--now", "2022-01-04"], ["import", portfolio]], in: folder)
        return folder
    }

    /// The task after all of it.
    private static let told = Result {
        let folder = try copy(of: try template.get())
        try tell(story, in: folder)
        return folder
    }
}
