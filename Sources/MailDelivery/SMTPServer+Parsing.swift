import LifecycleModel

extension SMTPServer {
    /// Reads `[user@]host[:port]` and the parameters that are about a server.
    init(authority: String, isImplicit: Bool, _ parameters: SettingsParameters) throws(MailFault) {
        let at = authority.lastIndex(of: "@")
        let place = at.map { String(authority[authority.index(after: $0)...]) } ?? authority
        let (host, port) = try Self.hostAndPort(place, otherwise: isImplicit ? 465 : 587)
        let security = try Self.security(parameters[.tls], isImplicit: isImplicit)
        let login = try Self.login(at.map { String(authority[..<$0]) }, parameters[.passwordFile])
        // A password in the clear is only for the machine itself.
        if login != nil, security == .none || security == .opportunistic, !["localhost", "127.0.0.1", "::1"].contains(host) {
            throw SettingsFault.value(
                .tls,
                security.rawValue,
                Phrase(
                    vi: "có mật khẩu thì phải dùng tls=required hoặc smtps://, trừ khi máy chủ là localhost",
                    en: "with a password use tls=required or smtps://, unless the server is localhost"
                )
            )
        }
        if let name = parameters[.helo], !Self.isHostName(name) {
            throw SettingsFault.value(.helo, name, Phrase(vi: "ghi tên máy đầy đủ, ví dụ may.don-vi.gov.vn", en: "write a full host name"))
        }
        self.init(
            host: host,
            port: port,
            security: security,
            login: login,
            greetingName: parameters[.helo],
            timeout: try Self.timeout(parameters[.timeout])
        )
    }

    private static func hostAndPort(_ text: String, otherwise standard: Int) throws(MailFault) -> (String, Int) {
        var (host, port) = (text, String(standard))
        if text.first == "[", let end = text.firstIndex(of: "]") {
            host = String(text[text.index(after: text.startIndex)..<end])
            let rest = text[text.index(after: end)...]
            if rest.first == ":" { port = String(rest.dropFirst()) } else if !rest.isEmpty { port = String(rest) }
            guard !host.isEmpty, host.utf8.allSatisfy({ UnicodeScalar($0).properties.isASCIIHexDigit || ":.".utf8.contains($0) }) else {
                throw wrongHost(text)
            }
        } else {
            if let colon = text.lastIndex(of: ":") { (host, port) = (String(text[..<colon]), String(text[text.index(after: colon)...])) }
            guard isHostName(host) else { throw wrongHost(text) }
        }
        guard let number = Int(port), port.utf8.allSatisfy({ (48...57).contains($0) }), (1...65535).contains(number) else {
            // Not quoted: it may be a password that lost its server.
            throw SettingsFault.malformed(
                Phrase(
                    vi: "có cổng sai; sau dấu : là số từ 1 đến 65535",
                    en: "name a wrong port; behind the colon stands a number from 1 to 65535"
                )
            )
        }
        return (host, number)
    }

    private static func wrongHost(_ text: String) -> MailFault {
        SettingsFault.malformed(
            Phrase(
                vi: "có máy chủ «\(text)»; sau tên máy chủ chỉ có thể là :cổng rồi ?",
                en: "name the server \"\(text)\"; only :port and then ? may follow its name"
            )
        )
    }

    private static func isHostName(_ text: String) -> Bool {
        text.utf8.count <= 253
            && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
                (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                    && label.utf8.allSatisfy { EscapedKey.isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
            }
    }

    private static func security(_ text: String?, isImplicit: Bool) throws(MailFault) -> Security {
        guard let text else { return isImplicit ? .implicit : .required }
        if isImplicit, text == "required" { return .implicit }
        if !isImplicit, let named = Security(rawValue: text), named != .implicit { return named }
        throw SettingsFault.value(
            .tls,
            text,
            isImplicit
                ? Phrase(vi: "smtps:// luôn dùng TLS; bỏ tls= đi", en: "smtps:// always uses TLS; leave tls= out")
                : Phrase(vi: "ghi required, opportunistic hoặc none", en: "write required, opportunistic or none")
        )
    }

    private static func login(_ user: String?, _ file: String?) throws(MailFault) -> Login? {
        guard let user else {
            guard file == nil else {
                throw SettingsFault.malformed(
                    Phrase(vi: "có password-file nhưng không có tài khoản trước dấu @", en: "have a password-file but no user before an @")
                )
            }
            return nil
        }
        if user.contains(":") {
            throw SettingsFault.malformed(
                Phrase(vi: "không được chứa mật khẩu; hãy dùng password-file=", en: "must not hold a password; use password-file=")
            )
        }
        guard let name = SettingsParameters.decoded(user), !name.isEmpty, !name.contains(":") else {
            throw SettingsFault.malformed(Phrase(vi: "có tài khoản không đọc được trước dấu @", en: "have no readable user before the @"))
        }
        guard let file else {
            throw SettingsFault.malformed(
                Phrase(vi: "có tài khoản «\(name)» nhưng thiếu password-file=", en: "name the user \"\(name)\" but no password-file=")
            )
        }
        return Login(user: name, passwordFile: file)
    }

    private static func timeout(_ text: String?) throws(MailFault) -> Int {
        guard let text else { return 60 }
        guard let seconds = Int(text), (1...600).contains(seconds) else {
            throw SettingsFault.value(.timeout, text, Phrase(vi: "ghi số giây từ 1 đến 600", en: "write seconds from 1 to 600"))
        }
        return seconds
    }
}
