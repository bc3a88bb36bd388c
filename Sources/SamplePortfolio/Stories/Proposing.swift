import LifecycleModel

/// From the proposal to the published list.
extension Story {
    func propose() throws(Horizon) {
        let list = plan.list
        wait(4...14)
        switch plan.ordering {
        case .returnedFirst:
            try step("return-proposal", by: .officer, ["ordering.returned_for": "Làm rõ địa chỉ ứng dụng và phương án duy trì kết quả"])
            wait(6...15)
            try step("resubmit-proposal", by: .proposer)
            wait(3...8)
        case .declined:
            wait(8...25)
            try step(
                "decline",
                by: .director,
                [
                    "ordering.rejection_reason": chance.one(of: [
                        "Nội dung đã có trong nhiệm vụ khác", "Chưa rõ tính cấp thiết", "Không thuộc lĩnh vực ưu tiên",
                    ])
                ],
                papers: ["TB-HUY"]
            )
            return
        case .withdrawn where plan.number % 2 == 0:
            wait(10...30)
            try step("withdraw", by: .proposer)
            return
        default: break
        }
        try step("screen", by: .officer, ["ordering.duplicate_found": false], papers: ["A-ĐXNV", "C0-KQTrC"])
        go(to: list.councils.lowerBound.adding(days: chance.number(0...(list.councils.lowerBound.days(to: list.councils.upperBound)))))
        if plan.ordering == .withdrawn {
            try step("withdraw", by: .orderer)
            return
        }
        let recommended = plan.ordering != .rejected
        try determine(recommended: recommended)
        if !recommended {
            try step(
                "take-rejection",
                by: .officer,
                ["ordering.concluded_on": day, "ordering.rejection_reason": "Hội đồng không đề nghị thực hiện"],
                papers: ["C3-BBKP", "D1-BBHĐ"]
            )
            return
        }
        try putForward()
    }

    /// The determination council meets and votes.
    private func determine(recommended: Bool) throws(Horizon) {
        let council = Council(
            event: "convene-determination",
            membersFact: "ordering.council_members",
            meetingFact: "ordering.council_meeting_on",
            members: chance.one(of: [7, 7, 9, 9, 11]),
            lead: 5
        )
        if plan.ordering == .secondCouncil {
            let meeting = OfficeDays.adding(8, to: day)
            try step(
                council.event,
                by: .director,
                [council.membersFact: council.members, council.meetingFact: meeting],
                papers: ["QĐ-TLHĐ"]
            )
            wait(2...4)
            try step(
                "void",
                on: another("council-session"),
                by: .head,
                ["this.void_reason": "Có thành viên đề nghị thay đổi do liên quan lợi ích"]
            )
            wait(1...2)
        }
        let session = try meet(council, papersLate: chance.happens(8), attendance: .council)
        let ballots = lastAttendance
        let votes = recommended ? ballots - chance.number(0...1) : chance.number(1...ballots / 2)
        try step(
            "conclude",
            on: session,
            by: .councilSecretary,
            ["this.result": recommended ? "recommended" : "not-recommended", "this.ballots": ballots, "this.votes_for": votes]
        )
        day = OfficeDays.adding(chance.number(0...2), to: day)
    }

    /// From the council's recommendation to the published list.
    private func putForward() throws(Horizon) {
        let list = plan.list
        try step("take-recommendation", by: .officer, ["ordering.concluded_on": day], papers: ["C3-BBKP", "D1-BBHĐ"])
        wait(chance.happens(12) ? 6...9 : 1...5)
        if plan.route == .direct {
            try step(
                "finalise-recommendation",
                by: .councilSecretary,
                [
                    "task.route": "direct-assignment",
                    "ordering.assignment_ground": chance.one(of: ["sole-capable", "sole-capable", "sole-capable", "urgent", "secret"]),
                ],
                papers: ["D-KNHĐ"]
            )
        } else {
            try step("finalise-recommendation", by: .councilSecretary, ["task.route": "selection"], papers: ["D-KNHĐ"])
        }
        let submission = Paper("TTr-DM", list.submission.number, list.submission.date)
        if plan.ordering == .listReturned {
            wait(1...3)
            try step("submit-list", by: .director, papers: ["TTr-DM"])
            wait(1...2)
            try step("return-list", by: .provinceChair, ["ordering.returned_for": "Rà soát lại sản phẩm và cơ quan sử dụng kết quả"])
        }
        go(to: list.submission.date)
        try step("submit-list", by: .director, papers: [submission])
        go(to: list.decision.date)
        if plan.ordering == .leftOff {
            try step("leave-off-list", by: .provinceChair, ["ordering.rejection_reason": "Chưa cân đối được kinh phí trong năm"])
            return
        }
        let decision = Paper("QĐ-DM", list.decision.number, list.decision.date)
        try step(
            "approve-list",
            by: .provinceChair,
            ["ordering.list_number": list.decision.number, "ordering.listed_on": list.decision.date],
            papers: [decision]
        )
        go(to: list.publishedOn)
        try step("publish-list", by: .officer)
    }
}
