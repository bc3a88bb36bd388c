import Foundation
import LifecycleModel

/// The `curl` of the system, and one run of it.
struct CurlProgram: Sendable {
    private let program: String

    /// What a run gave: its status, what its `write-out` said, and every line the server said.
    struct Answer {
        let status: Int32
        let output: [String]
        let replies: [SMTPReply]
        let hasSaidAnything: Bool
    }

    /// Finds it in the folders of `PATH`.
    init(path: String) throws(MailFault) {
        let found = path.split(separator: ":").map { "\($0)/curl" }.first { FileManager.default.isExecutableFile(atPath: $0) }
        guard let found else {
            throw MailFault(
                .noCurl,
                Phrase(vi: "Máy này chưa có curl để gửi thư qua SMTP", en: "There is no curl here to send e-mail over SMTP"),
                hint: Phrase(
                    vi: "Cài bằng: apt-get install curl; hoặc giao thư vào thư mục bằng folder:/đường-dẫn?from=…",
                    en: "Install it: apt-get install curl; or deliver into a folder with folder:/path?from=…"
                )
            )
        }
        program = found
    }

    /// Runs it with settings that only it can read; `upload` is sent, `replies` are what came back.
    ///
    /// - Throws: The system's error when the program cannot be run.
    func run(_ settings: [CurlSetting], upload: [UInt8]) throws -> Answer {
        let folder = FileManager.default.temporaryDirectory.appending(path: "nhiemvu-mail-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        let (message, replies) = (folder.appending(path: "message"), folder.appending(path: "replies"))
        try Data(upload).write(to: message)
        let all = settings + [.value("upload-file", message.path), .value("dump-header", replies.path)]

        let (input, output) = (Pipe(), Pipe())
        // A few hundred octets, which the pipe holds: they are written before anybody reads, so that nobody can leave while we write.
        try input.fileHandleForWriting.write(contentsOf: Data(all.map(\.line).joined().utf8))
        try input.fileHandleForWriting.close()
        let process = Process()
        process.executableURL = URL(filePath: program)
        // Arguments are seen by everybody on the machine; first, so that no settings of the user's own are read.
        process.arguments = ["--disable", "--config", "-"]
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let said = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        let heard = FileManager.default.contents(atPath: replies.path) ?? Data()
        return Answer(
            status: process.terminationReason == .exit ? process.terminationStatus : -1,
            output: String(decoding: said, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(String.init),
            replies: SMTPReply.all(in: heard),
            hasSaidAnything: !heard.isEmpty
        )
    }
}

/// One line of a file of settings for curl.
enum CurlSetting: Sendable, Hashable {
    /// A switch.
    case flag(String)
    /// An option with its value.
    case value(String, String)

    /// The line; quotes and backslashes of the value are escaped as curl's manual says.
    var line: String {
        switch self {
        case .flag(let name): return "\(name)\n"
        case .value(let name, let text):
            let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            return "\(name) = \"\(escaped)\"\n"
        }
    }
}
