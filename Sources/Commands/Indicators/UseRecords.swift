import AuditTrail
import CanonicalJSON
import Indicators
import LifecycleModel
import Services
import Store
import Terminal

/// The results behind a figure about use, one by one.
struct UseRecords {
    let question: UseIndicatorOptions.Question
    let report: UseReport
    let verdicts: [Verdict]
    let history: UseHistory
    let trail: UseTrail

    // MARK: For people

    var blocks: [any Block] {
        var blocks: [any Block] = [
            Heading("\(question.entry.number). \(question.indicator.label[Speech.language]), \(report.year): \(report.figure.shown)")
        ]
        blocks.append(
            Table(
                columns: [
                    Table.Column(say("Kết quả", "Result"), isWhole: true),
                    Table.Column(say("Tên", "Name"), shrinkPriority: 2, minimumWidth: 12, overflow: .wrap),
                    Table.Column(say("Nghiệm thu", "Accepted"), minimumWidth: 10, dropOrder: 2),
                    Table.Column(say("Đến hết ngày", "Last day"), minimumWidth: 10, dropOrder: 1),
                    Table.Column(say("Kết luận", "Verdict")),
                    Table.Column(say("Minh chứng, sự kiện", "Evidence, events"), shrinkPriority: 1, minimumWidth: 20, overflow: .wrap),
                ],
                rows: verdicts.map { verdict in
                    let style: Style = verdict.outcome == .used ? .good : verdict.outcome == .notUsed ? .bad : .faint
                    return [
                        StyledText("\(verdict.result.task):\(verdict.result.number)", .accent), StyledText(verdict.result.name),
                        StyledText(verdict.result.acceptedOn.shown), StyledText(verdict.lastDay.shown),
                        StyledText(verdict.outcome.phrase[Speech.language], style), StyledText(told(verdict)),
                    ]
                }
            )
        )
        blocks.append(Paragraph(StyledText(question.terms.phrase[Speech.language], .faint)))
        blocks.append(
            Paragraph(StyledText(say("Nhật ký: ", "Log: ") + "\(trail.head.size) · \(trail.head.root)", .faint))
        )
        return blocks
    }

    private func told(_ verdict: Verdict) -> String {
        guard !verdict.judged.isEmpty else { return say("không có minh chứng", "no evidence") }
        return verdict.judged.map { judged in
            let numbers = known(judged).compactMap(\.event).map { "#\($0)" }.joined(separator: " ")
            let last = judged.objection.map { say("không tính: ", "does not count: ") + $0.phrase[Speech.language] }
            return
                "\(judged.evidence.key.split(separator: "/").suffix(2).joined(separator: ":")) \(question.terms.name(ofKind: judged.evidence.kind)[Speech.language]), "
                + "\(judged.evidence.firstUseOn.shown), \(standing(judged))\(last.map { " (\($0))" } ?? "") \(numbers)"
        }.joined(separator: "; ")
    }

    private func standing(_ judged: Verdict.Judged) -> String {
        judged.standing?.phrase[Speech.language] ?? (judged.objection == .rejected ? say("đã bác", "rejected") : "–")
    }

    /// What was known of a proof on the day asked for.
    private func known(_ judged: Verdict.Judged) -> [EvidenceRecord.Change] {
        judged.evidence.changes.filter { $0.recordedOn <= report.knownOn }
    }

    // MARK: For spreadsheets

    /// A row for each proof of each result; a result without proofs has one.
    var sheet: Sheet { Sheet(header: Self.header, rows: rows) }

    static let header = [
        "task", "result", "name", "kind", "programme", "field", "host", "route", "regime", "accepted_on", "last_day", "verdict", "evidence",
        "evidence_kind", "first_use_on", "standing", "objection", "events", "documents",
    ]

    var rows: [[String]] {
        verdicts.flatMap { verdict -> [[String]] in
            let result = verdict.result
            let head = [
                result.task, "\(result.number)", result.name, result.kind, result.programme ?? "", result.field ?? "", result.host ?? "",
                result.route ?? "", result.regime, result.acceptedOn.description, verdict.lastDay.description, verdict.outcome.rawValue,
            ]
            guard !verdict.judged.isEmpty else { return [head + Array(repeating: "", count: Self.header.count - head.count)] }
            return verdict.judged.map { judged in
                head + [
                    judged.evidence.key, judged.evidence.kind, judged.evidence.firstUseOn.description,
                    judged.standing?.rawValue ?? (judged.objection == .rejected ? "rejected" : ""), judged.objection?.rawValue ?? "",
                    known(judged).compactMap(\.event).map { "\($0)" }.joined(separator: " "),
                    moves(judged).flatMap(trail.documents).map { "\($0.form):\($0.number):\($0.date)" }.joined(separator: " | "),
                ]
            }
        }
    }

    // MARK: For programs

    func json() throws -> JSONValue {
        [
            "number": JSONValue(question.entry.number), "year": JSONValue(report.year),
            "definition": .string(question.definition ?? "default"), "terms": question.terms.json, "as_known_on": report.knownOn.json,
            "figure": report.figure.json, "log": ["size": .int(trail.head.size), "root": .string("\(trail.head.root)")],
            "results": .array(try verdicts.map(json)),
        ]
    }

    private func json(_ verdict: Verdict) throws -> JSONValue {
        let result = verdict.result
        return [
            "task": .string(result.task), "result": JSONValue(result.number), "name": .string(result.name), "kind": .string(result.kind),
            "programme": JSONValue(result.programme), "field": JSONValue(result.field), "host": JSONValue(result.host),
            "route": JSONValue(result.route), "regime": .string(result.regime), "accepted_on": result.acceptedOn.json,
            "last_day": verdict.lastDay.json, "verdict": .string(verdict.outcome.rawValue),
            "why": .string(verdict.phrase[Speech.language]),
            "events": .array(try trail.steps(history.moves(of: result, knownOn: report.knownOn)).map(json)),
            "evidence": .array(
                try verdict.judged.map { judged in
                    [
                        "key": .string(judged.evidence.key), "kind": .string(judged.evidence.kind),
                        "first_use_on": judged.evidence.firstUseOn.json, "standing": JSONValue(judged.standing?.rawValue),
                        "counts": .bool(judged.objection == nil), "objection": JSONValue(judged.objection?.rawValue),
                        "decides": .bool(judged.evidence.key == verdict.deciding?.key),
                        "events": .array(try trail.steps(moves(judged)).map(json)),
                    ]
                }
            ),
        ]
    }

    private func moves(_ judged: Verdict.Judged) -> [UseMoveRow] { history.moves(of: judged.evidence, knownOn: report.knownOn) }

    private func json(_ step: UseTrail.Step) -> JSONValue {
        [
            "event": .int(step.move.event), "state": .string(step.move.state), "happened_on": step.move.happenedOn.json,
            "recorded_on": step.move.recordedOn.json, "leaf_hash": .string("\(step.leaf)"), "leaf_index": .int(step.proof.index),
            "tree_size": .int(step.proof.size), "path": JSONValue(step.proof.path.map(\.description)),
            "documents": .array(
                step.documents.map {
                    [
                        "form": .string($0.form), "number": .string($0.number), "date": $0.date.json, "sha256": JSONValue($0.sha256),
                        "file": JSONValue($0.fileName),
                    ]
                }
            ),
        ]
    }
}
