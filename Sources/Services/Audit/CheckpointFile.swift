public import AuditTrail
import Foundation
import LifecycleModel

/// A file with a checkpoint, as somebody gave it back.
public struct CheckpointFile: Sendable {
    /// What it says.
    public let written: WrittenCheckpoint

    /// Reads it.
    ///
    /// - Throws: `UseCaseFault` when it cannot be read, or with the line that is wrong.
    public init(_ path: String) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue,
            let handle = FileHandle(forReadingAtPath: path), let data = try? handle.read(upToCount: SignedNote.mostBytes + 1) ?? Data()
        else {
            throw UseCaseFault(
                .unavailable,
                "file-missing",
                Phrase(vi: "Không đọc được tệp «\(path)»", en: "The file \"\(path)\" cannot be read"),
                hint: Phrase(vi: "Kiểm tra đường dẫn và quyền đọc", en: "Check the path and the right to read it")
            )
        }
        do throws(NoteFault) { written = try WrittenCheckpoint(parsing: Array(data)) } catch { throw UseCaseFault(error, in: path) }
    }
}
