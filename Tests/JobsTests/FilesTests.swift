import AuditTrail
import CanonicalJSON
import Foundation
import Jobs
import LifecycleModel
import SQLiteStore
import Services
import Store
import TestSupport
import Testing

@Suite("Jobs that write files")
struct FilesTests {
    private struct TwoReports: ReportMaking {
        func due(in span: ClosedRange<CivilDate>) throws -> [ReportPack] {
            try ["2026-04-14", "2026-05-14"].map { try CivilDate(parsing: $0) }.filter(span.contains).map { day in
                ReportPack(id: "monthly-\(day.description.prefix(7))", day: day, label: Phrase(vi: "Báo cáo tháng", en: "Monthly report"))
            }
        }

        func files(of pack: ReportPack, in reader: any StoreReader) throws -> [(name: String, bytes: [UInt8])] {
            [("\(pack.id).txt", Array("\(try reader.head().size)".utf8))]
        }
    }

    @Test("Reports are made on the days they are due, each once, also those of days that were missed")
    func reports() throws {
        let bureau = try Bureau()
        let folder = bureau.folder.file("reports")
        func run(_ day: String) throws -> JobCounts { try bureau.run(ReportsJob(TwoReports(), folder: folder), on: day).counts }
        #expect(try run("2026-04-01") == JobCounts())
        #expect(try run("2026-05-20") == JobCounts(lookedAt: 2, changed: 2))
        #expect(try run("2026-05-20") == JobCounts())
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["monthly-2026-04.txt", "monthly-2026-05.txt"])
    }

    @Test("A folder that cannot be written is told; the next run makes the report")
    func unwritable() throws {
        let bureau = try Bureau()
        let path = bureau.folder.file("in-the-way")
        #expect(FileManager.default.createFile(atPath: path, contents: nil))
        try bureau.run(ReportsJob(TwoReports(), folder: path), on: "2026-04-01")
        #expect { try bureau.run(ReportsJob(TwoReports(), folder: path), on: "2026-04-14") } throws: {
            ($0 as? UseCaseFault)?.code == "file-not-written"
        }
        try FileManager.default.removeItem(atPath: path)
        #expect(try bureau.run(ReportsJob(TwoReports(), folder: path), on: "2026-04-15").counts.changed == 1)
    }

    @Test("A checkpoint is written where the log has grown, signed, and each extends the one before")
    func checkpoints() throws {
        let bureau = try Bureau()
        let folder = bureau.folder.file("checkpoints")
        let signer = try NoteSigner.generate(name: "so.example.org/nhiemvu")
        let job = CheckpointJob(folder: folder, signer: signer)
        #expect(try bureau.run(job, on: "2026-03-01").counts.changed == 1)
        #expect(try bureau.run(job, on: "2026-03-02").counts.changed == 0)
        try bureau.sign("N1", on: "2026-03-03", until: "2026-04-20")
        #expect(try bureau.run(job, on: "2026-03-03").counts.changed == 1)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(names == ["checkpoint-2026-03-01.txt", "checkpoint-2026-03-03.txt", "checkpoint.txt"])
        let text = try String(contentsOfFile: "\(folder)/checkpoint.txt", encoding: .utf8)
        let head = try bureau.store.read { try $0.head() }
        #expect(text.hasPrefix("so.example.org/nhiemvu\n\(head.size)\n"))
    }

    @Test("A backup a day, opened and verified; the same day again makes none; a damaged store is not copied")
    func backups() throws {
        let bureau = try Bureau()
        try bureau.sign("N1", on: "2026-03-03", until: "2026-04-20")
        let folder = bureau.folder.file("copies")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        let job = BackupJob(SQLiteStoreFiles(), store: bureau.path, folder: folder)
        for day in ["2026-03-04", "2026-03-04", "2026-03-05"] { try bureau.run(job, on: day) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["tinh-2026-03-04.db", "tinh-2026-03-05.db"])
        let copy = try SQLiteStore.open("\(folder)/tinh-2026-03-05.db", readOnly: true)
        #expect(try copy.read { try $0.head() } == bureau.store.read { try $0.head() })
        try copy.close()
    }

    @Test("Housekeeping removes old files that no event names, and nothing that one does")
    func housekeeping() throws {
        let bureau = try Bureau()
        let vault = AttachmentVault(besides: bureau.path)
        let kept = try vault.keep(Array("bản quyết định".utf8), named: "quyet-dinh.txt")
        let orphan = try vault.keep(Array("không ai ghi".utf8), named: "mo-coi.txt")
        let young = try vault.keep(Array("đang ghi".utf8), named: "moi.txt")
        try bureau.store.write { writer in
            _ = try writer.append([
                NewEvent(
                    subject: EventRecord.Subject(.person, "CV01"),
                    kind: "noted",
                    payload: ["sha256": .string(kept.sha256)],
                    actor: "CV01",
                    happenedOn: try CivilDate(parsing: "2026-01-02"),
                    recordedAt: try Moment(parsing: "2026-01-02T09:00:00+07:00"),
                    definition: nil
                )
            ])
        }
        let then = Date(timeIntervalSince1970: 1_767_300_000)
        for file in [kept, orphan] {
            try FileManager.default.setAttributes([.modificationDate: then], ofItemAtPath: vault.path(of: file.sha256))
        }
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1_772_000_000)],
            ofItemAtPath: vault.path(of: young.sha256)
        )
        let job = HousekeepingJob(vault: vault, folders: [])
        let run = try bureau.run(job, on: "2026-02-26", at: Moment(milliseconds: 1_772_100_000_000))
        #expect(run.counts.changed == 1)
        let left = [kept, orphan, young].map { FileManager.default.fileExists(atPath: vault.path(of: $0.sha256)) }
        #expect(left == [true, false, true])
    }
}
