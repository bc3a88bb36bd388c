import CanonicalJSON
import Engine
public import LifecycleModel
public import Store
import WorkingCalendar

/// What bars a party from new tasks on a day: bars that tasks put on it, and clocks of its tasks whose passed dates bar it.
///
/// A bar that stands until it is lifted forbids to take part in a new task at all; one for some months, or because a date has passed, forbids to
/// host or lead it.
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
        /// Whether it forbids any part in a new task, not only to host or lead it.
        public let forbidsAnyPart: Bool
    }

    /// Reads the standing of a party (an organisation's or person's code) out of the states of its tasks, and of bars that other tasks put on it, in
    /// which it takes or took another part.
    ///
    /// - Parameter others: further tasks of the party, none of which may bar it on that day.
    init(
        party: TaskParty,
        code: String,
        tasks: [TaskState],
        others: [PartyTask] = [],
        barring rows: [BarRow] = [],
        except task: String,
        on day: CivilDate
    ) {
        var reasons: [Reason] = []
        var running = Int64(others.count { $0.isRunning && $0.code != task })
        for row in rows where row.from <= day && !([row.until, row.liftedOn].compactMap { $0 }.min().map { $0 < day } ?? false) {
            reasons.append(
                Reason(task: row.task, text: row.reason, from: row.from, basis: row.basis, forbidsAnyPart: row.until == nil)
            )
        }
        for state in tasks {
            for bar in state.bars where bar.barred.party == party.rawValue && bar.barred.code == code {
                let over = [bar.barred.until, bar.liftedOn].compactMap { $0 }.min().map { $0 < day } ?? false
                if bar.barred.from <= day, !over {
                    let reason = Reason(
                        task: state.code,
                        text: bar.barred.reason,
                        from: bar.barred.from,
                        basis: bar.barred.basis,
                        forbidsAnyPart: bar.barred.until == nil
                    )
                    if !reasons.contains(reason) { reasons.append(reason) }
                }
            }
            guard state.code != task, state.fact(party.fact)?.text == code else { continue }
            if state.countsAs.contains("running") { running += 1 }
            for clock in state.openClocks {
                for act in clock.acts(passedBy: day) where act.act == "bar" && act.subject == party.rawValue {
                    reasons.append(
                        Reason(
                            task: state.code,
                            text: act.text ?? Phrase(vi: clock.reference.id, en: clock.reference.id),
                            from: clock.dates.due,
                            basis: clock.started.basis,
                            forbidsAnyPart: false
                        )
                    )
                }
            }
        }
        bars = reasons
        runningTasks = running
    }

    /// The standing of a party as the store knows it; only the states of tasks that may bar it are read.
    public init(party: TaskParty, code: String, except task: String, on day: CivilDate, in reader: any StoreReader) throws {
        let tasks = try reader.tasks(of: party, code)
        self.init(
            party: party,
            code: code,
            // The task itself is judged by what it is about to become; only a bar that it put on somebody before counts.
            tasks: try tasks.filter { $0.mayBar(on: day) && ($0.code != task || $0.hasBarred) }
                .map { try TaskState(of: requireTask($0.code, in: reader)) },
            others: tasks.filter { !$0.mayBar(on: day) },
            barring: try reader.bars(party: party.register, code: code),
            except: task,
            on: day
        )
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
        let people = try TaskParticipation(of: state, in: reader)
        for party in BarredParty.allCases {
            guard let role = party.role else { continue }
            let named = people.people(
                as: role,
                host: command.party("host", of: state),
                investigator: command.party("investigator", of: state)
            )
            self[party] = Circumstances.Party(
                barring: try named.map { person in
                    (person, try PartyStanding(party: .investigator, code: person, except: state.code, on: day, in: reader))
                }
            )
        }
        if let code = command.party("host", of: state) {
            host = try PartyStanding(party: .host, code: code, except: state.code, on: day, in: reader).circumstance(code: code)
        }
        if let code = command.party("investigator", of: state) {
            investigator = try PartyStanding(party: .investigator, code: code, except: state.code, on: day, in: reader)
                .circumstance(code: code)
        }
    }
}

extension Circumstances.Party {
    /// Several people together: what forbids any of them to take part, each with who it is.
    init(barring people: [(code: String, standing: PartyStanding)]) {
        self.init(
            bars: people.flatMap { person in
                person.standing.bars.filter(\.forbidsAnyPart).map { "\(person.code), \($0.task): \($0.text.vi)" }
            }
        )
    }
}

extension Command {
    /// Code of the `host` or `investigator` the command is judged by: the one that comes with it, else the task's.
    func party(_ party: String, of state: TaskState) -> String? {
        (facts["task.\(party)"] ?? state.fact("task.\(party)"))?.text
    }
}

extension TaskParty {
    /// What it is called among bars.
    var register: String { self == .host ? "organisation" : "person" }
}
