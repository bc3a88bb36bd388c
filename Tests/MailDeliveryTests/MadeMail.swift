import Foundation
import LifecycleModel
import MailDelivery

/// Messages for tests, and what a reader makes of them.
enum MadeMail {
    static let date = Moment(milliseconds: 1_767_143_109_000)

    static func sender() throws -> Mailbox {
        try Mailbox(try MailAddress("khcn@thanhhoa.example.vn"), name: "Sở Khoa học và Công nghệ tỉnh Thanh Hóa")
    }

    static func recipient(_ name: String) throws -> Mailbox {
        try Mailbox(try MailAddress("mau.nt@vien.example.vn"), name: name)
    }

    static func message(
        key: String = "digest/MAU-CB-02/2025-12-31",
        subject: String = "[nhiemvu] 3 việc cần theo dõi, ngày 31/12/2025",
        to name: String = "Nguyễn Thị Mẫu",
        body: String = "Kính gửi Ông/Bà Nguyễn Thị Mẫu,\n\n. Nhiệm vụ TH-2022-001\n",
        date: Moment = date,
        isUrgent: Bool = false
    ) throws -> MailMessage {
        try MailMessage(
            key: key,
            from: try sender(),
            to: try recipient(name),
            subject: subject,
            body: body,
            date: date,
            isUrgent: isUrgent
        )
    }

    /// Headers by name, unfolded.
    static func headers(_ bytes: [UInt8]) -> [String: String] {
        let text = String(decoding: bytes, as: UTF8.self)
        let head = (text.components(separatedBy: "\r\n\r\n").first ?? "").replacingOccurrences(of: "\r\n ", with: " ")
        return head.components(separatedBy: "\r\n").reduce(into: [:]) { headers, line in
            let parts = line.components(separatedBy: ": ")
            headers[parts[0]] = parts.dropFirst().joined(separator: ": ")
        }
    }

    /// The text of the message.
    static func body(_ bytes: [UInt8]) -> String {
        let text = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n\r\n").dropFirst().joined()
        return Data(base64Encoded: text.replacingOccurrences(of: "\r\n", with: "")).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// Encoded words put together again: blanks between them are not text (RFC 2047, 6.2).
    static func decoded(_ header: String) -> String {
        let words = header.components(separatedBy: " ").map { $0.replacingOccurrences(of: "=?utf-8?B?", with: "").dropLast(2) }
        return String(decoding: words.compactMap { Data(base64Encoded: String($0)) }.joined(), as: UTF8.self)
    }

    /// Whether a text may stand left of the `@` (RFC 5322, 3.2.3).
    static func isDotAtom(_ text: String) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
            !atom.isEmpty && atom.unicodeScalars.allSatisfy { $0.isASCII && ($0.properties.isAlphabetic || signs.contains($0)) }
        }
    }

    private static let signs = "0123456789!#$%&'*+-/=?^_`{|}~".unicodeScalars
}
