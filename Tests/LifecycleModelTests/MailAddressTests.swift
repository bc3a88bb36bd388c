import CanonicalJSON
import LifecycleModel
import Testing

@Suite("E-mail address")
struct MailAddressTests {
    @Test(
        "addresses that people have",
        arguments: [
            "a@b.vn", "nguyen.thi-mau+khcn@thanhhoa.gov.vn", "O'Brien_1@xn--thanh-ha-q0a.vn", "nhiemvu@localhost",
            String(repeating: "x", count: 64) + "@a.vn",
        ]
    )
    func takes(text: String) throws {
        let address = try MailAddress(text)
        #expect(address.text == text)
        #expect(try MailAddress(json: address.json) == address)
    }

    @Test("the domain is kept in lower case, the mailbox as it is written")
    func lowercased() throws {
        #expect(try MailAddress("Mau.NT@ThanhHoa.GOV.vn").text == "Mau.NT@thanhhoa.gov.vn")
    }

    @Test(
        "slips, and whatever could end a line or begin another header, are refused",
        arguments: [
            ("", MailAddressFault.empty), ("a b@c.vn", .character(text: "a b@c.vn", " ")),
            ("a@b.vn\r\nBcc: c@d.vn", .character(text: "a@b.vn\r\nBcc: c@d.vn", "\r")), ("a@b.vn\n", .character(text: "a@b.vn\n", "\n")),
            ("a@b.vn\u{0}", .character(text: "a@b.vn\u{0}", "\u{0}")), ("mẫu@b.vn", .character(text: "mẫu@b.vn", "ẫ")),
            ("a@thanhhóa.vn", .character(text: "a@thanhhóa.vn", "ó")), ("mau", .at(text: "mau")), ("a@b@c.vn", .at(text: "a@b@c.vn")),
            ("@b.vn", .local(text: "@b.vn")), (".a@b.vn", .local(text: ".a@b.vn")), ("a..b@c.vn", .local(text: "a..b@c.vn")),
            ("<a@b.vn", .local(text: "<a@b.vn")), ("\"a\"@b.vn", .local(text: "\"a\"@b.vn")), ("a,c@b.vn", .local(text: "a,c@b.vn")),
            ("a@", .domain(text: "a@")), ("a@gmail", .domain(text: "a@gmail")), ("a@-b.vn", .domain(text: "a@-b.vn")),
            ("a@b..vn", .domain(text: "a@b..vn")), ("a@b.vn>", .domain(text: "a@b.vn>")), ("a@127.0.0.1", .domain(text: "a@127.0.0.1")),
            ("a@[127.0.0.1]", .domain(text: "a@[127.0.0.1]")),
        ]
    )
    func refuses(text: String, fault: MailAddressFault) {
        #expect(throws: fault) { try MailAddress(text) }
        #expect(!fault.phrase.vi.isEmpty && !fault.phrase.en.isEmpty)
        #expect(!fault.phrase.vi.unicodeScalars.contains { $0.value < 0x20 })
    }

    @Test("no longer than a path of SMTP may be")
    func long() {
        let local = String(repeating: "x", count: 65) + "@a.vn"
        #expect(throws: MailAddressFault.tooLong(text: local)) { try MailAddress(local) }
        let domain = "a@" + String(repeating: "abcdefg.", count: 32) + "vn"
        #expect(throws: MailAddressFault.tooLong(text: domain)) { try MailAddress(domain) }
    }
}
