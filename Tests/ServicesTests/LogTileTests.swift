import AuditTrail
import CanonicalJSON
import Foundation
import LifecycleModel
import SQLiteStore
import Store
import TestSupport
import Testing

@testable import Services

@Suite("Hashes of the log's tiles")
struct LogTileTests {
    @Test(
        "are made anew by a repair; until then a proof that needs them is refused, and events are recorded",
        arguments: [
            "DELETE FROM log_tiles WHERE place = 1", "UPDATE log_tiles SET hash = zeroblob(32) WHERE level = 1 AND place = 0",
            "UPDATE log_tiles SET hash = zeroblob(32) WHERE level = 2", "INSERT INTO log_tiles VALUES (1, 66, zeroblob(32))",
            "INSERT INTO log_tiles VALUES (3, 0, zeroblob(32))",
        ]
    )
    func logTiles(_ statement: String) throws {
        let office = try CouncilOffice()
        func record(_ count: Int) throws {
            try office.store.write { writer in
                _ = try writer.append(
                    (0..<count).map { _ in
                        NewEvent(
                            subject: EventRecord.Subject(.programme, "CT-1"),
                            kind: "entered",
                            payload: ["code": "CT-1", "name": "Chương trình"],
                            actor: CouncilOffice.officer,
                            happenedOn: try CivilDate(parsing: "2024-03-01"),
                            recordedAt: try Moment(parsing: "2024-03-01T09:00:00+07:00"),
                            definition: nil
                        )
                    }
                )
            }
        }
        try record(66 * 64 + 10 - Int(try office.store.read { try $0.head().size }))
        let vault = AttachmentVault(besides: office.store.path)
        func codes() throws -> Set<String> { Set(try VerifyStore(office.store)(vault: vault).map(\.code)) }
        let before = try codes()
        #expect(!before.contains("log-tiles"))
        let proven = try ProveEvent(office.store)(70)
        try RawFile(path: office.store.path).tamper(statement)
        #expect(try codes() == before.union(["log-tiles"]))
        // Whatever is answered is right; what is wrong is never answered.
        var refused = 0
        for number in [Int64(1), 70, 4100, 4230] {
            for size in [Int64(4234), 4232, 200] where number <= size {
                do throws(any Error) {
                    let answer = try ProveEvent(office.store)(number, size: size)
                    #expect(answer.proof.shows(answer.leaf, in: answer.head.root))
                    if (number, size) == (70, 4234) { #expect(answer.proof == proven.proof) }
                } catch let fault as UseCaseFault {
                    #expect(fault.code == "log-altered" && fault.hint?.vi.contains("--repair") == true)
                    refused += 1
                }
            }
        }
        #expect((refused > 0) == !statement.hasPrefix("INSERT"))
        try record(64)
        let answer = try RepairStore(office.store, vault: vault)()
        #expect(!answer.after.contains { $0.code == "log-tiles" })
        #expect(try ProveEvent(office.store)(70, size: 4234).proof == proven.proof)
    }
}
