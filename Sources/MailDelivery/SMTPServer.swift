/// A server that takes messages, and how to speak with it.
public struct SMTPServer: Sendable, Hashable {
    /// Its name or address.
    public let host: String
    /// Its port.
    public let port: Int
    /// What keeps the connection secret.
    public let security: Security
    /// Who we are to it; nil: it asks nobody.
    public let login: Login?
    /// The name by which this machine greets it (RFC 5321, 4.1.1.1); nil: the machine's own.
    public let greetingName: String?
    /// The longest a whole delivery may take, in seconds.
    public let timeout: Int

    /// What keeps a connection secret.
    public enum Security: String, Sendable, Hashable, CaseIterable {
        /// Nothing.
        case none
        /// TLS where the server offers it (RFC 3207).
        case opportunistic
        /// TLS after `STARTTLS`, or no delivery (RFC 3207).
        case required
        /// TLS from the first octet on (RFC 8314).
        case implicit
    }

    /// A user and the file whose first line is the password.
    public struct Login: Sendable, Hashable {
        /// The user.
        public let user: String
        /// The path of the file.
        public let passwordFile: String

        /// A login.
        public init(user: String, passwordFile: String) {
            self.user = user
            self.passwordFile = passwordFile
        }
    }

    /// A server.
    public init(
        host: String,
        port: Int,
        security: Security = .required,
        login: Login? = nil,
        greetingName: String? = nil,
        timeout: Int = 60
    ) {
        self.host = host
        self.port = port
        self.security = security
        self.login = login
        self.greetingName = greetingName
        self.timeout = timeout
    }

    /// `host:port`, an address of IPv6 in brackets (RFC 3986, 3.2.2).
    var place: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
