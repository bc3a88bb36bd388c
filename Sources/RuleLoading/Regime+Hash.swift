import Crypto
public import Rules

extension Regime {
    /// SHA-256 of the canonical form, in hexadecimal: with identifier and version, the identity of a definition.
    public var sha256: String {
        Self.sha256(ofCanonical: canonicalBytes)
    }

    /// The same for canonical bytes that are at hand.
    public static func sha256(ofCanonical bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in SHA256.hash(data: bytes) { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }
}
