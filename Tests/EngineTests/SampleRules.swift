import Engine
import LifecycleModel
import Rules
import WorkingCalendar

/// A small regime with everything the engine knows: guards, words, effects, small machines, clocks.
enum SampleRules {
    static let regime: Regime = {
        func state(_ label: String, end: Machine.State.End? = nil, _ counts: Set<Machine.State.Standing> = []) -> Machine.State {
            Machine.State(label: Phrase(vi: label), end: end, countsAs: counts)
        }
        func fact(_ type: Fact.Kind, _ choices: [String] = []) -> Fact {
            Fact(type: type, label: Phrase(vi: "thông tin"), choices: choices.map { Fact.Choice(value: $0, label: Phrase(vi: $0)) })
        }
        func requirement(_ id: String, _ condition: Requirement.Condition) -> Requirement {
            Requirement(id: id, condition: condition, message: Phrase(vi: "cần \(id)"), basis: "Điều \(id)", cure: ["officer"])
        }
        let days30 = term(30, .calendarDays)
        let task = Machine(
            label: Phrase(vi: "Nhiệm vụ"),
            initial: "selection/open",
            states: [
                "selection/open": state("đang tuyển chọn"), "selection/returned": state("trả lại"),
                "contract/running": state("đang thực hiện", [.awarded, .running]),
                "acceptance/passed": state("đạt", [.awarded, .accepted]),
                "acceptance/done": state("xong", end: .completed, [.accepted, .applied]), "side/failed": state("không đạt", end: .failed),
            ],
            transitions: [
                Transition(
                    event: "award",
                    label: Phrase(vi: "Phê duyệt"),
                    from: ["selection/open"],
                    to: "contract/running",
                    by: ["chair"],
                    records: [.init(fact: "selection.score"), .init(fact: "award.on"), .init(fact: "award.note", isRequired: false)],
                    requires: [
                        requirement("score", .clause("selection.score >= param.pass_mark")),
                        requirement("money", .atMost(amount: "task.state_money", limit: "param.ceiling")),
                        requirement("separate", .separateFrom(["return"])), requirement("bar", .noBar("host")),
                        requirement("papers", .documents(["QD"])),
                    ],
                    documents: ["QD"],
                    effects: [
                        .set(fact: "award.year", expression: "award.on.getFullYear()"),
                        .open(machine: "report", schedule: .init(everyMonths: 6, from: "award.on", until: "contract.end_on"), facts: [:]),
                    ],
                    basis: "Điều 15"
                ),
                Transition(
                    event: "return",
                    label: Phrase(vi: "Trả lại"),
                    from: ["selection/open"],
                    to: "selection/returned",
                    by: ["officer", "chair"]
                ),
                Transition(
                    event: "resubmit",
                    label: Phrase(vi: "Nộp lại"),
                    from: ["selection/returned"],
                    to: "selection/open",
                    by: ["host"]
                ),
                Transition(
                    event: "plan",
                    label: Phrase(vi: "Ghi kế hoạch"),
                    from: ["selection/open", "contract/running"],
                    to: nil,
                    by: ["officer"],
                    records: [.init(fact: "contract.end_on"), .init(fact: "task.state_money", isRequired: false)]
                ),
                Transition(
                    event: "accept",
                    label: Phrase(vi: "Nghiệm thu"),
                    from: ["contract/running"],
                    to: "acceptance/passed",
                    by: ["chair"],
                    records: [.init(fact: "acceptance.rating")],
                    requires: [
                        requirement("pass", .clause("acceptance.rating in ['pass', 'excellent']")),
                        requirement("reports", .machines("report", .every, ["received", "missed"])),
                        requirement("in-time", .deadlineMet("NT-1")),
                    ],
                    effects: [.lift(party: "host"), .clear(flag: "late")]
                ),
                Transition(
                    event: "accept",
                    label: Phrase(vi: "Nghiệm thu không đạt"),
                    from: ["contract/running"],
                    to: "side/failed",
                    by: ["chair"],
                    records: [.init(fact: "acceptance.rating")],
                    requires: [requirement("fail", .clause("acceptance.rating == 'fail'"))],
                    effects: [.bar(party: "host", reason: Phrase(vi: "chưa hoàn trả"), months: 12, basis: "Điều 17")]
                ),
                Transition(
                    event: "finish",
                    label: Phrase(vi: "Kết thúc"),
                    from: ["acceptance/passed"],
                    to: "acceptance/done",
                    by: ["system", "officer"]
                ),
            ],
            deadlines: [
                "NT-1": Deadline(
                    label: Phrase(vi: "Nộp hồ sơ"),
                    starts: [.init(event: "award", from: "contract.end_on"), .init(event: "plan", from: "contract.end_on")],
                    stops: ["accept"],
                    term: days30,
                    grace: term(5, .workingDays),
                    lock: term(6, .months),
                    owner: "host",
                    passing: [
                        .init(at: .due, act: .flag("late", Phrase(vi: "chậm"))),
                        .init(at: .due, act: .bar("host", Phrase(vi: "chậm hồ sơ"))),
                    ],
                    basis: "Điều 7",
                    standing: .model
                ),
                "TC-1": Deadline(
                    label: Phrase(vi: "Mở hồ sơ"),
                    starts: [.init(event: nil)],
                    stops: ["award"],
                    suspendedIn: ["selection/returned"],
                    term: term(7, .workingDays),
                    owner: "officer",
                    passing: [.init(at: .due, act: .flag("slow", Phrase(vi: "chậm")))],
                    basis: "Điều 7",
                    standing: .model
                ),
            ]
        )
        let report = Machine(
            label: Phrase(vi: "Báo cáo"),
            initial: "expected",
            states: ["expected": state("chờ"), "received": state("đã nhận", end: .completed), "missed": state("thiếu", end: .missed)],
            facts: ["period": fact(.int), "received_on": fact(.date)],
            transitions: [
                Transition(
                    event: "receive",
                    label: Phrase(vi: "Nhận"),
                    from: ["expected"],
                    to: "received",
                    by: ["officer"],
                    records: [.init(fact: "this.received_on")],
                    requires: [requirement("after-start", .clause("this.received_on >= this.opened_on"))]
                )
            ],
            deadlines: [
                "TH-1": Deadline(
                    label: Phrase(vi: "Báo cáo"),
                    starts: [.init(event: nil, from: "award.on")],
                    stops: ["receive"],
                    term: term(6, .months),
                    times: "this.period",
                    owner: "host",
                    passing: [.init(at: .due, act: .flag("report-late", Phrase(vi: "chậm báo cáo")))],
                    basis: "Điều 26",
                    standing: .model
                )
            ]
        )
        return Regime(
            id: "sample",
            version: "1.0.0",
            label: Phrase(vi: "Mẫu"),
            roles: [
                "chair": Role(label: Phrase(vi: "Chủ tịch"), heldBy: .province),
                "officer": Role(label: Phrase(vi: "Chuyên viên"), heldBy: .department),
                "host": Role(label: Phrase(vi: "Chủ trì"), heldBy: .host), "system": Role(label: Phrase(vi: "Hệ thống"), heldBy: .system),
            ],
            parameters: [
                "pass_mark": Parameter(value: .integer(70), unit: .points, label: Phrase(vi: "điểm"), basis: "Điều 12", standing: .model),
                "ceiling": Parameter(
                    value: .integer(1_000_000_000),
                    unit: .dong,
                    label: Phrase(vi: "trần"),
                    basis: "Điều 6",
                    standing: .binding
                ),
            ],
            forms: ["QD": Form(label: Phrase(vi: "Quyết định"))],
            facts: [
                "task": ["title": fact(.text), "host": fact(.organisation), "state_money": fact(.dong)], "selection": ["score": fact(.int)],
                "award": ["on": fact(.date), "note": fact(.text), "year": fact(.int)], "contract": ["end_on": fact(.date)],
                "acceptance": ["rating": fact(.choice, ["excellent", "pass", "fail"])],
            ],
            stages: ["selection", "contract", "acceptance", "side"].map { Stage(id: $0, label: Phrase(vi: $0)) },
            task: task,
            machines: ["report": report]
        )
    }()

    static let compiled = CompiledRegime(regime, hash: "h")
    static let calendar = WorkingCalendar(.empty)

    static func term(_ amount: Int, _ unit: Term.Unit) -> Term {
        (try? Term(amount, unit)) ?? fallback
    }

    private static let fallback: Term = {
        guard let term = try? Term(1, .calendarDays) else { preconditionFailure("a term of one day is always possible") }
        return term
    }()

    static func day(_ text: String) -> CivilDate {
        guard let day = try? CivilDate(parsing: text) else { preconditionFailure("not a date: \(text)") }
        return day
    }
}

/// Drives one task through the sample rules.
struct Story {
    var state: TaskState
    var log: [(Happening, String, CivilDate)]
    var circumstances = Circumstances(host: .init(code: "H1"))

    static let chair = Actor(id: "C", roles: ["chair"])
    static let officer = Actor(id: "O", roles: ["officer"])
    static let host = Actor(id: "H", roles: ["host"])

    init(on day: String = "2022-01-03", money: Int64 = 500_000_000, investigator: String? = nil) {
        var facts: [String: FactValue] = ["task.title": .text("Lúa"), "task.host": .text("H1"), "task.state_money": .int(money)]
        facts["task.investigator"] = investigator.map(FactValue.text)
        let registered = Happening.Registered(
            code: "T1",
            regime: "sample",
            definition: "h",
            position: "selection/open",
            facts: facts
        )
        let start = SampleRules.day(day)
        state = TaskState(registered, on: start)
        log = [(.registered(registered), "O", start)]
        record(startingHappenings(SampleRules.compiled, state, on: start, calendar: SampleRules.calendar), by: "O", on: start)
    }

    mutating func record(_ happenings: [Happening], by actor: String, on day: CivilDate) {
        for happening in happenings {
            precondition(state.apply(happening, by: actor, on: day), "a decided happening always fits")
            log.append((happening, actor, day))
        }
    }

    func command(
        _ event: String,
        on day: String,
        _ facts: [String: FactValue] = [:],
        documents: [String] = [],
        machine: MachineReference = .task,
        recordedOn: String = "2026-01-01",
        exception: ExceptionGrant? = nil
    ) -> Command {
        Command(
            machine: machine,
            event: event,
            facts: facts,
            documents: documents.map { AttachedDocument(form: $0, number: "1/QĐ", date: SampleRules.day(day)) },
            day: SampleRules.day(day),
            recordedOn: SampleRules.day(recordedOn),
            exception: exception
        )
    }

    func decision(_ command: Command, by actor: Actor) -> Decision {
        decide(SampleRules.compiled, state, command, by: actor, circumstances: circumstances, calendar: SampleRules.calendar)
    }

    @discardableResult
    mutating func fire(
        _ event: String,
        on day: String,
        _ facts: [String: FactValue] = [:],
        documents: [String] = [],
        machine: MachineReference = .task,
        by actor: Actor
    ) -> Decision {
        let decision = decision(command(event, on: day, facts, documents: documents, machine: machine), by: actor)
        record(decision.happenings, by: actor.id, on: SampleRules.day(day))
        return decision
    }

    /// A task that is being carried out, with its contract's end known.
    static func running() -> Story {
        var story = Story()
        story.fire("plan", on: "2022-01-04", ["contract.end_on": .date(SampleRules.day("2023-07-31"))], by: officer)
        story.fire(
            "award",
            on: "2022-02-01",
            ["selection.score": .int(82), "award.on": .date(SampleRules.day("2022-01-31"))],
            documents: ["QD"],
            by: chair
        )
        return story
    }
}
