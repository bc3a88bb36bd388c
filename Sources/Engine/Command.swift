public import LifecycleModel

/// What somebody wants to happen to a task.
public struct Command: Sendable, Hashable {
    /// Which machine: the task itself or one of its small machines.
    public var machine: MachineReference
    /// The event's name.
    public var event: String
    /// Facts that come with it, by `group.name` or `this.name`.
    public var facts: [String: FactValue]
    /// Documents that come with it.
    public var documents: [AttachedDocument]
    /// The day it happened.
    public var day: CivilDate
    /// The day it is recorded.
    public var recordedOn: CivilDate
    /// Set when a person answers for overriding what the rules refuse (history that broke them).
    public var exception: ExceptionGrant?

    /// Creates a command.
    public init(
        machine: MachineReference = .task,
        event: String,
        facts: [String: FactValue] = [:],
        documents: [AttachedDocument] = [],
        day: CivilDate,
        recordedOn: CivilDate,
        exception: ExceptionGrant? = nil
    ) {
        self.machine = machine
        self.event = event
        self.facts = facts
        self.documents = documents
        self.day = day
        self.recordedOn = recordedOn
        self.exception = exception
    }
}

/// Names one machine of a task: the task itself, or the third periodic report.
public struct MachineReference: Sendable, Hashable, CustomStringConvertible {
    /// `task` or the small machine's identifier.
    public var kind: String
    /// 0 for the task, from 1 for small machines.
    public var number: Int64

    /// Creates a reference.
    public init(kind: String, number: Int64) {
        self.kind = kind
        self.number = number
    }

    /// The task itself.
    public static let task = MachineReference(kind: "task", number: 0)

    /// Reads `periodic-report:3`, or `task`; nil when it is neither.
    public init?(parsing text: String) {
        if text == "task" || text.isEmpty {
            self = .task
            return
        }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, let number = Int64(parts[1]), number > 0 else { return nil }
        self.init(kind: String(parts[0]), number: number)
    }

    /// `task` or `periodic-report:3`
    public var description: String { number == 0 ? kind : "\(kind):\(number)" }
}

/// Who acts.
public struct Actor: Sendable, Hashable {
    /// Person code, or `system`.
    public var id: String
    /// Roles held.
    public var roles: Set<String>
    /// Organisation code.
    public var organisation: String?

    /// Creates an actor.
    public init(id: String, roles: Set<String>, organisation: String? = nil) {
        self.id = id
        self.roles = roles
        self.organisation = organisation
    }
}

/// A document that comes with an event.
public struct AttachedDocument: Sendable, Hashable {
    /// Form code.
    public var form: String
    /// Number on it, `2374/QĐ-UBND`.
    public var number: String
    /// Date on it.
    public var date: CivilDate
    /// SHA-256 (hex) of the file; nil when only number and date are recorded.
    public var sha256: String?
    /// File name as given.
    public var fileName: String?
    /// Bytes.
    public var size: Int64?

    /// Creates a document.
    public init(form: String, number: String, date: CivilDate, sha256: String? = nil, fileName: String? = nil, size: Int64? = nil) {
        self.form = form
        self.number = number
        self.date = date
        self.sha256 = sha256
        self.fileName = fileName
        self.size = size
    }
}

/// A person's word that a happening is recorded although the rules refuse it.
public struct ExceptionGrant: Sendable, Hashable {
    /// Who answers for it.
    public var by: String
    /// Why.
    public var reason: String

    /// Creates a grant.
    public init(by: String, reason: String) {
        self.by = by
        self.reason = reason
    }
}

/// What lies outside the task but guards may ask about: the parties' bars and load.
public struct Circumstances: Sendable, Hashable {
    /// The host organisation.
    public var host: Party
    /// The principal investigator.
    public var investigator: Party
    /// The key members and the scientific secretary: what bars any of them.
    public var keyMembers, secretary: Party

    /// A party of the task.
    public struct Party: Sendable, Hashable {
        /// Code, empty while unknown and of several people.
        public var code: String
        /// Reasons that bar it from new tasks, in force on the day.
        public var bars: [String]
        /// Other tasks it is carrying out.
        public var runningTasks: Int64

        /// Creates a party.
        public init(code: String = "", bars: [String] = [], runningTasks: Int64 = 0) {
            self.code = code
            self.bars = bars
            self.runningTasks = runningTasks
        }
    }

    /// Definitions now in force by regime, for a task that a person moves under another law.
    public var releases: [String: String]

    /// Creates circumstances.
    public init(
        host: Party = Party(),
        investigator: Party = Party(),
        keyMembers: Party = Party(),
        secretary: Party = Party(),
        releases: [String: String] = [:]
    ) {
        self.host = host
        self.investigator = investigator
        self.keyMembers = keyMembers
        self.secretary = secretary
        self.releases = releases
    }

    /// What is known of one of them.
    public subscript(party: BarredParty) -> Party {
        get {
            switch party {
            case .host: host
            case .investigator: investigator
            case .keyMembers: keyMembers
            case .secretary: secretary
            }
        }
        set {
            switch party {
            case .host: host = newValue
            case .investigator: investigator = newValue
            case .keyMembers: keyMembers = newValue
            case .secretary: secretary = newValue
            }
        }
    }
}
