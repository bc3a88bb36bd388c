public import LifecycleModel
public import Rules

/// What a session of a council costs by the table of fees (TT 03/2023/TT-BTC, Điều 6): so many of each kind times the most each is paid.
public struct SessionFees: Sendable, Hashable {
    /// One kind of fee.
    public struct Line: Sendable, Hashable {
        /// What is paid for.
        public let fee: BudgetRules.Fee
        /// How many of it.
        public let count: Int
        /// What each is paid at most.
        public let rate: Dong
        /// What they come to.
        public let amount: Dong
        /// The article.
        public let basis: String?
    }

    /// The lines in the order of the table.
    public let lines: [Line]
    /// What was counted but has no fee in the rules.
    public let unpaid: [BudgetRules.Fee]
    /// What the session costs.
    public let total: Dong

    /// Reckons a session.
    ///
    /// - Parameters:
    ///   - kind: the kind of council.
    ///   - counts: how many of each; the scientific secretary counts as a member, and once more for that work.
    /// - Throws: `Refusal` when the rules have no fees for such a council.
    public init(_ kind: String, _ counts: [BudgetRules.Fee: Int], under law: BudgetLaw) throws(Refusal) {
        guard let table = law.rules.fees[kind] else {
            throw Refusal(
                "no-fees",
                Phrase(vi: "quy tắc chưa có mức chi cho hội đồng ‘\(kind)’", en: "the rules have no fees for the council ‘\(kind)’")
            )
        }
        var lines: [Line] = []
        var unpaid: [BudgetRules.Fee] = []
        var total = Dong.zero
        for fee in BudgetRules.Fee.allCases {
            guard let count = counts[fee], count > 0 else { continue }
            guard let amount = table[fee] else {
                unpaid.append(fee)
                continue
            }
            let number = try law.number(amount)
            let rate = Dong(number.value.floor)
            let sum = try exactly { () throws(DongFault) in try rate.multiplied(by: Int64(count)) }
            lines.append(Line(fee: fee, count: count, rate: rate, amount: sum, basis: number.basis))
            total = try total.plus(sum)
        }
        (self.lines, self.unpaid, self.total) = (lines, unpaid, total)
    }
}

extension BudgetRules.Fee {
    /// What it is paid for.
    public var phrase: Phrase {
        switch self {
        case .chair: Phrase(vi: "Chủ tịch hội đồng, tổ trưởng", en: "Chair or head")
        case .member: Phrase(vi: "Phó chủ tịch, thành viên", en: "Deputy and members")
        case .secretary: Phrase(vi: "Thư ký khoa học", en: "Scientific secretary")
        case .clerk: Phrase(vi: "Thư ký hành chính", en: "Administrative secretary")
        case .guest: Phrase(vi: "Đại biểu được mời", en: "Guest")
        case .review: Phrase(vi: "Nhận xét của ủy viên", en: "Review by a member")
        case .reviewerReview: Phrase(vi: "Nhận xét của ủy viên phản biện", en: "Review by a reviewer")
        }
    }
}
