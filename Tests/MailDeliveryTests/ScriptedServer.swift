import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A mail server on loopback that answers as a script says, and keeps what it was told.
final class ScriptedServer: Sendable {
    /// What it says; nil: nothing, it closes the connection instead.
    struct Script: Sendable {
        var greeting: String? = "220 thu.example.vn ESMTP"
        var isSilent = false
        var extensions: [String] = []
        var login: String? = "235 2.7.0 ok"
        var mail: String? = "250 2.1.0 ok"
        var recipient: String? = "250 2.1.5 ok"
        var data: String? = "354 go on"
        var end: String? = "250 2.0.0 queued"
        var farewell: String? = "221 bye"
    }

    /// What it was told.
    struct Heard: Sendable {
        var commands: [String] = []
        var messages: [[UInt8]] = []
    }

    let port: Int
    private let listener: Int32
    private let script: Script
    private let notes = Mutex(Heard())
    private let isOver = DispatchSemaphore(value: 0)

    /// What it was told so far.
    var heard: Heard { notes.withLock { $0 } }

    /// Listens from now on, until `close`.
    init(_ script: Script = Script()) throws {
        self.script = script
        (listener, port) = try Self.listening()
        Thread { [listener] in
            while case let connection = accept(listener, nil, nil), connection >= 0 {
                self.serve(connection)
                Glibc.close(connection)
            }
            self.isOver.signal()
        }.start()
    }

    /// Listens no more. The number of the socket is given back only when nobody asks for connections by it: it may be that of the next server.
    func close() {
        shutdown(listener, Int32(SHUT_RDWR))
        isOver.wait()
        Glibc.close(listener)
    }

    /// A port on which nobody listens.
    static func deadPort() throws -> Int {
        let (socket, port) = try listening()
        Glibc.close(socket)
        return port
    }

    private static func listening() throws -> (Int32, Int) {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, length) == 0 && listen(socket, 8) == 0 && getsockname(socket, $0, &length) == 0
            }
        }
        guard isBound else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        return (socket, Int(UInt16(bigEndian: address.sin_port)))
    }

    private func serve(_ connection: Int32) {
        guard !script.isSilent else {
            // Until the other side gives up.
            var octet: UInt8 = 0
            while read(connection, &octet, 1) > 0 {}
            return
        }
        guard say(script.greeting, on: connection) else { return }
        while let line = line(on: connection) {
            notes.withLock { $0.commands.append(line) }
            let isOver =
                switch line.prefix(4).uppercased() {
                case "EHLO", "HELO": !sayGreeting(on: connection)
                case "AUTH": !takeLogin(on: connection)
                case "MAIL": !say(script.mail, on: connection)
                case "RCPT": !say(script.recipient, on: connection)
                case "DATA": !takeMessage(on: connection)
                case "QUIT": !say(script.farewell, on: connection) || true
                default: !say("502 unknown", on: connection)
                }
            if isOver { return }
        }
    }

    private func sayGreeting(on connection: Int32) -> Bool {
        let lines = ["thu.example.vn"] + script.extensions
        let text = lines.enumerated().map { "250\($0 == lines.count - 1 ? " " : "-")\($1)" }.joined(separator: "\r\n")
        return say(text, on: connection)
    }

    /// The words of a login come behind an invitation (RFC 4954, 4).
    private func takeLogin(on connection: Int32) -> Bool {
        guard say("334 ", on: connection), let words = line(on: connection) else { return false }
        notes.withLock { $0.commands.append(words) }
        return say(script.login, on: connection)
    }

    private func takeMessage(on connection: Int32) -> Bool {
        guard say(script.data, on: connection) else { return false }
        guard script.data?.hasPrefix("354") == true else { return true }
        var message: [UInt8] = []
        while let line = line(on: connection), line != "." {
            message += Array((line.hasPrefix(".") ? String(line.dropFirst()) : line).utf8) + [0x0D, 0x0A]
        }
        notes.withLock { $0.messages.append(message) }
        return say(script.end, on: connection)
    }

    private func say(_ text: String?, on connection: Int32) -> Bool {
        guard let text else { return false }
        let octets = Array((text + "\r\n").utf8)
        return send(connection, octets, octets.count, Int32(MSG_NOSIGNAL)) == octets.count
    }

    private func line(on connection: Int32) -> String? {
        var octets: [UInt8] = []
        var octet: UInt8 = 0
        while read(connection, &octet, 1) == 1 {
            if octet == 0x0A { return String(decoding: octets.last == 0x0D ? octets.dropLast() : octets[...], as: UTF8.self) }
            octets.append(octet)
        }
        return nil
    }
}
