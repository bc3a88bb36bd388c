public import CanonicalJSON

extension Person {
    /// Something on record that bears on a ground of conflict directly: a penalty, proof of partiality, a related interest.
    public struct Finding: Sendable, Hashable {
        /// The ground it proves.
        public let ground: ConflictGround
        /// What it is and where it is recorded.
        public let evidence: String
        /// The first day it stands; nil for always.
        public let from: CivilDate?
        /// The last day; nil while no end is known.
        public var until: CivilDate?
        /// Towards what it stands; nil for every task, as a penalty does.
        public let concern: Concern?

        /// What a finding is about.
        public enum Concern: Sendable, Hashable {
            /// One task.
            case task(TaskCode)
            /// Every task that this organisation hosts or applies to; for an interest also where it takes part.
            case organisation(OrganisationCode)
            /// Every task that this person leads; for an interest also where the person takes part.
            case person(PersonCode)

            /// The code of what it is about.
            public var code: String {
                switch self {
                case .task(let code): code.text
                case .organisation(let code): code.text
                case .person(let code): code.text
                }
            }
        }

        /// The grounds that a finding can prove; the others follow from who works where, takes part or is related.
        public static let grounds: [ConflictGround] = [.sanction, .partiality, .relatedInterest]

        /// Creates a finding.
        public init(
            _ ground: ConflictGround,
            evidence: String,
            from: CivilDate? = nil,
            until: CivilDate? = nil,
            concern: Concern? = nil
        ) {
            self.ground = ground
            self.evidence = evidence
            self.from = from
            self.until = until
            self.concern = concern
        }

        /// Whether it stands on a day.
        public func stands(on day: CivilDate) -> Bool {
            (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
        }

        /// Whether it is about a task with those who stand behind it. Partiality is towards the host or the principal investigator, an
        /// interest may be in anybody who takes part.
        public func concerns(_ task: Participation) -> Bool {
            let isInterest = ground == .relatedInterest
            return switch concern {
            case nil: true
            case .task(let code): code == task.task
            case .organisation(let code): (task.hosts + (isInterest ? task.coordinators : [])).contains { $0.organisation == code }
            case .person(let code): task.participants.contains { $0.person == code && (isInterest || $0.role == .investigator) }
            }
        }
    }
}

extension Person.Finding: JSONRepresentable {
    /// Reads the stored form.
    public init(json: JSONValue) throws(JSONShapeFault) {
        let task: TaskCode? = try json.optionalValue(at: "task")
        let organisation: OrganisationCode? = try json.optionalValue(at: "organisation")
        let person: PersonCode? = try json.optionalValue(at: "person")
        self.init(
            try json.member("ground", expected: "a known word") { $0.string.flatMap(ConflictGround.init) },
            evidence: try json.string(at: "evidence"),
            from: try json.optionalValue(at: "from"),
            until: try json.optionalValue(at: "until"),
            concern: task.map { .task($0) } ?? organisation.map { .organisation($0) } ?? person.map { .person($0) }
        )
    }

    /// The stored form.
    public var json: JSONValue {
        var object: JSONObject = ["ground": .string(ground.rawValue), "evidence": .string(evidence)]
        if let from { object["from"] = from.json }
        if let until { object["until"] = until.json }
        switch concern {
        case .task(let code): object["task"] = code.json
        case .organisation(let code): object["organisation"] = code.json
        case .person(let code): object["person"] = code.json
        case nil: break
        }
        return .object(object)
    }
}
