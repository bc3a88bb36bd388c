import CanonicalJSON
import Foundation
import TestSupport
import Testing

/// What shells and manual makers ask of the program.
@Suite("Completion and manuals")
struct CompletionTests {
    @Test("A completion script names every command", arguments: ["bash", "zsh", "fish"])
    func script(_ shell: String) throws {
        let folder = try TemporaryFolder()
        let outcome = try Program.run(["--generate-completion-script", shell], in: folder.path)
        #expect(outcome.exit == 0 && outcome.error.isEmpty)
        for word in ["explain", "calendar", "programme", "dry-run"] { #expect(outcome.output.contains(word), "\(word)") }
    }

    @Test("bash takes its script")
    func bash() throws {
        let folder = try TemporaryFolder()
        let script = folder.file("nhiemvu.bash")
        try Data(try Program.run(["--generate-completion-script", "bash"], in: folder.path).output.utf8).write(
            to: URL(fileURLWithPath: script)
        )
        let bash = Process()
        bash.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        bash.arguments = ["bash", "-n", script]
        try bash.run()
        bash.waitUntilExit()
        #expect(bash.terminationStatus == 0)
    }

    @Test("Every command has a description in both languages and an example", arguments: ["vi", "en"])
    func described(_ language: String) throws {
        let folder = try TemporaryFolder()
        let outcome = try Program.run(["--experimental-dump-help"], in: folder.path, environment: ["NHIEMVU_LANG": language])
        let root = try #require(try JSONValue(parsing: Array(outcome.output.utf8))["command"])
        var commands = [root]
        while let command = commands.popLast() {
            let name = try #require(command["commandName"]?.string)
            guard name != "help" else { continue }
            #expect(command["abstract"]?.string?.isEmpty == false, "\(name)")
            #expect(command["discussion"]?.string?.contains(language == "vi" ? "Ví dụ" : "Example") == true, "\(name)")
            for argument in command["arguments"]?.array ?? [] {
                #expect(argument["abstract"]?.string?.isEmpty == false, "\(name): \(argument)")
            }
            commands += command["subcommands"]?.array ?? []
        }
    }

    @Test(
        "No English word of the parser is left in a Vietnamese help text",
        arguments: ["", "task", "task do", "task list", "calendar add", "init", "export"]
    )
    func vietnamese(_ command: String) throws {
        let folder = try TemporaryFolder()
        let outcome = try Program.run(["help"] + command.split(separator: " ").map(String.init), in: folder.path)
        #expect(outcome.exit == 0)
        for word in [
            "OVERVIEW", "USAGE", "OPTIONS", "SUBCOMMANDS", "ARGUMENTS", "default", "values", "Show ", "See ", "<subcommand>", "<options>",
        ] {
            #expect(!outcome.output.contains(word), "\(command): \(word)")
        }
    }
}
