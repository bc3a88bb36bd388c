import Foundation
import TestSupport
import Testing

/// Rules compared, their articles looked up, tasks put under a newer version: at a desk with the next version of the rules in `next`.
@Suite("Changes of rules")
struct RuleChangeTests {
    /// A desk whose folder `next` holds the small rules as they are to be from now on.
    private func desk() throws -> Desk {
        let desk = try Desk()
        try FileManager.default.copyItem(atPath: Program.smallRules, toPath: desk.folder.file("next"))
        let file = URL(fileURLWithPath: desk.folder.file("next/old-law/regime.yaml"))
        var text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        for (old, new) in [
            ("version: 1.0.0", "version: 1.1.0"), ("paused", "on-hold"), ("term: 10 working-days", "term: 15 working-days"),
            ("value: 2000000000, unit: dong, basis: \"TT 1/2020, Điều 4\"", "value: 3000000000, unit: dong, basis: \"QĐ 9/2026/QĐ-UBND\""),
            ("      - {id: host-free, no-bar: host, basis: \"TT 1/2020, Điều 6\"}\n", ""), ("by: [chair]", "by: [chair, officer]"),
        ] {
            #expect(text.contains(old))
            text = text.replacing(old, with: new)
        }
        try Data(text.utf8).write(to: file)
        try Data("states: {execution/paused: execution/on-hold}\n".utf8).write(to: URL(fileURLWithPath: desk.folder.file("map.yaml")))
        try Data("states: {execution/pausd: execution/on-holt}\nmachine: {}\n".utf8)
            .write(to: URL(fileURLWithPath: desk.folder.file("wrong-map.yaml")))
        let pause = try desk.run(["task", "do", "TH-2022-001", "pause", "--actor", "CV01"])
        #expect(pause.exit == 0)
        return desk
    }

    private static let migrate = "rules migrate old-law old-law --rules next"

    static let runs: [Run] = [
        Run("rules-diff", "rules diff old-law next:old-law"), Run("rules-diff-en", "rules diff old-law next:old-law --lang en"),
        Run("rules-diff-json", "rules diff old-law next:old-law --format json"), Run("rules-diff-same", "rules diff old-law old-law/1.0.0"),
        Run("rules-diff-unknown", "rules diff old-lav old-law", exit: 65),
        Run("rules-diff-no-folder", "rules diff nothing:old-law old-law", exit: 65), Run("rules-basis", "rules basis"),
        Run("rules-basis-instrument", ["rules", "basis", "tt 1/2020, điều 8"]),
        Run("rules-basis-json", ["rules", "basis", "TT 1/2020, Điều 6", "--format", "json"]),
        Run("rules-basis-assumed", "rules basis --assumed --lang en"),
        Run("rules-basis-unknown", ["rules", "basis", "TT 1/2021"], exit: 65),
        Run("rules-basis-article", ["rules", "basis", "TT 1/2020, Điều 99"], exit: 65),
        Run("rules-basis-no-store", "rules basis --store nothing.db"),
        Run("rules-basis-both", ["rules", "basis", "TT 1/2020", "--assumed"], exit: 64),
        Run("rules-migrate-dry", "\(migrate) --dry-run"), Run("rules-migrate-map", "\(migrate) --dry-run --map map.yaml"),
        Run("rules-migrate-json", "\(migrate) --dry-run --map map.yaml --format json --lang en"),
        Run("rules-migrate-csv", "\(migrate) --dry-run --map map.yaml --as csv"),
        Run("rules-migrate-md", "\(migrate) --dry-run --as md"), Run("rules-migrate-html", "\(migrate) --dry-run --map map.yaml --as html"),
        Run("rules-migrate-output", "\(migrate) --dry-run --map map.yaml --as html --output chuyen.html"),
        Run("rules-migrate-wrong-map", "\(migrate) --dry-run --map wrong-map.yaml", exit: 65),
        Run("rules-migrate-blocked", "\(migrate) --decision 12/QĐ --actor CV01", exit: 1),
        Run("rules-migrate-nothing-said", migrate, exit: 64), Run("rules-migrate-one-name", "rules migrate old-law --dry-run", exit: 64),
        Run("rules-migrate-unknown", "rules migrate old-lav old-law --dry-run", exit: 65),
        Run("rules-migrate-do", "\(migrate) --map map.yaml --decision 12/QĐ --actor CV01", writes: true),
        Run("rules-migrate-undo-unknown", "rules migrate --undo 12/QĐ --actor CV01", exit: 65), Run("help-rules", "help rules"),
        Run("help-rules-diff", "help rules diff"), Run("help-rules-basis-en", "--lang en rules basis --help"),
        Run("help-rules-migrate", "help rules migrate"), Run("help-rules-migrate-en", "--lang en rules migrate --help"),
    ]

    @Test("are as recorded", arguments: runs)
    func answers(_ run: Run) throws {
        let desk = try desk()
        let before = try desk.head()
        let outcome = try desk.run(run.arguments, environment: run.environment)
        try Golden.expect(run.name, run.arguments, outcome, on: desk)
        #expect(outcome.exit == run.exit)
        if !run.writes { #expect(try desk.head() == before) }
    }

    @Test("A migration is one act in the log, and taking it back another; the store stays whole")
    func thereAndBack() throws {
        let desk = try desk()
        let words = Self.migrate.split(separator: " ").map(String.init)
        let show = ["task", "show", "TH-2022-001", "--format", "json"]
        let before = try desk.run(show).output
        #expect(try desk.run(words + ["--map", "map.yaml", "--decision", "12/QĐ", "--actor", "CV01"]).exit == 0)
        let log = try desk.run(["task", "log", "TH-2022-001"], environment: ["COLUMNS": "200"])
        try Golden.expect("rules-migrate-log", ["task", "log", "TH-2022-001"], log, on: desk)
        #expect(try desk.run(show).output != before)
        for check in [["audit", "verify"], ["store", "verify"], ["status"], ["task", "explain", "TH-2022-001"]] {
            #expect(try desk.run(check).exit == 0)
        }
        let undo = ["rules", "migrate", "--undo", "12/QĐ", "--actor", "CV01"]
        try Golden.expect("rules-migrate-undo", undo, try desk.run(undo), on: desk)
        #expect(try desk.run(["store", "verify"]).exit == 0)
        #expect(try desk.run(undo).exit == 1)
    }
}
