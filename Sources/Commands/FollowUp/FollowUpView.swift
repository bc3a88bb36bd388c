import CanonicalJSON
import Engine
import LifecycleModel
import Rules
import Services
import Store
import Terminal
import WorkingCalendar

/// How the use of a task's results looks.
struct FollowUpView {
    let history: ResultHistory
    let regime: Regime
    let names: PartyNames
    let day: CivilDate
    var receipt: Receipt??

    init(_ history: ResultHistory, day: CivilDate, in reader: any StoreReader) throws {
        self.history = history
        self.day = day
        regime = try Definitions().regime(history.task.definition, in: reader).regime
        names = try PartyNames(reader)
    }

    private var task: TaskState { history.task }

    // MARK: Blocks

    var blocks: [any Block] {
        var blocks: [any Block] = [Heading("\(task.code)  \(task.fact("task.title")?.text ?? "")"), KeyValues(facts)]
        blocks.append(Heading(say("Kết quả", "Results"), level: 2))
        if history.results.isEmpty {
            blocks.append(Paragraph(StyledText(say("Chưa đăng ký kết quả nào.", "No result is promised yet."), .faint)))
        } else {
            blocks.append(results)
        }
        let evidence = history.results.flatMap(\.evidence)
        if !evidence.isEmpty {
            blocks.append(Heading(say("Minh chứng", "Evidence"), level: 2))
            blocks.append(table(of: evidence))
        }
        let warnings = warnings
        if !warnings.isEmpty {
            blocks.append(Heading(say("Cảnh báo sớm", "Early warnings"), level: 2))
            blocks.append(Bullets(warnings.map(line)))
        }
        if let reports = task.machines["application-report"], !reports.isEmpty {
            blocks.append(Heading(say("Báo cáo ứng dụng", "Application reports"), level: 2))
            blocks.append(table(of: reports))
        }
        if let contracts = task.machines["commercialisation"], !contracts.isEmpty {
            blocks.append(Heading(say("Thương mại hóa", "Commercialisation"), level: 2))
            blocks.append(Bullets(contracts.map(line)))
        }
        if let receipt, let written = receipt { blocks.append(written.block) }
        return blocks
    }

    private var facts: [KeyValues.Pair] {
        var pairs: [KeyValues.Pair] = []
        if let accepted = history.acceptance {
            pairs.append(KeyValues.Pair(say("Nghiệm thu", "Accepted"), StyledText(accepted.on.shown)))
        }
        if let month12 = history.month12 {
            pairs.append(KeyValues.Pair(say("Tháng thứ 12", "Month 12"), StyledText(month12.shown)))
        }
        if let verdict = task.fact("followup.verdict")?.text {
            let on = task.fact("followup.verdict_on")?.date.map { "  \($0.shown)" } ?? ""
            pairs.append(
                KeyValues.Pair(
                    say("Kết luận", "Verdict"),
                    StyledText(regime.shown("followup.verdict", verdict), verdict == "applied" ? .good : .plain) + StyledText(on, .faint)
                )
            )
        }
        return pairs
    }

    private var results: Table {
        Table(
            columns: [
                Table.Column(say("Số", "No."), alignment: .right),
                Table.Column(say("Kết quả", "Result"), minimumWidth: 14, overflow: .wrap),
                Table.Column(say("Đăng ký", "Promised"), minimumWidth: 8, overflow: .wrap),
                Table.Column(say("Giao nộp", "Delivered"), minimumWidth: 8, overflow: .wrap),
                Table.Column(say("Ai chịu trách nhiệm", "Holder"), shrinkPriority: 1, minimumWidth: 10, overflow: .wrap),
                Table.Column(say("Kế hoạch, nơi dùng", "Plan, user"), shrinkPriority: 1, minimumWidth: 12, overflow: .wrap),
                Table.Column(say("Sử dụng từ", "In use since"), minimumWidth: 10),
            ],
            rows: history.results.map { result in
                [
                    StyledText("\(result.number)", .accent),
                    StyledText(result.name) + StyledText(result.goal.map { " (\($0))" } ?? "", .faint),
                    StyledText("\(result.quantity) \(result.unit)"), StyledText(delivered(result), result.isDelivered ? .plain : .faint),
                    StyledText(result.holder.map { names.shown(.organisation, $0) } ?? ""),
                    StyledText(
                        [result.plannedUse, result.user.map { names.shown(.organisation, $0) }].compactMap { $0 }.joined(separator: "; ")
                    ),
                    StyledText(result.usedSince?.shown ?? say("chưa", "not yet"), result.usedSince == nil ? .faint : .good),
                ]
            }
        )
    }

    private func delivered(_ result: FollowedResult) -> String {
        if let reason = result.withdrawnFor { return say("đã rút: \(reason)", "withdrawn: \(reason)") }
        return result.deliveredQuantity.map { "\($0) \(result.unit)" } ?? say("chưa", "not yet")
    }

    private func table(of evidence: [FollowedEvidence]) -> Table {
        Table(
            columns: [
                Table.Column(say("Số", "No."), alignment: .right), Table.Column(say("Kết quả", "Result"), alignment: .right),
                Table.Column(say("Loại", "Kind"), shrinkPriority: 1, minimumWidth: 10, overflow: .wrap),
                Table.Column(say("Nơi, đơn vị sử dụng", "Place, user"), shrinkPriority: 1, minimumWidth: 12, overflow: .wrap),
                Table.Column(say("Sử dụng từ", "First use"), minimumWidth: 10),
                Table.Column(say("Giá trị", "Standing"), minimumWidth: 10, overflow: .wrap),
                Table.Column(say("Văn bản", "Papers"), shrinkPriority: 1, minimumWidth: 10, overflow: .wrap),
            ],
            rows: evidence.map { proof in
                [
                    StyledText("\(proof.number)", .accent), StyledText("\(proof.result)"),
                    StyledText(kindLabel(proof.kind)),
                    StyledText("\(proof.place); \(names.shown(.organisation, proof.user))"),
                    StyledText(proof.firstUseOn.shown),
                    StyledText(standing(proof), proof.standing.isProof ? .good : proof.standing == .rejected ? .bad : .plain),
                    StyledText(proof.documents.map { "\($0.form) \($0.number)" }.joined(separator: "; "), .faint),
                ]
            }
        )
    }

    private func kindLabel(_ kind: String) -> String {
        regime.machines[UseMachine.evidence.rawValue]?.facts["kind"]?.choices.first { $0.value == kind }?.label[Speech.language] ?? kind
    }

    private func standing(_ proof: FollowedEvidence) -> String {
        let since = proof.changes.last.map { " \($0.happenedOn.shown)" } ?? ""
        return proof.standing.phrase[Speech.language] + since + (proof.rejectedFor.map { ": \($0)" } ?? "")
    }

    private func table(of reports: some Collection<TaskState.Instance>) -> Table {
        Table(
            columns: [
                Table.Column(say("Kỳ", "Year"), alignment: .right), Table.Column(say("Hạn", "Due"), minimumWidth: 10),
                Table.Column(say("Tình trạng", "Standing"), minimumWidth: 14, overflow: .wrap),
                Table.Column(say("Ngày nhận", "Received"), minimumWidth: 10),
                Table.Column(say("Lý do chưa ứng dụng", "Why not applied"), shrinkPriority: 1, minimumWidth: 12, overflow: .wrap),
            ],
            rows: reports.map { report in
                [
                    StyledText("\(report.facts["period"]?.int ?? report.number)", .accent), StyledText(due(report)?.shown ?? ""),
                    StyledText(regime.machines["application-report"]?.states[report.state]?.label[Speech.language] ?? report.state),
                    StyledText(report.facts["received_on"]?.date?.shown ?? ""), StyledText(report.facts["reason"]?.text ?? ""),
                ]
            }
        )
    }

    private func due(_ report: TaskState.Instance) -> CivilDate? {
        task.clocks.last { $0.reference.machine == MachineReference(kind: "application-report", number: report.number) }?.dates.due
    }

    private func line(_ contract: TaskState.Instance) -> StyledText {
        let definition = regime.machines["commercialisation"]
        let form = contract.facts["form"]?.text ?? ""
        let words = [
            definition?.facts["form"]?.choices.first { $0.value == form }?.label[Speech.language] ?? form,
            contract.facts["partner"]?.text.map { names.shown(.organisation, $0) },
            contract.facts["value"]?.int.map { Dong($0).description },
            contract.facts["signed_on"]?.date?.shown,
            definition?.states[contract.state]?.label[Speech.language],
        ]
        let result = contract.facts["result"]?.int ?? 0
        return StyledText(say("Kết quả \(result): ", "Result \(result): ")) + StyledText(words.compactMap { $0 }.joined(separator: ", "))
    }

    // MARK: Warnings

    private var warnings: [EarlyWarning] { task.earlyWarnings(under: regime) }

    private func line(_ warning: EarlyWarning) -> StyledText {
        let isPast = warning.due < day
        let why = warning.isRenewed ? say(", minh chứng đã bị bác hết", ", all evidence was rejected") : ""
        return StyledText(say("Kết quả \(warning.result): ", "Result \(warning.result): "))
            + StyledText(warning.label[Speech.language] + why, isPast ? .bad : .plain)
            + StyledText(say(", hạn \(warning.due.shown), ", ", due \(warning.due), ") + regime.roleLabel(warning.owner), .faint)
    }

    // MARK: For programs

    var json: JSONValue {
        var object: JSONObject = [
            "code": .string(task.code), "regime": .string(task.regime), "accepted_on": history.acceptance?.on.json ?? .null,
            "month_12": history.month12?.json ?? .null, "verdict": JSONValue(task.fact("followup.verdict")?.text),
            "verdict_on": task.fact("followup.verdict_on")?.date?.json ?? .null,
            "results": .array(history.results.map(\.json)),
            "warnings": .array(
                warnings.map { warning in
                    [
                        "result": .int(warning.result), "kind": .string(warning.id), "due": warning.due.json,
                        "owner": .string(warning.owner), "passed": .bool(warning.due < day), "renewed": .bool(warning.isRenewed),
                    ]
                }
            ),
            "reports": .array(
                (task.machines["application-report"] ?? []).map { report in
                    [
                        "period": .int(report.facts["period"]?.int ?? report.number), "state": .string(report.state),
                        "due": due(report)?.json ?? .null, "received_on": report.facts["received_on"]?.date?.json ?? .null,
                        "reason": JSONValue(report.facts["reason"]?.text),
                    ]
                }
            ),
            "commercialisation": .array(
                (task.machines["commercialisation"] ?? []).map { contract in
                    var object: JSONObject = ["number": .int(contract.number), "state": .string(contract.state)]
                    for (name, value) in contract.facts.sorted(by: { $0.key < $1.key }) { object[name] = value.date?.json ?? value.json }
                    return .object(object)
                }
            ),
        ]
        if let receipt { object["receipt"] = receipt?.json ?? .null }
        return .object(object)
    }

    /// One row a result, for tables of other programs.
    var sheet: JSONValue {
        .array(
            history.results.map { result in
                guard var object = result.json.object else { return result.json }
                object["evidence"] = .int(Int64(result.evidence.count))
                object["earlier_holders"] = nil
                return .object(object)
            }
        )
    }
}
