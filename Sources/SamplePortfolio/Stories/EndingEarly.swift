import LifecycleModel

/// Tasks that are not completed: they report, are checked, repay and are liquidated.
extension Story {
    func terminate() throws(Horizon) {
        let isViolation = plan.execution == .terminatedForViolation
        try requestEnding(isViolation ? "violation" : "unnecessary", by: isViolation ? .finance : .host)
        wait(4...7)
        try step("suspend", by: .provinceChair, papers: ["TB-TD"])
        wait(15...35)
        let determined = day
        if isViolation {
            cast.bar(host, from: day, until: day.adding(months: 12))
            cast.bar(investigator, from: day, until: day.adding(months: 36))
        }
        cast.engage(investigator, from: calledOn, until: day)
        try step("terminate", by: .provinceChair, ["failure.determined_on": day], papers: ["C-2-BBKTĐG", "QĐ-CD"])
        try endEarly(determinedOn: determined)
    }

    func endEarly(determinedOn determined: CivilDate) throws(Horizon) {
        cutAllotment(on: determined)
        let isSilent = plan.number % 5 == 0
        if isSilent {
            day = OfficeDays.adding(chance.number(18...22), to: determined)
            try step("check-without-report", by: .director)
        } else {
            wait(6...14)
            try step("report-failure", by: .host, papers: ["BC-KHT"])
        }
        if state.inventoriedOn == .earliest {
            state.inventoriedOn = OfficeDays.adding(chance.number(4...15), to: day)
            aside(state.inventoriedOn, "inventory-assets", by: .host, ["closing.assets_bought": false], papers: ["TT63-BBKK"])
        }
        wait(15...28)
        try decideRepayment()
        go(to: max(state.inventoriedOn, state.clearedOn))
        if state.openAdvance != nil { clear(OfficeDays.adding(2, to: day)) }
        go(to: state.clearedOn)
        wait(5...15)
        try step("liquidate-uncompleted", by: .director, ["closing.liquidated_on": day], papers: ["BBTL"])
    }

    /// An objective cause costs the unused money; own fault costs more (TTLT 27/2015, Điều 16.2).
    private func decideRepayment() throws(Horizon) {
        let isObjective = plan.execution == .terminatedByAgreement
        let isWaived = isObjective && plan.number % 2 == 0
        let advanced = state.advanced
        let unused = isWaived ? 0 : advanced / 100 * Int64(chance.number(4...18)) / 100_000 * 100_000
        let unproven = isObjective ? 0 : advanced / 100 * Int64(chance.number(0...8)) / 100_000 * 100_000
        let proper = advanced - unused - unproven
        let least = unused + unproven + proper * (state.award.isWholeSum ? 40 : 30) / 100
        let repay = isObjective ? unused : min((least + 999_999) / 1_000_000 * 1_000_000, advanced)
        try step(
            repay > 0 ? "decide-repayment" : "waive-repayment",
            by: .provinceChair,
            [
                "failure.fault": isObjective ? "objective" : "subjective", "failure.unused_money": unused, "failure.proper_money": proper,
                "failure.unproven_money": unproven, "failure.repay_money": repay, "failure.repay_decided_on": day,
            ],
            papers: ["QĐ-THKP"]
        )
        guard repay > 0 else { return }
        let isLate = plan.number % 3 == 0
        let decided = day
        day = dayAfter(decided, isLate ? 75...140 : 25...55)
        cast.bar(host, from: decided, until: day)
        cast.bar(investigator, from: decided, until: day)
        try step("confirm-repayment", by: .finance, ["failure.repaid_on": day], papers: ["CT-NT"])
    }
}
