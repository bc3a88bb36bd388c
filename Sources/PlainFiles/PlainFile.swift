#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

import Foundation

/// A file in a folder that somebody else filled: read when it is a plain one and no longer than it may be. A pipe would wait for ever, a device
/// never end, and a link may lead anywhere.
public enum PlainFile {
    /// Why a file is not read.
    public enum Fault: Error, Sendable, Hashable {
        /// There is no such file, or it may not be read.
        case unreadable
        /// A folder, pipe, socket or device, or a link where links are not followed.
        case notPlain
        /// It has so many bytes, more than allowed.
        case tooLarge(Int64)
    }

    /// The bytes of a file.
    ///
    /// - Parameters:
    ///   - most: most bytes it may have.
    ///   - followsLinks: whether a link to a plain file will do.
    /// - Throws: `Fault`; nothing is waited for.
    public static func read(_ path: String, atMost most: Int, followsLinks: Bool = false) throws(Fault) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | (followsLinks ? 0 : O_NOFOLLOW) | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw errno == ELOOP || errno == ENXIO ? .notPlain : .unreadable }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .unreadable }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notPlain }
        guard status.st_size <= most else { throw .tooLarge(Int64(status.st_size)) }
        // It may grow while it is read.
        guard let data = try? file.read(upToCount: most + 1) ?? Data() else { throw .unreadable }
        guard data.count <= most else { throw .tooLarge(Int64(data.count)) }
        return [UInt8](data)
    }
}
