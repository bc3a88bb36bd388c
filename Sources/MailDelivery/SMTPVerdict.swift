import LifecycleModel

/// What a run of curl means for the message: what the server said comes first, how curl ended second.
struct SMTPVerdict {
    private let answer: CurlProgram.Answer
    private let server: SMTPServer
    private let octets: Int
    /// The command that failed, as curl names it, or nothing.
    private let failed: String?
    /// The answer to the whole message.
    private let afterData: SMTPReply?
    /// The answer that decides; those to the farewell say nothing.
    private let reply: SMTPReply?

    init(_ answer: CurlProgram.Answer, octets: Int, server: SMTPServer) {
        self.answer = answer
        self.server = server
        self.octets = octets
        let words = (answer.output.dropFirst().first ?? "").split(separator: " ")
        let failed = words.dropFirst().first == "failed:" ? words.first.map(String.init) : nil
        let code = failed == nil ? nil : words.dropFirst(2).first.flatMap { Int($0) }
        self.failed = failed
        let afterData = answer.replies.lastIndex { $0.code == 354 }.flatMap { answer.replies[($0 + 1)...].first }
        self.afterData = afterData
        reply = afterData ?? answer.replies.last { $0.code == code } ?? answer.replies.last { $0.code != 221 }
    }

    /// What became of the message.
    var outcome: MailOutcome {
        if let afterData {
            switch afterData.kind {
            // It has the message, whatever happened to the farewell.
            case 2: return .delivered
            case 5: return .refused(refusal)
            default: return .postponed(busy)
            }
        }
        if reply?.code == 354 { return .postponed(brokenOff) }
        if answer.status == 67 || reply.map({ [530, 534, 535, 538].contains($0.code) }) == true {
            return .postponed(
                trouble(
                    .login,
                    "không chấp nhận tài khoản hoặc mật khẩu, hoặc đòi đăng nhập:",
                    "does not accept user or password, or wants a login:"
                )
            )
        }
        if Self.tls.contains(answer.status) {
            return .postponed(
                trouble(
                    .insecure,
                    "không lập được kết nối bảo mật (TLS) tin cậy (curl: \(answer.status))",
                    "cannot be reached over a trusted secret connection (TLS; curl: \(answer.status))",
                    isQuoted: false
                )
            )
        }
        switch reply?.kind {
        case 5?: return neverAgain
        case 4?: return .postponed(busy)
        default: return .postponed(silence)
        }
    }

    /// A refusal for good is one of this recipient or message; one of the connection or the sender is of the settings, and can be mended.
    private var neverAgain: MailOutcome {
        // 552: too large (RFC 1870), told before the message is sent.
        if failed == "RCPT" || failed == "DATA" || reply?.code == 552 { return .refused(refusal) }
        return .postponed(
            failed == "MAIL"
                ? trouble(.sender, "không nhận thư của người gửi này:", "takes no messages of this sender:")
                : trouble(.busy, "không phục vụ:", "does not serve us:")
        )
    }

    private var refusal: MailTrouble { trouble(.refused, "từ chối hẳn thư này:", "refuses this message for good:") }

    private var busy: MailTrouble { trouble(.busy, "chưa nhận thư lúc này:", "does not take the message now:") }

    /// The server said that it waits for the message, and nothing more.
    private var brokenOff: MailTrouble {
        let isWhole = answer.output.first.flatMap { Int($0) }.map { $0 >= octets } ?? true
        return isWhole
            ? trouble(
                .uncertain,
                "không xác nhận sau khi thư đã gửi hết; thư có thể đã được nhận",
                "did not confirm after the whole message was sent; it may have been delivered",
                isQuoted: false
            )
            : trouble(.nonsense, "ngắt kết nối khi thư chưa gửi hết", "broke off before the whole message was sent", isQuoted: false)
    }

    /// No answer that says anything: nobody there, nothing said, or something that is no SMTP.
    private var silence: MailTrouble {
        switch answer.status {
        case 5, 6: trouble(.unreachable, "không có trong DNS", "is not known to DNS")
        case 7: trouble(.unreachable, "không kết nối được", "cannot be connected to")
        case 28 where reply != nil || !answer.hasSaidAnything:
            trouble(.silent, "không trả lời kịp", "did not answer in time", isQuoted: false)
        case 0: trouble(.nonsense, "không xác nhận đã nhận thư", "did not confirm the message", isQuoted: false)
        case -1: MailTrouble(.program, Phrase(vi: "curl bị dừng giữa chừng", en: "curl was stopped"))
        case 1, 2, 4:
            MailTrouble(
                .program,
                Phrase(
                    vi: "curl quá cũ hoặc thiếu SMTP (mã \(answer.status))",
                    en: "curl is too old or lacks SMTP (status \(answer.status))"
                )
            )
        default:
            trouble(.nonsense, "ngắt kết nối hoặc trả lời không đúng SMTP", "broke off or does not speak SMTP", isQuoted: false)
        }
    }

    /// Words about the server, with what it said.
    private func trouble(_ code: MailTrouble.Code, _ vi: String, _ en: String, isQuoted: Bool = true) -> MailTrouble {
        let said = isQuoted ? reply.map { " «\($0.text)»" } ?? "" : ""
        return MailTrouble(code, Phrase(vi: "Máy chủ thư \(server.place) \(vi)\(said)", en: "The mail server \(server.place) \(en)\(said)"))
    }

    /// Exit codes of curl about TLS: handshake, certificates, engines, `--ssl-reqd` without TLS.
    private static let tls: Set<Int32> = [35, 51, 53, 54, 58, 59, 60, 64, 66, 77, 80, 82, 83, 90, 91, 98]
}
