import CanonicalJSON
import Foundation
import TestSupport
import Testing

/// What is asked wrongly: one message in the chosen language, the right exit code, nothing recorded.
@Suite("Refusals")
struct RefusalTests {
    @Test("are as recorded, and record nothing", arguments: Run.refusals)
    func refusals(_ run: Run) throws {
        let desk = try Desk()
        try Data().write(to: URL(fileURLWithPath: desk.folder.file("empty.pdf")))
        try Data("chữ".utf8).write(to: URL(fileURLWithPath: desk.folder.file("text.pdf")))
        let before = try desk.head()
        let outcome = try desk.run(run.arguments, environment: ["NHIEMVU_ACTOR": "CV01"].merging(run.environment) { $1 }, input: run.input)
        try Golden.expect(run.name, run.arguments, outcome, on: desk)
        #expect(outcome.exit == run.exit)
        #expect(outcome.output.isEmpty)
        #expect(!outcome.error.contains("\u{1B}"))
        #expect(try desk.head() == before)
    }

    @Test("For programs an error is one JSON document with all its fields, in either language", arguments: Run.refusals)
    func json(_ run: Run) throws {
        let outcome = try Desk().run(
            run.arguments.contains("--format") ? run.arguments : ["--format", "json"] + run.arguments,
            environment: ["NHIEMVU_ACTOR": "CV01", "NHIEMVU_LANG": "en"].merging(run.environment) { $1 },
            input: run.input
        )
        #expect(outcome.exit == run.exit)
        #expect(outcome.output.isEmpty)
        guard !run.arguments.contains("xml") else { return }
        let error = try #require(try JSONValue(parsing: Array(outcome.error.utf8))["error"])
        for field in ["code", "message", "file", "line", "column", "hint", "blockers"] { #expect(error[field] != nil, "\(field)") }
        let message = try #require(error["message"]?.string).replacing(/["‘][^"’]*["’]/, with: "")
        #expect(!message.isEmpty)
        let vietnamese = CharacterSet(charactersIn: "ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ")
        #expect(
            run.environment["NHIEMVU_LANG"] != nil || run.name.hasPrefix("wrong-now-env")
                || message.lowercased().rangeOfCharacter(from: vietnamese) == nil,
            "\(message)"
        )
    }
}

extension Run {
    /// Words that are wrong, each in its way.
    static let refusals: [Run] = [
        Run("no-command", "tsk list", exit: 64),
        Run("no-command-in-group", "task lst", exit: 64),
        Run("no-help-topic", "help task doo", exit: 64),
        Run("no-option", "task list --stagee x", exit: 64),
        Run("no-value", "task list --stage", exit: 64),
        Run("no-argument", "task show", exit: 64),
        Run("no-required-option", "task new", exit: 64),
        Run("too-many-words", "status a b", exit: 64),
        Run("flag-with-value", "task list --overdue=yes", exit: 64),
        Run("wrong-choice", "task list --sort titel", exit: 64),
        Run("wrong-part", "rules show old-law --part nope", exit: 64),
        Run("wrong-format", "status --format xml", exit: 64),
        Run("wrong-language", "status --lang xx", exit: 64, environment: ["NHIEMVU_LANG": "vi"]),
        Run("wrong-language-environment", "status", exit: 65, environment: ["NHIEMVU_LANG": "fr"]),
        Run("wrong-number", "task list --year abc", exit: 64),
        Run("wrong-shell", "--generate-completion-script tcsh", exit: 64),
        Run("wrong-now", "status --now 2022-13-01", exit: 65),
        Run("wrong-now-time", "status --now 2022-01-01T25:00", exit: 65),
        Run("wrong-now-environment", "status", exit: 65, environment: ["NHIEMVU_NOW": "hôm nay"]),
        Run("unknown-task", "task show TH-2022-01", exit: 64),
        Run("unknown-task-do", "task do TH-2022-01 award", exit: 64),
        Run("unknown-event", "task do TH-2022-002 awrad", exit: 64),
        Run("unknown-event-far", "task do TH-2022-002 xyzzy", exit: 64),
        Run("event-of-a-machine", "task do TH-2022-001 receive-report", exit: 64),
        Run("event-of-the-task", "task do TH-2022-001 accept --on report:1", exit: 64),
        Run("unknown-machine", "task do TH-2022-001 receive-report --on reprt:1", exit: 64),
        Run("wrong-machine", "task do TH-2022-001 receive-report --on report", exit: 64),
        Run("no-such-machine", "task do TH-2022-001 receive-report --on report:9 --set this.received_on=2022-04-01", exit: 1),
        Run("unknown-form", "task do TH-2022-002 review --doc QD-1:1:2022-03-01", exit: 64),
        Run("unknown-fact", "task do TH-2022-002 review --set mony=3", exit: 65),
        Run("unknown-stage", "task list --stage ordring", exit: 64),
        Run("state-of-other-stage", "task list --stage execution --state acceptance/applied", exit: 64),
        Run("unknown-state", "task list --state runing", exit: 64), Run("no-such-state", "task list --state qqq", exit: 64),
        Run("unknown-regime-filter", "task list --regime old-lav", exit: 64),
        Run("unknown-field", "task list --field physics", exit: 64),
        Run("unknown-host", "task list --host VNX", exit: 64),
        Run("unknown-regime", "rules show old-lav", exit: 64),
        Run("unknown-regime-export", "rules export old-lav --as bpmn", exit: 64),
        Run("unknown-machine-export", "rules export old-law --as smt --machine reprt", exit: 64),
        Run("running-without-net", "rules export old-law --as bpmn --running", exit: 64),
        Run("machine-in-json", "rules export old-law --as json --machine report", exit: 64),
        Run("export-form-missing", "rules export old-law", exit: 64),
        Run("unknown-regime-xes", "export --as xes --regime old-lav", exit: 64),
        Run("regime-without-xes", "export --as events --regime old-law", exit: 64),
        Run("output-without-form", "task log TH-2022-003 --output log.xes", exit: 64),
        Run("unknown-regime-check", "rules check old-lav", exit: 64),
        Run("unknown-regime-new", "task new --title X --regime old-lav", exit: 64),
        Run("unknown-role", "person new P9 --name P --role oficer --actor CV01", exit: 64),
        Run("unknown-organisation", "person new P9 --name P --organisation NOPE --actor CV01", exit: 64),
        Run("unknown-code", "org show VNX", exit: 64),
        Run("unknown-participant", "task people TH-2022-001 --add CN02=member --source B1 --actor CV01", exit: 64),
        Run("unknown-participant-role", "task people TH-2022-001 --add CN01=membr --source B1 --actor CV01", exit: 64),
        Run("participant-without-paper", "task people TH-2022-001 --add CN01=member --actor CV01", exit: 64),
        Run("unknown-dossier", "task people TH-2022-001 --dossier 2", exit: 64),
        Run("wrong-address", "person new P9 --name P --email mau@gmail --actor CV01", exit: 65),
        Run("unknown-tie", "person update CN01 --kin CV01=aunt:CV --actor CV01", exit: 64),
        Run("tie-without-paper", "person update CN01 --kin CV01=spouse --actor CV01", exit: 64),
        Run("finding-towards-nobody", "person finding CT01 --ground partiality --evidence BB3 --actor CV01", exit: 65),
        Run("unknown-finding", "person finding CT01 --end 1 --actor CV01", exit: 64),
        Run("unknown-council", "person conflicts CN01 TH-2022-001 --council selection", exit: 64),
        Run("unknown-actor", "task do TH-2022-002 review --actor NOBODY", exit: 64),
        Run("no-actor", "task do TH-2022-002 review", exit: 64, environment: ["NHIEMVU_ACTOR": ""]),
        Run("actor-without-role", "task do TH-2022-002 review --actor CN01", exit: 1),
        Run("future-date", "task do TH-2022-002 review --date 2023-01-01", exit: 1),
        Run("future-task", "task new --title X --set level=province --date 2023-01-01", exit: 1),
        Run("date-before", "task do TH-2022-002 review --date 2021-01-01", exit: 1),
        Run("wrong-date", "task do TH-2022-002 review --date 30/02/2022", exit: 65),
        Run("not-from-here", "task do TH-2022-003 review", exit: 1),
        Run("blockers", "task do TH-2022-002 award --actor CT01 --set award.money=3.000.000.000 --set task.host=VNN", exit: 1),
        Run("blockers-json", "task do TH-2022-002 award --actor CT01 --format json --lang en", exit: 1),
        Run("recorded-too-late", "task do TH-2022-002 award --actor CT01 --date 2022-02-10 --now 2022-06-01", exit: 1),
        Run(
            "wrong-facts",
            "task new --title X --set level=province --set kind=topik --set state_money=-5 --set counterpart_money=1,000,000 --set months=abc --set orderer=NOPE",
            exit: 65
        ),
        Run("fact-without-value", "task do TH-2022-002 review --set award.on", exit: 64),
        Run("fact-twice", "task do TH-2022-002 review --set award.on=1 --set award.on=2", exit: 64),
        Run("regime-open", "task new --title X", exit: 1),
        Run("regime-straddles", "task new --title X --set level=province --date 2025-09-01 --now 2025-11-01", exit: 1),
        Run("title-empty", ["task", "new", "--title", "  ", "--set", "level=province"], exit: 65),
        Run("title-escape", ["task", "new", "--title", "a\u{1B}[2Jb", "--set", "level=province"], exit: 65),
        Run("title-too-long", ["task", "new", "--title", String(repeating: "a", count: 501), "--set", "level=province"], exit: 65),
        Run("escape-in-word", ["task", "show", "\u{1B}[31m\u{202E}"], exit: 64),
        Run("code-taken", "org new VNN --name X --actor CV01", exit: 65),
        Run("code-wrong", ["org", "new", "a b", "--name", "X"], exit: 65),
        Run("task-code-taken", "task new --code TH-2022-001 --title X --set level=province", exit: 65),
        Run("name-empty", ["org", "new", "X", "--name", " "], exit: 65),
        Run("years-wrong", "programme new X --name X --from 2025 --to 2021 --actor CV01", exit: 65),
        Run("document-wrong", "task do TH-2022-002 review --doc QĐ-1", exit: 64),
        Run("document-date", "task do TH-2022-002 review --doc QĐ-1:1:2022-02-30", exit: 65),
        Run("document-missing", "task do TH-2022-002 review --doc QĐ-1:1:2022-03-01@nothing.pdf", exit: 65),
        Run("document-empty", "task do TH-2022-002 review --doc QĐ-1:1:2022-03-01@empty.pdf", exit: 65),
        Run("document-folder", "task do TH-2022-002 review --doc QĐ-1:1:2022-03-01@.", exit: 65),
        Run("document-kind", "task do TH-2022-002 review --doc QĐ-1:1:2022-03-01@text.pdf", exit: 65),
        Run("calendar-words", "calendar add", exit: 64),
        Run("calendar-date", "calendar add 2022-02-30 1", exit: 65),
        Run("calendar-amount", "calendar add 2022-02-01 99999999", exit: 65),
        Run("calendar-year", "calendar show 99999", exit: 65),
        Run("calendar-not-json", "calendar add --batch", exit: 65, input: "x"),
        Run("calendar-not-list", "calendar add --batch", exit: 65, input: "{}"),
        Run("calendar-no-n", "calendar add --batch", exit: 65, input: #"[{"date":"2022-01-01"}]"#),
        Run("calendar-no-reason", "calendar adopt --yes", exit: 64),
        Run("store-missing", "status --store nothing.db", exit: 69),
        Run("store-folder-missing", "init --store nothing/x.db", exit: 69),
        Run("store-is-there", "init", exit: 69),
        Run("store-not-one", "status --store qd.pdf", exit: 69),
        Run("store-url", "status --store postgresql://x/y", exit: 69),
        Run("store-below-a-file", "init --store qd.pdf/x.db", exit: 69),
        Run("rules-missing", "rules check --rules nothing", exit: 69), Run("rules-missing-unread", "status --rules nothing", exit: 69),
    ]
}
