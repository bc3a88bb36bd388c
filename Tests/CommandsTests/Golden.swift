import Foundation
import TestSupport
import Testing

/// What a run should say, kept beside the tests (``GoldenFile``).
enum Golden {
    /// Compares a run with the file of that name.
    static func expect(
        _ name: String,
        _ arguments: [String],
        _ outcome: Program.Outcome,
        on desk: Desk? = nil,
        location: SourceLocation = #_sourceLocation
    )
        throws
    {
        let words = arguments.map(shown).joined(separator: " ")
        var text = "$ nhiemvu \(words)\n[\(outcome.exit)]\n"
        if !outcome.output.isEmpty { text += "--- stdout\n\(outcome.output)" }
        // Progress is told after a second: whether it is depends on the machine.
        let told = outcome.error.replacing(/[^\n]+ \d+\/\d+ \(\d+ %\)\n/, with: "")
        if !told.isEmpty { text += "--- stderr\n\(told)" }
        text = normal(text, desk)
        let fault = try GoldenFile("\(name).txt", besideSource: #filePath).fault(with: text)
        #expect(fault == nil, sourceLocation: location)
    }

    /// A word of the command line so that it can stand in a file.
    private static func shown(_ word: String) -> String {
        let plain = word.unicodeScalars.map { $0.value < 32 || $0.value == 0x202E ? "\\u{\(String($0.value, radix: 16))}" : String($0) }
            .joined()
        let short = plain.count > 120 ? "\(plain.prefix(10))… (\(plain.count))" : plain
        return short.contains(" ") || short.isEmpty ? "\"\(short)\"" : short
    }

    /// The text without what differs from run to run: folders, hashes, moments of recording, sizes.
    private static func normal(_ text: String, _ desk: Desk?) -> String {
        text.replacing(desk?.folder.path ?? "‹desk›", with: "‹desk›").replacing(Program.package, with: "‹package›")
            .replacing(/[0-9a-f]{64}/, with: "‹hash›").replacing(/\b[0-9a-f]{12}\b/, with: "‹short hash›").replacing(
                /\b[0-9a-f]{16}…/,
                with: "‹hash›…"
            )
            .replacing(/20\d\d-\d\d-\d\dT[0-9:.]+(Z|[+]07:00)/, with: "‹moment›")
            .replacing(/\d\d:\d\d \d\d\/\d\d\/20\d\d/, with: "‹moment›").replacing(
                /\d\d\/\d\d\/20\d\d \d\d:\d\d/,
                with: "‹moment›"
            )
            .replacing(/\+[0-9a-f]{8}\+[A-Za-z0-9+\/]{44}/, with: "+‹key›")
            .replacing(/\+[0-9a-f]{8}\b/, with: "+‹id›")
            .replacing(/[A-Za-z0-9+\/]{80,}={0,2}/, with: "‹base64›").replacing(/[A-Za-z0-9+\/]{43}=/, with: "‹base64›")
            .replacing(/"bytes": \d+/, with: "\"bytes\": ‹n›").replacing(/\d+ KB/, with: "‹n› KB")
    }
}
