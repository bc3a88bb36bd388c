public import LifecycleModel

/// Reads the CSV files of a portfolio: everything, or every fault.
public struct PortfolioReader: Sendable {
    /// Codes that the store already has.
    public var known: KnownCodes
    /// No date may be after this day; nil for no such bound.
    public var latestDay: CivilDate?
    /// How many faults are told one by one; further ones are counted.
    public var faultLimit: Int

    /// A reader.
    public init(known: KnownCodes = KnownCodes(), latestDay: CivilDate? = nil, faultLimit: Int = 1000) {
        self.known = known
        self.latestDay = latestDay
        self.faultLimit = faultLimit
    }

    /// The portfolio that these files hold; a file that is not given holds nothing, but there must be one of tasks.
    public func read(_ files: [PortfolioFile: [UInt8]]) throws(ImportRefusal) -> Portfolio {
        var faults = FaultList(limit: faultLimit)
        let portfolio = read(files, faults: &faults)
        guard faults.isEmpty else { throw faults.refusal }
        return portfolio
    }

    func read(_ files: [PortfolioFile: [UInt8]], faults: inout FaultList) -> Portfolio {
        var portfolio = Portfolio()
        var organisations = CodeBook(known.organisations, noun: Phrase(vi: "tổ chức", en: "organisation"))
        var people = CodeBook(known.people, noun: Phrase(vi: "cá nhân", en: "person"))
        var programmes = CodeBook(known.programmes, noun: Phrase(vi: "chương trình", en: "programme"))
        var tasks = CodeBook(known.tasks, noun: Phrase(vi: "nhiệm vụ", en: "task"))

        if let bytes = files[.organisations] {
            organisations.isComplete = TableReader<OrganisationColumn>(.organisations).read(bytes, faults: &faults) { row in
                let code = organisations.declare(.code, in: &row)
                if let draft = OrganisationDraft(&row, code: code) { portfolio.organisations.append(draft) }
            }
        }
        if let bytes = files[.people] {
            people.isComplete = TableReader<PersonColumn>(.people).read(bytes, faults: &faults) { row in
                let code = people.declare(.code, in: &row)
                organisations.refer(.organisation, in: &row)
                if let draft = PersonDraft(&row, code: code, latestDay: latestDay) { portfolio.people.append(draft) }
            }
        }
        if let bytes = files[.programmes] {
            programmes.isComplete = TableReader<ProgrammeColumn>(.programmes).read(bytes, faults: &faults) { row in
                let code = programmes.declare(.code, in: &row)
                if let draft = ProgrammeDraft(&row, code: code) { portfolio.programmes.append(draft) }
            }
        }
        if let bytes = files[.tasks] {
            tasks.isComplete = TableReader<TaskColumn>(.tasks, allowsFacts: true).read(bytes, faults: &faults) { row in
                let code = tasks.declare(.code, in: &row)
                programmes.refer(.programme, in: &row)
                organisations.refer(.host, in: &row)
                people.refer(.investigator, in: &row)
                organisations.refer(.orderer, in: &row)
                if let draft = TaskDraft(&row, code: code, latestDay: latestDay) { portfolio.tasks.append(draft) }
            }
        }
        if let bytes = files[.history] {
            var order = ReplayOrder(portfolio.tasks)
            _ = TableReader<HistoryColumn>(.history).read(bytes, faults: &faults) { row in
                let task = tasks.refer(.task, in: &row)
                if row.raw(.actor) != HistoryEntry.systemActor { people.refer(.actor, in: &row) }
                guard let draft = HistoryDraft(&row, task: task, latestDay: latestDay) else { return }
                if order.accepts(draft, in: &row) { portfolio.history.append(draft) }
            }
            portfolio.history = order.sorted(portfolio.history)
        }
        if let bytes = files[.yearBudgets] {
            _ = TableReader<YearBudgetColumn>(.yearBudgets).read(bytes, faults: &faults) { row in
                programmes.refer(.programme, in: &row)
                people.refer(.actor, in: &row)
                if let draft = YearBudgetDraft(&row, latestDay: latestDay) { portfolio.yearBudgets.append(draft) }
            }
        }
        if let bytes = files[.money] {
            _ = TableReader<MoneyColumn>(.money).read(bytes, faults: &faults) { row in
                let task = tasks.refer(.task, in: &row)
                people.refer(.actor, in: &row)
                if let draft = MoneyDraft(&row, task: task, latestDay: latestDay) { portfolio.money.append(draft) }
            }
        }
        return portfolio
    }
}
