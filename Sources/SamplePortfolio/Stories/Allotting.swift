import LifecycleModel

/// The budget's money for a task: allotted before it is advanced, carried over while the work goes on, cut when nobody needs it any more.
extension Story {
    /// Sees to it that an advance paid on a day is allotted, and says what is left of that year's allotment before it.
    ///
    /// The first allotment is more than half of the award, the second all the rest.
    func allot(for amount: Int64, asked: CivilDate, paid: CivilDate) -> Int64 {
        carryOver(into: paid.year)
        state.budgetYear = paid.year
        if state.unadvanced < amount {
            let share = state.award.money / 100 * 60 / 1_000_000 * 1_000_000
            let allotment = state.allotted == 0 ? share : state.award.money - state.allotted
            aside(
                asked,
                "allot",
                by: .finance,
                ["money.allotment": allotment, "money.allotment_year": paid.year],
                papers: [allotmentDecision(of: paid.year)]
            )
            state.allotted += allotment
            state.unadvanced += allotment
        }
        return state.unadvanced
    }

    /// Carries what was not advanced over, at the end of each year before that one.
    func carryOver(into year: Int) {
        while state.unadvanced > 0, state.budgetYear < year {
            aside(
                OfficeDays.onOrBefore(CivilDate(state.budgetYear, 12, 31)),
                "roll-over",
                by: .finance,
                ["money.rolled": state.unadvanced, "money.rolled_from": state.budgetYear]
            )
            state.budgetYear += 1
        }
    }

    /// Takes back what is not going to be advanced any more.
    func cutAllotment(on day: CivilDate) {
        carryOver(into: day.year)
        guard state.unadvanced > 0 else { return }
        aside(
            day,
            "cut-allotment",
            by: .finance,
            ["money.cut": state.unadvanced, "money.cut_year": state.budgetYear],
            papers: [allotmentDecision(of: state.budgetYear)]
        )
        state.allotted -= state.unadvanced
        state.unadvanced = 0
    }

    /// The department decides on all its tasks of a year at once, so the number comes with the year, not with the story.
    private func allotmentDecision(of year: Int) -> Paper {
        Paper("QĐ-GDT", "\(100 + year % 100 * 7)/QĐ-SKHCN")
    }
}
