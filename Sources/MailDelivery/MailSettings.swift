import LifecycleModel

/// Where messages go and who sends them, read from one line of text.
///
/// - `smtp://user@host:587?from=…&password-file=…`: port 587 where none is named, TLS by `STARTTLS` unless `tls=opportunistic|none`;
/// - `smtps://user@host:465?…`: TLS from the first octet on;
/// - `folder:/path?from=…`: files for another system.
///
/// Further: `name=` shown beside the sender's address, `helo=` the name by which this machine greets, `timeout=` seconds of a delivery.
/// Octets may be written `%XX` (RFC 3986, 2.1); a plus sign is a plus sign.
public struct MailSettings: Sendable, Hashable {
    /// Where messages go.
    public let route: Route
    /// Who sends them.
    public let sender: Mailbox

    /// Ways out.
    public enum Route: Sendable, Hashable {
        /// Over SMTP.
        case server(SMTPServer)
        /// As files into a folder.
        case folder(String)
    }

    /// Settings.
    public init(route: Route, sender: Mailbox) {
        self.route = route
        self.sender = sender
    }

    /// Reads settings.
    ///
    /// - Throws: `MailFault` that says what is wrong and how to mend it.
    public init(parsing text: String) throws(MailFault) {
        guard !text.unicodeScalars.contains(where: HeaderText.isControl) else {
            throw SettingsFault.malformed(Phrase(vi: "có ký tự điều khiển", en: "hold a control character"))
        }
        // A mark that joins itself to a separator hides it: then what was meant as a password is no longer known for one, and would be quoted.
        guard !text.contains(where: Self.hidesSeparator) else {
            throw SettingsFault.malformed(
                Phrase(vi: "có dấu ghép ngay sau một ký tự ngăn cách", en: "hold a combining mark behind a character that separates")
            )
        }
        let halves = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let parameters = try SettingsParameters(halves.count == 2 ? halves[1] : "")
        let target = halves[0]
        if let path = target.removingScheme("folder:") {
            route = try Self.folder(path, parameters)
        } else if let authority = target.removingScheme("smtps://") {
            route = .server(try SMTPServer(authority: authority, isImplicit: true, parameters))
        } else if let authority = target.removingScheme("smtp://") {
            route = .server(try SMTPServer(authority: authority, isImplicit: false, parameters))
        } else {
            throw SettingsFault.malformed(
                Phrase(vi: "phải bắt đầu bằng smtp://, smtps:// hoặc folder:", en: "must begin with smtp://, smtps:// or folder:")
            )
        }
        sender = try Self.sender(parameters)
    }

    /// What delivers by these settings.
    ///
    /// - Parameter path: the folders in which programs are found, as in `PATH`.
    /// - Throws: `MailFault` when a program it needs is not there.
    public func carrier(path: String) throws(MailFault) -> any MailCarrier {
        switch route {
        case .server(let server): try SMTPCarrier(server, path: path)
        case .folder(let folder): FolderCarrier(folder: folder)
        }
    }

    /// Where messages go, for people to read: no password, and no path to one.
    public var destination: String {
        switch route {
        case .server(let server): (server.security == .implicit ? "smtps://" : "smtp://") + server.place
        case .folder(let folder): "folder:\(folder)"
        }
    }

    private static func hidesSeparator(_ character: Character) -> Bool {
        let scalars = character.unicodeScalars
        return scalars.count > 1 && scalars.contains { $0.isASCII && "?&=@:/%[]#;,".unicodeScalars.contains($0) }
    }

    private static func folder(_ path: String, _ parameters: SettingsParameters) throws(MailFault) -> Route {
        try parameters.allowOnly([.from, .name], for: "folder:")
        guard let path = SettingsParameters.decoded(path), !path.isEmpty else {
            throw SettingsFault.malformed(Phrase(vi: "thiếu đường dẫn sau folder:", en: "name no path behind folder:"))
        }
        return .folder(path)
    }

    private static func sender(_ parameters: SettingsParameters) throws(MailFault) -> Mailbox {
        guard let text = parameters[.from] else {
            throw SettingsFault.malformed(Phrase(vi: "thiếu from=, địa chỉ người gửi", en: "lack from=, the sender's address"))
        }
        let address: MailAddress
        do throws(MailAddressFault) {
            address = try MailAddress(text)
        } catch {
            throw MailFault(.settings, error.phrase.mapped { "from=: \($0)" }, hint: error.hint)
        }
        return try Mailbox(address, name: parameters[.name] ?? "")
    }
}

extension String {
    /// What stands behind a scheme, which is read in any case (RFC 3986, 3.1).
    fileprivate func removingScheme(_ scheme: String) -> String? {
        prefix(scheme.count).lowercased() == scheme ? String(dropFirst(scheme.count)) : nil
    }
}
