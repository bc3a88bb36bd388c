#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif
import Store

/// The store's file as the operating system sees it.
enum StoreFile {
    /// First bytes of every SQLite file.
    private static let signature = Array("SQLite format 3\0".utf8)

    /// Makes an empty file that only its owner can read and write (0600); refuses when there is something at the path already.
    static func create(_ path: String) throws(StoreError) {
        let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw error(errno, path) }
        close(descriptor)
    }

    /// Removes the file and what SQLite keeps beside it.
    static func remove(_ path: String) {
        for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) }
    }

    /// Waits until the file and its name in the folder are on the disk.
    static func synchronise(_ path: String) throws(StoreError) {
        for (place, flags) in [(path, O_RDONLY), (folder(of: path), O_RDONLY | O_DIRECTORY)] {
            let descriptor = open(place, flags | O_CLOEXEC)
            guard descriptor >= 0 else { throw error(errno, path) }
            defer { close(descriptor) }
            guard fsync(descriptor) == 0 else { throw error(errno, path) }
        }
    }

    /// Refuses a path where there is no regular file.
    static func expect(at path: String) throws(StoreError) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw error(errno, path) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw StoreError(.notAStore, subject: path, cause: "not a regular file") }
    }

    /// Size in bytes; 0 when there is no such file.
    static func size(_ path: String) -> Int64 {
        var status = stat()
        return stat(path, &status) == 0 ? Int64(status.st_size) : 0
    }

    /// Whether this process may write the file and make others beside it.
    static func isWritable(_ path: String) -> Bool {
        access(path, W_OK) == 0 && access(folder(of: path), W_OK) == 0
    }

    /// Whether the file may be read.
    static func isReadable(_ path: String) -> Bool { access(path, R_OK) == 0 }

    /// Whether there is anything at the path.
    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Whether the file begins as SQLite files do; an empty one does not.
    static func hasSignature(_ path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var start = [UInt8](repeating: 0, count: signature.count)
        return read(descriptor, &start, start.count) == start.count && start == signature
    }

    /// Path of the folder that a file is in.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func error(_ number: CInt, _ path: String) -> StoreError {
        let code: StoreError.Code =
            switch number {
            case ENOENT, ENOTDIR: .missing
            case EEXIST: .exists
            case EACCES, EPERM, EROFS: .readOnly
            case ENOSPC, EDQUOT: .full
            default: .inputOutput
            }
        return StoreError(code, subject: path, cause: String(cString: strerror(number)))
    }
}
