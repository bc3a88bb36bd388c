public import LifecycleModel
public import Rules

/// The rules on money of one regime with the numbers they name.
public struct BudgetLaw: Sendable, Hashable {
    /// What the rules say.
    public let rules: BudgetRules
    private let parameters: [String: Parameter]

    /// Puts rules and numbers together.
    public init(rules: BudgetRules, parameters: [String: Parameter]) {
        self.rules = rules
        self.parameters = parameters
    }

    /// The law on money of a regime; refused when the regime has none.
    public init(_ regime: Regime) throws(Refusal) {
        guard let rules = regime.budget else {
            throw Refusal(
                Self.noRules,
                Phrase(
                    vi: "chế độ \(regime.id) chưa có quy định về kinh phí (khối budget của tệp quy tắc)",
                    en: "the regime \(regime.id) has no rules on money (block budget of the rule files)"
                )
            )
        }
        self.init(rules: rules, parameters: regime.parameters)
    }

    /// The code of the refusal of a regime without rules on money.
    public static let noRules = "no-budget-rules"

    /// The number that stands somewhere in the rules; per cent become a share of one.
    public func number(_ amount: Amount) throws(Refusal) -> LegalNumber {
        try parameters.number(amount, basis: rules.basis, of: Phrase(vi: "quy định kinh phí", en: "the rules on money"))
    }

    /// The largest first advance as a share of the approved state money; nil when the rules do not say.
    public func firstAdvance() throws(Refusal) -> LegalNumber? {
        guard let amount = rules.firstAdvance else { return nil }
        return try number(amount)
    }

    /// The share of earlier advances that must be cleared before the next; nil when the rules do not say.
    public func clearedBeforeNext() throws(Refusal) -> LegalNumber? {
        guard let amount = rules.clearedBeforeNext else { return nil }
        return try number(amount)
    }

    /// The item under which money stands whose item nobody has told.
    public static let unitemised = "unitemised"

    /// Whether limits, labour and fees hold for a task put on the ordered list that day; nil when the day is not known.
    public func normsHold(listedOn day: CivilDate?) -> Bool? {
        guard case .parameter(let name)? = rules.normsFrom, case .date(let from)? = parameters[name]?.value else { return true }
        return day.map { $0 >= from }
    }

    /// What people call an item.
    public func label(of item: String) -> Phrase {
        rules.item(item)?.label
            ?? (item == Self.unitemised ? Phrase(vi: "chưa phân theo nội dung", en: "not told by item") : Phrase(vi: item, en: item))
    }
}

extension Dong {
    /// A share of the amount, cut down to whole đồng, and whether anything was cut off.
    func share(_ share: Fraction) throws(Refusal) -> (whole: Dong, isExact: Bool) {
        let (quotient, rest) = try exactly { () throws(DongFault) in try self.share(share.numerator, of: share.denominator) }
        return (quotient, rest == 0)
    }

    /// The least whole amount that is not less than the share.
    func shareRoundedUp(_ share: Fraction) throws(Refusal) -> Dong {
        let (whole, isExact) = try self.share(share)
        return isExact ? whole : try whole.plus(1)
    }

    /// The sum.
    func plus(_ other: Dong) throws(Refusal) -> Dong {
        try exactly { () throws(DongFault) in try adding(other) }
    }

    /// The difference.
    func minus(_ other: Dong) throws(Refusal) -> Dong {
        try exactly { () throws(DongFault) in try subtracting(other) }
    }
}
