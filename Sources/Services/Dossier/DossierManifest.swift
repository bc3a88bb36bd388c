import AuditTrail
import CanonicalJSON
import Crypto
import OpenPackaging

/// What is in a dossier: path, bytes and SHA-256 of every other part, and the size and root that everything is proved for.
struct DossierManifest: Hashable {
    /// One part.
    struct Entry: Hashable {
        let bytes: Int64
        let sha256: String

        init(bytes: Int64, sha256: String) {
            self.bytes = bytes
            self.sha256 = sha256
        }

        init(_ content: [UInt8]) {
            self.init(bytes: Int64(content.count), sha256: Self.hash(content))
        }

        /// SHA-256 (hex).
        static func hash(_ content: [UInt8]) -> String {
            var hasher = SHA256()
            content.withUnsafeBytes { hasher.update(bufferPointer: $0) }
            return hasher.finalize().map { byte in String(byte >> 4, radix: 16) + String(byte & 15, radix: 16) }.joined()
        }
    }

    static let format = "nhiemvu-dossier/1"

    let task: String
    let size: Int64
    let root: String
    let parts: [String: Entry]

    /// The manifest of these parts.
    init(task: String, _ checkpoint: Checkpoint, parts: [String: [UInt8]]) {
        self.task = task
        size = checkpoint.size
        root = checkpoint.root.description
        self.parts = parts.filter { $0.key != DossierPart.manifest }.mapValues { Entry($0) }
    }

    /// Reads one.
    ///
    /// - Throws: `JSONFault` or `JSONShapeFault` when it is none, or names a part twice.
    init(parsing bytes: [UInt8]) throws {
        let json = try JSONValue(parsing: bytes)
        let format = try json.string(at: "format")
        guard format == Self.format else { throw JSONShapeFault(path: "format", expected: "\"\(Self.format)\"", found: "\"\(format)\"") }
        task = try json.string(at: "task")
        size = try json.int(at: "log_size")
        root = try json.string(at: "root")
        var parts: [String: Entry] = [:]
        for part in try json.array(at: "parts") {
            let entry = Entry(bytes: try part.int(at: "bytes"), sha256: try part.string(at: "sha256"))
            let path = try part.string(at: "path")
            guard parts.updateValue(entry, forKey: path) == nil else {
                throw JSONShapeFault(path: "parts", expected: "every part once", found: "\"\(path)\" twice")
            }
        }
        self.parts = parts
    }

    /// The part: the same manifest always gives the same bytes.
    var content: [UInt8] {
        let json: JSONValue = [
            "format": .string(Self.format), "task": .string(task), "log_size": .int(size), "root": .string(root),
            "parts": .array(
                parts.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { path, entry in
                    ["path": .string(path), "bytes": .int(entry.bytes), "sha256": .string(entry.sha256)]
                }
            ),
        ]
        return Array((json.prettyText() + "\n").utf8)
    }
}
