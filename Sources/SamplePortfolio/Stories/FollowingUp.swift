import LifecycleModel

/// Five yearly application reports and the verdict at month twelve.
extension Story {
    func follow() {
        let accepted = state.acceptedOn
        let month12 = accepted.adding(months: 12)
        deliverResults(areUsed: [.appliedInTime, .appliedInClosing, .appliedLate].contains(plan.use))
        defer { tellProofs() }
        switch plan.use {
        case .appliedInTime:
            use(receivedOn: dayAfter(accepted.adding(months: 10), 0...14), since: dayAfter(accepted, 60...230), before: month12)
        case .appliedInClosing:
            use(receivedOn: dayAfter(accepted, 190...225), since: dayAfter(accepted, 40...150), before: month12)
        case .appliedLate:
            use(
                receivedOn: OfficeDays.onOrBefore(month12.adding(days: -chance.number(0...6))),
                since: dayAfter(month12, 1...5),
                before: nil
            )
        case .notApplied, .notAppliedInClosing, .appliedAfterAll: leaveUnused(month12)
        case .missed: miss(month12)
        case .silent:
            aside(month12.adding(days: 1), "fall-overdue", on: "application-report:1", by: .system)
            cast.bar(host, from: month12.adding(days: 1), until: .latest)
            return
        }
        reportYearly()
    }

    private func receive(_ year: Int, on day: CivilDate) {
        aside(day, "receive-report", on: "application-report:\(year)", by: .information, ["this.received_on": day], papers: ["TT14-M12"])
    }

    /// The first report is checked and found in use.
    private func use(receivedOn received: CivilDate, since: CivilDate, before limit: CivilDate?) {
        receive(1, on: received)
        let proved = proveUse(since: since, by: limit)
        let checked = max(proved, OfficeDays.adding(limit == nil ? chance.number(8...16) : chance.number(3...8), to: received))
        aside(checked, "verify-applied", on: "application-report:1", by: .orderer, ["this.verified_on": checked])
        let verdict = OfficeDays.adding(chance.number(2...5), to: checked)
        aside(
            verdict,
            "give-verdict",
            by: .head,
            ["followup.verdict": "applied", "followup.verdict_on": verdict, "followup.applied_on": since, "followup.applied_by": orderer]
        )
    }

    /// The first report is checked and found not in use.
    private func leaveUnused(_ month12: CivilDate) {
        claimInVain(after: state.acceptedOn)
        let received = OfficeDays.onOrBefore(month12.adding(days: -chance.number(0...12)))
        receive(1, on: received)
        let checked = OfficeDays.adding(chance.number(5...15), to: received)
        let reason = chance.one(of: Self.reasons)
        aside(
            checked,
            "verify-not-applied",
            on: "application-report:1",
            by: .orderer,
            ["this.verified_on": checked, "this.reason": reason]
        )
        conclude(reason, on: OfficeDays.adding(chance.number(3...8), to: checked))
    }

    /// The first report never came.
    private func miss(_ month12: CivilDate) {
        aside(month12.adding(days: 1), "fall-overdue", on: "application-report:1", by: .system)
        let given = OfficeDays.onOrAfter(month12.adding(months: 2))
        cast.bar(host, from: month12.adding(days: 1), until: given)
        aside(given, "give-up", on: "application-report:1", by: .head)
        conclude("Tổ chức chủ trì không báo cáo", on: OfficeDays.adding(3, to: given))
    }

    private func conclude(_ reason: String, on day: CivilDate) {
        aside(
            day,
            "give-verdict",
            by: .head,
            ["followup.verdict": "not-applied", "followup.verdict_on": day, "followup.not_applied_reason": reason]
        )
    }

    /// Reports of the second to the fifth year; after the last the follow-up is completed.
    private func reportYearly() {
        for year in 2...5 {
            let received = OfficeDays.onOrBefore(state.acceptedOn.adding(months: 12 * year).adding(days: -chance.number(1...14)))
            receive(year, on: received)
            guard year == 2, plan.use == .appliedAfterAll else { continue }
            let proved = proveUse(since: received)
            let checked = max(proved, OfficeDays.adding(chance.number(5...12), to: received))
            aside(checked, "verify-applied", on: "application-report:2", by: .orderer, ["this.verified_on": checked])
            aside(
                OfficeDays.adding(4, to: checked),
                "record-later-application",
                by: .head,
                ["followup.applied_on": received, "followup.applied_by": orderer]
            )
        }
        aside(dayAfter(state.acceptedOn.adding(months: 60), 10...30), "complete", by: .officer)
    }

    private static let reasons = [
        "Chưa có doanh nghiệp tiếp nhận", "Giá thành còn cao so với thị trường", "Chưa bố trí được kinh phí nhân rộng",
        "Quy trình chưa phù hợp điều kiện của đơn vị sử dụng", "Đơn vị sử dụng đang sắp xếp lại tổ chức",
    ]
}
