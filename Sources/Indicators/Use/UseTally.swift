public import LifecycleModel

/// Since when one delivered result is used, as far as a figure wants to know; or a task of which no result is delivered.
public struct FirstUse: Sendable, Hashable {
    /// The code of the task.
    public var task: String
    /// The day the task passed acceptance.
    public var acceptedOn: CivilDate
    /// The group the result belongs to; empty where it has none.
    public var group: String
    /// Whether a result was delivered, and not withdrawn.
    public var isDelivered: Bool
    /// The earliest first use among the proofs that stand firmly enough and are of a kind that counts.
    public var day: CivilDate?

    /// Creates a first use.
    public init(task: String, acceptedOn: CivilDate, group: String, isDelivered: Bool, day: CivilDate?) {
        self.task = task
        self.acceptedOn = acceptedOn
        self.group = group
        self.isDelivered = isDelivered
        self.day = day
    }
}

/// The figure of one year with its groups, without what stands behind each result.
public struct UseTally: Sendable, Hashable {
    /// The year in which the months of the cohort are over.
    public let year: Int
    /// The day whose knowledge it rests on.
    public let knownOn: CivilDate
    /// The figure.
    public let figure: UseFigure
    /// The figures of groups, by key.
    public let groups: [UseReport.Group]
    /// Tasks of the year of which no result is on record, by code: they are not counted.
    public let tasksWithoutResults: [String]

    /// What a report says.
    public init(_ report: UseReport, by grouping: ResultRecord.Grouping?, tasksWithoutResults: [String]) {
        year = report.year
        knownOn = report.knownOn
        figure = report.figure
        groups = grouping.map { report.groups(by: $0) } ?? []
        self.tasksWithoutResults = tasksWithoutResults
    }

    /// Counts first uses as they stand on a day, when all that is on record is known and the day a proof was established does not matter.
    ///
    /// - Parameter uses: those of one task together.
    public init(_ uses: [FirstUse], year: Int, knownOn day: CivilDate, terms: UseIndicator.Terms, isGrouped: Bool) {
        self.year = year
        knownOn = day
        var outcomes: [Verdict.Outcome] = []
        var byGroup: [String: [Verdict.Outcome]] = [:]
        var untold: [String] = []
        func count(_ own: ArraySlice<FirstUse>, _ outcome: Verdict.Outcome) {
            outcomes.append(outcome)
            guard isGrouped, let first = own.first else { return }
            let key = own.count == 1 ? first.group : Set(own.map(\.group)).sorted().joined(separator: " + ")
            byGroup[key, default: []].append(outcome)
        }
        var start = 0
        while start < uses.count {
            var end = start + 1
            while end < uses.count, uses[end].task == uses[start].task { end += 1 }
            let lastDay = terms.lastDay(acceptedOn: uses[start].acceptedOn)
            if lastDay.year == year {
                let own = uses[start..<end]
                func outcome(_ use: FirstUse) -> Verdict.Outcome {
                    lastDay > day ? .open : use.day.map { $0 <= lastDay } ?? false ? .used : .notUsed
                }
                if !uses[start].isDelivered {
                    untold.append(uses[start].task)
                } else if terms.unit == .result {
                    for place in own.indices { count(own[place...place], outcome(own[place])) }
                } else {
                    count(own, terms.unit.outcome(of: own.map(outcome)))
                }
            }
            start = end
        }
        figure = UseFigure(outcomes)
        groups = byGroup.sorted { $0.key < $1.key }.map { UseReport.Group(key: $0.key, figure: UseFigure($0.value)) }
        tasksWithoutResults = untold.sorted()
    }
}
