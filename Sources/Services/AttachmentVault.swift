import Crypto
import Foundation
import Importing
import LifecycleModel

/// Files attached to events, kept beside the store under their content hash: written before the event is recorded, never overwritten, removed only
/// when an event says that they were erased.
public struct AttachmentVault: Sendable {
    /// Where the files lie: the store's path with `.files` behind it.
    public let folder: String

    /// Largest file taken, in bytes.
    public static let largest = 50 * 1024 * 1024

    /// A file as it is kept.
    public struct Kept: Sendable, Hashable {
        /// SHA-256 (hex) of its content.
        public let sha256: String
        /// Its name as given, without folders.
        public let fileName: String
        /// Bytes.
        public let size: Int64
    }

    /// The vault beside a store.
    public init(besides storePath: String) {
        folder = storePath + ".files"
    }

    /// Path of the file with that hash.
    public func path(of sha256: String) -> String { "\(folder)/\(sha256.prefix(2))/\(sha256)" }

    /// Checks a file and says what it is, without keeping it.
    ///
    /// - Throws: `UseCaseFault` when it is missing, empty, too large, no plain file, or not of the kind its name says.
    public static func inspect(_ path: String) throws -> Kept {
        try read(path).kept
    }

    /// Checks a file and keeps a copy; keeping the same content again changes nothing.
    ///
    /// - Throws: as `inspect`, and when the folder cannot be written.
    public func keep(_ path: String) throws -> Kept {
        let (kept, data) = try AttachmentVault.read(path)
        return try keep(kept, data)
    }

    /// Keeps a file that the program made itself.
    ///
    /// - Throws: when the folder cannot be written.
    public func keep(_ bytes: [UInt8], named name: String) throws -> Kept {
        try keep(AttachmentVault.described(bytes, named: name), Data(bytes))
    }

    /// What a file that the program made would be kept as.
    public static func described(_ bytes: [UInt8], named name: String) -> Kept {
        Kept(sha256: hex(of: Data(bytes)), fileName: name, size: Int64(bytes.count))
    }

    private func keep(_ kept: Kept, _ data: Data) throws -> Kept {
        let target = self.path(of: kept.sha256)
        let parent = DurableFile.folder(of: target)
        do {
            try DurableFile.makeFolder(folder)
            try DurableFile.makeFolder(parent)
            // One that is there may be of somebody who did not live to wait for its name.
            if FileManager.default.fileExists(atPath: target) {
                try DurableFile.synchronise(folder: parent)
            } else {
                try DurableFile.replace(target, with: data)
            }
        } catch {
            throw UseCaseFault(
                .unavailable,
                "attachment-not-kept",
                Phrase(vi: "Không lưu được tệp vào «\(folder)»", en: "The file cannot be kept in \"\(folder)\""),
                hint: Phrase(vi: "Kiểm tra quyền ghi và chỗ trống trên đĩa", en: "Check the rights of the folder and the free space")
            )
        }
        return kept
    }

    /// Copies a kept file to a new place, making the folders on the way.
    public func copy(_ sha256: String, to target: String) throws {
        try FileManager.default.createDirectory(
            atPath: (target as NSString).deletingLastPathComponent,
            withIntermediateDirectories: true
        )
        if !FileManager.default.fileExists(atPath: target) { try FileManager.default.copyItem(atPath: path(of: sha256), toPath: target) }
    }

    /// Removes a file that was erased by a decision, for good; there may be none.
    ///
    /// - Returns: where it still lies, or may lie again after a power failure, when it could not be removed.
    func remove(_ sha256: String) -> String? {
        let path = path(of: sha256)
        do {
            try DurableFile.remove(path)
            return nil
        } catch {
            return path
        }
    }

    /// Bytes of the file with that hash; nil when it is not there.
    func size(of sha256: String) -> Int64? {
        (try? FileManager.default.attributesOfItem(atPath: path(of: sha256))[.size] as? Int64) ?? nil
    }

    /// Whether the file with that hash is there and still has that content.
    public func holds(_ sha256: String) -> Bool {
        guard let data = FileManager.default.contents(atPath: path(of: sha256)) else { return false }
        return AttachmentVault.hex(of: data) == sha256
    }

    private static func hex(of data: Data) -> String {
        SHA256.hash(data: data).map { byte in String(byte >> 4, radix: 16) + String(byte & 15, radix: 16) }.joined()
    }

    private static func read(_ path: String) throws -> (kept: Kept, data: Data) {
        do throws(AttachmentFault) {
            let accepted = try AttachmentCheck(sizeLimit: Int64(largest)).read(path)
            let data = Data(accepted.bytes)
            return (Kept(sha256: hex(of: data), fileName: accepted.name, size: Int64(data.count)), data)
        } catch {
            throw UseCaseFault(.badData, error.code, error.phrase, hint: error.hint)
        }
    }
}
