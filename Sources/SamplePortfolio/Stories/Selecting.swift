import LifecycleModel

/// From the call for dossiers to the chosen host.
extension Story {
    func select() throws(Horizon) {
        go(to: plan.list.call.date)
        if plan.selection == .cancelledTask {
            wait(3...10)
            try step(
                "cancel-task",
                by: .provinceChair,
                ["selection.cancel_reason": "Nhu cầu của đơn vị đặt hàng đã thay đổi"],
                papers: ["TB-HUY"]
            )
            return
        }
        try call(plan.route == .direct ? "invite-host" : "open-call", Paper("TB-TC", plan.list.call.number, plan.list.call.date))
        switch plan.selection {
        case .noDossier, .secondCall:
            try closeCall()
            wait(2...6)
            try step("record-no-dossier", by: .head)
            wait(15...40)
            guard plan.selection == .secondCall else {
                try step(
                    "end-selection",
                    by: .director,
                    ["selection.cancel_reason": "Không có tổ chức đăng ký chủ trì"],
                    papers: ["TB-HUY"]
                )
                return
            }
            try call("second-call", "TB-TC")
        default: break
        }
        try judge()
    }

    private func call(_ event: String, _ notice: Paper) throws(Horizon) {
        try step(event, by: .director, ["selection.called_on": notice.date ?? day], papers: [notice])
        calledOn = notice.date ?? day
    }

    /// The program closes the call on the day after its last one.
    private func closeCall() throws(Horizon) {
        day = calledOn.adding(days: 31)
        try step("close-call", by: .system)
        day = OfficeDays.onOrAfter(day)
    }

    /// Dossiers come in and are opened; the council scores them.
    private func judge() throws(Horizon) {
        let start = calledOn
        // The council meets about two months after the call; who is chosen must be free then.
        guard let winner = cast.applicant(plan.field, on: start, host: plan.wantedHost, &chance) else { throw Horizon() }
        cast.engage(winner.investigator, from: start)
        var applicants = [winner]
        let competes = [.competed, .runnerUp, .invalidDossier].contains(plan.selection)
        if competes, let other = cast.applicant(plan.field, on: start, besides: winner.host, &chance) { applicants.append(other) }
        let asked = plan.money / 100 * Int64(chance.number(102...118)) / 1_000_000 * 1_000_000
        day = OfficeDays.onOrBefore(start.adding(days: chance.number(18...26)))
        for applicant in applicants {
            try step(
                "receive-dossier",
                by: .officer,
                [
                    "selection.dossier_host": applicant.host, "selection.dossier_investigator": applicant.investigator,
                    "selection.dossier_state_money": asked,
                ],
                papers: ["B1-1-ĐON", "B1-2-TM"]
            )
        }
        try closeCall()
        if let opened = plan.list.openedOn { go(to: opened) } else { wait(2...9) }
        try step("open-dossiers", by: .officer, papers: ["B2-1-BBHS"])
        for (index, applicant) in applicants.enumerated() {
            if plan.selection == .invalidDossier, index == 1 {
                try step("reject", on: "dossier:2", by: .officer, ["this.invalid_reason": "Thiếu văn bản xác nhận phối hợp thực hiện"])
            } else {
                try step("validate", on: "dossier:\(index + 1)", by: .officer, ["this.by_proposer": applicant.host == proposer])
            }
        }
        wait(4...12)
        try score(plan.selection == .invalidDossier ? [winner] : applicants)
    }

    private func score(_ applicants: [Applicant]) throws(Horizon) {
        let members = chance.one(of: [7, 9, 9])
        let council = Council(
            event: "convene-selection",
            membersFact: "selection.council_members",
            meetingFact: "selection.council_meeting_on",
            members: members,
            lead: 7,
            asksQuestions: true
        )
        let session = try meet(council, papersLate: chance.happens(8), attendance: .council)
        let isWon = plan.selection != .noWinner
        var best = 0
        for index in applicants.indices {
            let mean = !isWon ? chance.number(5480...6790) : index == 0 ? chance.number(8300...9270) : chance.number(7050...7600)
            if index == 0 { best = mean }
            try step(
                "rank",
                on: "dossier:\(index + 1)",
                by: .councilSecretary,
                [
                    "this.present": lastAttendance, "this.ballots": lastAttendance, "this.void_ballots": 0,
                    "this.all_points_x100": mean * lastAttendance, "this.points_x100": mean * lastAttendance,
                    "this.lowest_x100": mean - chance.number(150...600), "this.highest_x100": mean + chance.number(120...500),
                    "this.zero_votes": 0,
                ]
            )
            if index == 1 { runnerUp = (applicants[1], mean) }
        }
        try step(
            "conclude",
            on: session,
            by: .councilSecretary,
            ["this.result": isWon ? "recommended" : "not-recommended", "this.ballots": lastAttendance]
        )
        guard isWon else {
            try step("take-no-winner", by: .director, ["selection.concluded_on": day], papers: ["B2-6-BBHĐ"])
            cast.engage(applicants[0].investigator, from: calledOn, until: day)
            wait(20...60)
            try step("end-selection", by: .provinceChair, ["selection.cancel_reason": "Không có hồ sơ đạt yêu cầu"], papers: ["TB-HUY"])
            return
        }
        let concluded = day
        day = OfficeDays.adding(chance.number(0...3), to: day)
        try choose("select-winner", by: .director, applicants[0], best, concluded, papers: ["B2-5-THKP", "B2-6-BBHĐ"])
        if plan.selection == .runnerUp { try chooseRunnerUp(concluded) }
        try appraise()
    }

    private func choose(_ event: String, by post: Post, _ winner: Applicant, _ mean: Int, _ concluded: CivilDate, papers: [Paper])
        throws(Horizon)
    {
        wholeSum = chance.happens(35)
        try step(
            event,
            by: post,
            [
                "task.host": winner.host, "task.investigator": winner.investigator, "selection.mean_score_x100": mean,
                "selection.concluded_on": concluded,
                "selection.council_mode": wholeSum ? "final-product" : "partial",
            ],
            papers: papers
        )
        host = winner.host
        investigator = winner.investigator
    }

    /// The winner declines; the province takes the next in the ranking.
    private func chooseRunnerUp(_ concluded: CivilDate) throws(Horizon) {
        guard let runnerUp else { return }
        wait(8...12)
        try step(
            "cancel-result",
            by: .provinceChair,
            ["selection.cancel_ground": "host-declines", "selection.cancel_reason": "Tổ chức trúng tuyển đề nghị không thực hiện"],
            papers: ["TB-HUY"]
        )
        cast.engage(investigator, from: calledOn, until: day)
        cast.engage(runnerUp.applicant.investigator, from: calledOn)
        wait(5...10)
        try choose("select-runner-up", by: .provinceChair, runnerUp.applicant, runnerUp.mean, concluded, papers: ["B2-5-THKP"])
    }
}
