import Engine
public import LifecycleModel
import Rules
public import Store

/// Tells people that a bar on them no longer stands: because its clock was stopped, or because its last day went by.
public struct EndedBars {
    private let definitions: Definitions
    private let holders: RoleHolders

    /// Prepares it.
    public init(definitions: Definitions, holders: RoleHolders) {
        self.definitions = definitions
        self.holders = holders
    }

    /// Bars whose clock was stopped, or stands still, since they were told of.
    ///
    /// - Parameter day: the day of the run, for a clock that does not tell when it stopped.
    /// - Returns: how many were looked at and how many have ended.
    public func lifted(by day: CivilDate, in writer: any StoreWriter) throws -> (lookedAt: Int, ended: Int) {
        let deeds = try writer.standingDeeds(of: "deadlines")
        var ended = 0
        for deed in deeds {
            guard let run = DeadlineRow.Run(beginning: deed.key, of: deed.subject), let party = deed.key.split(separator: "/").last,
                let row = try writer.deadline(run), row.standing != "open"
            else { continue }
            try writer.lift(deed.key)
            ended += 1
            let task = try requireTask(deed.subject, in: writer)
            let regime = try definitions.regime(task.definition, in: writer).regime
            guard let (machine, deadline) = try writer.ruled(row, by: regime, definitions) else { continue }
            let label = PassingWords.subject(row.number, machine, deadline)
            let people = try holders.barred(String(party), on: RoleHolders.Parties(task), under: regime, in: writer)
            try tell(people, of: task, key: "lifted/\(deed.key)", on: row.stoppedOn ?? day, because: label, in: writer)
        }
        return (deeds.count, ended)
    }

    /// Bars whose last day went by.
    ///
    /// - Parameter days: their last days.
    public func expired(in days: ClosedRange<CivilDate>, in writer: any StoreWriter) throws -> Int {
        let bars = try writer.bars(endingIn: days)
        for bar in bars {
            guard let until = bar.until else { continue }
            let task = try requireTask(bar.task, in: writer)
            let regime = try definitions.regime(task.definition, in: writer).regime
            let people =
                try bar.party == "organisation"
                ? holders.barred("host", on: RoleHolders.Parties(task), under: regime, in: writer) : [bar.code]
            let key = "lifted/\(bar.task)/\(bar.party):\(bar.code)/\(bar.from)/\(until)"
            try tell(people, of: task, key: key, on: until.adding(days: 1), because: bar.reason, in: writer)
        }
        return bars.count
    }

    private func tell(
        _ people: [String],
        of task: TaskRow,
        key: String,
        on day: CivilDate,
        because reason: Phrase,
        in writer: any StoreWriter
    ) throws {
        for person in Set(people).sorted() {
            _ = try writer.add(
                NoticeRow(
                    key: "\(key)/\(person)",
                    person: person,
                    day: day,
                    isUrgent: false,
                    task: task.code,
                    text: Phrase(
                        vi: "Đã gỡ hạn chế nhận nhiệm vụ mới (trước đây do: \(reason.vi))",
                        en: "No longer barred from new tasks (the bar came from: \(reason[.en]))"
                    ),
                    due: nil
                )
            )
        }
    }
}
