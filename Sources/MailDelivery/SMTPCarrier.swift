import Foundation
import LifecycleModel

/// Delivers to a server over SMTP, by the `curl` of the system.
public struct SMTPCarrier: MailCarrier {
    private let server: SMTPServer
    private let curl: CurlProgram

    /// Finds curl in the folders of `PATH`.
    ///
    /// - Throws: `MailFault` when it is not there.
    public init(_ server: SMTPServer, path: String) throws(MailFault) {
        self.server = server
        curl = try CurlProgram(path: path)
    }

    /// Delivers one message in a connection of its own.
    ///
    /// A server that breaks off between the whole message and its answer may have it: then the trouble is `mail-uncertain`, and whoever tries
    /// again sends the same `Message-ID`, by which receivers drop the second.
    public func deliver(_ message: MailMessage) -> MailOutcome {
        let bytes = message.bytes
        do {
            let answer = try curl.run(try settings(for: message), upload: bytes)
            return SMTPVerdict(answer, octets: bytes.count, server: server).outcome
        } catch let trouble as MailTrouble {
            return .postponed(trouble)
        } catch {
            return .postponed(
                MailTrouble(.program, Phrase(vi: "Không chạy được curl để gửi thư", en: "curl cannot be run to send e-mail"))
            )
        }
    }

    private func settings(for message: MailMessage) throws(MailTrouble) -> [CurlSetting] {
        let scheme = server.security == .implicit ? "smtps" : "smtp"
        var settings: [CurlSetting] = [
            .flag("silent"), .flag("globoff"), .value("noproxy", "*"), .flag("tlsv1.2"),
            .value("url", "\(scheme)://\(server.place)" + (server.greetingName.map { "/\($0)" } ?? "")),
            .value("connect-timeout", String(min(server.timeout, 20))), .value("max-time", String(server.timeout)),
            .value("mail-from", message.from.address.text), .value("mail-rcpt", message.to.address.text),
            // In this order, a line each.
            .value("write-out", "%{size_upload}\\n%{errormsg}\\n"),
        ]
        switch server.security {
        case .none, .implicit: break
        case .opportunistic: settings.append(.flag("ssl"))
        case .required: settings.append(.flag("ssl-reqd"))
        }
        if let login = server.login {
            settings.append(.value("user", "\(login.user):\(try PasswordFile(login.passwordFile).password())"))
        }
        return settings
    }
}
