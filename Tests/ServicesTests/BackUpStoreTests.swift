import Engine
import Foundation
import LifecycleModel
import SQLiteStore
import Services
import Store
import TestSupport
import Testing

@Suite("Backing up and restoring")
struct BackUpStoreTests {
    private let office: Office
    private let hash: String
    private let files = SQLiteStoreFiles()

    init() throws {
        office = try Office()
        let file = office.folder.file("qd.txt")
        try Data("Quyết định".utf8).write(to: URL(fileURLWithPath: file))
        let kept = try office.vault.keep(file)
        hash = kept.sha256
        let date = try CivilDate(parsing: "2022-03-01")
        let document = AttachedDocument(form: "QĐ-1", number: "1", date: date, sha256: hash, fileName: kept.fileName, size: kept.size)
        try office.award("T-1", on: "2022-03-01", file: document)
        try FileManager.default.createDirectory(atPath: office.folder.file("sao"), withIntermediateDirectories: false)
    }

    private var folder: String { office.folder.file("sao") }

    private func backUp(_ target: String?, on day: String = "2022-04-01", thin: BackupThinning? = nil, dryRun: Bool = false) throws
        -> BackUpStore.Answer
    {
        let request = BackUpStore.Request(to: target, day: try CivilDate(parsing: day), thinning: thin, dryRun: dryRun)
        return try BackUpStore(files, store: office.path)(request)
    }

    private func names(_ folder: String) throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder).sorted() }

    @Test("makes a whole store with its files, named after store and day, while the store is open")
    func whole() throws {
        let answer = try backUp(folder)
        #expect(answer.path == "\(folder)/tinh-2022-04-01.db")
        #expect(answer.head == (try office.head()) && answer.files == 1 && answer.shared == 0 && answer.bytes > 4096)
        #expect(try names(folder) == ["tinh-2022-04-01.db", "tinh-2022-04-01.db.files"])
        let vault = AttachmentVault(besides: answer.path)
        #expect(vault.holds(hash))
        for path in [answer.path, vault.path(of: hash)] {
            #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
        }
        let copy = try SQLiteStore.open(answer.path, readOnly: true)
        #expect(try VerifyStore(copy)(vault: vault).isEmpty)
        try copy.close()
    }

    @Test("goes on where a process was killed that had given the attached files their name and not yet the store")
    func unfinished() throws {
        let first = try backUp(folder)
        // No process has a number that large.
        let left = first.path + ".999999999.part"
        try FileManager.default.moveItem(atPath: first.path, toPath: left)
        let second = try backUp(folder)
        #expect(second.head == first.head && second.files == 1)
        let own = ["tinh-2022-04-01.db", "tinh-2022-04-01.db.files"]
        #expect(try names(folder) == (own + own.map { $0.replacing(".db", with: ".db.999999999.part") }).sorted())
        // Files of a store that was lost are nobody's leftovers.
        try FileManager.default.removeItem(atPath: second.path)
        #expect(throws: UseCaseFault.self) { try backUp(folder) }
    }

    @Test("shares attached files with the copy before, not with the store in use")
    func shared() throws {
        let first = try backUp(folder)
        let second = try backUp(folder, on: "2022-04-02")
        #expect(second.shared == 1)
        func inode(_ path: String) throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: AttachmentVault(besides: path).path(of: hash))[.systemFileNumber] as? Int
        }
        #expect(try inode(first.path) == inode(second.path))
        #expect(try inode(first.path) != inode(office.path))
        // A copy that was spoilt is not shared.
        let spoilt = AttachmentVault(besides: second.path).path(of: hash)
        try FileManager.default.removeItem(atPath: spoilt)
        try Data("khác".utf8).write(to: URL(fileURLWithPath: spoilt))
        #expect(try backUp(folder, on: "2022-04-03").shared == 0)
    }

    @Test("goes by default into a folder beside the store, which it makes")
    func beside() throws {
        let plan = try backUp(nil, dryRun: true)
        #expect(!FileManager.default.fileExists(atPath: office.path + ".backups"))
        let answer = try backUp(nil)
        #expect(answer.path == plan.path && answer.path == "\(office.path).backups/tinh-2022-04-01.db")
        #expect(answer.head == plan.head && answer.files == plan.files)
    }

    @Test("removes older copies with their files when asked, nothing else; a dry run says which")
    func thinning() throws {
        try Data().write(to: URL(fileURLWithPath: "\(folder)/ghi-chu.txt"))
        for day in ["2022-03-28", "2022-03-29", "2022-03-30"] { _ = try backUp(folder, on: day) }
        let policy = BackupThinning(keepDaily: 2, weekly: 0, monthly: 0, yearly: 0)
        let plan = try backUp(folder, on: "2022-03-31", thin: policy, dryRun: true)
        #expect(plan.removed == ["tinh-2022-03-28.db", "tinh-2022-03-29.db"])
        #expect(try names(folder).count == 7)
        let answer = try backUp(folder, on: "2022-03-31", thin: policy)
        #expect(answer.removed == plan.removed)
        #expect(
            try names(folder) == [
                "ghi-chu.txt", "tinh-2022-03-30.db", "tinh-2022-03-30.db.files", "tinh-2022-03-31.db", "tinh-2022-03-31.db.files",
            ]
        )
    }

    @Test("refuses a name that is taken and a folder that is not there, and leaves nothing")
    func refusals() throws {
        _ = try backUp(folder)
        let before = try names(folder)
        #expect(Result { try backUp(folder) }.faultCode == "copy-exists")
        #expect(Result { try backUp(folder, dryRun: true) }.faultCode == "copy-exists")
        #expect(Result { try backUp(office.folder.file("khong/co.db")) }.faultCode == "folder-missing")
        #expect(Result { try backUp(office.folder.file("khong/")) }.faultCode == "folder-missing")
        #expect(try names(folder) == before)
    }

    @Test("does not keep a copy that is not whole", arguments: ["event", "row", "file", "definition"])
    func notWhole(_ what: String) throws {
        try office.store.close()
        switch what {
        case "event":
            try RawFile(path: office.path).tamper("UPDATE events SET payload = replace(payload, 'VNN', 'DHY') WHERE kind = 'transitioned'")
        case "row": try RawFile(path: office.path).tamper("UPDATE tasks SET title = 'khác'")
        case "definition": try RawFile(path: office.path).tamper("UPDATE definitions SET canonical = CAST('{}' AS BLOB)")
        default:
            RawFile(path: office.path).markTampered()
            try FileManager.default.removeItem(atPath: office.vault.path(of: hash))
        }
        #expect(Result { try backUp(folder) }.faultCode == "copy-not-whole")
        #expect(try names(folder).isEmpty)
    }

    @Test("A restored store is the one that was backed up, with its files; work goes on there")
    func restore() throws {
        let backup = try backUp(folder)
        let target = office.folder.file("moi.db")
        let rehearsal = try RestoreStore(files)(backup.path, to: target, dryRun: true)
        #expect(try !office.folder.names().contains { $0.hasPrefix("moi.db") })
        let answer = try RestoreStore(files)(backup.path, to: target)
        #expect(answer.head == backup.head && answer == rehearsal && answer.files == 1)
        #expect(AttachmentVault(besides: target).holds(hash))
        #expect(try office.folder.names().filter { $0.hasPrefix("moi.db") } == ["moi.db", "moi.db.files"])
        let store = try SQLiteStore.open(target)
        _ = try RegisterParty(try store.surroundings(on: "2022-04-02", as: "CV01"))(
            .organisation(Organisation(code: try OrganisationCode("TC9"), name: "Mới", kind: "other", province: nil)),
            replacing: false
        )
        let head = try store.read { try $0.verifyLog(known: [backup.head]) }
        #expect(head.size == backup.head.size + 1)
        try store.close()
    }

    @Test("Nothing is restored over a store or over what a lost one left", arguments: ["", "-wal", "-shm", ".files"])
    func occupied(_ suffix: String) throws {
        let backup = try backUp(folder)
        let target = office.folder.file("moi.db")
        try Data("cũ".utf8).write(to: URL(fileURLWithPath: target + suffix))
        let before = try office.folder.names()
        #expect(Result { try RestoreStore(files)(backup.path, to: target) }.faultCode == "copy-exists")
        #expect(try office.folder.names() == before)
    }

    @Test("A damaged backup is not restored, wherever something stands", arguments: [0, 100, 4096, 20_000, 40_000, 80_000])
    func damaged(_ place: Int) throws {
        let backup = try backUp(folder)
        let url = URL(fileURLWithPath: backup.path)
        var data = try Data(contentsOf: url)
        let end = min(place + 600, data.count)
        data.replaceSubrange(place..<end, with: Data(repeating: 0xAB, count: end - place))
        try data.write(to: url)
        let before = try office.folder.names()
        #expect(throws: (any Error).self) { try RestoreStore(files)(backup.path, to: office.folder.file("moi.db")) }
        #expect(try office.folder.names() == before)
        #expect(Result { try RestoreStore(files)(folder + "/none.db", to: office.folder.file("moi.db")) }.faultCode == "backup-missing")
    }
}
