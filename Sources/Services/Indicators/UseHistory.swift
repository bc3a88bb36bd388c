public import Indicators
public import LifecycleModel
public import Store

/// The results of accepted tasks with everything that was ever decided about the proofs of their use, from the rows beside the log.
public struct UseHistory: Sendable {
    /// The tasks asked for, by code, whether they have results or not.
    public var tasks: [AcceptedTask] { lives.compactMap(\.accepted) }
    private let lives: [UsedTask]
    private let placeOfTask: [String: Int]

    /// Reads the results of the tasks that the filter names.
    ///
    /// - Parameter today: the day that is taken for today; whatever is on record is known by its end, also when that day is a supposed one.
    public init(_ filter: UseFilter = UseFilter(), today: CivilDate, in reader: any StoreReader) throws {
        lives = try UsedTask.all(reader.uses(filter), today: today)
        placeOfTask = Dictionary(lives.enumerated().map { ($1.code, $0) }) { first, _ in first }
    }

    /// Reads the results that a figure of one year may count, with everything that was ever decided about them.
    public init(of year: Int, under terms: UseIndicator.Terms, today: CivilDate, in reader: any StoreReader) throws {
        try self.init(UseFilter(accepted: Self.span(of: year, under: terms)), today: today, in: reader)
    }

    static func span(of year: Int, under terms: UseIndicator.Terms) -> ClosedRange<CivilDate>? {
        let (first, last) = (CivilDate(year: year, month: 1, day: 1), CivilDate(year: year, month: 12, day: 31))
        // Months of unequal length: a few days more are read than can count, and the figure sorts them out.
        return first.flatMap { first in
            last.map { first.adding(months: -terms.months).adding(days: -3)...$0.adding(months: -terms.months).adding(days: 3) }
        }
    }

    /// The results that were delivered and not withdrawn, as known on a day; what their proofs stood at on other days goes with them.
    public func results(knownOn day: CivilDate) -> [ResultRecord] {
        var results: [ResultRecord] = []
        for life in lives { life.append(knownOn: day, to: &results) }
        return results
    }

    /// Tasks that passed acceptance and of which no result is on record on that day: no figure about results counts them.
    public func tasksWithoutResults(knownOn day: CivilDate) -> [AcceptedTask] {
        lives.filter { !$0.hasRecords(knownOn: day) }.compactMap(\.accepted)
    }

    /// The results that name a goal, promised and not withdrawn as known on a day, whether their task has passed or not. Which goal it is goes by what
    /// is on record now.
    public func goalResults(knownOn day: CivilDate) -> [GoalResult] {
        lives.flatMap { $0.goalResults(knownOn: day) }
    }

    /// The figure of a year as known on a day.
    public func report(of year: Int, knownOn day: CivilDate, under terms: UseIndicator.Terms) -> UseReport {
        UseReport(results(knownOn: day), year: year, knownOn: day, terms: terms)
    }

    /// The states that a result came into, as known on a day, in the order of the log.
    public func moves(of result: ResultRecord, knownOn day: CivilDate) -> [UseMoveRow] {
        placeOfTask[result.task].map { lives[$0].moves(of: .result, Int64(result.number), knownOn: day) } ?? []
    }

    /// The states that a proof came into, as known on a day, in the order of the log.
    public func moves(of evidence: EvidenceRecord, knownOn day: CivilDate) -> [UseMoveRow] {
        let parts = evidence.key.split(separator: "/")
        guard let place = parts.first.flatMap({ placeOfTask[String($0)] }), let number = parts.last.flatMap({ Int64($0) }) else {
            return []
        }
        return lives[place].moves(of: .evidence, number, knownOn: day)
    }
}
