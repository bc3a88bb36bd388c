import Crypto

/// A private key that signs notes: Ed25519 (RFC 8032), kept as `PRIVATE+KEY+name+hash+base64` as by golang.org/x/mod/sumdb/note.
public struct NoteSigner: Sendable {
    /// The public key that belongs to it.
    public let verifier: NoteVerifier

    static let prefix = "PRIVATE+KEY+"
    private let seed: [UInt8]

    /// What the key is called.
    public var name: String { verifier.name }

    /// Makes a new key.
    ///
    /// - Throws: `NoteFault` when no key may be called so.
    public static func generate(name: String) throws(NoteFault) -> NoteSigner {
        guard NoteKeyName.isValid(name) else { throw NoteFault(line: nil, .badName) }
        return try NoteSigner(name: name, seed: Array(Curve25519.Signing.PrivateKey().rawRepresentation))
    }

    /// Reads a key.
    ///
    /// - Throws: `NoteFault` when it is none, was altered, or is of another algorithm than Ed25519.
    public init(parsing text: String) throws(NoteFault) {
        guard text.hasPrefix(Self.prefix) else {
            throw NoteFault(line: nil, (try? NoteVerifier(parsing: text)) == nil ? .notAKey : .otherKindOfKey)
        }
        let parts = text.dropFirst(Self.prefix.count).split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, NoteKeyName.isValid(String(parts[0])), let id = NoteKeyName.id(parts[1]),
            let bytes = Base64.decode(parts[2].utf8), let algorithm = bytes.first
        else { throw NoteFault(line: nil, .notAKey) }
        guard algorithm == NoteKeyName.ed25519 else { throw NoteFault(line: nil, .unknownAlgorithm) }
        try self.init(name: String(parts[0]), seed: Array(bytes.dropFirst()))
        guard verifier.key.id == id else { throw NoteFault(line: nil, .keyAltered) }
    }

    private init(name: String, seed: [UInt8]) throws(NoteFault) {
        guard seed.count == 32, let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else {
            throw NoteFault(line: nil, .notAKey)
        }
        self.seed = seed
        verifier = NoteVerifier(name: name, publicKey: Array(key.publicKey.rawRepresentation))
    }

    /// The key as it is kept in a file of its own; whoever has it can sign in the log's name.
    public var secretText: String {
        "\(Self.prefix)\(name)+\(verifier.key.hash)+\(Base64.encode([NoteKeyName.ed25519] + seed))"
    }

    /// Signs a text.
    func signature(of text: [UInt8]) throws(NoteFault) -> NoteSignature {
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed), let bytes = try? key.signature(for: text) else {
            throw NoteFault(line: nil, .notAKey)
        }
        return NoteSignature(key: verifier.key, bytes: Array(bytes))
    }
}
