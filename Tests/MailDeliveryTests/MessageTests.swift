import Foundation
import LifecycleModel
import MailDelivery
import Testing

@Suite("E-mail message")
struct MessageTests {
    @Test("a Vietnamese message is these bytes and no others")
    func golden() throws {
        let message = try MadeMail.message(isUrgent: true)
        let wanted = [
            "From: =?utf-8?B?U+G7nyBLaG9hIGjhu41jIHbDoCBDw7RuZyBuZ2jhu4cgdOG7iW5o?=",
            " =?utf-8?B?IFRoYW5oIEjDs2E=?= <khcn@thanhhoa.example.vn>",
            "To: =?utf-8?B?Tmd1eeG7hW4gVGjhu4sgTeG6q3U=?= <mau.nt@vien.example.vn>",
            "Subject: =?utf-8?B?W25oaWVtdnVdIDMgdmnhu4djIGPhuqduIHRoZW8gZMO1aSwgbmc=?=",
            " =?utf-8?B?w6B5IDMxLzEyLzIwMjU=?=", "Date: Wed, 31 Dec 2025 08:05:09 +0700",
            "Message-ID: <digest/MAU-CB-02/2025-12-31@thanhhoa.example.vn>", "Auto-Submitted: auto-generated", "Importance: high",
            "X-Priority: 1", "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", "",
            "S8OtbmggZ+G7rWkgw5RuZy9Cw6AgTmd1eeG7hW4gVGjhu4sgTeG6q3UsDQoNCi4gTmhp4buHbSB2", "4bulIFRILTIwMjItMDAxDQo=", "",
        ].joined(separator: "\r\n")
        #expect(String(decoding: message.bytes, as: UTF8.self) == wanted)
    }

    @Test("plain subjects and names stand as they are; what looks encoded, is encoded")
    func plain() throws {
        func header(_ name: String, _ subject: String, to: String = "") throws -> String? {
            MadeMail.headers(try MadeMail.message(subject: subject, to: to).bytes)[name]
        }
        #expect(try header("Subject", "Report due") == "Report due")
        #expect(try header("Subject", "a  b") == "=?utf-8?B?YSAgYg==?=")
        #expect(try header("Subject", "=?utf-8?B?eA==?=")?.hasPrefix("=?utf-8?B?PT91") == true)
        #expect(try header("To", "x", to: "Nguyen Van A") == "Nguyen Van A <mau.nt@vien.example.vn>")
        #expect(try header("To", "x", to: "") == "mau.nt@vien.example.vn")
        #expect(try header("To", "x", to: "A, \"B\" <c@d.vn>")?.hasPrefix("=?utf-8?B?") == true)
    }

    @Test("lines keep to 76 octets, headers are ASCII, and folded text comes back whole")
    func lines() throws {
        let subject = String(repeating: "Quyết định phê duyệt 🌾 ", count: 18) + "hết"
        let bytes = try MadeMail.message(subject: subject, body: String(repeating: "Dòng dài ", count: 300)).bytes
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n", omittingEmptySubsequences: false)
        #expect(bytes.allSatisfy { $0 < 0x80 })
        #expect(lines.allSatisfy { $0.utf8.count <= 76 && !$0.contains("\n") && !$0.contains("\r") })
        #expect(MadeMail.decoded(MadeMail.headers(bytes)["Subject"] ?? "") == subject)
    }

    @Test("lines of the text may end as they like; the last one ends", arguments: ["a\nb", "a\r\nb\r\n", "a\rb\n"])
    func lineEnds(body: String) throws {
        #expect(MadeMail.body(try MadeMail.message(body: body).bytes) == "a\r\nb\r\n")
    }

    @Test("nothing can end a header and begin another", arguments: ["\r\nBcc: la@vien.example.vn", "\n", "\u{0}", "\u{2028}", "\u{202E}"])
    func injection(text: String) throws {
        let (from, to) = (try MadeMail.sender(), try MadeMail.recipient(""))
        #expect(throws: MailFault.self) {
            try MailMessage(key: "k", from: from, to: to, subject: "x\(text)", body: "", date: MadeMail.date)
        }
        #expect(throws: MailFault.self) {
            try MailMessage(key: "k\(text)", from: from, to: to, subject: "x", body: "", date: MadeMail.date)
        }
        #expect(throws: MailFault.self) { try Mailbox(to.address, name: "A\(text)") }
        #expect(throws: MailFault.self) { try MailMessage(key: "", from: from, to: to, subject: "x", body: "", date: MadeMail.date) }
    }

    @Test("the day of the week and the clock are Vietnam's")
    func date() throws {
        let moment = try Moment(parsing: "2024-02-29T23:30:00Z")
        let message = try MadeMail.message(date: moment)
        #expect(MadeMail.headers(message.bytes)["Date"] == "Fri, 01 Mar 2024 06:30:00 +0700")
    }
}
