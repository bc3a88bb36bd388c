import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A copy of a store whose maker was killed between giving the attached files their name and giving the store its own: the files lie there
/// without a store, which stands beside them under its temporary name.
struct UnfinishedCopy {
    private let path: String
    private let temporary: String

    /// Finds one at a place; nil where there is a store, no files, or nobody who was killed there.
    init?(of path: String) {
        let files = FileManager.default
        guard !files.fileExists(atPath: path), files.fileExists(atPath: AttachmentVault(besides: path).folder) else { return nil }
        let folder = DurableFile.folder(of: path)
        let name = (path as NSString).lastPathComponent + "."
        let left = ((try? files.contentsOfDirectory(atPath: folder)) ?? []).sorted().first { other in
            guard other.hasPrefix(name), other.hasSuffix(".part"), let process = pid_t(other.dropFirst(name.count).dropLast(5)), process > 0
            else { return false }
            let isGone = kill(process, 0) != 0 && errno == ESRCH
            return isGone && !files.fileExists(atPath: AttachmentVault(besides: "\(folder)/\(other)").folder)
        }
        guard let left else { return nil }
        self.path = path
        temporary = "\(folder)/\(left)"
    }

    /// Puts the files beside what they belong to.
    func takeBack() throws {
        try FileManager.default.moveItem(
            atPath: AttachmentVault(besides: path).folder,
            toPath: AttachmentVault(besides: temporary).folder
        )
    }
}
