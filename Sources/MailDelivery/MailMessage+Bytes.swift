import LifecycleModel

extension MailMessage {
    /// The message as systems exchange it: headers and a body of type `text/plain` in UTF-8 (RFC 5322, RFC 2045); lines end with CRLF and keep
    /// to 76 characters but for long names. It says that a program wrote it, so that no program answers (RFC 3834). The same message gives
    /// the same bytes.
    public var bytes: [UInt8] {
        var fields = [
            HeaderField("From", from.words), HeaderField("To", to.words), HeaderField("Subject", HeaderText.words(subject)),
            HeaderField("Date", date.internetDate), HeaderField("Message-ID", identifier), HeaderField("Auto-Submitted", "auto-generated"),
        ]
        if isUrgent { fields += [HeaderField("Importance", "high"), HeaderField("X-Priority", "1")] }
        fields += [
            HeaderField("MIME-Version", "1.0"), HeaderField("Content-Type", "text/plain; charset=utf-8"),
            HeaderField("Content-Transfer-Encoding", "base64"),
        ]
        return Array((fields.map(\.text).joined() + "\r\n" + Base64.lines(canonicalBody)).utf8)
    }

    /// The text with lines that all end with CRLF, as it is encoded (RFC 2045, 6.8).
    private var canonicalBody: [UInt8] {
        var octets: [UInt8] = []
        var isAfterReturn = false
        for octet in VietnameseText.composed(body).utf8 {
            switch octet {
            case UInt8(ascii: "\r"): octets += [0x0D, 0x0A]
            case UInt8(ascii: "\n"): if !isAfterReturn { octets += [0x0D, 0x0A] }
            default: octets.append(octet)
            }
            isAfterReturn = octet == UInt8(ascii: "\r")
        }
        return octets.last == 0x0A || octets.isEmpty ? octets : octets + [0x0D, 0x0A]
    }
}

extension Moment {
    /// `Wed, 31 Dec 2025 08:30:00 +0700` (RFC 5322, 3.3).
    fileprivate var internetDate: String {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let day = civilDate
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let time = [clock.hour, clock.minute, clock.second].map(two).joined(separator: ":")
        return "\(day.weekday.short.en), \(two(day.day)) \(months[day.month - 1]) \(day.year) \(time) +0700"
    }
}
