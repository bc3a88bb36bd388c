import CanonicalJSON
import LastLook
import Foundation
import SQLiteStore
import Store
import TestSupport
import Testing

/// A folder with a task of the sample that was accepted on 27 January 2023 with two results delivered, and what became of them until spring 2024.
struct FollowUpDesk {
    let folder: TemporaryFolder

    static let task = "NV-2021-003"
    /// The officer, the head of the unit, and the contacts of the host and of the orderer.
    static let (officer, head, host, orderer) = ("MAU-CB-05", "MAU-CB-02", "MAU-CT-07-DM", "MAU-DH-01-DM")
    static let environment = [
        "NHIEMVU_STORE": "tinh.db", "NHIEMVU_RULES": Program.shippedRules, "NHIEMVU_NOW": "2024-03-01", "NHIEMVU_ACTOR": officer,
    ]

    static let proof = [
        "--evidence-kind", "production", "--place", "Xã Thường Xuân", "--user", "MAU-DH-01", "--quantities", "12 ha, 60 tấn",
    ]

    /// The first result is planned, proved, checked and verified; of the second a claim is rejected; the first report is in.
    static let story: [[String]] = [
        ["followup", "plan", task, "1", "--use", "Nhân rộng tại ba xã", "--user", "MAU-DH-01", "--date", "2023-06-20"],
        [
            "followup", "report", task, "--result", "1", "--first-use", "2023-06-15", "--document", "17/XN:2023-07-03", "--date",
            "2023-07-05",
            "--actor", host,
        ] + proof,
        ["followup", "verify", task, "1", "--paper", "--date", "2023-07-12"],
        ["followup", "verify", task, "1", "--site", "--document", "08/BB:2023-08-01", "--date", "2023-08-01", "--actor", head],
        [
            "followup", "report", task, "--result", "2", "--first-use", "01/08/2023", "--document", "21/XN:2023-09-03", "--date",
            "2023-09-05",
            "--actor", host,
        ] + proof,
        ["followup", "verify", task, "2", "--reject", "Chưa có xác nhận của đơn vị sử dụng", "--date", "2023-09-12", "--actor", orderer],
        ["followup", "report", task, "--period", "1", "--paper", "45/BC:2024-01-15", "--date", "2024-01-16"],
    ]

    /// A desk of its own, after the whole story.
    init() throws {
        folder = try TemporaryFolder(lastLook: StoreLook.verify)
        let told = try Self.told.get()
        for name in try told.names() { try FileManager.default.copyItem(atPath: told.file(name), toPath: folder.file(name)) }
    }

    /// Runs the program on this store.
    func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Program.Outcome {
        try Program.run(arguments, in: folder.path, environment: Self.environment.merging(environment) { $1 })
    }

    /// Runs it, which must succeed, and reads the JSON it answers.
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

    private static let told = Result {
        let folder = try TemporaryFolder()
        let portfolio = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("FollowUpPortfolio").path
        for arguments in [["init", "--now", "2020-01-04"], ["import", portfolio]] + story {
            let outcome = try Program.run(arguments, in: folder.path, environment: environment)
            guard outcome.exit == 0 else { throw Desk.Unmade(words: arguments, error: outcome.error) }
        }
        return folder
    }
}
