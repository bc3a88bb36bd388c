public import CanonicalJSON
import Engine
public import LifecycleModel
import LumpSum
public import Store

/// The province's science budget of a year: what there is to allot, in all and by programme, with the decision that says so.
public struct YearBudget: Sendable, Hashable {
    /// The year.
    public let year: Int
    /// What there is in all; nil while nobody has said.
    public var total: Dong?
    /// What there is for a programme, by its code.
    public var programmes: [String: Dong]

    /// Reads it from the store; empty when nothing is on record.
    public init(_ year: Int, in reader: any StoreReader) throws {
        let entry = try reader.registered(.yearBudget, code: "\(year)")
        self.year = year
        total = try entry?.optionalValue(at: "total")
        var programmes: [String: Dong] = [:]
        for member in entry?["programmes"]?.object ?? JSONObject() { programmes[member.key] = member.value.int.map { Dong($0) } }
        self.programmes = programmes
    }

    /// Folds what was decided of a year: of each sum the decision of the latest day stands, on one day the one recorded last.
    init(_ year: Int, recorded events: [EventRecord]) throws {
        self.init(year, try events.map(YearDecision.init))
    }

    /// The same of decisions in the order in which they were recorded.
    init(_ year: Int, _ decisions: [YearDecision]) {
        self.year = year
        programmes = [:]
        for decision in YearDecision.inForce(decisions) {
            if let programme = decision.programme { programmes[programme] = decision.amount } else { total = decision.amount }
        }
    }

    /// As the register keeps it.
    public var json: JSONValue {
        [
            "total": total?.json ?? .null,
            "programmes": .object(JSONObject(programmes.sorted { $0.key < $1.key }.map { ($0.key, $0.value.json) })),
        ]
    }
}
