public import CanonicalJSON

/// Who stands behind a task or one of its dossiers: hosts, those who coordinate, and the people its papers name.
public struct Participation: Sendable, Hashable {
    /// Somebody named in the research plan or the application.
    public struct Participant: Sendable, Hashable {
        /// Who.
        public let person: PersonCode
        /// As what.
        public let role: ParticipantRole
        /// The paper that names the person, such as `B1-2a-TMĐTCN`.
        public let source: String

        /// Creates a participant.
        public init(person: PersonCode, role: ParticipantRole, source: String) {
            self.person = person
            self.role = role
            self.source = source
        }
    }

    /// An organisation named there.
    public struct Party: Sendable, Hashable {
        /// Which.
        public let organisation: OrganisationCode
        /// The paper that names it.
        public let source: String

        /// Creates a party.
        public init(organisation: OrganisationCode, source: String) {
            self.organisation = organisation
            self.source = source
        }
    }

    /// The task.
    public let task: TaskCode
    /// The number of its dossier; nil when it is about the task itself.
    public let dossier: Int64?
    /// The hosts: of the task, or of every dossier to be judged.
    public var hosts: [Party]
    /// The organisations that take part beside them.
    public var coordinators: [Party]
    /// The people.
    public var participants: [Participant]

    /// Creates a participation.
    public init(
        task: TaskCode,
        dossier: Int64? = nil,
        hosts: [Party] = [],
        coordinators: [Party] = [],
        participants: [Participant] = []
    ) {
        self.task = task
        self.dossier = dossier
        self.hosts = hosts
        self.coordinators = coordinators
        self.participants = participants
    }

    /// Its code in the register: `TASK` or `TASK:dossier:1`.
    public var code: String { dossier.map { "\(task):dossier:\($0)" } ?? task.text }

    /// Whether nobody stands there.
    public var isEmpty: Bool { hosts.isEmpty && coordinators.isEmpty && participants.isEmpty }
}

extension Participation: JSONRepresentable {
    /// Reads the stored form.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(
            task: try json.value(at: "task"),
            dossier: try json.optionalInt(at: "dossier"),
            hosts: try json.values(at: "hosts"),
            coordinators: try json.values(at: "coordinators"),
            participants: try json.values(at: "participants")
        )
    }

    /// The stored form.
    public var json: JSONValue {
        [
            "task": task.json, "dossier": dossier.map { .int($0) } ?? .null, "hosts": hosts.json, "coordinators": coordinators.json,
            "participants": participants.json,
        ]
    }
}

extension Participation.Party: JSONRepresentable {
    /// Reads the stored form.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(organisation: try json.value(at: "organisation"), source: try json.string(at: "source"))
    }

    /// The stored form.
    public var json: JSONValue { ["organisation": organisation.json, "source": .string(source)] }
}

extension Participation.Participant: JSONRepresentable {
    /// Reads the stored form.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(
            person: try json.value(at: "person"),
            role: try json.member("role", expected: "a known word") { $0.string.flatMap(ParticipantRole.init) },
            source: try json.string(at: "source")
        )
    }

    /// The stored form.
    public var json: JSONValue { ["person": person.json, "role": .string(role.rawValue), "source": .string(source)] }
}
