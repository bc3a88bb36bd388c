import PlainFiles

/// Takes a file as a document when it is one: plain, not empty, not too large, and of the type that its name says.
public struct AttachmentCheck: Sendable, Hashable {
    /// The most bytes a file may have.
    public var sizeLimit: Int64

    /// A check; 50 MiB unless another limit is given.
    public init(sizeLimit: Int64 = 50 * 1024 * 1024) {
        self.sizeLimit = sizeLimit
    }

    /// A file that passed.
    public struct Accepted: Sendable, Hashable {
        /// The last part of its path.
        public let name: String
        /// What it is.
        public let type: AttachmentType
        /// What is in it.
        public let bytes: [UInt8]
    }

    /// Reads and checks a file. Links are not followed, so that nothing from elsewhere is taken under its name.
    public func read(_ path: String) throws(AttachmentFault) -> Accepted {
        let bytes: [UInt8]
        do throws(PlainFile.Fault) { bytes = try PlainFile.read(path, atMost: Int(clamping: sizeLimit)) } catch {
            switch error {
            case .unreadable: throw .unreadable(path: path)
            case .notPlain: throw .notAPlainFile(path: path)
            case .tooLarge(let size): throw .tooLarge(path: path, size: size, limit: sizeLimit)
            }
        }
        return try check(bytes, path: path)
    }

    /// Checks content under a name.
    public func check(_ bytes: [UInt8], path: String) throws(AttachmentFault) -> Accepted {
        guard !bytes.isEmpty else { throw .empty(path: path) }
        guard bytes.count <= sizeLimit else { throw .tooLarge(path: path, size: Int64(bytes.count), limit: sizeLimit) }
        guard let type = AttachmentType(content: bytes) else { throw .unknownType(path: path) }
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let ending = name.contains(".") ? name.split(separator: ".", omittingEmptySubsequences: false).last?.lowercased() ?? "" : ""
        guard type.endings.contains(ending) else { throw .wrongEnding(path: path, type: type) }
        return Accepted(name: name, type: type, bytes: bytes)
    }
}
