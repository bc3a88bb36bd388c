import LifecycleModel

/// From the host's own evaluation to the council's verdict.
extension Story {
    func finishWork() throws(Horizon) {
        let barredFrom = state.endOn.adding(days: 31)
        if plan.acceptance == .neverLodged {
            // The road to acceptance ends by itself six months after the contract.
            day = state.endOn.adding(months: 6).adding(days: 1)
            barParties(from: barredFrom, until: day)
            cast.engage(investigator, from: calledOn, until: day)
            try step("fail-late", by: .system)
            day = OfficeDays.onOrAfter(day)
            try endEarly(determinedOn: day)
            return
        }
        try step("self-evaluate", by: .host, papers: ["TT11-M1"])
        if plan.acceptance == .late {
            wait(6...15)
        } else {
            day = OfficeDays.onOrBefore(max(day, state.endOn.adding(days: chance.number(8...28))))
        }
        barParties(from: barredFrom, until: day)
        try step("lodge-acceptance", by: .host, papers: ["TT11-M2", "BC-TH", "A-3-BCSDKP"])
        noteInventory()
        if plan.acceptance == .returned {
            wait(1...3)
            try step("return-acceptance", by: .officer, ["acceptance.returned_for": "Thiếu xác nhận sử dụng sản phẩm"], papers: ["TT11-M3"])
            wait(3...5)
            try step("relodge-acceptance", by: .host, papers: ["TT11-M2"])
        }
        wait(chance.happens(10) ? 4...7 : 1...3)
        try step("accept-dossier", by: .officer, papers: ["TT11-M3"])
        wait(chance.happens(15) ? 17...25 : 6...14)
        try holdAcceptance()
    }

    private func barParties(from: CivilDate, until: CivilDate) {
        cast.bar(host, from: from, until: until)
        cast.bar(investigator, from: from, until: until)
    }

    private func noteInventory() {
        let inventoried = dayAfter(state.endOn, 32...55)
        state.inventoriedOn = inventoried
        aside(inventoried, "inventory-assets", by: .host, ["closing.assets_bought": plan.closing == .assetsBought], papers: ["TT63-BBKK"])
    }

    private func holdAcceptance() throws(Horizon) {
        let council = Council(
            event: "convene-acceptance",
            membersFact: "acceptance.council_members",
            meetingFact: "acceptance.council_meeting_on",
            members: 9,
            lead: 7
        )
        if plan.acceptance == .secondSession {
            let session = try meet(council, attendance: .reviewed)
            try step("adjourn", on: session, by: .councilChair)
            wait(1...3)
            try step("void", on: session, by: .head, ["this.void_reason": "Phải thành lập lại hội đồng do thay đổi thành viên phản biện"])
            wait(2...5)
        }
        let session = try meet(council, papersLate: chance.happens(8), attendance: .reviewed)
        let present = lastAttendance
        let result: String
        var excellent = chance.number(0...4)
        var fail = chance.number(0...1)
        switch plan.acceptance {
        case .failed:
            (result, excellent, fail) = ("fail", 0, chance.number(4...6))
        case .excellent:
            (result, excellent, fail) = ("excellent", present - chance.number(0...1), 0)
        default: result = "pass"
        }
        try step(
            "conclude",
            on: session,
            by: .councilSecretary,
            ["this.result": result, "this.ballots": present, "this.votes_excellent": excellent, "this.votes_fail": fail]
        )
        if plan.acceptance == .independentOpinion { try consultIndependent() }
        wait(0...1)
        if plan.acceptance == .failed {
            try step(
                "fail-acceptance",
                by: .head,
                ["acceptance.on": day, "failure.determined_on": day],
                papers: ["TT11-M8", "TT11-M9"]
            )
            cast.engage(investigator, from: calledOn, until: day)
            let determined = day
            wait(1...2)
            try step("send-conclusions", by: .officer)
            try endEarly(determinedOn: determined)
            return
        }
        state.acceptedOn = day
        try step("pass-acceptance", by: .head, ["acceptance.on": day, "acceptance.rating": result], papers: ["TT11-M8", "TT11-M9"])
        cast.engage(investigator, from: calledOn, until: day)
        wait(chance.happens(10) ? 3...5 : 1...2)
        try step("send-conclusions", by: .officer)
        follow()
        try close()
    }

    /// Two experts from outside report under seal.
    private func consultIndependent() throws(Horizon) {
        try step("consult-independent", by: .director, ["advice.ground": "divided"])
        let advice = another("independent-advice")
        try step("ask", on: advice, by: .officer, ["this.experts": 2, "this.asked_on": day], papers: ["CV-TVĐL"])
        wait(8...14)
        try step("receive-advice", on: advice, by: .secretary, ["this.opinions": 2, "this.sealed": true], papers: ["YK-TVĐL"])
    }
}
