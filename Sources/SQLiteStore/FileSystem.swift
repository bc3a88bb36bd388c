#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The file system that a path is on, as the system's list of mounts tells (proc(5), `/proc/self/mountinfo`).
struct FileSystem: Equatable {
    /// Its type, as `mount` names it: `ext4`, `nfs4`, `fuse.sshfs`.
    let type: String
    /// What it was mounted with.
    let options: Substring

    /// A list of mounts that is believed instead of the system's, for tests.
    @TaskLocal static var pretendedMounts: String?

    /// File systems whose files lie on another machine, or that several machines mount at once. Their shared memory and their locks do not
    /// reach the other machines, on which a write-ahead log rests (https://www.sqlite.org/wal.html).
    private static let shared: Set<String> = [
        "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "gfs2", "glusterfs", "gpfs", "lustre", "ncpfs", "nfs", "nfs4", "ocfs2",
        "orangefs",
        "pvfs2", "smb3", "smbfs", "fuse.ceph", "fuse.curlftpfs", "fuse.davfs2", "fuse.glusterfs", "fuse.juicefs", "fuse.mfs", "fuse.rclone",
        "fuse.s3fs", "fuse.smbnetfs", "fuse.sshfs", "fuse.seaweedfs",
    ]

    /// Whether other machines may use its files at the same time. 9p is how virtual machines and sandboxes see a folder of their own host, and
    /// a network file system only over a network.
    var isShared: Bool {
        if type == "9p" { return ["trans=tcp", "trans=rdma"].contains { options.split(separator: ",").contains(Substring($0)) } }
        return Self.shared.contains(type)
    }

    /// Finds the file system of a file, which need not exist, in a folder that does; nil where the system does not tell.
    init?(of path: String) {
        guard let mounts = Self.pretendedMounts ?? Self.read("/proc/self/mountinfo"), let folder = realpath(StoreFile.folder(of: path), nil)
        else { return nil }
        defer { free(folder) }
        self.init(ofFolder: String(cString: folder), mounts: mounts)
    }

    private init?(ofFolder folder: String, mounts: String) {
        var found: (length: Int, system: FileSystem)?
        for line in mounts.split(separator: "\n") {
            let fields = line.split(separator: " ")
            // Optional fields end with a dash; then come type, source and options.
            guard fields.count > 9, let dash = fields.dropFirst(6).firstIndex(of: "-"), fields.indices.contains(dash + 3) else { continue }
            let point = Self.unescaped(fields[4])
            guard point == "/" || folder == point || folder.hasPrefix(point + "/"), point.utf8.count >= found?.length ?? 0 else { continue }
            // Of two at one place the later lies on top.
            found = (point.utf8.count, FileSystem(type: String(fields[dash + 1]), options: fields[dash + 3]))
        }
        guard let found else { return nil }
        self = found.system
    }

    private init(type: String, options: Substring) {
        self.type = type
        self.options = options
    }

    /// Spaces and the like are written `\040` in the list.
    private static func unescaped(_ field: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(field.utf8)[...]
        while let first = rest.popFirst() {
            if first == UInt8(ascii: "\\"), let code = UInt8(String(decoding: rest.prefix(3), as: UTF8.self), radix: 8) {
                bytes.append(code)
                rest = rest.dropFirst(3)
            } else {
                bytes.append(first)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A file of the system's own, whose size it does not tell.
    private static func read(_ path: String) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 16_384)
        while case let count = Glibc.read(descriptor, &piece, piece.count), count > 0 { bytes += piece[..<count] }
        return String(decoding: bytes, as: UTF8.self)
    }
}
