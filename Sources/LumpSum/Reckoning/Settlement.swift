public import CanonicalJSON
public import LifecycleModel
import Rules

/// What a settled task came to (TTLT 27/2015/TTLT-BKHCN-BTC, Điều 11, 14): what was cleared is spent or saved, to the đồng.
public struct Settlement: Sendable, Hashable {
    /// Cleared state money within the lump sum.
    public var clearedLumpSum: Dong
    /// Cleared state money outside it.
    public var clearedOther: Dong
    /// Spent within the lump sum.
    public var spentLumpSum: Dong
    /// Spent outside it.
    public var spentOther: Dong
    /// Planned for work that was not done; repaid, never saved (Điều 4.3).
    public var notDone: Dong
    /// Saved outside the lump sum, the part of the host's fund.
    public var toHostFund: Dong
    /// Saved outside the lump sum, the part of the S&T fund of the approving body or of the state budget.
    public var toStateFund: Dong

    /// Saved within the lump sum: other income of the host (Điều 11.1a).
    public var savedLumpSum: Dong { Dong(clearedLumpSum.amount - spentLumpSum.amount) }
    /// Saved outside the lump sum (Điều 11.1b).
    public var savedOther: Dong { Dong(clearedOther.amount - spentOther.amount) }
    /// What the settlement recognises of the state's money: the lump sum as given, the rest as spent.
    public var settled: Dong { Dong(clearedLumpSum.amount + spentOther.amount) }

    /// A settlement as it was reckoned before.
    public init(
        clearedLumpSum: Dong,
        clearedOther: Dong,
        spentLumpSum: Dong,
        spentOther: Dong,
        notDone: Dong,
        toHostFund: Dong,
        toStateFund: Dong
    ) {
        self.clearedLumpSum = clearedLumpSum
        self.clearedOther = clearedOther
        self.spentLumpSum = spentLumpSum
        self.spentOther = spentOther
        self.notDone = notDone
        self.toHostFund = toHostFund
        self.toStateFund = toStateFund
    }

    /// Reckons a settlement.
    ///
    /// - Parameters:
    ///   - hostHasFund: whether the host has a fund for developing its work (Quỹ phát triển hoạt động sự nghiệp); without one everything
    ///     saved outside the lump sum goes to the state's fund.
    /// - Throws: `Refusal` when more was spent than cleared, with the right figures.
    public init(
        clearedLumpSum: Dong,
        clearedOther: Dong,
        spentLumpSum: Dong,
        spentOther: Dong,
        notDone: Dong,
        hostHasFund: Bool,
        under law: BudgetLaw
    ) throws(Refusal) {
        var faults: [Blocker] = []
        for (cleared, spent, vi, en) in [
            (clearedLumpSum, spentLumpSum, "phần khoán", "within the lump sum"),
            (clearedOther, spentOther, "phần không khoán", "outside the lump sum"),
        ] where spent > cleared {
            faults.append(
                Blocker(
                    code: "spent-above-cleared",
                    message: Phrase(
                        vi: "Thực chi \(vi) \(spent.formatted(.word)) vượt số đã thanh toán \(cleared.formatted(.word))",
                        en: "Spent \(en): \(spent.formatted()), above \(cleared.formatted()) cleared"
                    ),
                    basis: "TTLT 27/2015/TTLT-BKHCN-BTC, Điều 14",
                    cure: Phrase(
                        vi: "Ngân sách chỉ quyết toán tới \(cleared.formatted(.word)); phần vượt do tổ chức chủ trì chịu",
                        en: "The state settles up to \(cleared.formatted()); the host bears the rest"
                    )
                )
            )
        }
        try Refusal.check(faults)
        self.clearedLumpSum = clearedLumpSum
        self.clearedOther = clearedOther
        self.spentLumpSum = spentLumpSum
        self.spentOther = spentOther
        self.notDone = notDone
        let saved = try clearedOther.minus(spentOther)
        if hostHasFund, let amount = law.rules.hostFundShare {
            toHostFund = try saved.share(try law.number(amount).value).whole
        } else {
            toHostFund = .zero
        }
        toStateFund = try saved.minus(toHostFund)
    }
}

extension Settlement: JSONRepresentable {
    /// Reads the stored form.
    public init(json: JSONValue) throws(JSONShapeFault) {
        clearedLumpSum = try json.value(at: "cleared_lump_sum")
        clearedOther = try json.value(at: "cleared_other")
        spentLumpSum = try json.value(at: "spent_lump_sum")
        spentOther = try json.value(at: "spent_other")
        notDone = try json.value(at: "not_done")
        toHostFund = try json.value(at: "to_host_fund")
        toStateFund = try json.value(at: "to_state_fund")
    }

    /// The stored form.
    public var json: JSONValue {
        [
            "cleared_lump_sum": clearedLumpSum.json, "cleared_other": clearedOther.json, "spent_lump_sum": spentLumpSum.json,
            "spent_other": spentOther.json, "not_done": notDone.json, "to_host_fund": toHostFund.json, "to_state_fund": toStateFund.json,
        ]
    }
}
