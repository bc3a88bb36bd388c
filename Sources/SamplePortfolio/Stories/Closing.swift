import LifecycleModel

/// After a pass: registration, recognition, assets, rights, liquidation and settlement.
extension Story {
    func close() throws(Horizon) {
        let accepted = state.acceptedOn
        askForRights()
        aside(dayAfter(accepted, 25...44), "report-result-assets", by: .host, papers: ["BC-TSKQ"])
        wait(10...20)
        try step("complete-acceptance", by: .investigator, papers: ["TT11-M10"])
        wait(2...5)
        if plan.closing == .registrationLate {
            day = OfficeDays.adding(chance.number(36...60), to: accepted)
            cast.bar(host, from: OfficeDays.adding(30, to: accepted).adding(days: 1), until: day)
        }
        try step("lodge-registration", by: .host, papers: ["TT14-M5"])
        if plan.closing == .registrationReturned {
            wait(1...3)
            try step("return-registration", by: .information, ["closing.returned_for": "Thiếu bản điện tử của báo cáo tổng hợp"])
            wait(2...6)
            try step("relodge-registration", by: .host, papers: ["TT14-M5"])
        }
        wait(chance.happens(10) ? 6...9 : 2...4)
        let certificate = "\(plan.list.year % 100)-\(threeDigits(chance.number(1...480)))/\(day.year)/GCN-KQ"
        try step(
            "certify",
            by: .information,
            ["registration.certificate_number": certificate, "registration.on": day],
            papers: [Paper("GCN-KQ", certificate)]
        )
        wait(chance.happens(12) ? 11...16 : 3...9)
        try step("recognise", by: .provinceChair, ["closing.recognised_on": day], papers: ["TT11-M11"])
        if plan.closing == .finalPayment {
            go(to: state.clearedOn)
            wait(2...5)
            let rest = (state.award.money - state.advanced) / 1_000_000 * 1_000_000
            if let paid = advance(rest, on: day, until: .latest, event: "request-final-payment") {
                clear(OfficeDays.adding(chance.number(5...10), to: paid))
                go(to: state.clearedOn)
            }
        }
        if plan.closing == .assetsBought {
            go(to: state.inventoriedOn.adding(days: 20))
            try step("decide-assets", by: .provinceFinance, papers: ["QĐ-XLTS"])
        }
        go(to: state.inventoriedOn)
        go(to: state.clearedOn)
        wait(8...20)
        try step("close-advances", by: .finance)
        try step("clear-treasury", by: .finance)
        wait(2...8)
        try step("liquidate", by: .director, ["closing.liquidated_on": day], papers: ["BBTL"])
        try settle()
    }

    private func settle() throws(Horizon) {
        switch (plan.use, plan.closing) {
        case (.appliedInClosing, _): go(to: dayAfter(state.acceptedOn, 265...325))
        case (.notAppliedInClosing, _): go(to: dayAfter(state.acceptedOn, 395...420))
        case (_, .settledLate): wait(60...85)
        default: wait(12...35)
        }
        cutAllotment(on: day)
        try step("settle", by: .finance, ["closing.settled_on": day, "closing.settled_money": state.advanced], papers: ["QĐ-QT"])
    }

    /// Most hosts waive; some ask for the rights to their result.
    private func askForRights() {
        let asked = dayAfter(state.acceptedOn, 70...150)
        guard [.rightsAsked, .rightsRefused].contains(plan.closing) else {
            return aside(
                asked,
                "waive-rights",
                by: .host,
                ["rights.waived_reason": "Kết quả dùng chung cho cộng đồng, không khai thác riêng"]
            )
        }
        aside(asked, "request-rights", by: .host, papers: ["TT15-M1"])
        let machine = another("rights-request")
        let valid = OfficeDays.adding(chance.number(2...5), to: asked)
        aside(valid, "validate", on: machine, by: .officer)
        let reviewed = OfficeDays.adding(chance.number(9...18), to: valid)
        aside(
            reviewed,
            "review",
            on: machine,
            by: .head,
            ["this.kind": chance.one(of: ["ownership", "use", "use"]), "this.council_needed": false]
        )
        let decided = OfficeDays.adding(chance.number(2...5), to: reviewed)
        if plan.closing == .rightsRefused {
            aside(decided, "refuse", on: machine, by: .provinceChair, ["this.refusal": "Kết quả thuộc diện Nhà nước giữ quyền"])
        } else {
            aside(decided, "assign", on: machine, by: .provinceChair, papers: ["TT15-M3", "TT15-M4"])
        }
    }
}
