import TestSupport
import Testing

/// Every command once as a person sees it, the important ones for programs and in English.
@Suite("Answers")
struct AnswerTests {
    @Test("are as recorded", arguments: Run.answers)
    func answers(_ run: Run) throws {
        let desk = try Desk()
        let before = try desk.head()
        let outcome = try desk.run(run.arguments, environment: run.environment, input: run.input)
        try Golden.expect(run.name, run.arguments, outcome, on: desk)
        #expect(outcome.exit == run.exit)
        if !run.writes { #expect(try desk.head() == before) }
    }

    @Test("Quiet leaves out that a file was written, except for programs")
    func quiet() throws {
        let desk = try Desk()
        let words = ["rules", "graph", "old-law", "--output", desk.folder.file("ve.svg")]
        #expect(try desk.run(words).output.contains("ve.svg"))
        #expect(try desk.run(words + ["-q"]).output.isEmpty)
        #expect(try desk.run(words + ["-q", "--format", "json"]).output.contains("ve.svg"))
    }

    @Test("A dry run and the real one say the same happens, and only one of them writes")
    func dryRun() throws {
        let desk = try Desk()
        let words = ["task", "do", "TH-2022-001", "accept", "--set", "acceptance.on=2022-04-01", "--actor", "CV01", "--format", "json"]
        let before = try desk.head()
        let dry = try desk.run(words + ["--dry-run"])
        #expect(try desk.head() == before)
        let real = try desk.run(words)
        #expect(try desk.head() != before)
        #expect(dry.exit == 0 && real.exit == 0)
        let head = { (text: String) in text.split(separator: "\n").prefix { !$0.contains("\"dry_run\"") } }
        #expect(head(dry.output) == head(real.output))
    }

    @Test("go on whatever the language, the width and the colours", arguments: ["vi", "en"], ["20", "1000"])
    func everywhere(language: String, columns: String) throws {
        let desk = try Desk()
        for words in [
            ["status"], ["task", "list"], ["task", "show", "TH-2022-001"], ["task", "explain", "TH-2022-001", "--counting", "--all"],
        ] {
            let environment = ["COLUMNS": columns, "NHIEMVU_LANG": language, "CLICOLOR_FORCE": "1"]
            let outcome = try desk.run(words, environment: environment)
            #expect(outcome.exit == 0 && outcome.error.isEmpty)
            #expect(outcome.output.contains("\u{1B}["))
            let plain = try desk.run(words, environment: environment.merging(["NO_COLOR": "1"]) { $1 })
            #expect(!plain.output.contains("\u{1B}"))
        }
    }

    @Test("A store made by one command is whole", arguments: [["audit", "verify"], ["store", "verify"]])
    func verified(_ words: [String]) throws {
        #expect(try Desk().run(words).exit == 0)
    }
}
