import Foundation

/// Copies attached files from the vault of one store to that of another.
struct VaultCopy {
    /// What was copied.
    struct Counts {
        /// Files in the copy.
        var files = 0
        /// Those of them that an older copy shares: no second time on the disk.
        var shared = 0
    }

    let source: AttachmentVault
    let target: AttachmentVault
    /// A copy made before, to share files with: they never change. Never the vault in use, whose damage must not be the copy's, too.
    let older: AttachmentVault?

    func callAsFunction(progress: (Int, Int) -> Void) throws -> Counts {
        var counts = Counts()
        let hashes = source.hashes()
        for hash in hashes {
            let place = target.path(of: hash)
            let parent = (place as NSString).deletingLastPathComponent
            try FileManager.default.createDirectory(
                atPath: parent,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
            if let older, older.holds(hash), link(older.path(of: hash), place) == 0 {
                counts.shared += 1
            } else {
                try DurableFile.write(try Data(contentsOf: URL(filePath: source.path(of: hash))), to: place)
            }
            try DurableFile.synchronise(folder: parent)
            counts.files += 1
            progress(counts.files, hashes.count)
        }
        if !hashes.isEmpty { try DurableFile.synchronise(folder: target.folder) }
        return counts
    }
}

extension AttachmentVault {
    /// Hashes of the files there are, in order.
    func hashes() -> [String] {
        let folders = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return folders.flatMap { (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\($0)")) ?? [] }
            .filter { $0.utf8.count == 64 && $0.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) } }.sorted()
    }
}
