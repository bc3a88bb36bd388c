public import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Files and folders that are on the disk before anybody says so. What goes wrong is a `CocoaError`.
public enum DurableFile {
    /// Writes a file, readable by its owner only unless another mode is given, and waits until it is on the disk. One that must be new is
    /// refused when there is something at the path.
    static func write(_ data: Data, to path: String, mode: mode_t = 0o600, isNew: Bool = false) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | (isNew ? O_EXCL : O_TRUNC) | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw failure() }
        defer { close(descriptor) }
        let complete = data.withUnsafeBytes { buffer in
            var written = 0
            while written < buffer.count {
                let count = Glibc.write(descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return false }
                written += count
            }
            return true
        }
        guard complete, fsync(descriptor) == 0 else {
            let cause = failure()
            unlink(path)
            throw cause
        }
    }

    /// Writes a file that appears whole, in place of one that may be there.
    public static func replace(_ path: String, with data: Data) throws {
        let temporary = "\(path).\(ProcessInfo.processInfo.processIdentifier).part"
        try write(data, to: temporary)
        guard rename(temporary, path) == 0 else {
            let cause = failure()
            unlink(temporary)
            throw cause
        }
        try synchronise(folder: self.folder(of: path))
    }

    /// Makes a folder for its owner only, with those above it that are missing; that its name is on the disk holds also where it was there before:
    /// whoever made it may not have lived to wait for it.
    public static func makeFolder(_ path: String) throws {
        if mkdir(path, 0o700) != 0 {
            if errno == ENOENT, case let above = folder(of: path), above != "." {
                try makeFolder(above)
                return try makeFolder(path)
            }
            var isFolder: ObjCBool = false
            let cause = failure()
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else { throw cause }
        }
        try synchronise(folder: folder(of: path))
    }

    /// Path of the folder that something is in.
    static func folder(of path: String) -> String {
        let folder = (path as NSString).deletingLastPathComponent
        return folder.isEmpty ? "." : folder
    }

    /// Waits until the names in a folder are on the disk.
    static func synchronise(folder: String) throws {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure() }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure() }
    }

    /// Removes a file and waits until its folder knows that on the disk; there may be none.
    static func remove(_ path: String) throws {
        guard unlink(path) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { return }
            throw failure()
        }
        try synchronise(folder: folder(of: path))
    }

    /// Bytes of a file.
    static func size(_ path: String) throws -> Int64 {
        var status = stat()
        guard stat(path, &status) == 0 else { throw failure() }
        return Int64(status.st_size)
    }

    private static func failure() -> CocoaError {
        switch errno {
        case ENOSPC, EDQUOT: CocoaError(.fileWriteOutOfSpace)
        case EEXIST: CocoaError(.fileWriteFileExists)
        case EACCES, EPERM: CocoaError(.fileWriteNoPermission)
        case EROFS: CocoaError(.fileWriteVolumeReadOnly)
        default: CocoaError(.fileWriteUnknown)
        }
    }
}
