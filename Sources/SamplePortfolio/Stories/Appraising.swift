import Importing
import LifecycleModel

/// From the chosen host to the award.
extension Story {
    func appraise() throws(Horizon) {
        if plan.appraisal == .missedRevision {
            day = OfficeDays.onOrAfter(day.adding(days: 26))
            try step(
                "cancel-result",
                by: .provinceChair,
                ["selection.cancel_ground": "missed-revision", "selection.cancel_reason": "Quá hạn hoàn thiện thuyết minh"],
                papers: ["TB-HUY"]
            )
            cast.engage(investigator, from: calledOn, until: day)
            wait(10...20)
            try step("cancel-task", by: .provinceChair, ["selection.cancel_reason": "Không còn tổ chức đủ điều kiện"], papers: ["TB-HUY"])
            return
        }
        wait(chance.happens(12) ? 15...22 : 7...12)
        try returnPlan()
        if plan.appraisal == .sentBack {
            try conveneTeam(agrees: false)
            try step("send-back-plan", by: .head, ["appraisal.returned_for": "Dự toán chưa bám định mức"], papers: ["B3-1-BBTĐ"])
            wait(6...12)
            try returnPlan()
        }
        try conveneTeam(agrees: true)
        let appraised = plan.money / 1_000_000 * 1_000_000
        let assets = wholeSum ? 0 : appraised / 100 * Int64(chance.number(0...12)) / 1_000_000 * 1_000_000
        try step(
            "record-appraisal",
            by: .finance,
            [
                "appraisal.concluded_on": day, "appraisal.state_money": appraised, "appraisal.asset_money": assets,
                "appraisal.product_specified": true,
                "appraisal.lump_sum_proposed": wholeSum,
            ],
            papers: ["B3-1-BBTĐ"]
        )
        try complete()
        try award(appraised)
    }

    private func returnPlan() throws(Horizon) {
        try step("return-revised-plan", by: .host, papers: ["B1-2-TM", "B2-8-GTHĐ"])
        wait(1...2)
    }

    private func conveneTeam(agrees: Bool) throws(Horizon) {
        let team = Council(
            event: "convene-appraisal",
            membersFact: "appraisal.team_members",
            meetingFact: "appraisal.meeting_on",
            members: 5,
            lead: 3
        )
        let session = try meet(team, attendance: .team)
        try step("conclude", on: session, by: .councilSecretary, ["this.result": agrees ? "recommended" : "not-recommended"])
        day = OfficeDays.adding(chance.number(0...1), to: day)
    }

    private func complete() throws(Horizon) {
        wait(chance.happens(10) ? 11...16 : 4...9)
        try step("lodge-completed", by: .host, papers: ["B3-3-GTTĐKP"])
        wait(2...9)
        if plan.appraisal == .submissionReturned {
            try step("submit-award", by: .head, papers: ["TTr-PD"])
            wait(3...6)
            try step("return-submission", by: .provinceChair, ["appraisal.returned_for": "Làm rõ nguồn vốn đối ứng"])
            wait(4...8)
            try step("lodge-completed", by: .host, papers: ["B3-3-GTTĐKP"])
            wait(2...5)
        }
        try step("submit-award", by: .head, papers: ["TTr-PD"])
        wait(6...15)
    }

    private func award(_ appraised: Int64) throws(Horizon) {
        if day >= SamplePortfolio.lawOf2025 {
            switch plan.appraisal {
            case .keepsLaw2013:
                try step(
                    "decide-regime",
                    by: .provinceChair,
                    ["regime.choice": "law-2013", "regime.decided_on": day],
                    papers: ["QĐ-ADPL"]
                )
                wait(2...5)
            case .toLaw2025:
                try step(
                    "decide-regime",
                    by: .provinceChair,
                    ["regime.choice": "law-2025", "regime.decided_on": day],
                    papers: ["QĐ-ADPL"]
                )
                return
            default: throw Horizon()
            }
        }
        let counterpart = registration.kind == "pilot-production-project" ? appraised / 100 * Int64(chance.number(40...70)) : 0
        let number = "\(chance.number(640...4630))/QĐ-UBND"
        let lumpSum = wholeSum ? appraised : appraised / 100 * Int64(chance.number(45...80)) / 100_000 * 100_000
        state.award = Award(money: appraised, counterpart: counterpart / 1_000_000 * 1_000_000, months: plan.months, isWholeSum: wholeSum)
        try step(
            "award",
            by: .provinceChair,
            [
                "award.decision_number": number, "award.on": day, "award.state_money": appraised,
                "award.counterpart_money": state.award.counterpart,
                "award.mode": wholeSum ? "final-product" : "partial", "award.lump_sum_money": lumpSum, "award.months": plan.months,
            ],
            papers: [Paper("B3-4-QĐPDKP", number)]
        )
        try sign()
    }

    private func sign() throws(Horizon) {
        let published = OfficeDays.adding(chance.number(3...9), to: day)
        aside(published, "publish-award", by: .officer, ["publication.on": published, "publication.days": 60])
        wait(10...20)
        let effective = OfficeDays.adding(chance.number(0...4), to: day)
        state.effectiveOn = effective
        state.endOn = effective.adding(months: plan.months).adding(days: -1)
        state.firstEndOn = state.endOn
        let number = "\(chance.number(101...989))/\(day.year)/HĐ-ĐTKHCN"
        try step(
            "sign-contract",
            by: .director,
            ["contract.number": number, "contract.signed_on": day, "contract.effective_on": effective, "contract.end_on": state.endOn],
            papers: [Paper("HĐ", number)]
        )
        day = effective
        try execute()
    }
}
