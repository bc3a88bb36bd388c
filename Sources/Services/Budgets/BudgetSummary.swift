public import CanonicalJSON
public import LifecycleModel
public import LumpSum

/// The money of a task in figures, by year and by source: what the overview adds up and the register keeps.
public struct BudgetSummary: Sendable, Hashable {
    /// Figures of one year, in đồng.
    public struct Year: Sendable, Hashable {
        /// Planned, by source.
        public var planned: [FundingSource: Dong] = [:]
        /// Given by the province out of this year's budget, less what was taken back.
        public var given = Dong.zero
        /// Allotted by the state, less what was taken back, by the year it belongs to after carrying over.
        public var allotted = Dong.zero
        /// Advanced out of the year's allotment.
        public var advanced = Dong.zero
        /// Cleared on days of the year.
        public var cleared = Dong.zero
        /// Spent by the host of money that is not the state's, by source.
        public var ownSpending: [FundingSource: Dong] = [:]
        /// Given back on days of the year.
        public var givenBack = Dong.zero
    }

    /// Figures by year.
    public internal(set) var years: [Int: Year]
    /// State money approved; zero before the award.
    public let approved: Dong
    /// What the host holds of advances.
    public let outstanding: Dong
    /// What it owes after a decision on recovery.
    public let owed: Dong

    /// Adds up a record.
    public init(_ record: BudgetRecord) throws {
        let budget = record.budget
        var years: [Int: Year] = [:]
        for line in budget.estimate?.lines ?? [] {
            let so = years[line.year, default: Year()].planned[line.source] ?? .zero
            years[line.year, default: Year()].planned[line.source] = try so.adding(line.amount)
        }
        for entry in budget.journal {
            let day = BudgetRecord.year(of: entry.day)
            for posting in entry.postings {
                switch posting.account {
                case .allotted(let year) where posting.amount > .zero || entry.kind != "advance_paid":
                    years[year, default: Year()].allotted = try (years[year]?.allotted ?? .zero).adding(posting.amount)
                case .allotted(let year):
                    years[year, default: Year()].advanced = try (years[year]?.advanced ?? .zero).subtracting(posting.amount)
                case .province(let year):
                    years[year, default: Year()].given = try (years[year]?.given ?? .zero).subtracting(posting.amount)
                case .cleared where posting.amount > .zero:
                    years[day, default: Year()].cleared = try (years[day]?.cleared ?? .zero).adding(posting.amount)
                case .ownSpending(let place):
                    let so = years[place.year, default: Year()].ownSpending[place.source] ?? .zero
                    years[place.year, default: Year()].ownSpending[place.source] = try so.adding(posting.amount)
                case .advanced where entry.kind == "advance_given_back":
                    years[day, default: Year()].givenBack = try (years[day]?.givenBack ?? .zero).subtracting(posting.amount)
                default: break
                }
            }
        }
        self.years = years
        approved = record.terms.approved ?? .zero
        outstanding = try budget.outstanding()
        owed = budget.owed
    }
}

extension BudgetSummary: JSONRepresentable {
    /// Reads the stored form.
    public init(json: JSONValue) throws(JSONShapeFault) {
        var years: [Int: Year] = [:]
        for member in json["years"]?.object ?? JSONObject() {
            guard let year = Int(member.key) else { continue }
            years[year] = try Year(json: member.value)
        }
        self.years = years
        approved = try json.value(at: "approved")
        outstanding = try json.value(at: "outstanding")
        owed = try json.value(at: "owed")
    }

    /// The stored form.
    public var json: JSONValue {
        [
            "approved": approved.json, "outstanding": outstanding.json, "owed": owed.json,
            "years": .object(JSONObject(years.sorted { $0.key < $1.key }.map { ("\($0.key)", $0.value.json) })),
        ]
    }
}

extension BudgetSummary.Year: JSONRepresentable {
    /// Reads the stored form.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init()
        for source in FundingSource.allCases {
            planned[source] = try json["planned"]?.optionalValue(at: source.rawValue)
            ownSpending[source] = try json["own_spending"]?.optionalValue(at: source.rawValue)
        }
        given = try json.value(at: "given")
        allotted = try json.value(at: "allotted")
        advanced = try json.value(at: "advanced")
        cleared = try json.value(at: "cleared")
        givenBack = try json.value(at: "given_back")
    }

    /// The stored form.
    public var json: JSONValue {
        [
            "planned": Self.json(planned), "own_spending": Self.json(ownSpending),
            "given": given.json, "allotted": allotted.json, "advanced": advanced.json, "cleared": cleared.json,
            "given_back": givenBack.json,
        ]
    }

    private static func json(_ amounts: [FundingSource: Dong]) -> JSONValue {
        .object(JSONObject(amounts.sorted { $0.key < $1.key }.map { ($0.key.rawValue, $0.value.json) }))
    }
}
