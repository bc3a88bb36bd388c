public import Engine
public import LifecycleModel
public import Rules
public import Store

/// Explains a task: where it stands, what may be done next and by whom, what stands in the way, what falls due and why then.
public struct ExplainTask: Sendable {
    /// The explanation with what it speaks of.
    public struct Answer: Sendable {
        /// The task's row and state.
        public let row: TaskRow
        /// Its state.
        public let state: TaskState
        /// The rules it runs under.
        public let rules: CompiledRegime
        /// What may be done.
        public let explanation: TaskExplanation
        /// What bars the host and the investigator.
        public let host, investigator: PartyStanding?
        /// What forbids key members and the scientific secretary to take part, by person.
        public let members: [Member]

        /// Somebody who takes part and is barred.
        public struct Member: Sendable {
            /// Code of the person.
            public let person: String
            /// As what the person takes part.
            public let role: ParticipantRole
            /// Why the person may not.
            public let bars: [PartyStanding.Reason]
        }
    }

    private let surroundings: Surroundings

    /// Prepares the use case.
    public init(_ surroundings: Surroundings) {
        self.surroundings = surroundings
    }

    /// Explains the task for an actor (none: for everybody) on the day of the surroundings.
    public func callAsFunction(_ code: String) throws -> Answer {
        try surroundings.store.read { reader in
            let row = try requireTask(code, in: reader)
            let rules = try Definitions().regime(row.definition, in: reader)
            let state = try TaskState(of: row)
            let actor = surroundings.actor.isEmpty ? nil : try Actor(surroundings.actor, in: reader)
            var circumstances = Circumstances(releases: try reader.releases())
            var host: PartyStanding?
            var investigator: PartyStanding?
            if state.end == nil, let code = row.host {
                let standing = try PartyStanding(party: .host, code: code, except: row.code, on: surroundings.today, in: reader)
                circumstances.host = standing.circumstance(code: code)
                host = standing
            }
            if state.end == nil, let code = row.investigator {
                let standing = try PartyStanding(party: .investigator, code: code, except: row.code, on: surroundings.today, in: reader)
                circumstances.investigator = standing.circumstance(code: code)
                investigator = standing
            }
            let members = state.end == nil ? try barredMembers(of: state, row, in: reader) : []
            for party in BarredParty.allCases {
                guard let role = party.role else { continue }
                circumstances[party].bars = members.filter { $0.role == role }.flatMap { member in
                    member.bars.map { "\(member.person), \($0.task): \($0.text.vi)" }
                }
            }
            let explanation = explain(rules, state, for: actor, on: surroundings.today, circumstances: circumstances)
            return Answer(
                row: row,
                state: state,
                rules: rules,
                explanation: explanation,
                host: host,
                investigator: investigator,
                members: members
            )
        }
    }

    private func barredMembers(of state: TaskState, _ row: TaskRow, in reader: any StoreReader) throws -> [Answer.Member] {
        let people = try TaskParticipation(of: state, in: reader)
        return try BarredParty.allCases.compactMap(\.role).flatMap { role in
            try people.people(as: role, host: row.host, investigator: row.investigator).compactMap { person in
                let standing = try PartyStanding(party: .investigator, code: person, except: row.code, on: surroundings.today, in: reader)
                let bars = standing.bars.filter(\.forbidsAnyPart)
                return bars.isEmpty ? nil : Answer.Member(person: person, role: role, bars: bars)
            }
        }
    }
}
