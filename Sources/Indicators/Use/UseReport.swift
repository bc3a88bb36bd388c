public import LifecycleModel

/// The figure of one year as known on a day, with every result behind it.
public struct UseReport: Sendable, Hashable {
    /// What is counted once: a result, or a task with its results.
    public struct Case: Sendable, Hashable {
        /// Its verdicts, one or, for a task, those of all its results.
        public var verdicts: [Verdict]
        /// What is said of the whole.
        public var outcome: Verdict.Outcome
    }

    /// The figure of one group.
    public struct Group: Sendable, Hashable {
        /// Which: a code, or several joined by ` + ` where a task falls under several; empty: none.
        public var key: String
        /// Its figure.
        public var figure: UseFigure
    }

    /// The year in which the months of the cohort are over.
    public let year: Int
    /// The day whose knowledge it rests on.
    public let knownOn: CivilDate
    /// The definition.
    public let terms: UseIndicator.Terms
    private let verdicts: [Verdict]
    /// The figure.
    public let figure: UseFigure

    /// Judges the results whose last day lies in the year: those accepted as a pass so many months before it.
    public init(_ results: [ResultRecord], year: Int, knownOn day: CivilDate, terms: UseIndicator.Terms) {
        var verdicts: [Verdict] = []
        verdicts.reserveCapacity(results.count)
        for result in results where terms.lastDay(acceptedOn: result.acceptedOn).year == year {
            if let verdict = terms.verdict(on: result, knownOn: day) { verdicts.append(verdict) }
        }
        // Mostly they come in order, and moving so much about takes longer than looking.
        if !zip(verdicts, verdicts.dropFirst()).allSatisfy({ $0.comes(before: $1) }) { verdicts.sort { $0.comes(before: $1) } }
        self.year = year
        knownOn = day
        self.terms = terms
        self.verdicts = verdicts
        figure = UseFigure(terms.unit.counted(verdicts).map(\.outcome))
    }

    /// What is counted, by task and number of the result.
    public var cases: [Case] {
        terms.unit.counted(verdicts).map { Case(verdicts: Array(verdicts[$0.range]), outcome: $0.outcome) }
    }

    /// The figures by groups, by key.
    public func groups(by grouping: ResultRecord.Grouping) -> [Group] {
        var outcomes: [String: [Verdict.Outcome]] = [:]
        for counted in cases {
            let keys = Set(counted.verdicts.map { $0.result.group(grouping) }).sorted()
            outcomes[keys.joined(separator: " + "), default: []].append(counted.outcome)
        }
        return outcomes.sorted { $0.key < $1.key }.map { Group(key: $0.key, figure: UseFigure($0.value)) }
    }
}
