import LastLook
import Foundation
import SQLiteStore
import Store
import TestSupport

/// A folder with a task under the law of 2013 whose determination council of nine sits, everybody there: the box is still empty.
struct CouncilDesk {
    let folder: TemporaryFolder

    static let environment = ["NHIEMVU_STORE": "tinh.db", "NHIEMVU_RULES": Program.shippedRules, "NHIEMVU_NOW": "2024-02-01"]
    static let experts = (1...9).map { "P\($0)" }

    /// A desk of its own: a copy of the story told once by the program itself.
    init() throws {
        folder = try TemporaryFolder(lastLook: StoreLook.verify)
        let template = try Self.template.get()
        for name in try template.names() { try FileManager.default.copyItem(atPath: template.file(name), toPath: folder.file(name)) }
    }

    /// Runs the program on this store, as the administrative secretary where nobody else is named.
    func run(_ arguments: [String], environment: [String: String] = [:], input: String = "") throws -> Program.Outcome {
        let all = Self.environment.merging(["NHIEMVU_ACTOR": "TK1"]) { $1 }.merging(environment) { $1 }
        return try Program.run(arguments, in: folder.path, environment: all, input: input)
    }

    /// Size and root of the log.
    func head() throws -> LogHead {
        let store = try SQLiteStore.open(folder.file("tinh.db"), readOnly: true)
        defer { try? store.close() }
        return try store.read { try $0.head() }
    }

    private static let template = Result { try makeTemplate() }

    private static func makeTemplate() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let seats = zip(["chair", "deputy", "reviewer", "reviewer", "secretary", "member", "member", "member", "member"], experts)
        let people = experts.map { ["person", "new", $0, "--name", "Chuyên gia \($0)", "--degree", "TS.", "--role", "council-member"] }
        let facts = ["level=province", "kind=topic", "field=agriculture", "state_money=1.000.000.000"]
        let papers = ["--doc", "A-ĐXNV:1:2024-01-15", "--doc", "C0-KQTrC:2:2024-01-20"]
        let story: [[String]] =
            [
                ["init", "--now", "2024-01-02"],
                ["person", "new", "CV1", "--name", "Chuyên viên", "--role", "department-officer"],
                ["person", "new", "GD1", "--name", "Giám đốc", "--role", "department-director"],
                ["person", "new", "TK1", "--name", "Thư ký", "--role", "administrative-secretary"],
            ] + people + [
                ["task", "new", "--code", "NV-1", "--title", "Giống lúa mới", "--regime", "law-2013", "--date", "2024-01-15"]
                    + facts.flatMap { ["--set", $0] },
                ["task", "do", "NV-1", "screen", "--set", "ordering.duplicate_found=false", "--date", "2024-01-20"] + papers,
                [
                    "council", "new", "NV-1", "--members", "9", "--meeting-on", "2024-02-01", "--doc", "QĐ-TLHĐ:15/QĐ-SKHCN:2024-01-20",
                    "--actor", "GD1", "--date", "2024-01-20",
                ],
                ["council", "seat", "NV-1", "--actor", "TK1", "--date", "2024-01-20"] + seats.flatMap { ["--\($0)", $1] },
                ["council", "papers", "NV-1", "--actor", "TK1", "--date", "2024-01-22"],
                ["council", "attend", "NV-1", "--all", "--guest", "Sở Tài chính", "--actor", "TK1"],
                ["council", "open", "NV-1", "--actor", "TK1"],
            ]
        for arguments in story {
            let outcome = try Program.run(arguments, in: folder.path, environment: environment.merging(["NHIEMVU_ACTOR": "CV1"]) { $1 })
            guard outcome.exit == 0 else { throw Desk.Unmade(words: arguments, error: outcome.error) }
        }
        return folder
    }
}
