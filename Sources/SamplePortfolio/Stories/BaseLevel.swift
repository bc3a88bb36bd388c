import Importing
import LifecycleModel

/// Tasks that an institution proposes, judges and accepts itself.
extension Story {
    func takeBaseRoad() throws(Horizon) {
        guard let chosen = cast.applicant(plan.field, on: day, &chance) else { throw Horizon() }
        host = chosen.host
        investigator = chosen.investigator
        calledOn = day
        cast.engage(investigator, from: day)
        registration.host = try? OrganisationCode(chosen.host)
        registration.investigator = try? PersonCode(chosen.investigator)
        registration.orderer = nil
        wait(6...15)
        let council = Council(
            event: "set-up-council",
            by: .institutionHead,
            membersFact: "council.members",
            meetingFact: "council.meeting_on",
            members: 5,
            lead: 5,
            papers: ["CS-ĐX", "QĐ-TLHĐ"],
            secretary: .institutionOfficer,
            moneySource: "allotment"
        )
        let session = try meet(council, attendance: .full)
        let isWanted = plan.ordering != .rejected
        try step(
            "conclude",
            on: session,
            by: .councilChair,
            ["this.result": isWanted ? "recommended" : "not-recommended", "this.ballots": 5, "this.votes_for": isWanted ? 5 : 2]
        )
        wait(1...2)
        guard isWanted else { return try step("turn-down", by: .institutionOfficer, papers: ["CS-BBXC"]) }
        try step("recommend", by: .institutionOfficer, papers: ["CS-BBXC"])
        wait(4...9)
        try awardByInstitution()
    }

    private func awardByInstitution() throws(Horizon) {
        let money = plan.money / 10 / 1_000_000 * 1_000_000
        let number = "\(chance.number(101...890))/QĐ"
        try step(
            "award",
            by: .institutionHead,
            [
                "award.decision_number": number, "award.on": day, "award.state_money": money, "award.counterpart_money": 0,
                "award.months": 12,
                "base.form": "contract",
            ],
            papers: [Paper("CS-QĐPD", number)]
        )
        wait(3...8)
        state.effectiveOn = day
        state.endOn = day.adding(months: 12).adding(days: -1)
        try step(
            "sign-contract",
            by: .institutionHead,
            [
                "contract.number": "\(chance.number(10...99))/HĐ-CS", "contract.signed_on": day, "contract.effective_on": day,
                "contract.end_on": state.endOn,
            ],
            papers: ["CS-GNV"]
        )
        promiseResults()
        let report = OfficeDays.onOrBefore(state.effectiveOn.adding(months: 6).adding(days: -chance.number(1...8)))
        aside(report, "receive-report", on: "periodic-report:1", by: .institutionOfficer, ["this.received_on": report], papers: ["CS-BCĐK"])
        if plan.execution == .terminatedByAgreement {
            go(to: share(65))
            try step("terminate", by: .institutionHead, ["base.ended_for": "Chủ nhiệm chuyển công tác"], papers: ["CS-QĐCD"])
            wait(15...30)
            try step("close-stopped", by: .institutionHead, ["base.to_repay": 0], papers: ["CS-XLKP"])
            return
        }
        go(to: dayAfter(state.endOn, 4...20))
        try acceptByInstitution()
    }

    private func acceptByInstitution() throws(Horizon) {
        try step("lodge-acceptance", by: .investigator, papers: ["CS-BCTH"])
        wait(4...9)
        let council = Council(
            event: "set-up-acceptance-council",
            by: .institutionHead,
            membersFact: "council.members",
            meetingFact: "council.meeting_on",
            members: 5,
            lead: 5,
            secretary: .institutionOfficer
        )
        let session = try meet(council, attendance: .full)
        try step(
            "conclude",
            on: session,
            by: .councilChair,
            ["this.result": "pass", "this.ballots": 5, "this.votes_excellent": 1, "this.votes_fail": 0]
        )
        state.acceptedOn = day
        try step("accept", by: .institutionOfficer, ["acceptance.on": day], papers: ["CS-BBNT"])
        cast.engage(investigator, from: calledOn, until: day)
        noteUse()
        wait(10...22)
        let certificate = "CS-\(chance.number(100...480))/\(day.year)/GCN-KQ"
        try step(
            "register-result",
            by: .information,
            ["registration.certificate_number": certificate, "registration.on": day],
            papers: [Paper("GCN-KQ", certificate)]
        )
        wait(10...25)
        try step("settle", by: .institutionHead, papers: ["CS-QT", "BBTL"])
    }

    /// The institution gives its verdict when twelve months are over.
    private func noteUse() {
        deliverResults(areUsed: plan.use != .notApplied)
        defer { tellProofs() }
        let received = OfficeDays.onOrBefore(state.acceptedOn.adding(months: 12).adding(days: -chance.number(8...20)))
        aside(received, "receive-report", on: "application-report:1", by: .information, ["this.received_on": received], papers: ["CS-BCƯD"])
        let checked = OfficeDays.adding(3, to: received)
        let verdict = OfficeDays.onOrAfter(max(checked, state.acceptedOn.adding(months: 12)))
        if plan.use == .notApplied {
            aside(
                checked,
                "verify-not-applied",
                on: "application-report:1",
                by: .institutionHead,
                ["this.verified_on": checked, "this.reason": "Chưa có đơn vị tiếp nhận"]
            )
            aside(
                verdict,
                "give-verdict",
                by: .institutionHead,
                [
                    "followup.verdict": "not-applied", "followup.verdict_on": verdict,
                    "followup.not_applied_reason": "Chưa có đơn vị tiếp nhận",
                ]
            )
        } else {
            let since = dayAfter(state.acceptedOn, 60...200)
            proveUse(since: since, by: received)
            aside(checked, "verify-applied", on: "application-report:1", by: .institutionHead, ["this.verified_on": checked])
            aside(
                verdict,
                "give-verdict",
                by: .institutionHead,
                [
                    "followup.verdict": "applied", "followup.verdict_on": verdict, "followup.applied_on": since,
                    "followup.applied_by": host ?? proposer,
                ]
            )
        }
        for year in 2...5 {
            let later = OfficeDays.onOrBefore(state.acceptedOn.adding(months: 12 * year).adding(days: -chance.number(2...12)))
            aside(
                later,
                "receive-report",
                on: "application-report:\(year)",
                by: .information,
                ["this.received_on": later],
                papers: ["CS-BCƯD"]
            )
        }
    }
}
