public import CanonicalJSON
public import LifecycleModel
public import Rules

/// What is repaid when a task is not completed (TTLT 27/2015/TTLT-BKHCN-BTC, Điều 16.2): unused money in full; of what was used nothing for an
/// objective cause, else at least a share of what was used properly and all that is not proven.
public struct Recovery: Sendable, Hashable {
    /// Whether the host itself is to blame.
    public var isHostsFault: Bool
    /// Paid out and not used.
    public var unused: Dong
    /// Used as the rules want.
    public var proper: Dong
    /// Used, and not proven to be used so.
    public var unproven: Dong
    /// What the authority decided is to be repaid.
    public var decided: Dong

    /// Creates a decision.
    public init(isHostsFault: Bool, unused: Dong, proper: Dong, unproven: Dong, decided: Dong) {
        self.isHostsFault = isHostsFault
        self.unused = unused
        self.proper = proper
        self.unproven = unproven
        self.decided = decided
    }

    /// The least that the law lets the authority decide, with its working.
    public struct Least: Sendable, Hashable {
        /// The amount.
        public let amount: Dong
        /// How it comes about.
        public let steps: [Working.Step]
    }

    /// Reckons the least that is to be repaid; a share is rounded up to the đồng, since less than the share would not be enough.
    public static func least(
        isHostsFault: Bool,
        unused: Dong,
        proper: Dong,
        unproven: Dong,
        mode: LumpSumMode,
        under law: BudgetLaw
    ) throws(Refusal) -> Least {
        let basis = "TTLT 27/2015/TTLT-BKHCN-BTC, Điều 16.2"
        var steps = [Working.Step(Phrase(vi: "Chưa sử dụng: hoàn trả toàn bộ", en: "Unused: all of it"), unused, basis: basis + "a")]
        guard isHostsFault else {
            steps.append(
                Working.Step(
                    Phrase(vi: "Nguyên nhân khách quan: không hoàn trả phần đã sử dụng", en: "Objective cause: nothing of what was used"),
                    .zero,
                    basis: basis + "b"
                )
            )
            return Least(amount: unused, steps: steps)
        }
        guard let amount = law.rules.recovery[mode] else {
            throw Refusal(
                "no-recovery-share",
                Phrase(
                    vi: "Quy tắc chưa có mức thu hồi cho \(mode.phrase.vi)",
                    en: "The rules have no share of recovery for a \(mode.phrase[.en])"
                )
            )
        }
        let share = try law.number(amount)
        let part = try proper.shareRoundedUp(share.value)
        steps.append(
            Working.Step(
                Phrase(
                    vi: "Sử dụng đúng quy định \(proper.formatted(.word)): tối thiểu \(share.value.percent)",
                    en: "Properly used \(proper.formatted()): at least \(share.value.percent)"
                ),
                part,
                basis: share.basis
            )
        )
        steps.append(Working.Step(Phrase(vi: "Không chứng minh được: 100 %", en: "Not proven: 100 %"), unproven, basis: basis + "b"))
        return Least(amount: try unused.plus(part).plus(unproven), steps: steps)
    }
}

extension LumpSumMode {
    /// What people call it.
    public var phrase: Phrase {
        switch self {
        case .finalProduct: Phrase(vi: "khoán chi đến sản phẩm cuối cùng", en: "lump sum to the final product")
        case .partial: Phrase(vi: "khoán chi từng phần", en: "partial lump sum")
        }
    }
}

extension Fraction {
    /// As per cent where that is whole, else as a fraction.
    var percent: String {
        (100 * numerator).isMultiple(of: denominator) ? "\(100 * numerator / denominator) %" : "\(numerator)/\(denominator)"
    }
}

extension Recovery: JSONRepresentable {
    /// Reads the stored form.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(
            isHostsFault: json["hosts_fault"]?.bool ?? false,
            unused: try json.value(at: "unused"),
            proper: try json.value(at: "proper"),
            unproven: try json.value(at: "unproven"),
            decided: try json.value(at: "decided")
        )
    }

    /// The stored form.
    public var json: JSONValue {
        [
            "hosts_fault": .bool(isHostsFault), "unused": unused.json, "proper": proper.json, "unproven": unproven.json,
            "decided": decided.json,
        ]
    }
}
