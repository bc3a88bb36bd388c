import Crypto

/// Binds the log to something that is kept beside it: HMAC-SHA256 (RFC 2104) of the content under a random key, the salt.
///
/// Who has content and salt can show that the log speaks of just this content. Without the salt the commitment tells nothing: nobody can try
/// names until one fits. So the content can be erased together with its salt, and the log stays as it is.
public enum Commitment {
    /// Bytes of a salt.
    public static let saltBytes = 32

    /// A salt from the system's source of randomness.
    public static func freshSalt() -> [UInt8] {
        SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
    }

    /// The commitment to some bytes.
    public static func to(_ content: [UInt8], salt: [UInt8]) -> TreeHash {
        let code = HMAC<SHA256>.authenticationCode(for: content, using: SymmetricKey(data: salt))
        return TreeHash(writing: { target in code.withUnsafeBytes { target.copyMemory(from: $0) } })
    }
}
