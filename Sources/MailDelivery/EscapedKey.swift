import Crypto

/// A key in the letters of a message identifier or a file name: readable, and different for different keys.
///
/// Octets that do not fit are written `=XX`, as in quoted-printable. A key that becomes too long keeps its beginning; `~` and a hash of the
/// whole stand for the rest, and `~` stands in no other.
struct EscapedKey {
    /// The letters.
    let text: String

    /// The most octets that stand for a key.
    static let longest = 120

    /// The left side of a message identifier: a dot-atom (RFC 5322, 3.6.4).
    init(identifier key: String) {
        self.init(key, signs: Set("-_+/".utf8))
    }

    /// A file name without its extension: no slash, no dot before it.
    init(fileName key: String) {
        self.init(key, signs: Set("-_+".utf8))
    }

    private init(_ key: String, signs: Set<UInt8>) {
        let octets = Array(key.utf8)
        let dot = UInt8(ascii: ".")
        let pieces = octets.indices.map { index in
            let octet = octets[index]
            let isInnerDot = octet == dot && index > 0 && index < octets.count - 1 && octets[index - 1] != dot
            return Self.isLetterOrDigit(octet) || signs.contains(octet) || isInnerDot
                ? String(UnicodeScalar(octet)) : "=" + Self.hexadecimal(octet).uppercased()
        }
        let whole = pieces.joined()
        guard whole.utf8.count > Self.longest else {
            text = whole
            return
        }
        var beginning = ""
        for piece in pieces {
            guard beginning.utf8.count + piece.utf8.count <= Self.longest - 33 else { break }
            beginning += piece
        }
        text = beginning + "~" + SHA256.hash(data: octets).prefix(16).map(Self.hexadecimal).joined()
    }

    /// The key that was written so; nil when it was too long to be kept, or when nobody here wrote it.
    static func key(_ text: String) -> String? {
        var octets: [UInt8] = []
        var rest = Substring(text).utf8
        while let octet = rest.popFirst() {
            guard octet == UInt8(ascii: "=") else {
                octets.append(octet)
                continue
            }
            let digits = rest.prefix(2)
            guard digits.count == 2, let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16) else { return nil }
            octets.append(value)
            rest = rest.dropFirst(2)
        }
        guard let key = String(validating: octets, as: UTF8.self), !key.isEmpty else { return nil }
        // Only what would be written the same again was ours.
        return EscapedKey(identifier: key).text == text ? key : nil
    }

    static func isLetterOrDigit(_ octet: UInt8) -> Bool {
        switch octet {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: false
        }
    }

    private static func hexadecimal(_ octet: UInt8) -> String {
        let digits = String(octet, radix: 16)
        return digits.count < 2 ? "0" + digits : digits
    }
}
