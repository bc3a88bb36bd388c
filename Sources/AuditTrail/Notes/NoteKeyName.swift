import Crypto

/// What names a key in a signed note: its name and the short hash over name, algorithm and public key (C2SP signed-note, "Signatures").
struct NoteKeyName: Sendable, Hashable {
    /// The byte that stands for Ed25519 (C2SP signed-note, "Signature types").
    static let ed25519: UInt8 = 1

    let name: String
    let id: UInt32

    init(name: String, id: UInt32) {
        self.name = name
        self.id = id
    }

    /// The name of an Ed25519 key of 32 bytes: the first four bytes of SHA-256 over name, line feed, algorithm and key.
    init(_ name: String, publicKey: [UInt8]) {
        let named = Array(name.utf8) + [0x0A, Self.ed25519] + publicKey
        self.init(name: name, id: SHA256.hash(data: named).prefix(4).reduce(0) { $0 << 8 | UInt32($1) })
    }

    /// Whether a key may be called so: not empty, no Unicode space, no plus, no control character.
    static func isValid(_ name: String) -> Bool {
        !name.isEmpty && name.unicodeScalars.allSatisfy { !$0.properties.isWhitespace && $0 != "+" && $0.value >= 32 }
    }

    /// The hash as eight lower-case hexadecimal digits.
    var hash: String {
        let digits = String(id, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }

    /// Reads what `hash` writes.
    static func id(_ hash: Substring) -> UInt32? {
        guard hash.utf8.count == 8, hash.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }) else { return nil }
        return UInt32(hash, radix: 16)
    }
}
