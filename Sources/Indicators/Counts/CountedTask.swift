public import LifecycleModel

/// A task as counts see it.
public struct CountedTask: Sendable, Hashable {
    /// A contract by which one of its results earns money.
    public struct Contract: Sendable, Hashable {
        /// Number of the result.
        public var result: Int
        /// The day it was signed.
        public var signedOn: CivilDate

        /// Creates a contract.
        public init(result: Int, signedOn: CivilDate) {
            self.result = result
            self.signedOn = signedOn
        }
    }

    /// Code and title.
    public var code, title: String
    /// Level, programme, field, host, route: each the code of the rule files or registers.
    public var level, programme, field, host, route: String?
    /// The day it was awarded, and the day it passed acceptance.
    public var awardedOn, acceptedOn: CivilDate?
    /// The day its life ended; nil while it goes on.
    public var endedOn: CivilDate?
    /// The contracts on its results.
    public var contracts: [Contract]

    /// Creates a task.
    public init(
        code: String,
        title: String,
        level: String? = nil,
        programme: String? = nil,
        field: String? = nil,
        host: String? = nil,
        route: String? = nil,
        awardedOn: CivilDate? = nil,
        acceptedOn: CivilDate? = nil,
        endedOn: CivilDate? = nil,
        contracts: [Contract] = []
    ) {
        self.code = code
        self.title = title
        self.level = level
        self.programme = programme
        self.field = field
        self.host = host
        self.route = route
        self.awardedOn = awardedOn
        self.acceptedOn = acceptedOn
        self.endedOn = endedOn
        self.contracts = contracts
    }

    /// Its group; empty where it has none, and for a kind of result, which a task has not.
    public func group(_ grouping: ResultRecord.Grouping) -> String {
        switch grouping {
        case .programme: programme ?? ""
        case .field: field ?? ""
        case .host: host ?? ""
        case .route: route ?? ""
        case .kind: ""
        }
    }
}
