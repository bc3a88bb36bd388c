import LifecycleModel

/// From the signed contract to the end of the work.
extension Story {
    func execute() throws(Horizon) {
        promiseResults()
        let isCardLate = chance.happens(10)
        aside(
            OfficeDays.adding(isCardLate ? chance.number(33...45) : chance.number(8...26), to: day),
            "record-card",
            by: .information,
            papers: ["TT14-M1"]
        )
        switch plan.execution {
        case .terminatedByAgreement, .terminatedForViolation:
            let stop = share(chance.number(45...65))
            report(until: stop)
            inspect(until: stop)
            spend(until: stop)
            go(to: stop)
            try terminate()
        default:
            amend()
            let stop = workEnd
            report(until: stop)
            inspect(until: stop)
            spend(until: stop)
            try pause()
            go(to: stop)
            try finishWork()
        }
    }

    /// The day when so much of the contract's time is over, in percent.
    func share(_ percent: Int) -> CivilDate {
        OfficeDays.onOrAfter(state.effectiveOn.adding(days: state.effectiveOn.days(to: state.endOn) * percent / 100))
    }

    /// The day the host evaluates its own work.
    private var workEnd: CivilDate {
        switch plan.acceptance {
        case .late: dayAfter(state.endOn, 40...75)
        case .neverLodged: state.endOn.adding(months: 6).adding(days: 1)
        default: dayAfter(state.endOn, -12...6)
        }
    }

    // MARK: Reports and inspections

    /// Six-monthly reports, most of them in time.
    private func report(until stop: CivilDate) {
        for period in 1...12 {
            let due = state.effectiveOn.adding(months: 6 * period)
            guard due < stop, due < state.endOn else { return }
            if plan.execution == .unreported, period > 1 {
                aside(due.adding(days: 1), "fall-overdue", on: "periodic-report:\(period)", by: .system)
                continue
            }
            let isLate = plan.execution == .lateReports ? period % 2 == 0 : chance.happens(7)
            let received = isLate ? dayAfter(due, 12...50) : OfficeDays.onOrBefore(due.adding(days: -chance.number(0...9)))
            guard received < stop else { return }
            if isLate { aside(due.adding(days: 1), "fall-overdue", on: "periodic-report:\(period)", by: .system) }
            aside(
                received,
                "receive-report",
                on: "periodic-report:\(period)",
                by: .officer,
                ["this.received_on": received],
                papers: ["A-1-BCĐK"]
            )
        }
    }

    /// Yearly inspections.
    private func inspect(until stop: CivilDate) {
        for period in 1...4 {
            let due = state.effectiveOn.adding(months: 12 * period)
            let isLate = plan.execution == .lateReports
            var visit = isLate ? dayAfter(due, 20...45) : OfficeDays.onOrBefore(due.adding(days: -chance.number(8...35)))
            // A year that only an extension brings is planned once the extension is signed.
            if due > state.firstEndOn { visit = max(visit, OfficeDays.adding(13, to: state.extendedOn)) }
            guard due <= state.endOn, visit < stop else { return }
            let machine = "inspection:\(period)"
            if isLate { aside(due.adding(days: 1), "fall-overdue", on: machine, by: .system) }
            aside(OfficeDays.adding(-chance.number(9...11), to: visit), "schedule-visit", on: machine, by: .head, ["this.visit_on": visit])
            aside(OfficeDays.adding(-chance.number(5...8), to: visit), "announce", on: machine, by: .finance)
            let isOnSchedule = !isLate && chance.happens(85)
            aside(
                visit,
                "inspect",
                on: machine,
                by: .head,
                [
                    "this.inspectors": chance.number(3...5), "this.specialist_present": true, "this.host_present": true,
                    "this.on_schedule": isOnSchedule,
                    "this.findings": isOnSchedule ? "Khối lượng phù hợp thuyết minh" : "Chậm tiến độ, yêu cầu có kế hoạch bù",
                ],
                papers: ["A-2-BCTĐ", "A-3-BCSDKP", "C-2-BBKTĐG"]
            )
            let confirmed = OfficeDays.adding(chance.number(4...9), to: visit)
            aside(confirmed, "confirm-volume", on: machine, by: .head, papers: ["B-1-XNKLCV"])
            aside(
                OfficeDays.adding(chance.number(3...8), to: confirmed),
                "confirm-funds",
                on: machine,
                by: .finance,
                papers: ["B-2-XNSDKP"]
            )
        }
    }

    // MARK: Money

    /// Two advances: the second once the first is cleared; the last one is cleared after the contract's end.
    private func spend(until stop: CivilDate) {
        let first = state.award.money / 100 * Int64(chance.number(42...50)) / 1_000_000 * 1_000_000
        guard let paid = advance(first, on: OfficeDays.adding(chance.number(4...10), to: state.effectiveOn), until: stop) else { return }
        let cleared = OfficeDays.onOrAfter(max(share(chance.number(44...54)), paid.adding(days: 20)))
        let request = OfficeDays.adding(chance.number(2...7), to: cleared)
        guard request < stop, plan.execution != .unreported else {
            clear(OfficeDays.adding(chance.number(8...25), to: stop))
            return
        }
        clear(cleared)
        let second = (state.award.money - first) / 100 * Int64(chance.number(70...85)) / 1_000_000 * 1_000_000
        if advance(second, on: request, until: stop) != nil { clear(OfficeDays.adding(chance.number(8...30), to: max(stop, state.endOn))) }
    }

    /// Asks for an advance and pays it; the day of payment, or nil when the work stops before.
    func advance(_ amount: Int64, on day: CivilDate, until stop: CivilDate, event: String = "request-advance") -> CivilDate? {
        let paid = OfficeDays.adding(chance.number(3...8), to: day)
        guard paid < stop else { return nil }
        let left = allot(for: amount, asked: day, paid: paid)
        aside(day, event, by: .host, ["money.request": amount])
        let machine = another("advance")
        aside(paid, "pay", on: machine, by: .finance, ["this.paid_on": paid, "this.allotment_left": left])
        if paid <= SamplePortfolio.asOf {
            state.advanced += amount
            state.unadvanced -= amount
        }
        state.openAdvance = (machine, amount)
        return paid
    }

    /// Clears the advance that is open.
    func clear(_ day: CivilDate) {
        guard let open = state.openAdvance else { return }
        if chance.happens(30) {
            aside(OfficeDays.adding(-2, to: day), "clear-part", on: open.machine, by: .finance, ["this.part": open.amount / 2])
        }
        aside(day, "clear", on: open.machine, by: .finance)
        state.clearedOn = day
        state.openAdvance = nil
    }
}
