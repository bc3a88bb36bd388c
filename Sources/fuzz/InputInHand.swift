import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The input that is being tried, in a file that outlives the process: it is mapped, so that keeping it costs no call of the system.
///
/// It begins with its length, eight bytes, the lowest first; after a crash `fuzz` cuts it to that length.
final class InputInHand {
    let path: String
    private let memory: UnsafeMutableRawPointer
    private static let size = 1 << 20

    /// Makes the file. One that an earlier run left behind is kept beside it: that run never came to its end.
    init(_ path: String) throws {
        self.path = path
        try FileManager.default.createDirectory(
            atPath: (path as NSString).deletingLastPathComponent,
            withIntermediateDirectories: true
        )
        try Self.keepLeftBehind(path)
        let descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0, ftruncate(descriptor, off_t(Self.size)) == 0,
            let memory = mmap(nil, Self.size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0), memory != MAP_FAILED
        else { throw CocoaError(.fileWriteUnknown) }
        close(descriptor)
        self.memory = memory
    }

    deinit { munmap(memory, Self.size) }

    /// Keeps an input until the next one comes. One that takes a minute ends the process (SIGALRM).
    func take(_ input: [UInt8]) {
        alarm(60)
        memory.storeBytes(of: UInt64(min(input.count, Self.size - 8)).littleEndian, as: UInt64.self)
        input.withUnsafeBytes { bytes in
            if let start = bytes.baseAddress { (memory + 8).copyMemory(from: start, byteCount: min(bytes.count, Self.size - 8)) }
        }
    }

    /// Nothing is in hand any more.
    func drop() {
        alarm(0)
        unlink(path)
    }

    private static func keepLeftBehind(_ path: String) throws {
        guard let left = FileManager.default.contents(atPath: path), left.count >= 8 else { return }
        let length = left.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
        let kept = "\(path)-unfinished"
        try left.dropFirst(8).prefix(Int(clamping: length)).write(to: URL(filePath: kept))
        say("an earlier run ended on an input that is now in \(kept)")
    }
}
