import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Files that are on the disk before they get their name.
enum DraftFile {
    /// Why the system refused.
    struct Failure: Error, CustomStringConvertible {
        let number = errno

        /// In the words of the system.
        var description: String { String(cString: strerror(number)) }
    }

    /// Writes a file that its owner and group may read, and waits until it is on the disk.
    static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o640)
        guard descriptor >= 0 else { throw Failure() }
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Failure() }
            rest = rest.dropFirst(count)
        }
        guard fsync(descriptor) == 0 else { throw Failure() }
    }

    /// Gives a file its name, and waits until the name is on the disk.
    static func rename(_ draft: String, to path: String, in folder: String) throws(Failure) {
        guard Glibc.rename(draft, path) == 0 else { throw Failure() }
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Failure() }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw Failure() }
    }
}
