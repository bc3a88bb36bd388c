public import LifecycleModel

/// A result of a task that passed acceptance, with what is known of its use.
public struct ResultRecord: Sendable, Hashable {
    /// The code of the task.
    public var task: String
    /// Its number among the results of the task, from 1.
    public var number: Int
    /// What it is called.
    public var name: String
    /// Its kind, as the rule files name it: `kind-1`.
    public var kind: String
    /// The programme of the task, by its code; nil outside of programmes.
    public var programme: String?
    /// The field of the task.
    public var field: String?
    /// Who answers for its use: the host, or who took it over.
    public var host: String?
    /// How the task was awarded.
    public var route: String?
    /// The regime the task is under.
    public var regime: String
    /// The day its task passed acceptance.
    public var acceptedOn: CivilDate
    /// The day that was recorded, in Vietnam; an earlier "as known on" does not know the result.
    public var recordedOn: CivilDate
    /// The last day of its follow-up, when that is over; nil while it goes on.
    public var followedUntil: CivilDate?
    /// Its evidence.
    public var evidence: [EvidenceRecord]

    /// Creates a result.
    public init(
        task: String,
        number: Int,
        name: String,
        kind: String,
        programme: String? = nil,
        field: String? = nil,
        host: String? = nil,
        route: String? = nil,
        regime: String,
        acceptedOn: CivilDate,
        recordedOn: CivilDate,
        followedUntil: CivilDate? = nil,
        evidence: [EvidenceRecord]
    ) {
        self.task = task
        self.number = number
        self.name = name
        self.kind = kind
        self.programme = programme
        self.field = field
        self.host = host
        self.route = route
        self.regime = regime
        self.acceptedOn = acceptedOn
        self.recordedOn = recordedOn
        self.followedUntil = followedUntil
        self.evidence = evidence
    }

    /// By what figures are broken down.
    public enum Grouping: String, Sendable, Hashable, CaseIterable {
        case programme, field, host, route, kind
    }

    /// Its group; empty where it has none.
    public func group(_ grouping: Grouping) -> String {
        switch grouping {
        case .programme: programme ?? ""
        case .field: field ?? ""
        case .host: host ?? ""
        case .route: route ?? ""
        case .kind: kind
        }
    }
}
