import CanonicalJSON
import Engine
import LifecycleModel
import Rules
import Services
import Terminal
import WorkingCalendar

/// What a migration does or did, as lists: for the screen, for programs, for a document.
struct MigrationView {
    /// One task.
    struct Row {
        let code, title: String
        /// Where it stood and stands, by labels and by name.
        let before, after: String
        let beforeName, afterName: String
        let blockers: [Blocker]
        let obligations: [Migration.ObligationChange]
        /// Labels of the obligations, in their order.
        let labels: [String]
        /// Moments of definitions: the one it leaves.
        let from: String
    }

    let title: String
    /// From where to where, by name and hash.
    let from: [String]
    let to: String
    let day: CivilDate
    let decision: String?
    let rows: [Row]
    let isUndo: Bool
    let receipt: Receipt?

    var blocked: [Row] { rows.filter { !$0.blockers.isEmpty } }
    var passing: [Row] { rows.filter(\.blockers.isEmpty) }
    /// Tasks some of whose obligations change.
    var obliged: [Row] { passing.filter { !$0.obligations.isEmpty } }

    init(_ answer: MigrateTasks.Answer, decision: String?, on day: CivilDate) {
        title = say("Chuyển bộ quy tắc", "Migration")
        from = answer.from.map(\.named)
        to = answer.to.named
        self.day = day
        self.decision = decision
        isUndo = false
        receipt = answer.receipt
        let sources = Dictionary(answer.from.map { ($0.hash, $0.regime) }) { first, _ in first }
        rows = answer.plans.map { plan in
            let old = sources[plan.before.definition]
            return Row(
                code: plan.before.code,
                title: plan.before.fact("task.title")?.text ?? "",
                before: old.label(of: plan.before.position),
                after: plan.blockers.isEmpty ? answer.to.regime.label(of: plan.after.position) : "",
                beforeName: plan.before.position,
                afterName: plan.blockers.isEmpty ? plan.after.position : "",
                blockers: plan.blockers,
                obligations: plan.obligations,
                labels: plan.obligations.map { change in
                    let rules = change.kind == .ended ? old ?? answer.to.regime : answer.to.regime
                    return "\(rules.deadlineLabel(change.clock.machine.kind, change.clock.id)) (\(change.clock.inWords))"
                },
                from: plan.before.definition
            )
        }
    }

    init(undo answer: UndoMigration.Answer, on day: CivilDate) {
        title = say("Hủy lần chuyển bộ quy tắc", "Migration taken back")
        func named(_ hashes: [String]) -> [String] { Set(hashes).sorted().compactMap { answer.rules[$0]?.named } }
        from = named(answer.tasks.map(\.before.definition))
        to = named(answer.tasks.map(\.after.definition)).joined(separator: ", ")
        self.day = day
        decision = answer.decision
        isUndo = true
        receipt = answer.receipt
        rows = answer.tasks.map { task in
            Row(
                code: task.before.code,
                title: task.before.fact("task.title")?.text ?? "",
                before: answer.rules[task.before.definition]?.regime.label(of: task.before.position) ?? task.before.position,
                after: answer.rules[task.after.definition]?.regime.label(of: task.after.position) ?? task.after.position,
                beforeName: task.before.position,
                afterName: task.after.position,
                blockers: [],
                obligations: [],
                labels: [],
                from: task.before.definition
            )
        }
    }
}

extension MigrationView {
    /// The counts in a sentence.
    var summary: String {
        let changes = obliged.reduce(0) { $0 + $1.obligations.count }
        if isUndo {
            return receipt == nil
                ? say("\(rows.count) nhiệm vụ sẽ trở lại như trước.", "\(rows.count) tasks would stand again as before.")
                : say("\(rows.count) nhiệm vụ đã trở lại như trước.", "\(rows.count) tasks stand again as before.")
        }
        return receipt == nil
            ? say(
                "\(passing.count) nhiệm vụ chuyển được, \(blocked.count) không; \(changes) thời hạn đổi. Chưa ghi gì.",
                "\(passing.count) tasks can pass, \(blocked.count) cannot; \(changes) deadlines change. Nothing is recorded."
            )
            : say(
                "Đã chuyển \(passing.count) nhiệm vụ, \(blocked.count) ở lại; \(changes) thời hạn đổi.",
                "\(passing.count) tasks passed, \(blocked.count) stayed; \(changes) deadlines changed."
            )
    }

    var report: Report { Report(json: json, blocks: blocks, sheet: sheet) }

    private var blocks: [any Block] {
        var blocks: [any Block] = [Heading(title), Paragraph(StyledText("\(from.joined(separator: ", ")) → \(to)", .faint))]
        if !rows.isEmpty {
            blocks.append(
                Table(
                    columns: [
                        Table.Column(say("Nhiệm vụ", "Task")),
                        Table.Column(say("Đang ở", "Now"), shrinkPriority: 1, minimumWidth: 12, overflow: .wrap),
                        Table.Column(say("Sẽ ở", "Then"), shrinkPriority: 1, minimumWidth: 12, overflow: .wrap),
                        Table.Column(say("Thời hạn đổi", "Deadlines"), alignment: .right),
                        Table.Column(
                            say("Không chuyển được vì", "Cannot pass because"),
                            shrinkPriority: 2,
                            minimumWidth: 16,
                            overflow: .wrap
                        ),
                    ],
                    rows: rows.map { row in
                        [
                            StyledText(row.code, .accent), StyledText(row.before),
                            StyledText(row.after, row.before == row.after ? .faint : .plain),
                            StyledText(row.obligations.isEmpty || !row.blockers.isEmpty ? "" : "\(row.obligations.count)"),
                            StyledText(row.blockers.map { $0.message[Speech.language] }.joined(separator: "; "), .bad),
                        ]
                    }
                )
            )
        }
        let table = obligationTable
        if !table.rows.isEmpty { blocks += [Heading(say("Thời hạn đổi", "Deadlines that change"), level: 2), table] }
        blocks.append(Paragraph(StyledText(summary, blocked.isEmpty ? .good : .warning)))
        if let receipt { blocks.append(receipt.block) }
        return blocks
    }

    private var obligationTable: Table {
        Table(
            columns: [
                Table.Column(say("Nhiệm vụ", "Task")),
                Table.Column(say("Thời hạn", "Deadline"), shrinkPriority: 1, minimumWidth: 14, overflow: .wrap),
                Table.Column(say("Thành", "Becomes")), Table.Column(say("Hạn cũ", "Due")), Table.Column(say("Hạn mới", "New due")),
                Table.Column(say("Vì sao", "Why"), shrinkPriority: 2, minimumWidth: 16, overflow: .wrap),
            ],
            rows: obliged.flatMap { row in
                zip(row.labels, row.obligations).map { label, change in
                    [
                        StyledText(row.code, .accent), StyledText(label), StyledText(change.kind.words[Speech.language]),
                        StyledText(change.before?.due.shown ?? "–"), StyledText(change.after?.due.shown ?? "–", .warning),
                        StyledText(change.reason[Speech.language], .faint),
                    ]
                }
            }
        )
    }

    /// One row for each task and obligation.
    var sheet: Sheet {
        Sheet(
            header: [
                "code", "title", "from", "before", "after", "blocked", "machine", "deadline", "change", "old_due", "new_due", "reason",
            ],
            rows: rows.flatMap { row -> [[String]] in
                let head = [
                    row.code, row.title, String(row.from.prefix(12)), row.beforeName, row.afterName,
                    row.blockers.map { $0.message[Speech.language] }.joined(separator: "; "),
                ]
                guard !row.obligations.isEmpty else { return [head + Array(repeating: "", count: 6)] }
                return row.obligations.map { change in
                    head + [
                        change.clock.machine.description, change.clock.id, change.kind.rawValue, change.before?.due.description ?? "",
                        change.after?.due.description ?? "", change.reason[Speech.language],
                    ]
                }
            }
        )
    }

    var json: JSONValue {
        [
            "from": JSONValue(from), "to": .string(to), "on": day.json, "decision": JSONValue(decision), "undo": .bool(isUndo),
            "recorded": .bool(receipt != nil), "passing": JSONValue(passing.count), "blocked": JSONValue(blocked.count),
            "tasks": .array(rows.map(\.json)), "receipt": receipt?.json ?? .null,
        ]
    }
}

extension MigrationView.Row {
    fileprivate var json: JSONValue {
        [
            "code": .string(code), "title": .string(title), "definition": .string(from), "before": .string(beforeName),
            "after": afterName.isEmpty ? .null : .string(afterName),
            "blockers": .array(
                blockers.map { ["code": .string($0.code), "message": .string($0.message[Speech.language])] }
            ),
            "obligations": .array(
                obligations.map { change in
                    [
                        "machine": .string(change.clock.machine.description), "kind": .string(change.clock.id),
                        "change": .string(change.kind.rawValue), "old_due": change.before?.due.json ?? .null,
                        "new_due": change.after?.due.json ?? .null, "reason": .string(change.reason[Speech.language]),
                    ]
                }
            ),
        ]
    }
}

extension Migration.ObligationChange.Kind {
    /// For people.
    var words: Phrase {
        switch self {
        case .started: Phrase(vi: "bắt đầu", en: "begins")
        case .ended: Phrase(vi: "kết thúc", en: "ends")
        case .moved: Phrase(vi: "dời", en: "moves")
        case .suspended: Phrase(vi: "tạm dừng", en: "stands still")
        case .resumed: Phrase(vi: "chạy tiếp", en: "runs again")
        case .restated: Phrase(vi: "giữ hạn, đổi nội dung", en: "same days")
        }
    }
}

extension CompiledRegime {
    /// `law-2013 1.0.0 (3f9a2c41b0d7)`
    fileprivate var named: String { "\(regime.id) \(regime.version) (\(hash.prefix(12)))" }
}

extension Regime? {
    fileprivate func label(of position: String) -> String { self?.label(of: position) ?? position }
}

extension Regime {
    fileprivate func label(of position: String) -> String { task.states[position]?.label[Speech.language] ?? position }
}
