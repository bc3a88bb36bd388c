import Foundation
import Testing

/// The built program as a child process.
struct Program {
    /// What a run answered.
    struct Outcome {
        let output: String
        let error: String
        let exit: Int32
    }

    /// The program does not lie beside the tests.
    struct NotBuilt: Error {}

    /// Folder of the package.
    static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .path

    /// The small rules that tests go by.
    static let smallRules = "\(package)/Tests/SmallRules"

    /// The rules that are shipped.
    static let shippedRules = "\(package)/workflows"

    private static let path: String? = {
        let beside = [Bundle.main.executablePath, CommandLine.arguments.first].compactMap { $0 }
            .map { "\(($0 as NSString).deletingLastPathComponent)/nhiemvu" }
        return (beside + ["\(package)/.build/debug/nhiemvu"]).first { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    /// Runs it with a plain environment, in a folder.
    ///
    /// - Parameter carrier: a program, with its arguments, that runs it in turn.
    static func run(
        _ arguments: [String],
        by carrier: [String] = [],
        in folder: String,
        environment: [String: String] = [:],
        input: String = "",
        output: String? = nil
    ) throws -> Outcome {
        let process = Process()
        guard let path else { throw NotBuilt() }
        process.executableURL = URL(fileURLWithPath: carrier.first ?? path)
        process.arguments = carrier.isEmpty ? arguments : carrier.dropFirst() + [path] + arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        let plain = [
            "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "COLUMNS": "120", "NHIEMVU_RULES": smallRules, "NHIEMVU_NOW": "2022-04-01",
        ]
        let library = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"].map { ["LD_LIBRARY_PATH": $0] } ?? [:]
        process.environment = plain.merging(library) { $1 }.merging(environment) { $1 }
        // Files, not pipes: whatever the program writes, it never waits for a reader.
        let place = FileManager.default.temporaryDirectory.appendingPathComponent("nhiemvu-run-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: place) }
        let streams = try ["in", "out", "err"].map { name in
            let url = place.appendingPathComponent(name)
            try Data((name == "in" ? input : "").utf8).write(to: url)
            return name == "in" ? try FileHandle(forReadingFrom: url) : try FileHandle(forWritingTo: url)
        }
        process.standardInput = streams[0]
        process.standardOutput = try output.map { try FileHandle(forWritingTo: URL(fileURLWithPath: $0)) } ?? streams[1]
        process.standardError = streams[2]
        try process.run()
        process.waitUntilExit()
        for stream in streams { try stream.close() }
        func text(_ name: String) throws -> String {
            String(decoding: try Data(contentsOf: place.appendingPathComponent(name)), as: UTF8.self)
        }
        return Outcome(output: try text("out"), error: try text("err"), exit: process.terminationStatus)
    }

    /// Runs it on typed input that stays open, and kills it (SIGKILL) as soon as a mark stood on stderr so many times.
    ///
    /// - Returns: what it had said by then.
    static func killed(
        _ arguments: [String],
        in folder: String,
        environment: [String: String],
        input: String,
        after mark: String,
        times: Int
    ) throws -> String {
        guard let path else { throw NotBuilt() }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"].merging(environment) { $1 }
        let (typed, said) = (Pipe(), Pipe())
        process.standardInput = typed
        process.standardError = said
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        try typed.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        var text = ""
        while text.components(separatedBy: mark).count <= times {
            let more = said.fileHandleForReading.availableData
            if more.isEmpty { break }
            text += String(decoding: more, as: UTF8.self)
        }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        return text
    }
}
