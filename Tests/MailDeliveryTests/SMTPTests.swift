import Foundation
import LifecycleModel
import MailDelivery
import Testing

/// What servers may answer, and what that means for the message. They need curl; without it the suite says that it was skipped.
@Suite("Delivery over SMTP", .enabled(if: SystemPath.hasCurl, "curl is missing: apt-get install curl"))
struct SMTPTests {
    /// Delivers a message to a server with that script.
    private func deliver(
        _ script: ScriptedServer.Script,
        security: SMTPServer.Security = .none,
        login: SMTPServer.Login? = nil,
        message: MailMessage? = nil
    ) throws -> (outcome: MailOutcome, heard: ScriptedServer.Heard) {
        let server = try ScriptedServer(script)
        defer { server.close() }
        let there = SMTPServer(
            host: "127.0.0.1",
            port: server.port,
            security: security,
            login: login,
            greetingName: "may.example.vn",
            timeout: 2
        )
        let outcome = try SMTPCarrier(there, path: SystemPath.folders).deliver(try message ?? MadeMail.message())
        return (outcome, server.heard)
    }

    private typealias Script = ScriptedServer.Script

    @Test("what is delivered arrives octet by octet, from and to whom it should")
    func delivered() throws {
        let message = try MadeMail.message(body: ".\n..\nMột dòng\n")
        let (outcome, heard) = try deliver(Script(), message: message)
        #expect(outcome == .delivered)
        #expect(heard.messages == [message.bytes])
        #expect(heard.commands.first == "EHLO may.example.vn")
        #expect(heard.commands.contains("MAIL FROM:<khcn@thanhhoa.example.vn>"))
        #expect(heard.commands.contains("RCPT TO:<mau.nt@vien.example.vn>"))
    }

    @Test("a server that has the message and then only hangs up has it", arguments: [nil, "500 what", "421 closing"])
    func farewell(_ reply: String?) throws {
        #expect(try deliver(.with { $0.farewell = reply }).outcome == .delivered)
        #expect(try deliver(.with { ($0.farewell, $0.recipient) = (reply, "550 no") }).outcome.trouble?.code == .refused)
        #expect(try deliver(.with { ($0.farewell, $0.recipient) = (reply, "450 no") }).outcome.trouble?.code == .busy)
    }

    @Test("refusals of the recipient or the message are for good")
    func refused() throws {
        let scripts: [Script] = [
            .with { $0.recipient = "550 5.1.1 no such user" }, .with { $0.data = "554 5.5.1 no valid recipients" },
            .with { $0.end = "554 5.7.1 spam" }, .with { $0.mail = "552 5.3.4 too large" },
        ]
        for script in scripts {
            let (outcome, _) = try deliver(script)
            guard case .refused(let trouble) = outcome else {
                Issue.record("\(script): \(outcome)")
                continue
            }
            #expect(trouble.code == .refused)
            #expect(trouble.phrase.vi.contains("«55") && trouble.phrase.en.contains("«55"))
        }
    }

    @Test(
        "everything else may pass",
        arguments: [
            (ScriptedServer.Script.with { $0.recipient = "450 4.2.0 greylisted" }, MailTrouble.Code.busy),
            (.with { $0.mail = "451 4.3.0 later" }, .busy),
            (.with { $0.end = "452 4.3.1 disk full" }, .busy), (.with { $0.greeting = "421 4.3.2 not now" }, .busy),
            (.with { $0.greeting = "554 5.3.2 no service" }, .busy), (.with { $0.mail = "550 5.7.1 not you" }, .sender),
            (.with { $0.mail = "530 5.7.0 authentication required" }, .login), (.with { $0.greeting = "SSH-2.0-OpenSSH_9.2" }, .nonsense),
            (.with { $0.greeting = nil }, .nonsense), (.with { $0.recipient = nil }, .nonsense), (.with { $0.data = nil }, .nonsense),
            (.with { $0.isSilent = true }, .silent), (.with { $0.end = nil }, .uncertain),
        ]
    )
    func postponed(script: ScriptedServer.Script, code: MailTrouble.Code) throws {
        let (outcome, heard) = try deliver(script)
        guard case .postponed(let trouble) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(trouble.code == code, "\(trouble.phrase.en)")
        #expect(heard.messages.isEmpty == !(code == .uncertain || script.end?.hasPrefix("4") == true))
    }

    @Test("a server that is not there, and a name that is none")
    func unreachable() throws {
        for (host, port) in [("127.0.0.1", try ScriptedServer.deadPort()), ("khong-co.invalid", 25)] {
            let carrier = try SMTPCarrier(SMTPServer(host: host, port: port, security: .none, timeout: 5), path: SystemPath.folders)
            #expect(carrier.deliver(try MadeMail.message()).trouble?.code == .unreachable)
        }
    }

    @Test("without TLS nothing is sent where it is required", arguments: [SMTPServer.Security.required, .implicit])
    func insecure(_ security: SMTPServer.Security) throws {
        let (outcome, heard) = try deliver(Script(), security: security)
        #expect(outcome.trouble?.code == .insecure)
        #expect(heard.messages.isEmpty && !heard.commands.contains { $0.hasPrefix("MAIL") })
        #expect(try deliver(Script(), security: .opportunistic).outcome == .delivered)
    }

    @Test(
        "the password comes out of the file, with whatever signs it has, and stands in no message",
        arguments: ["235 ok", "535 5.7.8 wrong"]
    )
    func login(reply: String) throws {
        let folder = try DropFolder()
        let password = "m\"ật \\khẩu:#'$x"
        let file = try folder.file("password", "\(password)\nsecond line\n", mode: 0o600)
        let login = SMTPServer.Login(user: "khcn@thanhhoa.example.vn", passwordFile: file)
        let (outcome, heard) = try deliver(
            .with { ($0.login, $0.extensions) = (reply, ["AUTH PLAIN"]) },
            login: login
        )
        let asked = try #require(heard.commands.firstIndex(of: "AUTH PLAIN"))
        #expect(Data(base64Encoded: heard.commands[asked + 1]) == Data("\0khcn@thanhhoa.example.vn\0\(password)".utf8))
        #expect(outcome.trouble?.code == (reply.hasPrefix("5") ? .login : nil))
        #expect(!"\(outcome)".contains("khẩu:#"))
    }

    @Test("a password that everybody may read, or none, is not used")
    func passwordFiles() throws {
        let folder = try DropFolder()
        let files = [
            try folder.file("open", "x\n", mode: 0o644), try folder.file("empty", "", mode: 0o600),
            try folder.file("steered", "x\ty\n", mode: 0o600), "\(folder.path)/nowhere",
        ]
        for file in files {
            let (outcome, heard) = try deliver(Script(), login: SMTPServer.Login(user: "u", passwordFile: file))
            #expect(outcome.trouble?.code == .password)
            #expect(heard.commands.isEmpty)
        }
    }
}

extension ScriptedServer.Script {
    /// The script that takes everything, with a change.
    static func with(_ change: (inout Self) -> Void) -> Self {
        var script = Self()
        change(&script)
        return script
    }
}
