public import LifecycleModel

/// What a statistical form asks of one task.
public struct FormCase: Sendable, Hashable {
    /// Code and title.
    public var task, title: String
    /// Kind, level, field, as the rule files name them; nil while unknown.
    public var kind, level, field: String?
    /// The kind of its host organisation.
    public var hostKind: String?
    /// State and other money; nil while unknown.
    public var stateMoney, otherMoney: Dong?
    /// The sex of its principal investigator; nil: not on record.
    public var sex: Person.Sex?
    /// The day of the decision that approves it, the day it began to run.
    public var awardedOn, runningOn: CivilDate?
    /// The day it passed acceptance, the day its life ended.
    public var acceptedOn, endedOn: CivilDate?
    /// The results it has, when it passed acceptance.
    public var results: [ResultRecord]

    /// Creates a case.
    public init(
        task: String,
        title: String,
        kind: String? = nil,
        level: String? = nil,
        field: String? = nil,
        hostKind: String? = nil,
        stateMoney: Dong? = nil,
        otherMoney: Dong? = nil,
        sex: Person.Sex? = nil,
        awardedOn: CivilDate? = nil,
        runningOn: CivilDate? = nil,
        acceptedOn: CivilDate? = nil,
        endedOn: CivilDate? = nil,
        results: [ResultRecord] = []
    ) {
        self.task = task
        self.title = title
        self.kind = kind
        self.level = level
        self.field = field
        self.hostKind = hostKind
        self.stateMoney = stateMoney
        self.otherMoney = otherMoney
        self.sex = sex
        self.awardedOn = awardedOn
        self.runningOn = runningOn
        self.acceptedOn = acceptedOn
        self.endedOn = endedOn
        self.results = results
    }

    /// Since when any of its results is used, as known on a day; nil: nothing proves a use, or it is not accepted.
    func usedOn(_ terms: UseIndicator.Terms, knownOn day: CivilDate) -> CivilDate? {
        guard let acceptedOn else { return nil }
        let first = results.filter { $0.recordedOn <= day }.compactMap { terms.firstUse(of: $0, knownOn: day) }.min()
        return first.map { max($0, acceptedOn) }
    }
}

extension FormChoices {
    /// The source of a task's money; nil where no money is on record.
    public func source(of task: FormCase) -> MoneySource? {
        let state = task.stateMoney ?? .zero
        let other = task.otherMoney ?? .zero
        guard state > .zero || other > .zero else { return nil }
        if mainSource == .anyStateMoney ? state > .zero : state >= other { return stateMoney }
        return task.hostKind.flatMap { otherMoney[$0] } ?? .other
    }

    /// What a year's form counts a task as; nothing when it is not in the form of that year.
    public func counts(_ task: FormCase, in year: Int, under terms: UseIndicator.Terms, knownOn day: CivilDate) -> Set<
        StatisticalForm.Content
    > {
        var counts: Set<StatisticalForm.Content> = []
        if let started = start == .awarded ? task.awardedOn : task.runningOn, isUnderWay(task, in: year) {
            if started.year == year { counts.insert(.new) } else if started.year < year { counts.insert(.carriedOver) }
        }
        if task.acceptedOn?.year == year { counts.insert(.accepted) }
        if isPutToUse(task, in: year, under: terms, knownOn: day) { counts.insert(.inUse) }
        return counts
    }

    /// Whether it is not over before the year, or, counted at its end, before the next.
    private func isUnderWay(_ task: FormCase, in year: Int) -> Bool {
        guard let finished = [task.acceptedOn, task.endedOn].compactMap({ $0 }).min() else { return true }
        return underWay == .duringYear ? finished.year >= year : finished.year > year
    }

    private func isPutToUse(_ task: FormCase, in year: Int, under terms: UseIndicator.Terms, knownOn day: CivilDate) -> Bool {
        guard let accepted = task.acceptedOn, let used = task.usedOn(terms, knownOn: day) else { return false }
        switch use {
        case .firstUse: return used.year == year
        case .acceptedInYear: return accepted.year == year && used.year == year
        case .monthsOverInYear: return terms.lastDay(acceptedOn: accepted).year == year && used <= terms.lastDay(acceptedOn: accepted)
        }
    }
}
