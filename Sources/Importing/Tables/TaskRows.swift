import LifecycleModel

extension TaskDraft {
    /// The longest a task may be planned for, in months; what is beyond it is taken for a typing error.
    private static let months = 1...240

    init?(_ row: inout RowReader<TaskColumn>, code: TaskCode?, latestDay: CivilDate?) {
        let proposedOn = row.date(.proposedOn, latest: latestDay)
        let year = row.number(.year, within: CivilDate.years)
        let regime = row.word(.regime, example: "law-2013", fits: FactPath.isEventName)
        let programme: ProgrammeCode? = row.code(.programme)
        let host: OrganisationCode? = row.code(.host)
        let investigator: PersonCode? = row.code(.investigator)
        let orderer: OrganisationCode? = row.code(.orderer)
        let stateMoney = row.money(.stateMoney)
        let counterpartMoney = row.money(.counterpartMoney)
        let months = row.number(.months, within: Self.months)
        guard row.isSound, let code, let title = row.text(.title), let proposedOn else { return nil }
        var task = TaskRegistration(code: code, title: title, proposedOn: proposedOn)
        task.year = year
        task.regime = regime
        task.level = row.text(.level)
        task.kind = row.text(.kind)
        task.field = row.text(.field)
        task.route = row.text(.route)
        task.programme = programme
        task.host = host
        task.investigator = investigator
        task.orderer = orderer
        task.stateMoney = stateMoney
        task.counterpartMoney = counterpartMoney
        task.months = months.map(Int64.init)
        task.facts = row.factCells
        self.init(task, source: row.source)
    }
}
