import AuditTrail
import CanonicalJSON
import Foundation
import SQLiteStore
import Services
import Store

/// What must be so after every attack, whatever became of the act.
struct Inspection {
    let ground: Ground
    /// Copies that were proved already; they do not change.
    private(set) var proved: Set<String> = []

    init(_ ground: Ground) {
        self.ground = ground
    }

    /// The store opens, the program's own checks pass, everything acknowledged is there, and whatever has the name of a copy or of a kept file is
    /// whole.
    ///
    /// - Parameters:
    ///   - known: head of the log that was acknowledged last; nil: there need not be a store.
    ///   - asksProgram: whether the program itself is the first to open the store and verifies it, as a person would have it do; otherwise the
    ///     same code inside of this tool.
    /// - Returns: the head of the log; nil: there is no store.
    mutating func callAsFunction(known: LogHead?, asksProgram: Bool) throws -> LogHead? {
        guard FileManager.default.fileExists(atPath: ground.store) else {
            guard known == nil else { throw Complaint("the store is gone") }
            return nil
        }
        let told = asksProgram ? try toldByProgram() : nil
        let copies = copies()
        let heads = try copies.map { try head(of: $0) }
        proved.formUnion(copies)
        let store = try SQLiteStore.open(ground.store, readOnly: true)
        defer { try? store.close() }
        let found = try store.read { try $0.verifyLog(known: heads + (known.map { [$0] } ?? [])) }
        if let told, told != found { throw Complaint("audit verify says \(told), the store is at \(found)") }
        if !asksProgram, let first = try VerifyStore(store)(vault: AttachmentVault(besides: ground.store)).first {
            throw Complaint("\(first)")
        }
        if let known, found.size < known.size { throw Complaint("acknowledged up to event \(known.size), there are \(found.size)") }
        try expectWholeFiles()
        return found
    }

    /// The head of the log by the program's own checks.
    private func toldByProgram() throws -> LogHead {
        let audit = try ground.run(["audit", "verify", "--format", "json"])
        guard audit.exit == 0 else { throw Complaint("audit verify: \(audit.output)\(audit.error)") }
        let verified = try ground.run(["store", "verify"])
        guard verified.exit == 0 else { throw Complaint("store verify: \(verified.output)\(verified.error)") }
        let told = try JSONValue(parsing: audit.output)
        guard let size = told["size"]?.int, let root = told["root"]?.string.flatMap(TreeHash.init(hex:)) else {
            throw Complaint("audit verify says \(audit.output)")
        }
        return LogHead(size: size, root: root)
    }

    /// Stores beside the one that is attacked: backups, and what was restored of them.
    private func copies() -> [String] {
        let folders = [ground.place, ground.store + ".backups"]
        return folders.flatMap { folder in
            (try? FileManager.default.contentsOfDirectory(atPath: folder))?.filter { $0.hasSuffix(".db") }.map { "\(folder)/\($0)" } ?? []
        }.filter { $0 != ground.store && !proved.contains($0) }
    }

    /// Proves a copy with everything in it.
    private func head(of copy: String) throws -> LogHead {
        do {
            let store = try SQLiteStore.open(copy, readOnly: true)
            defer { try? store.close() }
            let head = try store.read { try $0.verifyLog() }
            let findings = try VerifyStore(store)(vault: AttachmentVault(besides: copy))
            if let first = findings.first { throw Complaint("\(first)") }
            return head
        } catch {
            throw Complaint("the copy \(copy) is not whole: \(error)")
        }
    }

    /// A file under its hash has that content, whether an event speaks of it or not.
    private func expectWholeFiles() throws {
        let vault = AttachmentVault(besides: ground.store)
        guard let found = FileManager.default.enumerator(atPath: vault.folder) else { return }
        for case let path as String in found {
            let name = (path as NSString).lastPathComponent
            guard name.utf8.count == 64, !vault.holds(name) else { continue }
            throw Complaint("the file \(path) has not the content of its name")
        }
    }
}
