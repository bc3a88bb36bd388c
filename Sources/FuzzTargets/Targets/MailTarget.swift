import LifecycleModel
import MailDelivery

extension FuzzTarget {
    /// Templates of letters: what is taken is filled with data that cannot end a line of the head.
    static let letter = FuzzTarget("letter", share: 8) { (bytes) throws(FuzzFinding) in
        let text = String(decoding: bytes, as: UTF8.self)
        guard let template = try? MailTemplate(text, file: "x", shape: MailDigest.shape) else { return }
        let hostile = "{{day}}\r\nBcc: x@example.com\u{2028}\u{1B}[31m"
        let tasks = [
            TemplateData(fields: ["task": hostile, "title": hostile], sections: ["notices": [TemplateData(fields: ["text": hostile])]])
        ]
        let (subject, _) = template.filled(
            with: TemplateData(fields: ["day": hostile, "person": hostile], sections: ["tasks": tasks + tasks])
        )
        try expect(!subject.contains { $0 == "\r" || $0 == "\n" || $0 == "\r\n" }, "the subject has two lines")
    }

    /// Messages: the first line is the subject, the second a name, the rest the text; nothing of them begins a header.
    static let message = FuzzTarget("message", share: 8) { (bytes) throws(FuzzFinding) in
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false).map(
            String.init
        )
        guard lines.count == 3, let address = try? MailAddress("mau@example.vn"), let to = try? Mailbox(address, name: lines[1]),
            let message = try? MailMessage(
                key: lines[1],
                from: to,
                to: to,
                subject: lines[0],
                body: lines[2],
                date: Moment(milliseconds: 1_767_143_109_000)
            )
        else { return }
        let octets = message.bytes
        try expect(octets.allSatisfy { $0 < 0x80 }, "a message with octets beyond ASCII")
        let allowed: Set = [
            "From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type", "Content-Transfer-Encoding",
        ]
        for line in String(decoding: octets, as: UTF8.self).components(endedBy: "\r\n") {
            if line.isEmpty { break }
            try expect(line.utf8.count <= 998, "a line of more than 998 octets")
            let name = line.split(separator: ":").first.map(String.init) ?? ""
            try expect(line.hasPrefix(" ") || allowed.contains(name), "a header that nobody wrote: \(line)")
        }
        for (place, octet) in octets.enumerated() where octet == 0x0A || octet == 0x0D {
            let isPair = octet == 0x0A ? place > 0 && octets[place - 1] == 0x0D : place + 1 < octets.count && octets[place + 1] == 0x0A
            try expect(isPair, "half a line end")
        }
    }

    /// Settings of mail: read, or refused without repeating what may be a password.
    static let settings = FuzzTarget("settings", longest: 1 << 10, share: 12) { (bytes) throws(FuzzFinding) in
        let text = String(decoding: bytes, as: UTF8.self)
        let secret = "bi-mat-9f3a"
        for given in [text, "smtp://user:\(secret)@\(text)"] {
            do throws(MailFault) { _ = try MailSettings(parsing: given) } catch {
                try expect(!error.phrase.vi.contains(secret) && !error.hint.vi.contains(secret), "a message repeats a password")
            }
        }
    }
}

extension String {
    /// The lines before each end, whole.
    fileprivate func components(endedBy end: String) -> [Substring] { split(separator: end, omittingEmptySubsequences: false) }
}
