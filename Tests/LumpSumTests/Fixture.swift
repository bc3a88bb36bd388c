import LifecycleModel
import LumpSum
import Rules

/// A small law on money with the numbers of the shipped one, written out, and a task under it.
enum Fixture {
    static let law: BudgetLaw = {
        func percent(_ value: Int64) -> Parameter {
            Parameter(value: .integer(value), unit: .percent, label: Phrase(vi: "p"), basis: "Điều 1", standing: .binding)
        }
        func dong(_ value: Int64) -> Parameter {
            Parameter(value: .integer(value), unit: .dong, label: Phrase(vi: "d"), basis: "Điều 2", standing: .model)
        }
        func share(_ above: Int64, _ below: Int64) -> Parameter {
            Parameter(value: .fraction(above, below), unit: .fraction, label: Phrase(vi: "f"), basis: "Điều 3", standing: .binding)
        }
        func item(_ id: String, lump: Bool, asset: Bool = false, fixed: Bool = false) -> BudgetRules.Item {
            BudgetRules.Item(id: id, label: Phrase(vi: id, en: id), mayBeLumpSum: lump, isAsset: asset, isFixed: fixed, basis: "Điều 7")
        }
        return BudgetLaw(
            rules: BudgetRules(
                items: [
                    item("labour", lump: true), item("management", lump: true, fixed: true), item("travel", lump: true),
                    item("materials", lump: false),
                    item("assets", lump: false, asset: true),
                ],
                normsFrom: .parameter("from"),
                limits: [
                    BudgetRules.Limit(
                        id: "management-share",
                        label: Phrase(vi: "Quản lý chung"),
                        items: ["management"],
                        most: .parameter("five"),
                        whole: .total
                    ),
                    BudgetRules.Limit(
                        id: "travel-share",
                        label: Phrase(vi: "Công tác"),
                        items: ["travel"],
                        most: .parameter("thirty"),
                        whole: .items(["labour"]),
                        isJustifiable: true
                    ),
                ],
                labour: BudgetRules.Labour(
                    item: "labour",
                    month: .parameter("month"),
                    coefficients: [.investigator: .parameter("one"), .keyMember: .parameter("fourFifths")]
                ),
                assetShare: .parameter("fifteen"),
                assetMoney: .parameter("billion"),
                firstAdvance: .parameter("half"),
                clearedBeforeNext: .parameter("half"),
                hostFundShare: .parameter("half"),
                recovery: [.finalProduct: .parameter("forty"), .partial: .parameter("thirty")]
            ),
            parameters: [
                "five": percent(5), "thirty": percent(30), "forty": percent(40), "half": percent(50), "fifteen": percent(15),
                "billion": dong(1_000_000_000), "month": dong(40_000_000), "one": share(1, 1), "fourFifths": share(4, 5),
                "from": Parameter(
                    value: .date(day(2023, 2, 26)),
                    unit: .date,
                    label: Phrase(vi: "n"),
                    basis: "Điều 4",
                    standing: .binding
                ),
            ]
        )
    }()

    static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
        CivilDate(year: year, month: month, day: day) ?? .earliest
    }

    /// 900 million of the state in two years, 660 of it lump-summed, and 100 million of the host.
    static let estimate = Estimate(lines: [
        BudgetLine(item: "labour", year: 2025, amount: 400_000_000, isLumpSum: true),
        BudgetLine(item: "labour", year: 2026, amount: 200_000_000, isLumpSum: true),
        BudgetLine(item: "management", year: 2025, amount: 40_000_000, isLumpSum: true),
        BudgetLine(item: "travel", year: 2025, amount: 20_000_000, isLumpSum: true),
        BudgetLine(item: "materials", year: 2025, amount: 140_000_000),
        BudgetLine(item: "assets", year: 2026, amount: 100_000_000),
        BudgetLine(item: "materials", year: 2025, source: .counterpart, amount: 100_000_000),
    ])

    static let terms = Terms(
        approved: 900_000_000,
        lumpSum: 660_000_000,
        counterpart: 100_000_000,
        mode: .partial,
        awardedOn: day(2025, 1, 10),
        signedOn: day(2025, 1, 20),
        endsOn: day(2026, 12, 31),
        listedOn: day(2024, 6, 1)
    )

    /// The task with its estimate and 600 million allotted for 2025.
    static func budget() throws -> TaskBudget {
        var budget = TaskBudget(under: law)
        try budget.record(.estimated(estimate), on: day(2025, 1, 15))
        try budget.record(.allotted(year: 2025, 600_000_000), on: day(2025, 1, 18))
        return budget
    }
}

extension TaskBudget {
    /// Checks and applies, as a store does.
    mutating func record(_ happening: BudgetHappening, on day: CivilDate, terms: Terms = Fixture.terms) throws {
        try BudgetCheck(self, terms: terms).check(happening, on: day)
        try apply(happening, on: day)
    }

    /// The codes of the reasons for which something is refused; none when it is not.
    func refusals(of happening: BudgetHappening, on day: CivilDate, terms: Terms = Fixture.terms, exception: Bool = false) -> [String] {
        do {
            try BudgetCheck(self, terms: terms).check(happening, on: day, equipmentException: exception)
            return []
        } catch { return error.blockers.map(\.code) }
    }
}
