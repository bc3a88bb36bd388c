import CanonicalJSON
public import Engine
public import LifecycleModel
public import Store
import WorkingCalendar

/// What bars a party from new tasks on a day: bars that tasks put on it, and clocks of its tasks whose passed dates bar it.
public struct PartyStanding: Sendable {
    /// Reasons in force, each with the task it comes from and the article.
    public let bars: [Reason]
    /// Other tasks it is carrying out.
    public let runningTasks: Int64

    /// One reason.
    public struct Reason: Sendable, Hashable {
        /// Task it comes from.
        public let task: String
        /// Why.
        public let text: Phrase
        /// Day it began.
        public let from: CivilDate
        /// The article.
        public let basis: String?
    }

    /// Reads the standing of `host` or `investigator` (an organisation's or person's code) out of the states of its tasks.
    public init(party: String, code: String, tasks: [TaskState], except task: String, on day: CivilDate) {
        var reasons: [Reason] = []
        var running: Int64 = 0
        for state in tasks {
            for bar in state.bars where bar.barred.party == party && bar.barred.code == code {
                let over = [bar.barred.until, bar.liftedOn].compactMap { $0 }.min().map { $0 < day } ?? false
                if bar.barred.from <= day, !over {
                    reasons.append(Reason(task: state.code, text: bar.barred.reason, from: bar.barred.from, basis: bar.barred.basis))
                }
            }
            guard state.code != task, state.fact("task.\(party)")?.text == code else { continue }
            if state.countsAs.contains("running") { running += 1 }
            for clock in state.clocks {
                for act in clock.acts(passedBy: day) where act.act == "bar" && act.subject == party {
                    reasons.append(
                        Reason(
                            task: state.code,
                            text: act.text ?? Phrase(vi: clock.reference.id, en: clock.reference.id),
                            from: clock.dates.due,
                            basis: clock.started.basis
                        )
                    )
                }
            }
        }
        bars = reasons
        runningTasks = running
    }

    /// The standing of a party as the store knows it.
    public init(party: String, code: String, except task: String, on day: CivilDate, in reader: any StoreReader) throws {
        var filter = TaskFilter()
        filter.includesSnapshots = true
        if party == "host" { filter.host = code } else { filter.investigator = code }
        let states = try reader.tasks(filter).map { try TaskState(snapshot: $0.snapshot) }
        self.init(party: party, code: code, tasks: states, except: task, on: day)
    }

    /// As the engine's guards read it.
    func circumstance(code: String) -> Circumstances.Party {
        Circumstances.Party(code: code, bars: bars.map { "\($0.task): \($0.text.vi)" }, runningTasks: runningTasks)
    }
}

extension Circumstances {
    /// What lies outside a task, as the store knows it on the day of a command.
    init(of state: TaskState, for command: Command, releases: [String: String], in reader: any StoreReader) throws {
        self.init(releases: releases)
        let day = command.day
        if let code = command.party("host", of: state) {
            host = try PartyStanding(party: "host", code: code, except: state.code, on: day, in: reader).circumstance(code: code)
        }
        if let code = command.party("investigator", of: state) {
            investigator = try PartyStanding(party: "investigator", code: code, except: state.code, on: day, in: reader)
                .circumstance(code: code)
        }
    }
}

extension Command {
    /// Code of the `host` or `investigator` the command is judged by: the one that comes with it, else the task's.
    func party(_ party: String, of state: TaskState) -> String? {
        (facts["task.\(party)"] ?? state.fact("task.\(party)"))?.text
    }
}
