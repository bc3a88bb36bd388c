import Engine
public import LifecycleModel
import Rules
public import Store

/// Opens the periodic reports, inspections and application reports that the schedules of the rules owe a task and that are not there: after a
/// contract was extended, a date was corrected, a task was brought under another definition or loaded in the middle of its life.
public struct OweObligations {
    private let surroundings: Surroundings
    private let definitions: Definitions
    private let holders = RoleHolders()

    /// Prepares it for many tasks.
    public init(_ surroundings: Surroundings, definitions: Definitions) {
        self.surroundings = surroundings
        self.definitions = definitions
    }

    /// What came of one task.
    public struct Outcome {
        /// Small machines opened, and early warnings renewed.
        public var opened = 0
        /// Why a schedule could not be worked out.
        public var refusals: [Phrase] = []
    }

    /// Does it for one task.
    public func callAsFunction(_ code: String, in writer: any StoreWriter) throws -> Outcome {
        let row = try requireTask(code, in: writer)
        guard row.end == nil else { return Outcome() }
        let rules = try definitions.regime(row.definition, in: writer)
        let stored = try TaskState(of: row)
        let day = max(surroundings.today, stored.movedOn)
        let owed = owed(rules, stored, after: try moves(of: code, in: writer), on: day, calendar: surroundings.calendar)
        let renewed = try tellOfRenewedWarnings(row, stored, under: rules.regime, in: writer)
        let outcome = Outcome(
            opened: renewed + owed.happenings.count { if case .machineOpened = $0 { true } else { false } },
            refusals: owed.problems.map { Phrase(vi: "\(code): \($0.message.vi)", en: "\(code): \($0.message[.en])") }
        )
        guard owed.problems.isEmpty, !owed.happenings.isEmpty else { return outcome }
        var state = stored
        let journal = TaskJournal(writer: writer, now: surroundings.now)
        let records = try journal.append(owed.happenings, to: &state, by: AutomaticEvents.actor.id, on: day)
        try journal.project(
            state,
            after: SharedState(stored),
            records: records,
            happenings: owed.happenings
        )
        return outcome
    }

    /// Warnings about results whose only evidence was rejected: no clock of theirs runs any more, so nothing else would remind of them. Answers how many
    /// people were not told before.
    private func tellOfRenewedWarnings(_ row: TaskRow, _ state: TaskState, under regime: Regime, in writer: any StoreWriter) throws -> Int {
        var told = 0
        for warning in state.earlyWarnings(under: regime) where warning.isRenewed {
            let parties = RoleHolders.Parties(row)
            for person in try holders.holder(of: warning.owner, regime.roles[warning.owner], on: parties, in: writer).people {
                let notice = NoticeRow(
                    key: "warning/\(row.code)/result:\(warning.result)/\(warning.id)/\(warning.due)/\(person)",
                    person: person,
                    day: surroundings.today,
                    isUrgent: false,
                    task: row.code,
                    text: Phrase(
                        vi: "\(warning.label.vi) (kết quả \(warning.result)): minh chứng đã khai đều bị bác",
                        en: "\(warning.label[.en]) (result \(warning.result)): all evidence declared was rejected"
                    ),
                    due: warning.due
                )
                if try writer.add(notice) { told += 1 }
            }
        }
        return told
    }

    private func moves(of code: String, in reader: any StoreReader) throws -> [EarlierMove] {
        try reader.events(of: EventRecord.Subject(.task, code)).compactMap { event in
            guard event.kind == "transitioned", case .transitioned(let move) = try Happening(kind: event.kind, payload: event.payload),
                move.machine == .task
            else { return nil }
            return EarlierMove(event: move.event, from: move.from)
        }
    }
}
