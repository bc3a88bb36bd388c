import LastLook
import Foundation
import SQLiteStore
import Store
import TestSupport
import Testing

/// A folder with a small portfolio, as a secretary of spring 2022 has it: one task running and late, one proposed, one withdrawn.
struct Desk {
    let folder: TemporaryFolder

    /// The store.
    var store: String { folder.file("tinh.db") }

    /// A desk of its own: a copy of the portfolio that is made once by the program itself.
    init() throws {
        folder = try TemporaryFolder(lastLook: StoreLook.verify)
        for name in try Desk.template.get().names() {
            try FileManager.default.copyItem(atPath: try Desk.template.get().file(name), toPath: folder.file(name))
        }
    }

    /// Runs the program on this store.
    func run(_ arguments: [String], environment: [String: String] = [:], input: String = "") throws -> Program.Outcome {
        try Program.run(arguments, in: folder.path, environment: ["NHIEMVU_STORE": "tinh.db"].merging(environment) { $1 }, input: input)
    }

    /// Size and root of the log, to show that nothing was recorded.
    func head() throws -> LogHead {
        let store = try SQLiteStore.open(store, readOnly: true)
        defer { try? store.close() }
        return try store.read { try $0.head() }
    }

    /// The portfolio could not be made; every test says so.
    struct Unmade: Error {
        let words: [String]
        let error: String
    }

    private static let template = Result { try makeTemplate() }

    private static func makeTemplate() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try Data("%PDF-1.4\nQuyết định\n".utf8).write(to: URL(fileURLWithPath: folder.file("qd.pdf")))
        let facts = ["level=province", "kind=topic", "field=agriculture", "orderer=SKHCN"].flatMap { ["--set", $0] }
        let story: [[String]] = [
            ["init", "--now", "2022-01-04"],
            ["org", "new", "SKHCN", "--name", "Sở Khoa học và Công nghệ", "--kind", "state-agency"],
            ["org", "new", "VNN", "--name", "Viện Nông nghiệp", "--kind", "public-service-unit", "--province", "Thanh Hóa"],
            ["person", "new", "CV01", "--name", "Nguyễn Thị Mẫu", "--organisation", "SKHCN", "--role", "officer"],
            ["person", "new", "CT01", "--name", "Lê Văn Giả", "--role", "chair", "--role", "officer"],
            ["person", "new", "CN01", "--name", "Hoàng Văn Dụ", "--organisation", "VNN", "--role", "host", "--degree", "TS"],
            ["programme", "new", "CT1", "--name", "Chương trình nông nghiệp", "--from", "2021", "--to", "2025"],
            [
                "task", "new", "--code", "TH-2022-001", "--title", "Sản xuất giống lúa đặc sản", "--date", "2022-01-05", "--set",
                "programme=CT1",
                "--set", "state_money=1.200.000.000", "--set", "months=24", "--set", "route=selection",
            ] + facts,
            ["task", "do", "TH-2022-001", "review", "--date", "2022-01-10"],
            [
                "task", "do", "TH-2022-001", "award", "--actor", "CT01", "--now", "2022-03-01", "--set", "award.on=2022-03-01", "--set",
                "award.money=1.200.000.000", "--set", "task.host=VNN", "--set", "task.investigator=CN01", "--doc",
                "QĐ-1:812/QĐ-UBND:2022-03-01@qd.pdf",
            ],
            [
                "task", "do", "TH-2022-001", "receive-report", "--on", "report:1", "--set", "this.received_on=2022-03-30", "--now",
                "2022-03-30",
            ],
            ["task", "new", "--code", "TH-2022-002", "--title", "Ứng dụng nấm ăn", "--date", "2022-02-01", "--set", "host=VNN"] + facts,
            ["task", "new", "--code", "TH-2022-003", "--title", "Đánh giá dược liệu", "--date", "2022-02-02"] + facts,
            ["task", "do", "TH-2022-003", "withdraw", "--date", "2022-02-10"],
        ]
        for arguments in story {
            let environment = ["NHIEMVU_STORE": "tinh.db", "NHIEMVU_ACTOR": "CV01"]
            let outcome = try Program.run(arguments, in: folder.path, environment: environment)
            guard outcome.exit == 0 else { throw Unmade(words: arguments, error: outcome.error) }
        }
        return folder
    }
}
