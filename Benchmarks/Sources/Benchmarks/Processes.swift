import Foundation

/// Whole processes.
enum Processes {
    struct Failure: Error, CustomStringConvertible {
        let message: String
        var description: String { message }
    }

    /// Runs a program to its end; answers with what it printed and how many seconds it took by the wall clock, until its output ended with it:
    /// Foundation learns of the end itself some 50 ms later.
    ///
    /// - Throws: `Failure` when it ends with anything but 0.
    static func run(_ program: String, _ arguments: [String]) throws -> (output: String, seconds: Double) {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.environment = ["NO_COLOR": "1", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]
        let pipe = Pipe()
        process.standardOutput = pipe
        let start = Timing.wallSeconds
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        let seconds = Timing.wallSeconds - start
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(message: "\(program) \(arguments.joined(separator: " ")) ended with \(process.terminationStatus)")
        }
        return (String(decoding: output, as: UTF8.self), seconds)
    }
}
