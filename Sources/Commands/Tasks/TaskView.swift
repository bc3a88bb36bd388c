import CanonicalJSON
import Engine
import LifecycleModel
import Rules
import Store
import Terminal
import WorkingCalendar

/// Names of organisations, people and programmes by code.
struct PartyNames {
    private let names: [EventRecord.Subject.Kind: (String) -> String?]

    init(_ reader: any StoreReader) throws {
        names = [.organisation, .person, .programme].reduce(into: [:]) { result, kind in
            result[kind] = { code in (try? reader.registered(kind, code: code))?["name"]?.string }
        }
    }

    /// `Viện … (VNN)`, or the code alone.
    func shown(_ kind: Fact.Kind, _ code: String) -> String {
        let subject: EventRecord.Subject.Kind? =
            switch kind {
            case .organisation: .organisation
            case .person: .person
            case .programme: .programme
            default: nil
            }
        guard let subject, let name = names[subject]?(code) else { return code }
        return "\(name) (\(code))"
    }
}

/// How one task looks: what is known, its small machines, clocks and documents.
struct TaskView {
    let row: TaskRow
    let state: TaskState
    let regime: Regime
    let names: PartyNames
    /// Files that were erased by a decision, by SHA-256, each with the event that says so.
    let erasedFiles: [String: Int64]
    let day: CivilDate

    var json: JSONValue {
        guard var object = row.json.object, let whole = state.json.object else { return row.json }
        object["facts"] = .object(
            JSONObject(
                state.facts.sorted { $0.key < $1.key }.map { group, facts in
                    (group, .object(JSONObject(facts.sorted { $0.key < $1.key }.map { ($0.key, $0.value.plainJSON) })))
                }
            )
        )
        for key in ["machines", "documents", "bars", "pages", "exception_count", "event_count"] { object[key] = whole[key] ?? .null }
        object["deadlines"] = .array(state.clocks.map { $0.json(on: day) })
        object["standing_flags"] = JSONValue(state.standingFlags(on: day).keys.sorted())
        return .object(object)
    }

    var blocks: [any Block] {
        var blocks: [any Block] = [
            Heading("\(row.code)  \(row.title)"),
            KeyValues([
                KeyValues.Pair(say("Đang ở", "Stands at"), positionText),
                KeyValues.Pair(
                    say("Chế độ", "Regime"),
                    StyledText("\(regime.label[Speech.language]) \(regime.version)") + StyledText("  \(row.definition.prefix(12))", .faint)
                ),
                KeyValues.Pair(
                    say("Sự kiện cuối", "Last event"),
                    StyledText("\(row.lastHappenedOn.shown) (\(say("số", "no.")) \(row.lastEvent))")
                ),
            ]),
        ]
        let flags = state.standingFlags(on: day)
        if !flags.isEmpty {
            blocks.append(Bullets(flags.sorted { $0.key < $1.key }.map { StyledText("⚑ \($0.value[Speech.language])", .warning) }))
        }
        for (group, facts) in state.facts.sorted(by: { $0.key < $1.key }) where !facts.isEmpty {
            blocks.append(Heading(group, level: 2))
            blocks.append(KeyValues(facts.sorted { $0.key < $1.key }.map { pair("\(group).\($0.key)", $0.value) }, indent: 2))
        }
        if !state.machines.isEmpty { blocks += machineBlocks }
        if !state.openClocks.isEmpty { blocks += [Heading(say("Thời hạn đang chạy", "Running deadlines"), level: 2), clockTable] }
        if !state.documents.isEmpty { blocks += [Heading(say("Văn bản", "Documents"), level: 2), documentTable] }
        return blocks
    }

    private var positionText: StyledText {
        let label = regime.task.states[state.position]?.label[Speech.language] ?? state.position
        return StyledText(label, .strong) + StyledText("  \(state.position)", .faint)
    }

    private func pair(_ path: String, _ value: FactValue) -> KeyValues.Pair {
        let fact = regime.fact(path, of: regime.task)
        return KeyValues.Pair(fact?.label[Speech.language] ?? path, StyledText(shown(value, fact)))
    }

    private func shown(_ value: FactValue, _ fact: Fact?) -> String {
        if case .date(let day) = value { return day.shown }
        guard let fact else { return value.shown }
        switch (value, fact.type) {
        case (.int(let amount), .dong): return Dong(amount).formatted()
        case (.text(let code), .organisation), (.text(let code), .person), (.text(let code), .programme):
            return names.shown(fact.type, code)
        case (.text(let choice), .choice): return fact.choices.first { $0.value == choice }?.label[Speech.language] ?? choice
        case (.bool(let flag), _): return flag ? say("có", "yes") : say("không", "no")
        default: return value.shown
        }
    }

    private var machineBlocks: [any Block] {
        [
            Heading(say("Hồ sơ con", "Things beside the task"), level: 2),
            Table(
                columns: [
                    Table.Column(say("Hồ sơ", "What"), shrinkPriority: 2, minimumWidth: 20, overflow: .wrap),
                    Table.Column(say("Trạng thái", "State"), shrinkPriority: 2, minimumWidth: 12, overflow: .wrap),
                    Table.Column(say("Ngày", "Day")),
                    Table.Column(say("Thông tin", "Facts"), shrinkPriority: 1, minimumWidth: 24, overflow: .wrap),
                ],
                rows: state.machines.sorted { $0.key < $1.key }.flatMap { kind, instances in
                    instances.map { instance in
                        let machine = regime.machines[kind]
                        return [
                            StyledText("\(kind):\(instance.number)", .accent)
                                + StyledText(instance == instances.first ? "\n\(machine?.label[Speech.language] ?? kind)" : ""),
                            StyledText(machine?.states[instance.state]?.label[Speech.language] ?? instance.state),
                            StyledText(instance.movedOn.shown),
                            StyledText(
                                instance.facts.sorted { $0.key < $1.key }.map {
                                    "\(machine?.facts[$0.key]?.label[Speech.language] ?? $0.key): \(shown($0.value, machine?.facts[$0.key]))"
                                }.joined(separator: "; "),
                                .faint
                            ),
                        ]
                    }
                }
            ),
        ]
    }

    private var clockTable: Table {
        Table(
            columns: [
                Table.Column(say("Thời hạn", "Deadline"), shrinkPriority: 2, minimumWidth: 12, overflow: .wrap),
                Table.Column(say("Mã", "Id")),
                Table.Column(say("Đến hạn", "Due")), Table.Column(say("Ai chịu", "Who"), shrinkPriority: 1),
                Table.Column(say("Căn cứ", "Basis"), shrinkPriority: 3, overflow: .wrap),
            ],
            rows: state.openClocks.sorted { $0.dates.due < $1.dates.due }.map { clock in
                let reference = clock.reference
                let style: Style = clock.isSuspended ? .faint : clock.isPassed(on: day) ? .bad : .plain
                let assumed = clock.started.standing == "assumed"
                return [
                    StyledText(regime.deadlineLabel(reference.machine.kind, reference.id)),
                    StyledText(reference.machine == .task ? reference.id : "\(reference.machine) \(reference.id)", .accent),
                    StyledText(clock.isSuspended ? say("tạm dừng", "paused") : clock.dates.due.shown, style),
                    StyledText(regime.roleLabel(clock.started.owner)),
                    StyledText(clock.started.basis ?? "") + (assumed ? StyledText(say(" (tạm tính)", " (assumed)"), .warning) : ""),
                ]
            }
        )
    }

    private func file(_ name: String, _ hash: String) -> StyledText {
        let shown = StyledText("\(name) \(hash.prefix(12))", .faint)
        guard let event = erasedFiles[hash] else { return shown }
        return shown + StyledText(say(" (đã xoá, sự kiện số \(event))", " (erased, event \(event))"), .warning)
    }

    private var documentTable: Table {
        Table(
            columns: [
                Table.Column(say("Mẫu", "Form")), Table.Column(say("Văn bản", "Document"), shrinkPriority: 1, overflow: .wrap),
                Table.Column(say("Số", "Number")), Table.Column(say("Ngày", "Date")), Table.Column(say("Tệp", "File"), shrinkPriority: 2),
            ],
            rows: state.documents.sorted { $0.key < $1.key }.flatMap { form, documents in
                documents.map { document in
                    [
                        StyledText(form, .accent), StyledText(regime.forms[form]?.label[Speech.language] ?? ""),
                        StyledText(document.number),
                        StyledText(document.date.shown),
                        document.sha256.map { file(document.fileName ?? "", $0) } ?? StyledText(""),
                    ]
                }
            }
        )
    }
}

extension FactValue {
    /// For programs: dates as `YYYY-MM-DD` texts.
    var plainJSON: JSONValue {
        if case .date(let date) = self { date.json } else { json }
    }
}

extension Clock {
    /// The promised fields of a deadline.
    func json(on day: CivilDate) -> JSONValue {
        [
            "kind": .string(started.reference.id), "machine": .string(started.reference.machine.description), "start": started.start.json,
            "term": .string(started.terms.term.description), "due": dates.due.json, "grace": dates.grace?.json ?? .null,
            "lock": dates.lock?.json ?? .null, "basis": JSONValue(started.basis), "standing": .string(started.standing),
            "owner": .string(started.owner), "open": .bool(isOpen), "suspended": .bool(isSuspended),
            "overdue": .bool(isOpen && isPassed(on: day)), "stopped_on": stopped?.on.json ?? .null,
            "manner": JSONValue(stopped?.manner.rawValue),
        ]
    }
}
