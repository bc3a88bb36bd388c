import Importing
import LifecycleModel

/// Extensions and other changes while the contract runs, and work that stops for a while.
extension Story {
    /// Changes beside the road; the end of the contract may move.
    func amend() {
        let middle = share(chance.number(35...42))
        switch plan.execution {
        case .extended, .extensionRefused: extend()
        case .titleChanged:
            guard !state.award.isWholeSum else { return change("equipment", on: middle) { self.approve($0, $1, by: .director) } }
            change("title-objective-product", on: middle) { machine, day in
                self.aside(
                    day,
                    "approve",
                    on: machine,
                    by: .provinceChair,
                    ["this.new_title": self.registration.title + " giai đoạn mới"],
                    papers: ["C-1-BBHĐTV", "CV-ĐT", "D1-QĐĐC"]
                )
            }
        case .contentChanged:
            change("content", on: middle) { machine, day in
                self.aside(day, "return", on: machine, by: .officer, ["this.answer": "Bổ sung thuyết minh phần điều chỉnh"])
                let again = OfficeDays.adding(self.chance.number(4...9), to: day)
                self.aside(again, "lodge-again", on: machine, by: .host, papers: ["CV-ĐN"])
                self.approve(machine, OfficeDays.adding(self.chance.number(5...14), to: again), by: .director)
            }
        case .hostChanged:
            guard let other = cast.applicant(plan.field, on: middle, besides: host, &chance) else { return }
            var changed: CivilDate?
            change("host", on: middle) { machine, day in
                changed = day
                self.aside(day, "approve", on: machine, by: .provinceChair, ["this.new_host": other.host], papers: ["D1-QĐĐC"])
            }
            if let changed { hand(overTo: other.host, on: changed) }
        case .investigatorChanged: changeInvestigator(middle)
        case .shortened:
            change("shorten", on: share(68)) { self.approve($0, $1, by: .director) }
            let signed = OfficeDays.onOrAfter(share(78))
            let end = state.endOn.adding(months: -2)
            aside(
                signed,
                "shorten",
                by: .director,
                ["contract.end_on": end, "execution.done_percent": chance.number(82...93)],
                papers: ["PLHĐ"]
            )
            state.endOn = end
        default: break
        }
    }

    private func extend() {
        let machine = another("extension-request")
        let prepared = dayAfter(state.endOn, -80 ... -62)
        aside(prepared, "prepare-extension", by: .host)
        let lodged = OfficeDays.adding(chance.number(3...8), to: prepared)
        let months = plan.months < 24 ? chance.number(3...6) : chance.one(of: [6, 6, 9, 12])
        aside(
            lodged,
            "lodge",
            on: machine,
            by: .host,
            [
                "this.months": months,
                "this.reason": chance.one(of: ["Thời vụ kéo dài do mưa lũ", "Chậm nhập thiết bị", "Dịch bệnh làm gián đoạn khảo sát"]),
            ],
            papers: ["CV-ĐN"]
        )
        let answered = OfficeDays.adding(chance.number(7...18), to: lodged)
        if plan.execution == .extensionRefused {
            aside(answered, "refuse", on: machine, by: .director, ["this.answer": "Lý do chủ quan, không thuộc trường hợp được gia hạn"])
            return
        }
        aside(answered, "approve", on: machine, by: .director, papers: ["D1-QĐĐC"])
        let end = state.endOn.adding(months: months)
        state.extendedOn = OfficeDays.adding(chance.number(1...4), to: answered)
        aside(state.extendedOn, "extend", by: .director, ["contract.end_on": end], papers: ["PLHĐ"])
        state.endOn = end
    }

    /// The host asks for a change; the answer comes within 30 days.
    private func change(_ kind: String, on day: CivilDate, answer: (_ machine: String, _ day: CivilDate) -> Void) {
        aside(day, "request-change", by: .host, ["execution.change_kind": kind], papers: ["CV-ĐN"])
        answer(another("change-request"), OfficeDays.adding(chance.number(8...18), to: day))
    }

    private func approve(_ machine: String, _ day: CivilDate, by post: Post) {
        aside(day, "approve", on: machine, by: post, papers: ["D1-QĐĐC"])
    }

    /// A new investigator takes over five working days after the notice, unless the department objects.
    private func changeInvestigator(_ day: CivilDate) {
        guard let host, let other = cast.applicant(plan.field, on: day, host: host, &chance) else { return }
        aside(day, "report-own-change", by: .host, ["execution.own_change_kind": "investigator", "execution.own_change_on": day])
        let machine = another("own-change")
        let notified = OfficeDays.adding(chance.number(2...5), to: day)
        aside(
            notified,
            "notify",
            on: machine,
            by: .host,
            ["this.new_investigator": other.investigator, "this.reason": chance.one(of: ["away", "illness", "own-request"])],
            papers: ["VB-NB"]
        )
        let effective = OfficeDays.adding(chance.number(2...5), to: notified)
        aside(effective, "take-effect", on: machine, by: .head)
        cast.engage(investigator, from: calledOn, until: effective)
        investigator = other.investigator
        calledOn = day
        cast.engage(investigator, from: day)
    }

    /// Requests to end the contract that end with its going on.
    func pause() throws(Horizon) {
        switch plan.execution {
        case .suspendedAndResumed:
            go(to: share(64))
            try requestEnding("no-funding", by: .finance)
            wait(3...6)
            try step("suspend", by: .provinceChair, papers: ["TB-TD"])
            wait(20...45)
            try step("resume", by: .provinceChair, papers: ["TB-TD"])
        case .endingRefused:
            go(to: share(64))
            try requestEnding("unnecessary", by: .host)
            wait(4...6)
            try step("refuse-ending", by: .director, ["ending.refused_for": "Đơn vị đặt hàng vẫn cần kết quả"])
        default: break
        }
    }

    func requestEnding(_ ground: String, by post: Post) throws(Horizon) {
        try step("request-ending", by: post, ["ending.ground": ground], papers: ["CV-ĐN", "A-2-BCTĐ", "A-3-BCSDKP"])
    }
}
