import CanonicalJSON
import Foundation
import TestSupport
import Testing

/// Names of parties and programmes that files change: tasks that are there are found by the new ones.
@Suite struct RenamingImportTests {
    @Test func tasksAreFoundByTheNewNames() throws {
        let desk = try BudgetDesk(steps: 0)
        let original = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("BudgetPortfolio").path
        let changed = desk.folder.file("moi")
        try FileManager.default.createDirectory(atPath: changed, withIntermediateDirectories: false)
        for name in ["organisations", "people", "programmes", "tasks"] {
            let text = try String(contentsOfFile: "\(original)/\(name).csv", encoding: .utf8)
            try text.replacing("(mẫu)", with: "đổi tên").replacing("Khoa học xã hội", with: "Xã hội học")
                .write(toFile: "\(changed)/\(name).csv", atomically: false, encoding: .utf8)
        }
        #expect(try found(by: "doi ten", desk).isEmpty)
        for _ in 1...2 {
            let outcome = try desk.run(["import", "moi"])
            #expect(outcome.exit == 0, "\(outcome.error)")
            #expect(try found(by: "doi ten xa hoi hoc", desk) == ["NV-2022-008"])
            #expect(try found(by: "khoa hoc xa hoi", desk).isEmpty)
            let verified = try desk.run(["store", "verify"])
            #expect(verified.exit == 0, "\(verified.output)")
        }
    }

    private func found(by words: String, _ desk: BudgetDesk) throws -> [String] {
        try desk.json(["task", "list", "--find", words]).array?.compactMap { $0["code"]?.string } ?? []
    }
}
