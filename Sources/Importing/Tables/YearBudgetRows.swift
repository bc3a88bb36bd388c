import LifecycleModel

/// The columns of the file of years.
enum YearBudgetColumn: String, TableColumn {
    case year, programme, amount, decision, actor
    case decidedOn = "decided_on"

    static let inOrder: [YearBudgetColumn] = [.year, .programme, .amount, .decision, .decidedOn, .actor]

    var vietnamese: [String] {
        switch self {
        case .year: ["năm", "năm ngân sách"]
        case .programme: ["chương trình", "mã chương trình"]
        case .amount: ["số tiền", "kinh phí"]
        case .decision: ["số quyết định", "quyết định"]
        case .decidedOn: ["ngày quyết định", "ngày"]
        case .actor: ["người ghi", "người thực hiện"]
        }
    }

    var isRequired: Bool { self != .programme }
}

extension YearBudgetDraft {
    init?(_ row: inout RowReader<YearBudgetColumn>, latestDay: CivilDate?) {
        let year = row.number(.year, within: CivilDate.years)
        let programme: ProgrammeCode? = row.code(.programme)
        let amount = row.money(.amount)
        let decidedOn = row.date(.decidedOn, latest: latestDay)
        let actor: PersonCode? = row.code(.actor)
        guard row.isSound, let year, let amount, let decision = row.text(.decision), let decidedOn, let actor else { return nil }
        self.init(
            YearBudgetEntry(
                year: year,
                programme: programme,
                amount: amount,
                decision: decision,
                decidedOn: decidedOn,
                actor: actor
            ),
            source: row.source
        )
    }
}
