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
    /// What is counted, by task and number of the result.
    public let cases: [Case]
    /// The figure.
    public let figure: UseFigure

    /// Judges the results whose last day lies in the year: those accepted as a pass so many months before it.
    public init(_ results: some Sequence<ResultRecord>, year: Int, knownOn day: CivilDate, terms: UseIndicator.Terms) {
        let verdicts = results.filter { terms.lastDay(acceptedOn: $0.acceptedOn).year == year }
            .sorted { ($0.task, $0.number) < ($1.task, $1.number) }
            .compactMap { terms.verdict(on: $0, knownOn: day) }
        self.year = year
        knownOn = day
        self.terms = terms
        cases = Self.cases(verdicts, terms.unit)
        figure = UseFigure(cases.map(\.outcome))
    }

    private static func cases(_ verdicts: [Verdict], _ unit: UseIndicator.Unit) -> [Case] {
        guard unit != .result else { return verdicts.map { Case(verdicts: [$0], outcome: $0.outcome) } }
        var tasks: [[Verdict]] = []
        for verdict in verdicts {
            if tasks.last?.last?.result.task == verdict.result.task {
                tasks[tasks.count - 1].append(verdict)
            } else {
                tasks.append([verdict])
            }
        }
        return tasks.map { own in
            let isOpen = own.contains { $0.outcome == .open }
            let isUsed = unit == .taskAny ? own.contains { $0.outcome == .used } : own.allSatisfy { $0.outcome == .used }
            return Case(verdicts: own, outcome: isOpen ? .open : isUsed ? .used : .notUsed)
        }
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
