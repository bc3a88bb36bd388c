import Crypto
import Foundation
import LifecycleModel

/// Files attached to events, kept beside the store under their content hash: written before the event is recorded, never overwritten, never removed.
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
        let target = self.path(of: kept.sha256)
        if FileManager.default.fileExists(atPath: target) { return kept }
        let parent = (target as NSString).deletingLastPathComponent
        do {
            try FileManager.default.createDirectory(
                atPath: parent, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            let temporary = "\(target).\(ProcessInfo.processInfo.processIdentifier)"
            try DurableFile.write(data, to: temporary)
            try FileManager.default.moveItem(atPath: temporary, toPath: target)
            try DurableFile.synchronise(folder: parent)
        } catch let error as UseCaseFault {
            throw error
        } catch {
            if FileManager.default.fileExists(atPath: target) { return kept }
            throw UseCaseFault(
                .unavailable, "attachment-not-kept",
                Phrase(vi: "Không lưu được tệp vào «\(folder)»", en: "The file cannot be kept in \"\(folder)\""),
                hint: Phrase(vi: "Kiểm tra quyền ghi và chỗ trống trên đĩa", en: "Check the rights of the folder and the free space"))
        }
        return kept
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
        func fault(_ code: String, _ vi: String, _ en: String, _ hint: Phrase? = nil) -> UseCaseFault {
            UseCaseFault(.badData, code, Phrase(vi: "Tệp «\(path)» \(vi)", en: "The file \"\(path)\" \(en)"), hint: hint)
        }
        let attributes: [FileAttributeKey: Any]
        do { attributes = try FileManager.default.attributesOfItem(atPath: path) } catch {
            throw fault("attachment-missing", "không có hoặc không đọc được", "is not there or cannot be read")
        }
        guard attributes[.type] as? FileAttributeType == .typeRegular else {
            throw fault("attachment-kind", "không phải tệp thường", "is no plain file")
        }
        let size = (attributes[.size] as? NSNumber)?.intValue ?? 0
        guard size > 0 else { throw fault("attachment-empty", "rỗng", "is empty") }
        guard size <= largest else {
            throw fault("attachment-too-large", "lớn hơn \(largest / 1_048_576) MB", "is larger than \(largest / 1_048_576) MB")
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw fault("attachment-missing", "không đọc được", "cannot be read")
        }
        let name = (path as NSString).lastPathComponent
        if let complaint = AttachmentKind.complaint(name: name, data: data) {
            throw fault("attachment-kind", complaint.vi, complaint[.en])
        }
        return (Kept(sha256: hex(of: data), fileName: name, size: Int64(size)), data)
    }
}
