import Importing
import LifecycleModel

/// Tasks proposed since the law of 2025: order or funding, plan, call, council, estimate, award.
extension Story {
    func takeRoadOf2025() throws(Horizon) {
        if plan.selection == .noDossier { return try evaluateOwnResult() }
        wait(1...3)
        let field = Self.priorityFields[plan.field] ?? "strategic"
        if plan.number % 3 == 0 {
            try step(
                "receive-proposal",
                by: .officer,
                ["order.research_type": "basic", "order.shape": "single", "order.priority_field": field],
                papers: ["25-ĐXTT"]
            )
        } else {
            try step(
                "receive-order",
                by: .officer,
                [
                    "order.research_type": plan.field == .socialScience ? "social" : "applied", "order.shape": "single",
                    "order.priority_field": field,
                    "order.state_holds_rights": false, "order.receiver": orderer,
                ],
                papers: ["I.01-ĐHNV"]
            )
        }
        if plan.ordering == .withdrawn {
            wait(8...15)
            try step("withdraw", by: .proposer)
            return
        }
        wait(3...6)
        try step("finish-review", by: .officer, ["plan.no_duplicate": true], papers: ["25-TCTL"])
        wait(2...4)
        try approvePlan()
        try selectBy2025()
        try appraiseBy2025()
    }

    private static let priorityFields: [Field: String] = [
        .agriculture: "agricultural", .engineering: "engineering", .medicine: "medical", .naturalScience: "natural",
        .socialScience: "social",
        .humanities: "humanities",
    ]

    private func approvePlan() throws(Horizon) {
        let number = "\(chance.number(3300...3900))/QĐ-UBND"
        if plan.route == .direct {
            try step(
                "approve-plan",
                by: .provinceChair,
                [
                    "plan.decision_number": number, "plan.approved_on": day, "task.route": "direct-assignment",
                    "plan.direct_reason": "Chỉ một tổ chức đủ điều kiện về chuyên môn và trang thiết bị",
                ],
                papers: [Paper("25-QĐKH", number)]
            )
        } else {
            try step(
                "approve-plan",
                by: .provinceChair,
                ["plan.decision_number": number, "plan.approved_on": day, "task.route": "selection"],
                papers: [Paper("25-QĐKH", number)]
            )
        }
        wait(1...2)
        try step("announce", by: .officer, ["plan.announced_on": day], papers: ["25-TBKH"])
        calledOn = day
    }

    private func selectBy2025() throws(Horizon) {
        guard let winner = cast.applicant(plan.field, on: day, &chance) else { throw Horizon() }
        cast.engage(winner.investigator, from: calledOn)
        host = winner.host
        investigator = winner.investigator
        wait(4...6)
        try step(
            "lodge-dossier",
            by: .host,
            [
                "application.host": winner.host, "application.investigator": winner.investigator, "application.state_money": plan.money,
                "application.has_partners": false,
            ],
            papers: ["TT36-BM-09", "TT36-BM-10"]
        )
        if plan.route == .direct { wait(1...1) } else { go(to: calledOn.adding(days: 31)) }
        try step("close-call", by: .officer)
        try step("validate", on: "dossier:1", by: .officer)
        wait(1...2)
        let council = Council(
            event: "set-up-council",
            membersFact: "council.members",
            meetingFact: "council.meeting_on",
            members: 7,
            lead: 8,
            papers: ["25-BBHL", "QĐ-TLHĐ"]
        )
        let session = try meet(council, attendance: .council)
        let present = lastAttendance
        try step("recommend", on: "dossier:1", by: .councilSecretary, ["this.present": present, "this.votes_to_carry_out": present - 1])
        try step(
            "conclude",
            on: session,
            by: .councilChair,
            ["this.result": "recommended", "this.ballots": present, "this.votes_for": present - 1]
        )
        try step("recommend", by: .officer, papers: ["25-BBHĐ"])
    }

    private func appraiseBy2025() throws(Horizon) {
        wait(2...5)
        try step(
            "lodge-estimate",
            by: .host,
            ["estimate.state_money": plan.money, "estimate.other_money": 0, "estimate.quality_committed": true],
            papers: ["25-DTCT", "25-GTTT"]
        )
        wait(1...1)
        let team = Council(
            event: "convene-team",
            by: .finance,
            membersFact: "council.members",
            meetingFact: "council.meeting_on",
            members: 5,
            lead: 2,
            papers: []
        )
        let session = try meet(team, attendance: .team)
        try step("conclude", on: session, by: .councilChair, ["this.result": "recommended"])
        let appraised = plan.money / 100 * 96 / 1_000_000 * 1_000_000
        try step("conclude-appraisal", by: .finance, ["estimate.appraised_state_money": appraised], papers: ["25-BBTĐ"])
        wait(1...2)
        try step("submit", by: .officer, papers: ["25-TMHT", "TTr-PD"])
        wait(1...2)
        let number = "\(chance.number(4700...5020))/QĐ-UBND"
        try step(
            "award",
            by: .provinceChair,
            [
                "award.decision_number": number, "award.on": day, "award.state_money": appraised, "award.counterpart_money": 0,
                "award.mode": "partial",
                "award.lump_sum_money": appraised / 2 / 1_000_000 * 1_000_000, "award.months": plan.months,
            ],
            papers: [Paper("25-QĐPD", number)]
        )
        wait(1...3)
        try step(
            "sign-contract",
            by: .director,
            [
                "contract.number": "\(chance.number(11...99))/2025/HĐGNV", "contract.signed_on": day, "contract.effective_on": day,
                "contract.end_on": day.adding(months: plan.months).adding(days: -1),
            ],
            papers: ["25-HĐGNV"]
        )
        promiseResults()
    }

    /// A result made without state money is evaluated.
    private func evaluateOwnResult() throws(Horizon) {
        guard let applicant = cast.applicant(plan.field, on: day, &chance) else { return }
        host = applicant.host
        registration.host = try? OrganisationCode(applicant.host)
        registration.stateMoney = .zero
        wait(2...5)
        try step("lodge-own-funds-result", by: .host, papers: ["25-ĐNKNS"])
        wait(2...4)
        try step("accept-own-funds-dossier", by: .officer, ["own_funds.result_valid_on": day])
        wait(12...17)
        try step("conclude-own-funds", by: .director, ["own_funds.meets": true], papers: ["25-KQKNS"])
    }
}
