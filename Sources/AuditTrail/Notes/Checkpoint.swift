/// What a log was at a size: its origin, size and root, as the text of a signed note (C2SP tlog-checkpoint, c2sp.org/tlog-checkpoint).
public struct Checkpoint: Sendable, Hashable {
    /// Which log it is of; by convention the name of its key, a URL without a scheme such as `skhcn.example.vn/nhiemvu`.
    public let origin: String
    /// Number of entries.
    public let size: Int64
    /// RFC 6962 root over them.
    public let root: TreeHash
    /// Lines after the first three; read, never written.
    public let extensions: [String]

    /// Creates a checkpoint.
    ///
    /// - Throws: `NoteFault` when the origin is empty or not one line, or the size negative.
    public init(origin: String, size: Int64, root: TreeHash) throws(NoteFault) {
        guard !origin.isEmpty, origin.unicodeScalars.allSatisfy({ $0.value >= 32 }) else { throw NoteFault(line: 1, .emptyLine) }
        guard size >= 0 else { throw NoteFault(line: 2, .badSize) }
        self.origin = origin
        self.size = size
        self.root = root
        extensions = []
    }

    /// Reads the text of a note.
    ///
    /// - Throws: `NoteFault` with the line and what is wrong with it.
    public init(parsing text: String) throws(NoteFault) {
        let bytes = Array(text.utf8)
        try SignedNote.expectText(bytes)
        let lines = bytes.dropLast().split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where line.isEmpty { throw NoteFault(line: index + 1, .emptyLine) }
        guard lines.count >= 3 else { throw NoteFault(line: lines.count + 1, .tooFewLines) }
        let digits = String(decoding: lines[1], as: UTF8.self)
        guard lines[1].allSatisfy({ (48...57).contains($0) }), digits == "0" || !digits.hasPrefix("0"), let size = Int64(digits) else {
            throw NoteFault(line: 2, .badSize)
        }
        guard let hash = Base64.decode(lines[2]), let root = TreeHash(bytes: hash) else { throw NoteFault(line: 3, .badRoot) }
        origin = String(decoding: lines[0], as: UTF8.self)
        self.size = size
        self.root = root
        extensions = lines.dropFirst(3).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The text that is signed: origin, size, root in Base 64, each on a line.
    public var text: String {
        ([origin, "\(size)", Base64.encode(root.bytes)] + extensions).map { $0 + "\n" }.joined()
    }
}
