public import AuditTrail
import LifecycleModel

/// A file with a checkpoint, as somebody gave it back.
public struct CheckpointFile: Sendable {
    /// What it says.
    public let written: WrittenCheckpoint

    /// Reads it.
    ///
    /// - Throws: `UseCaseFault` when it cannot be read, or with the line that is wrong.
    public init(_ path: String) throws {
        let bytes = try BoundedFile.bytes(of: path, atMost: SignedNote.mostBytes)
        do throws(NoteFault) { written = try WrittenCheckpoint(parsing: bytes) } catch { throw UseCaseFault(error, in: path) }
    }
}
