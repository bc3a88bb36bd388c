import Crypto

/// A public key that signed notes are checked with: Ed25519 (RFC 8032), written `name+hash+base64` as by golang.org/x/mod/sumdb/note.
public struct NoteVerifier: Sendable, Hashable {
    /// What the key is called; for a log the same as the origin of its checkpoints.
    public var name: String { key.name }

    let key: NoteKeyName
    private let publicKey: [UInt8]

    init(name: String, publicKey: [UInt8]) {
        key = NoteKeyName(name, publicKey: publicKey)
        self.publicKey = publicKey
    }

    /// Reads a key.
    ///
    /// - Throws: `NoteFault` when it is none, was altered, or is of another algorithm than Ed25519.
    public init(parsing text: String) throws(NoteFault) {
        let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard !text.hasPrefix(NoteSigner.prefix) else { throw NoteFault(line: nil, .otherKindOfKey) }
        guard parts.count == 3, NoteKeyName.isValid(String(parts[0])), let id = NoteKeyName.id(parts[1]),
            let bytes = Base64.decode(parts[2].utf8), let algorithm = bytes.first
        else { throw NoteFault(line: nil, .notAKey) }
        guard algorithm == NoteKeyName.ed25519 else { throw NoteFault(line: nil, .unknownAlgorithm) }
        guard bytes.count == 33 else { throw NoteFault(line: nil, .notAKey) }
        self.init(name: String(parts[0]), publicKey: Array(bytes.dropFirst()))
        guard key.id == id else { throw NoteFault(line: nil, .keyAltered) }
    }

    /// Whether the bytes are this key's signature of a text.
    func isValid(_ signature: some Collection<UInt8>, of text: [UInt8]) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else { return false }
        return key.isValidSignature(Array(signature), for: text)
    }
}

extension NoteVerifier: CustomStringConvertible {
    /// `name+hash+base64`
    public var description: String { "\(key.name)+\(key.hash)+\(Base64.encode([NoteKeyName.ed25519] + publicKey))" }
}
