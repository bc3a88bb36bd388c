import Foundation

/// Octets as letters (RFC 4648, 4).
enum Base64 {
    /// On one line.
    static func text(_ octets: [UInt8]) -> String {
        Data(octets).base64EncodedString()
    }

    /// In lines of 76 that end with CRLF (RFC 2045, 6.8).
    static func lines(_ octets: [UInt8]) -> String {
        let text = Array(text(octets).utf8)
        return stride(from: 0, to: text.count, by: 76)
            .map { String(decoding: text[$0..<min($0 + 76, text.count)], as: UTF8.self) + "\r\n" }.joined()
    }
}
