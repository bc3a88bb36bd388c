/// Deals the ordinary variety of one year's list; what is special is written over it.
struct Year {
    let list: OrderedList
    private var fields: Deck<Field>
    private var months: Deck<Int>
    private var sums: Deck<Int64>
    private var orderings: Deck<Plan.Ordering>
    private var selections: Deck<Plan.Selection>
    private var appraisals: Deck<Plan.Appraisal>
    private var executions: Deck<Plan.Execution>
    private var acceptances: Deck<Plan.Acceptance>
    private var closings: Deck<Plan.Closing>
    private var uses: Deck<Plan.Use>

    /// - Parameter awards: how many tasks share the year's money, 53 tỷ đồng (Đề án 2021–2025, mục 3).
    init(_ list: OrderedList, awards: Int) {
        self.list = list
        let name = "\(list.year)/"
        let mean = 53_000_000_000 / Int64(awards)
        fields = Deck(
            Array(repeating: .agriculture, count: 9) + Array(repeating: .engineering, count: 6) + Array(repeating: .medicine, count: 5)
                + Array(repeating: .socialScience, count: 4) + Array(repeating: .humanities, count: 3)
                + Array(repeating: .naturalScience, count: 3),
            named: name + "fields"
        )
        months = Deck([18, 18, 24, 24, 24, 24, 24, 30, 30, 36], named: name + "months")
        sums = Deck([55, 68, 80, 88, 95, 100, 107, 117, 132, 158].map { mean * $0 / 100 / 1_000_000 * 1_000_000 }, named: name + "sums")
        orderings = Deck(
            [.listed, .listed, .listed, .listed, .listed, .listed, .listed, .returnedFirst, .secondCouncil, .listReturned],
            named: name + "orderings"
        )
        selections = Deck([.straight, .competed, .competed, .straight, .invalidDossier, .competed], named: name + "selections")
        appraisals = Deck(Array(repeating: .straight, count: 8) + [.sentBack, .submissionReturned], named: name + "appraisals")
        executions = Deck(
            Array(repeating: .straight, count: 14) + [
                .lateReports, .lateReports, .extended, .extended, .extended, .extensionRefused, .titleChanged, .contentChanged,
                .hostChanged,
                .investigatorChanged, .shortened, .suspendedAndResumed, .endingRefused,
            ],
            named: name + "executions"
        )
        acceptances = Deck(
            Array(repeating: .passed, count: 8) + [
                .excellent, .excellent, .returned, .returned, .late, .secondSession, .independentOpinion,
            ],
            named: name + "acceptances"
        )
        closings = Deck(
            Array(repeating: .straight, count: 6) + [
                .registrationReturned, .registrationLate, .rightsAsked, .rightsRefused, .assetsBought, .finalPayment, .finalPayment,
                .settledLate,
            ],
            named: name + "closings"
        )
        uses = Deck(
            Array(repeating: .appliedInTime, count: 9) + [
                .appliedInClosing, .appliedLate, .appliedLate, .notApplied, .notApplied, .notApplied, .appliedAfterAll, .appliedAfterAll,
                .notAppliedInClosing, .missed, .missed,
            ],
            named: name + "uses"
        )
    }

    /// So many plans of one route, numbered from `first`.
    mutating func plans(_ count: Int, from first: Int, _ route: Plan.Route) -> [Plan] {
        (0..<count).map { place in
            var plan = Plan(list: list, number: first + place, field: fields.deal())
            plan.route = route
            plan.ordering = orderings.deal()
            if route == .selection { plan.selection = selections.deal() }
            plan.appraisal = appraisals.deal()
            plan.execution = executions.deal()
            plan.acceptance = acceptances.deal()
            plan.closing = closings.deal()
            plan.use = uses.deal()
            plan.money = sums.deal()
            plan.months = months.deal()
            return plan
        }
    }

    /// Proposals that did not come on the list.
    mutating func unlisted(_ turns: [Plan.Ordering], from first: Int) -> [Plan] {
        turns.enumerated().map { place, turn in
            var plan = Plan(list: list, number: first + place, field: fields.deal())
            plan.ordering = turn
            plan.route = place % 3 == 0 ? .selection : .direct
            plan.money = sums.deal()
            plan.months = months.deal()
            return plan
        }
    }
}

extension [Plan] {
    /// Writes something special over the plan of that number.
    mutating func change(_ number: Int, _ edit: (inout Plan) -> Void) {
        guard let place = firstIndex(where: { $0.number == number }) else { return }
        edit(&self[place])
    }
}
