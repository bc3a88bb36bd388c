import LifecycleModel
import MailDelivery
import Testing

@Suite("Mail settings")
struct SettingsTests {
    private static let from = "from=khcn@thanhhoa.example.vn"

    @Test("a server with all there is to say")
    func server() throws {
        let text =
            "smtp://khcn@thanhhoa.vn@thu.example.vn:2525?\(Self.from)&name=S%E1%BB%9F%20KH%26CN&password-file=/etc/a%20b&helo=may.example.vn&timeout=9"
        let settings = try MailSettings(parsing: text)
        let server = SMTPServer(
            host: "thu.example.vn",
            port: 2525,
            security: .required,
            login: SMTPServer.Login(user: "khcn@thanhhoa.vn", passwordFile: "/etc/a b"),
            greetingName: "may.example.vn",
            timeout: 9
        )
        #expect(settings.route == .server(server))
        #expect(settings.sender.address.text == "khcn@thanhhoa.example.vn")
        #expect(settings.sender.name == "Sở KH&CN")
        #expect(settings.destination == "smtp://thu.example.vn:2525")
    }

    @Test(
        "what is not said is as it is safe",
        arguments: [
            ("smtp://a.vn?", "a.vn", 587, SMTPServer.Security.required), ("smtps://a.vn?", "a.vn", 465, .implicit),
            ("SMTP://a.vn:25?tls=none&", "a.vn", 25, .none), ("smtp://[::1]?tls=opportunistic&", "::1", 587, .opportunistic),
            ("smtps://[2001:db8::1]:4650?tls=required&", "2001:db8::1", 4650, .implicit),
            ("smtp://localhost?tls=none&", "localhost", 587, .none),
        ]
    )
    func defaults(text: String, host: String, port: Int, security: SMTPServer.Security) throws {
        let settings = try MailSettings(parsing: text + Self.from)
        #expect(settings.route == .server(SMTPServer(host: host, port: port, security: security)))
        #expect(settings.sender.name.isEmpty)
    }

    @Test("a folder", arguments: [("folder:/var/spool/thư ra", "/var/spool/thư ra"), ("folder:ra", "ra"), ("folder:/a%3Fb", "/a?b")])
    func folder(text: String, path: String) throws {
        let settings = try MailSettings(parsing: "\(text)?\(Self.from)&name=Sở")
        #expect(settings.route == .folder(path))
        #expect(try settings.carrier(path: "") is FolderCarrier)
    }

    @Test(
        "every fault says what is wrong, and no password is told",
        arguments: [
            ("", "smtp://"), ("mailto:a@b.vn", "smtp://"), ("smtp://a.vn", "from="), ("smtp://a.vn?from=a", "@"),
            ("smtp://a.vn?from=a%0Ab@c.vn", "from"), ("smtp://a.vn?\(from)\r\nx", "điều khiển"), ("smtp://?\(from)", "máy chủ"),
            ("smtp://a_b.vn?\(from)", "máy chủ"), ("smtp://a.vn/x?\(from)", "máy chủ"), ("smtp://a.vn:0?\(from)", "cổng"),
            ("smtp://a.vn:x?\(from)", "cổng"), ("smtp://a.vn:70000?\(from)", "cổng"), ("smtp://[::1?\(from)", "máy chủ"),
            ("smtp://[::1]x?\(from)", "cổng"), ("smtp://u:s3cret@a.vn?\(from)", "password-file"),
            ("smtp://u@a.vn?\(from)", "password-file"),
            // A combining mark hides the character before it from whoever looks for that alone.
            ("smtp://u:s3cret@\u{301}a.vn?\(from)", "dấu ghép"), ("smtp://u:\u{301}s3cret@a.vn?\(from)", "dấu ghép"),
            ("smtp://a.vn?\(from)&password=\u{301}s3cret", "dấu ghép"), ("smtp://\u{301}u:s3cret@a.vn?\(from)", "dấu ghép"),
            ("smtp://u:s3cret?\(from)", "cổng"), ("smtp://a.vn?\(from)&password=s3cret", "password-file"),
            ("smtp://a.vn?\(from)&password-file=/x", "tài khoản"), ("smtp://a.vn?\(from)&tls=ssl", "opportunistic"),
            ("smtp://a.vn?\(from)&tls=implicit", "opportunistic"), ("smtps://a.vn?\(from)&tls=none", "smtps://"),
            ("smtp://u@a.vn?\(from)&password-file=/x&tls=none", "tls=required"),
            ("smtp://u@a.vn?\(from)&password-file=/x&tls=opportunistic", "tls=required"),
            ("smtp://a.vn?\(from)&colour=red", "colour"), ("smtp://a.vn?\(from)&\(from)", "hai lần"), ("smtp://a.vn?\(from)&name=", "name"),
            ("smtp://a.vn?\(from)&name=%FF", "name"), ("smtp://a.vn?\(from)&helo=a b", "helo"),
            ("smtp://a.vn?\(from)&timeout=0", "timeout"),
            ("folder:?\(from)", "đường dẫn"), ("folder:/x?\(from)&tls=none", "tls"), ("folder:/x", "from="),
        ]
    )
    func faults(text: String, words: String) {
        do {
            _ = try MailSettings(parsing: text)
            Issue.record("taken")
        } catch {
            #expect(error.code == .settings)
            #expect((error.phrase.vi + error.hint.vi).contains(words), "\(error.phrase.vi)")
            #expect(!error.phrase.en.isEmpty && !error.hint.en.isEmpty && !error.hint.vi.isEmpty)
            #expect(!"\(error)".contains("s3cret"))
        }
    }

    @Test("a password may go in the clear to the machine itself", arguments: ["localhost", "127.0.0.1", "[::1]"])
    func loopback(host: String) throws {
        let settings = try MailSettings(parsing: "smtp://u@\(host):25?\(Self.from)&password-file=/x&tls=none")
        guard case .server(let server) = settings.route else {
            Issue.record("\(settings)")
            return
        }
        #expect(server.login?.user == "u")
    }
}
