import Foundation
import Store
import TestSupport
import Testing

/// A council in the room, by the program itself.
@Suite("Councils")
struct CouncilTests {
    private static let items = ["need", "scale", "novelty", "use", "order", "source"]

    private static func ballot(_ expert: String, _ mark: String = "đ") -> [String] {
        ["council", "ballot", "NV-1", expert] + items.map { "\($0)=\(mark)" }
    }

    @Test(
        "say what they know and refuse what is wrong, as recorded",
        arguments: [
            Run("help-council", "help council"), Run("help-council-ballot", "help council ballot"),
            Run("help-council-ballot-en", "--lang en council ballot --help"),
            Run("council-list-title", "council list --find lúa"), Run("council-list-none", "council list --find dua"),
            Run("council-ballot-too-many", "council ballot NV-1 P1 đ đ đ đ đ đ đ", exit: 65),
            Run("council-show", "council show NV-1"), Run("council-show-json", "council show NV-1 --format json"),
            Run("council-show-en", "--lang en council show NV-1", environment: ["COLUMNS": "60"]),
            Run("council-list", "council list"), Run("council-box", "council box NV-1"),
            Run("council-unknown", "council show NV-1:7", exit: 64), Run("council-malformed", "council show NV-1:x", exit: 64),
            Run("council-no-task", "council show NV-9", exit: 64),
            Run("council-count-early", "council count NV-1", exit: 1),
            Run("council-conclude-early", "council conclude NV-1 --text x", exit: 1),
            Run("council-open-twice", "council open NV-1", exit: 1),
            Run("council-seat-late", "council seat NV-1 --member CV1", exit: 1),
            Run("council-ballot-stranger", ballot("CV1"), exit: 1),
            Run("council-ballot-no-duty", ballot("P1") + ["--actor", "P2"], exit: 1),
            Run("council-ballot-marks-missing", "council ballot NV-1 P1", exit: 64),
            Run("council-ballot-incomplete", "council ballot NV-1 P1 need=đ", exit: 1),
            Run("council-ballot-unreadable", "council ballot NV-1 P1 need=có-lẽ", exit: 65),
            Run("council-ballot-no-keyboard", "council ballot NV-1", exit: 64),
            Run("council-ballot-dry-run", ballot("P1") + ["--dry-run"]),
            Run("council-box-missing", "council ballot NV-1 --box nothing.csv", exit: 69),
            Run("council-box-wrong", "council ballot NV-1 --box -", exit: 65, input: "member,need,nead\nP1,đ,đ\n"),
            Run("council-new-twice", "council new NV-1 --kind selection --actor GD1", exit: 1),
            Run("council-by-hand", "task do NV-1 conclude --on council-session:1 --set this.result=recommended", exit: 1),
        ]
    )
    func recorded(_ run: Run) throws {
        let desk = try CouncilDesk()
        let before = try desk.head()
        let outcome = try desk.run(run.arguments, environment: run.environment, input: run.input)
        #expect(outcome.exit == run.exit, "\(outcome.error)")
        try Golden.expect(run.name, run.arguments, outcome)
        #expect(try desk.head() == before)
    }

    @Test("by prompt, with a slip, a void paper and a stop; then the rest as a box; the count and the conclusion as recorded")
    func wholeSession() throws {
        let desk = try CouncilDesk()
        let typed = "x\nđ đ đ đ đ đ đ\nđ đ đ đ đ đ\nhả\n\nđ\nsai\nđ đ k đ đ\n\n-\n\nq\n"
        let prompt = try desk.run(["council", "ballot", "NV-1", "--prompt"], input: typed)
        #expect(prompt.exit == 0)
        try Golden.expect("council-prompt", ["council", "ballot", "NV-1", "--prompt"], prompt)
        let show = try desk.run(["council", "show", "NV-1", "--format", "json"])
        #expect(try desk.run(["council", "show", "NV-1", "--format", "json"]).output == show.output)
        #expect(show.output.contains("\"ballots\": null") && show.output.contains("\"result\": null"))
        // What was saved is not asked again.
        let again = try desk.run(["council", "ballot", "NV-1", "--prompt"], input: "q\n")
        #expect(again.error.contains("P4") && !again.error.contains("P3)"))
        let rows = CouncilDesk.experts.dropFirst(3).map { "\($0),đ,đ,đ,đ,đ,đ" }
        let box = ([(["member"] + Self.items).joined(separator: ",")] + rows).joined(separator: "\n")
        let filled = try desk.run(["council", "ballot", "NV-1", "--box", "-"], input: box)
        #expect(filled.exit == 0, "\(filled.error)")
        let count = ["council", "count", "NV-1", "--by", "P3", "--by", "P4", "--by", "P5"]
        let trial = try desk.run(count + ["--dry-run"])
        #expect(trial.exit == 0 && trial.output == "Xem thử: chưa ghi gì. NV-1:1: có thể kiểm phiếu\n")
        #expect(try desk.run(["council", "show", "NV-1", "--format", "json"]).output == show.output)
        let counted = try desk.run(count)
        #expect(counted.exit == 0, "\(counted.error)")
        try Golden.expect("council-count", count, counted)
        let conclude = ["council", "conclude", "NV-1", "--text", "Đề nghị thực hiện", "--dissent", "P2=Trùng với đề tài năm 2020"]
        let concluded = try desk.run(conclude)
        #expect(concluded.exit == 0, "\(concluded.error)")
        try Golden.expect(
            "council-concluded-json",
            ["council", "show", "NV-1", "--format", "json"],
            try desk.run(["council", "show", "NV-1", "--format", "json"])
        )
        #expect(try desk.run(conclude).exit == 1)
        #expect(try desk.run(["store", "verify"]).exit == 0)
        #expect(try desk.run(["audit", "verify"]).exit == 0)
    }

    @Test("are called off by the command alone; the record stays and says why")
    func calledOff() throws {
        let desk = try CouncilDesk()
        let byHand = ["task", "do", "NV-1", "void", "--on", "council-session:1", "--set", "this.void_reason=Lập lại", "--actor", "GD1"]
        let refused = try desk.run(byHand)
        #expect(refused.exit == 1 && refused.error.contains("nhiemvu council void NV-1:1"))
        let void = ["council", "void", "NV-1", "--reason", "Lập lại hội đồng", "--actor", "GD1"]
        #expect(try desk.run(void + ["--dry-run"]).exit == 0)
        let done = try desk.run(void)
        #expect(done.exit == 0 && done.output.contains("Lập lại hội đồng") && !done.output.contains("Còn thiếu"))
        #expect(try desk.run(["council", "list"]).output.contains("đã hủy"))
        #expect(try desk.run(void).exit == 1)
        #expect(try desk.run(Self.ballot("P1")).exit == 1)
        #expect(try desk.run(["store", "verify"]).exit == 0)
    }

    @Test("survive a kill right after the receipt: what was saved is there, and nothing half-done")
    func killed() throws {
        let desk = try CouncilDesk()
        let killed = try Program.killed(
            ["council", "ballot", "NV-1", "--prompt"],
            in: desk.folder.path,
            environment: CouncilDesk.environment.merging(["NHIEMVU_ACTOR": "TK1"]) { $1 },
            input: "đ đ đ đ đ đ\n\nđ đ đ đ đ đ\n\nđ đ",
            after: "✓",
            times: 2
        )
        #expect(killed.contains("P2"))
        #expect(try desk.run(["audit", "verify"]).exit == 0)
        #expect(try desk.run(["store", "verify"]).exit == 0)
        let again = try desk.run(["council", "ballot", "NV-1", "--prompt"], input: "q\n")
        #expect(again.exit == 0 && again.error.contains("(P3)") && !again.error.contains("(P2)"))
    }
}
