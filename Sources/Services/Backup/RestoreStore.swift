import Foundation
import LifecycleModel
public import Store

/// Puts a backup in place as a store of its own: copied, brought up to date, proved, and only then given its name.
public struct RestoreStore: Sendable {
    /// What was made.
    public struct Answer: Sendable, Hashable {
        /// Path of the store.
        public let path: String
        /// Its log, the same as that of the backup.
        public let head: LogHead
        /// Bytes of the database.
        public let bytes: Int64
        /// Attached files that came along.
        public let files: Int
    }

    private let files: any StoreFiles

    /// Prepares it.
    public init(_ files: any StoreFiles) {
        self.files = files
    }

    /// Does it; a rehearsal goes through everything and leaves nothing.
    ///
    /// - Throws: `UseCaseFault` when there is something at the place already or the backup is not whole; `StoreError` when it cannot be read,
    ///   the disk is full or the folder cannot be written. Then the place is as it was.
    public func callAsFunction(
        _ backup: String,
        to path: String,
        dryRun: Bool = false,
        progress: (CopyStep, Int, Int) -> Void = { _, _, _ in }
    ) throws -> Answer {
        guard FileManager.default.fileExists(atPath: backup) else {
            throw UseCaseFault(
                .unavailable,
                "backup-missing",
                Phrase(vi: "Không có bản sao lưu «\(backup)»", en: "There is no backup \"\(backup)\""),
                hint: Phrase(vi: "Kiểm tra đường dẫn", en: "Check the path")
            )
        }
        let place = try CopyPlace(
            path,
            elsewhere: Phrase(vi: "Chọn chỗ khác cho kho bằng --store", en: "Choose another place for the store with --store")
        )
        let answer = try place.making(files, from: backup) {
            let head = try files.copy(backup, to: place.temporary) { progress(.database, $0, $1) }
            let vault = AttachmentVault(besides: place.temporary)
            let counts = try VaultCopy(source: AttachmentVault(besides: backup), target: vault, older: nil)() { progress(.files, $0, $1) }
            // A backup of an older program is brought up to date here, where nobody works yet.
            try files.withStore(place.temporary, readOnly: false) {
                try CopyProof(store: $0, vault: vault, head: head)(progress: progress)
            }
            let bytes = try DurableFile.size(place.temporary)
            if !dryRun { try place.finish() }
            return Answer(path: path, head: head, bytes: bytes, files: counts.files)
        }
        if dryRun { place.abandon(files) }
        return answer
    }
}
