import Foundation
import LifecycleModel
import MailDelivery
import Testing

/// How the program for SMTP is found and spoken with; a script stands in for it.
@Suite("The curl of the system")
struct CurlTests {
    @Test("without it, there is a word on how to get it")
    func missing() throws {
        let folder = try DropFolder()
        do {
            _ = try SMTPCarrier(SMTPServer(host: "localhost", port: 25), path: folder.path)
            Issue.record("found")
        } catch {
            #expect(error.code == .noCurl)
            #expect(error.hint.vi.contains("apt-get install curl"))
        }
    }

    @Test("nothing stands in its arguments or its environment: neither password nor names; its settings are not the user's")
    func arguments() throws {
        let folder = try DropFolder()
        let script = """
            #!/bin/sh
            echo "$@" >"\(folder.path)/arguments"
            env >"\(folder.path)/environment"
            cat >"\(folder.path)/settings"
            """
        _ = try folder.file("curl", script, mode: 0o700)
        let login = SMTPServer.Login(user: "khcn", passwordFile: try folder.file("password", "bí mật", mode: 0o600))
        let server = SMTPServer(host: "::1", port: 2525, security: .required, login: login, timeout: 7)
        let outcome = try SMTPCarrier(server, path: "\(folder.path):/usr/bin:/bin").deliver(try MadeMail.message())
        #expect(outcome.trouble?.code == .nonsense)
        func text(_ name: String) throws -> String { try String(contentsOfFile: "\(folder.path)/\(name)", encoding: .utf8) }
        #expect(try text("arguments") == "--disable --config -\n")
        #expect(try !text("environment").contains("bí mật"))
        let settings = try text("settings").split(separator: "\n").map(String.init)
        for line in [
            "user = \"khcn:bí mật\"", "url = \"smtp://[::1]:2525\"", "ssl-reqd", "max-time = \"7\"",
            "mail-from = \"khcn@thanhhoa.example.vn\"", "mail-rcpt = \"mau.nt@vien.example.vn\"",
        ] { #expect(settings.contains(line), "\(line)") }
    }

    @Test("a curl that stops halfway, or knows no SMTP, is told apart", arguments: [("kill -9 $$", "dừng"), ("exit 1", "quá cũ")])
    func broken(command: String, words: String) throws {
        let folder = try DropFolder()
        _ = try folder.file("curl", "#!/bin/sh\ncat >/dev/null\n\(command)\n", mode: 0o700)
        let outcome = try SMTPCarrier(SMTPServer(host: "localhost", port: 25), path: "\(folder.path):/usr/bin:/bin").deliver(
            try MadeMail.message()
        )
        guard case .postponed(let trouble) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(trouble.code == .program)
        #expect(trouble.phrase.vi.contains(words))
    }
}
