import ArgumentParser
import CanonicalJSON
import Engine
import LifecycleModel
import Rules
import Services
import Store
import Terminal
import WorkingCalendar

/// `nhiemvu task explain CODE`
struct TaskExplain: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "explain",
            abstract: say(
                "Giải thích: đang ở đâu, làm gì tiếp, ai làm, vướng gì, hạn nào và vì sao.",
                "Explain: where it stands, what may be done next and by whom, what blocks it, what falls due and why."
            ),
            discussion: say(
                "Ví dụ: nhiemvu task explain TH-2022-001 --actor CV01 --counting",
                "Example: nhiemvu task explain TH-2022-001 --actor CV01 --counting"
            )
        )
    }

    @Argument(help: ArgumentHelp(say("Mã nhiệm vụ.", "Task code."), valueName: say("mã", "code"))) var code: String
    @Flag(help: ArgumentHelp(say("In cách đếm từng ngày của mỗi thời hạn.", "Show the counting of each deadline day by day.")))
    var counting = false
    @Flag(help: ArgumentHelp(say("In cả các điều kiện đã đạt.", "Show satisfied requirements in full, too.")))
    var all = false
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let surroundings = try context.surroundings(readOnly: true)
        let answer = try ExplainTask(surroundings)(code)
        let view = ExplanationView(
            answer: answer,
            day: context.today,
            calendar: surroundings.calendar,
            showsCounting: counting,
            showsAll: all
        )
        return Answer(Report(json: view.json, blocks: view.blocks))
    }
}

/// How an explanation looks.
struct ExplanationView {
    let answer: ExplainTask.Answer
    let day: CivilDate
    let calendar: WorkingCalendar
    let showsCounting: Bool
    let showsAll: Bool

    private var regime: Regime { answer.rules.regime }

    var json: JSONValue {
        [
            "code": .string(answer.row.code), "position": .string(answer.state.position), "end": JSONValue(answer.state.end),
            "regime": .string(answer.row.regime), "definition": .string(answer.row.definition), "on": day.json,
            "flags": JSONValue(answer.state.standingFlags(on: day).keys.sorted()),
            "actions": .array(answer.explanation.actions.map(json)),
            "deadlines": .array(answer.state.openClocks.map { $0.json(on: day) }),
            "bars": .array(
                ((answer.host?.bars ?? []) + (answer.investigator?.bars ?? []) + answer.members.flatMap(\.bars)).map {
                    [
                        "task": .string($0.task), "reason": .string($0.text[Speech.language]), "from": $0.from.json,
                        "basis": JSONValue($0.basis),
                    ]
                }
            ),
        ]
    }

    private func json(_ action: TaskExplanation.Action) -> JSONValue {
        [
            "machine": .string(action.machine.description), "event": .string(action.transition.event), "to": .string(action.to),
            "label": .string(action.transition.label[Speech.language]), "roles": JSONValue(action.transition.by),
            "allowed": .bool(action.isAllowed), "actor_may": action.actorMay.map(JSONValue.bool) ?? .null,
            "records": .array(action.transition.records.map { ["fact": .string($0.fact), "required": .bool($0.isRequired)] }),
            "documents": JSONValue(action.transition.documents), "basis": JSONValue(action.transition.basis),
            "requirements": .array(
                action.requirements.map { judged in
                    let requirement = judged.outcome.requirement
                    return [
                        "id": .string(requirement.id), "holds": .bool(judged.outcome.holds),
                        "message": .string(requirement.message[Speech.language]), "basis": JSONValue(requirement.basis),
                        "missing": JSONValue(judged.outcome.missing), "comes_with_event": .bool(judged.comesWithEvent),
                        "facts": .array(judged.outcome.facts.map { ["path": .string($0.path), "value": JSONValue($0.value)] }),
                    ]
                }
            ),
        ]
    }

    var blocks: [any Block] {
        let state = answer.state
        let label = regime.task.states[state.position]?.label[Speech.language] ?? state.position
        var blocks: [any Block] = [
            Heading("\(answer.row.code)  \(answer.row.title)"),
            Paragraph(
                StyledText(say("Đang ở: ", "Stands at: ")) + StyledText(label, .strong) + StyledText("  \(state.position)", .faint)
                    + StyledText(say("  từ ", "  since ") + state.movedOn.shown, .faint)
            ),
        ]
        let flags = state.standingFlags(on: day)
        if !flags.isEmpty {
            blocks.append(Bullets(flags.sorted { $0.key < $1.key }.map { StyledText("⚑ \($0.value[Speech.language])", .warning) }))
        }
        blocks += bars
        blocks.append(Heading(say("Việc có thể làm tiếp", "What may be done next"), level: 2))
        if answer.explanation.actions.isEmpty {
            blocks.append(
                Paragraph(
                    StyledText(
                        state.end == nil ? Message.none[Speech.language] : say("Nhiệm vụ đã kết thúc.", "The task's life has ended.")
                    ),
                    indent: 2
                )
            )
        }
        let actions = answer.explanation.actions
        for action in actions.filter(\.isAllowed) + actions.filter({ !$0.isAllowed }) { blocks += self.blocks(action) }
        blocks += deadlines
        return blocks
    }

    private var bars: [any Block] {
        let reasons =
            (answer.host?.bars ?? []).map { (say("Tổ chức chủ trì", "Host organisation"), $0) }
            + (answer.investigator?.bars ?? []).map { (say("Chủ nhiệm", "Principal investigator"), $0) }
            + answer.members.flatMap { member in
                member.bars.map {
                    (say("\(member.person) (\(member.role.phrase.vi))", "\(member.person) (\(member.role.phrase[.en]))"), $0)
                }
            }
        guard !reasons.isEmpty else { return [] }
        return [
            Bullets(
                reasons.map { party, reason in
                    StyledText(
                        say(
                            "\(party) bị chặn nhận nhiệm vụ mới: \(reason.text.vi) (\(reason.task), từ \(reason.from.vietnamese))",
                            "\(party) is barred from new tasks: \(reason.text[.en]) (\(reason.task), since \(reason.from))"
                        ),
                        .bad
                    )
                        + StyledText(reason.basis.map { "  \($0)" } ?? "", .faint)
                }
            )
        ]
    }

    private func blocks(_ action: TaskExplanation.Action) -> [any Block] {
        let transition = action.transition
        let mark: StyledText = action.isAllowed ? StyledText("● ", .good) : StyledText("○ ", .bad)
        var head = mark + StyledText(transition.label[Speech.language], .strong) + StyledText("  \(transition.event)", .accent)
        if action.machine != .task { head += StyledText("  --on \(action.machine)", .accent) }
        let machine = regime.machine(action.machine.kind)
        if transition.to != nil { head += StyledText("  → \(machine?.states[action.to]?.label[Speech.language] ?? action.to)", .faint) }
        var points: [Bullets.Point] = [
            Bullets.Point(
                StyledText(say("Ai: ", "Who: ")) + StyledText(transition.by.map(regime.roleLabel).joined(separator: ", ")) + mayText(action)
            )
        ]
        if !transition.records.isEmpty {
            points.append(
                Bullets.Point(StyledText(say("Ghi kèm: ", "Records: ")) + joined(transition.records.map { record($0, machine) }))
            )
        }
        if !transition.documents.isEmpty {
            points.append(
                Bullets.Point(
                    StyledText(say("Văn bản kèm: ", "Documents: "))
                        + StyledText(
                            transition.documents.map { "\($0) (\(regime.forms[$0]?.label[Speech.language] ?? ""))" }.joined(separator: ", ")
                        )
                )
            )
        }
        let holding = action.requirements.filter(\.outcome.holds)
        points += action.requirements.filter { showsAll || !$0.outcome.holds }.map(point)
        if !showsAll, !holding.isEmpty {
            let count = Message.count(holding.count, "điều kiện đã đạt", one: "requirement holds", many: "requirements hold")
            points.append(Bullets.Point(StyledText("✓ ", .good) + StyledText(count[Speech.language], .faint)))
        }
        return [Stack([Paragraph(head, indent: 2), Bullets(points, indent: 6)])]
    }

    private func record(_ record: Transition.Recorded, _ machine: Machine?) -> StyledText {
        let label = regime.fact(record.fact, of: machine ?? regime.task)?.label[Speech.language]
        return StyledText(record.fact + (record.isRequired ? "" : "?"), .accent) + StyledText(label.map { " (\($0))" } ?? "", .faint)
    }

    private func joined(_ parts: [StyledText]) -> StyledText {
        parts.dropFirst().reduce(parts.first ?? "") { $0 + ", " + $1 }
    }

    private func mayText(_ action: TaskExplanation.Action) -> StyledText {
        switch action.actorMay {
        case true?: StyledText(say("  (bạn được phép)", "  (you may)"), .good)
        case false?: StyledText(say("  (bạn không có vai trò này)", "  (you do not have this role)"), .warning)
        case nil: StyledText("")
        }
    }

    private func point(_ judged: TaskExplanation.Judged) -> Bullets.Point {
        let outcome = judged.outcome
        let requirement = outcome.requirement
        let basis = StyledText(requirement.basis.map { "  [\($0)]" } ?? "", .faint)
        // A message says what is wrong when a requirement fails: one that holds is shown as "clear of" it.
        if outcome.holds {
            return Bullets.Point(
                StyledText("✓ ", .good) + StyledText(say("không vướng: ", "clear of: ") + requirement.message[Speech.language], .faint)
                    + basis
            )
        }
        if judged.comesWithEvent {
            return Bullets.Point(
                StyledText("… ", .warning) + StyledText(say("xét khi nhập: ", "judged when recorded: "))
                    + StyledText(requirement.message[Speech.language], .faint) + basis
            )
        }
        var facts = outcome.facts.filter { !$0.path.hasPrefix("actor") && $0.path != "documents" && $0.path != "fired" }.prefix(6).map(
            shown
        )
        if facts.isEmpty, !outcome.missing.isEmpty { facts = outcome.missing.map { "\(say("thiếu", "missing")): \($0)" } }
        return Bullets.Point(
            StyledText("✗ ", .bad) + StyledText(requirement.message[Speech.language]) + basis,
            points: facts.isEmpty ? [] : [Bullets.Point(StyledText(facts.joined(separator: "; "), .faint))]
        )
    }

    /// A fact a requirement looked at; of small machines where each stands.
    private func shown(_ fact: Blocker.Fact) -> String {
        let kinds = fact.path.split(separator: ".")
        if kinds.count == 2, kinds[0] == "machines",
            let entry = regime.machines.first(where: { $0.key.replacing("-", with: "_") == kinds[1] })
        {
            let standing = (answer.state.machines[entry.key] ?? []).map { instance in
                "\(entry.key):\(instance.number) \(entry.value.states[instance.state]?.label[Speech.language] ?? instance.state)"
            }
            return
                "\(entry.value.label[Speech.language]): \(standing.isEmpty ? Message.none[Speech.language] : standing.joined(separator: ", "))"
        }
        return "\(fact.path) = \(fact.value ?? say("chưa có", "missing"))"
    }

    private var deadlines: [any Block] {
        let open = answer.state.openClocks.sorted { $0.dates.due < $1.dates.due }
        guard !open.isEmpty else { return [] }
        var blocks: [any Block] = [Heading(say("Thời hạn", "Deadlines"), level: 2)]
        blocks.append(Bullets(open.map { Bullets.Point(text($0), points: why($0)) }, indent: 2))
        return blocks
    }

    private func text(_ clock: Clock) -> StyledText {
        let reference = clock.reference
        let left = day.days(to: clock.dates.due)
        let when: StyledText =
            if clock.isSuspended {
                StyledText(say("đang tạm dừng", "paused"), .warning)
            } else if clock.isPassed(on: day) {
                StyledText(say("quá hạn \(-left) ngày", "\(-left) days late"), .bad)
            } else if left < 0 {
                StyledText(say("đã qua \(-left) ngày, chưa tính là quá hạn", "\(-left) days past, not counted as late yet"), .warning)
            } else {
                StyledText(say("còn \(left) ngày", "\(left) days left"), left < 8 ? .warning : .good)
            }
        var line = StyledText(clock.dates.due.shown, .strong) + StyledText("  ") + when
        line += StyledText("  \(regime.deadlineLabel(reference.machine.kind, reference.id))")
        line += StyledText("  \(reference.machine == .task ? "" : "\(reference.machine) ")\(reference.id)", .accent)
        return line
    }

    private func why(_ clock: Clock) -> [Bullets.Point] {
        let started = clock.started
        var points = [
            Bullets.Point(
                StyledText(
                    say(
                        "\(started.terms.direction == .before ? "trước" : "từ") \(started.start.vietnamese): \(started.terms.term.phrase.vi); chịu trách nhiệm: \(regime.roleLabel(started.owner))",
                        "\(started.terms.term.phrase[.en]) \(started.terms.direction == .before ? "before" : "from") \(started.start); answers for it: \(regime.roleLabel(started.owner))"
                    ),
                    .faint
                )
                    + StyledText("  [\(started.basis ?? "")]", .faint)
                    + (started.standing == "assumed"
                        ? StyledText(say("  tạm tính, chưa có văn bản", "  assumed, no text read"), .warning) : StyledText(""))
            )
        ]
        var further: [String] = []
        if let grace = clock.dates.grace { further.append(say("gia hạn thêm đến \(grace.shown)", "let pass until \(grace)")) }
        if let lock = clock.dates.lock { further.append(say("khóa sau \(lock.shown)", "shut after \(lock)")) }
        if !further.isEmpty { points.append(Bullets.Point(StyledText(further.joined(separator: "; "), .faint))) }
        if showsCounting { points.append(Bullets.Point(StyledText(counted(clock), .faint))) }
        return points
    }

    private func counted(_ clock: Clock) -> String {
        let terms = clock.started.terms
        let counting = calendar.count(
            from: clock.started.start,
            terms.term,
            direction: terms.direction,
            suspensions: clock.suspensions(until: day),
            roll: terms.roll
        )
        return counting.steps.prefix(400).map { step in
            let note = step.note.map { " (\($0[Speech.language]))" } ?? ""
            return step.ordinal.map { "\($0)·\(step.date.shown)\(note)" } ?? "–·\(step.date.shown)\(note)"
        }.joined(separator: "  ")
    }
}
