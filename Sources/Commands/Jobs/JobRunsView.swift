import CanonicalJSON
import Jobs
import LifecycleModel
import Store
import Terminal

/// How runs of jobs look.
struct JobRunsView {
    let runs: [JobRunRow]
    let isTrial: Bool
    let isSingle: Bool

    var json: JSONValue {
        if isSingle, let run = runs.first { return run.json }
        var sum = JobCounts()
        for run in runs { sum += run.counts }
        return .object(sum.members.merging(["jobs": .array(runs.map(\.json))]))
    }

    var blocks: [any Block] {
        var blocks: [any Block] = []
        if isTrial {
            blocks.append(
                Paragraph(
                    StyledText(
                        say("Chạy thử trên một bản sao; không có gì được ghi.", "Tried on a copy; nothing was written."),
                        .faint
                    )
                )
            )
        }
        blocks.append(
            Table(
                columns: [
                    Table.Column(say("Việc", "Job"), minimumWidth: 12),
                    Table.Column(say("Ngày", "Day"), minimumWidth: 10),
                    Table.Column(say("Kết quả", "Outcome"), minimumWidth: 8),
                    Table.Column(say("Đã xem", "Looked at"), alignment: .right),
                    Table.Column(say("Đã làm", "Changed"), alignment: .right),
                    Table.Column(say("Bị từ chối", "Refused"), alignment: .right),
                    Table.Column(say("Không được", "Failed"), alignment: .right),
                ],
                rows: runs.map { run in
                    [
                        StyledText(run.job, .strong), StyledText(run.day.shown), run.outcomeText,
                        StyledText("\(run.counts.lookedAt)"), StyledText("\(run.counts.changed)", run.counts.changed > 0 ? .good : .plain),
                        StyledText("\(run.counts.refused)", run.counts.refused > 0 ? .warning : .plain),
                        StyledText("\(run.counts.failed)", run.counts.failed > 0 ? .bad : .plain),
                    ]
                }
            )
        )
        for run in runs where !run.notes.isEmpty {
            if !isSingle { blocks.append(Heading(run.job, level: 2)) }
            blocks.append(Bullets(run.notes.map { StyledText($0[Speech.language]) }))
        }
        return blocks
    }
}

extension JobCounts {
    /// For programs.
    var members: JSONObject {
        [
            "looked_at": JSONValue(lookedAt), "changed": JSONValue(changed), "refused": JSONValue(refused), "failed": JSONValue(failed),
        ]
    }
}

extension JobRunRow {
    /// For programs.
    var json: JSONValue {
        .object(
            counts.members.merging([
                "job": .string(job), "day": day.json, "outcome": .string(outcome), "holder": .string(holder),
                "started_at": .string(startedAt.description), "ended_at": endedAt.map { .string($0.description) } ?? .null,
                "notes": .array(notes.map { .string($0[Speech.language]) }), "rules": JSONValue(rules),
            ])
        )
    }

    /// `job=deadlines day=2026-11-22 outcome=done looked_at=3 changed=1 refused=0 failed=0 ms=12`
    var line: String {
        let took = endedAt.map { "\($0.milliseconds - startedAt.milliseconds)" } ?? "-"
        return "job=\(job) day=\(day) outcome=\(outcome) looked_at=\(counts.lookedAt) changed=\(counts.changed)"
            + " refused=\(counts.refused) failed=\(counts.failed) ms=\(took)"
    }

    /// How it ended, in words.
    var outcomeText: StyledText {
        switch outcome {
        case "done" where counts.failed > 0: StyledText(say("chưa trọn", "not all"), .warning)
        case "done": StyledText(say("xong", "done"), .good)
        case "running": StyledText(say("đang chạy", "running"), .accent)
        case "failed": StyledText(say("hỏng", "failed"), .bad)
        default: StyledText(say("đứt giữa chừng", "interrupted"), .warning)
        }
    }
}
