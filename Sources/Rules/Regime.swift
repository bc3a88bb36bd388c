public import LifecycleModel

/// One legal regime as a value: everything a folder of rule files under `workflows/` says, after fragments and local overlays are merged.
///
/// A regime is plain data. It is stored in its canonical form with the tasks that run under it, so that each of them can be
/// replayed for ever. Its identity is `id` + `version` + the SHA-256 of that canonical form.
public struct Regime: Sendable, Hashable {
    /// Identifier, the folder's name: `law-2013`.
    public var id: String
    /// Semantic version of the definition, `1.0.0`, with a local overlay's suffix where one was applied: `1.0.0+thanh-hoa.1`.
    public var version: String
    /// What people call it.
    public var label: Phrase
    /// Who may act, by role identifier.
    public var roles: [String: Role]
    /// Every number and date the rules rest on, by identifier in `lower_snake_case`.
    public var parameters: [String: Parameter]
    /// Documents the rules name, by form code.
    public var forms: [String: Form]
    /// Typed facts in groups: `facts["selection"]?["mean_score_x100"]`.
    public var facts: [String: [String: Fact]]
    /// The task's own stages in the order of life.
    public var stages: [Stage]
    /// The task's own machine, identifier `task`; its states are the stages' states, named `stage/state`.
    public var task: Machine
    /// Small machines of things that exist many times beside a task (dossier, council session, periodic report …), by identifier.
    public var machines: [String: Machine]
    /// States, beside the initial one, in which a task moved here from another regime may begin, with what it may bring along.
    public var entries: [String: Entry]
    /// What the rules ask of councils, by kind.
    public var councils: [String: Council]
    /// What they say of the money of a task; nil when they say nothing.
    public var budget: BudgetRules?
    /// What is true of every life, proved when the rules are checked, by identifier.
    public var invariants: [String: Invariant]

    /// Creates a regime from its parts; the loader does this after it has merged files.
    public init(
        id: String,
        version: String,
        label: Phrase,
        roles: [String: Role],
        parameters: [String: Parameter],
        forms: [String: Form],
        facts: [String: [String: Fact]],
        stages: [Stage],
        task: Machine,
        machines: [String: Machine],
        entries: [String: Entry] = [:],
        councils: [String: Council] = [:],
        budget: BudgetRules? = nil,
        invariants: [String: Invariant] = [:]
    ) {
        self.id = id
        self.version = version
        self.label = label
        self.roles = roles
        self.parameters = parameters
        self.forms = forms
        self.facts = facts
        self.stages = stages
        self.task = task
        self.machines = machines
        self.entries = entries
        self.councils = councils
        self.budget = budget
        self.invariants = invariants
    }

    /// The identifier of the task's own machine.
    public static let taskMachine = "task"

    /// The machine of that identifier: `task` or one of the small machines.
    public func machine(_ id: String) -> Machine? {
        id == Regime.taskMachine ? task : machines[id]
    }
}

/// How a task that is moved here from another regime may begin.
public struct Entry: Sendable, Hashable {
    /// Small machines it may bring along, by kind.
    public var machines: [String]

    /// Creates an entry.
    public init(machines: [String] = []) {
        self.machines = machines
    }
}

/// A stage of a task's life: a named run of states, in the order people speak of them.
public struct Stage: Sendable, Hashable {
    /// Identifier, the first part of a position: `acceptance`.
    public var id: String
    /// What people call it.
    public var label: Phrase
    /// Whether it is a side way (not selected, cancelled …) rather than part of the main road; for drawings.
    public var isSide: Bool

    /// Creates a stage.
    public init(id: String, label: Phrase, isSide: Bool = false) {
        self.id = id
        self.label = label
        self.isSide = isSide
    }
}

/// Somebody who may fire transitions.
public struct Role: Sendable, Hashable {
    /// What people call it.
    public var label: Phrase
    /// Which kind of holder can have the role; a role without a holder is a fault.
    public var heldBy: Holder?

    /// The closed set of holders.
    public enum Holder: String, Sendable, Hashable, CaseIterable {
        /// An official of the province's department of science and technology.
        case department
        /// The provincial People's Committee and its chair.
        case province
        /// A member or secretary of an advisory council.
        case council
        /// The host organisation: anybody who belongs to it.
        case host
        /// The task's principal investigator, in person.
        case investigator
        /// The body that ordered the task and answers for the use of its result.
        case orderer
        /// Anybody outside: a proposer, an independent expert.
        case outside
        /// The program itself, when a day passes.
        case system

        /// Whether a task says who it is: then nobody else has the role in that task.
        public var isOfTask: Bool {
            switch self {
            case .host, .investigator, .orderer: true
            case .department, .province, .council, .outside, .system: false
            }
        }
    }

    /// Creates a role.
    public init(label: Phrase, heldBy: Holder?) {
        self.label = label
        self.heldBy = heldBy
    }
}

/// A document the rules name.
public struct Form: Sendable, Hashable {
    /// What people call it.
    public var label: Phrase
    /// Law that prescribes it, if any.
    public var basis: String?

    /// Creates a form.
    public init(label: Phrase, basis: String? = nil) {
        self.label = label
        self.basis = basis
    }
}
