public import LifecycleModel

/// A number of the rules with the text it rests on.
public struct LegalNumber: Sendable, Hashable {
    /// The number itself; per cent are a share of one.
    public let value: Fraction
    /// The article.
    public let basis: String?
    /// How firmly it stands; nil where a rule writes the number out.
    public let standing: Standing?

    /// Creates a number.
    public init(value: Fraction, basis: String? = nil, standing: Standing? = nil) {
        self.value = value
        self.basis = basis
        self.standing = standing
    }
}

extension [String: Parameter] {
    /// The number that stands somewhere in the rules.
    ///
    /// - Parameters:
    ///   - basis: the article of a number that is written out where it is used.
    ///   - owner: whose number it is, for the refusal.
    /// - Throws: `Refusal` when the parameter is not there or is no number.
    public func number(_ amount: Amount, basis: String? = nil, of owner: Phrase) throws(Refusal) -> LegalNumber {
        let name: String
        switch amount {
        case .number(let number): return LegalNumber(value: Fraction(Int64(number)), basis: basis)
        case .parameter(let parameter): name = parameter
        }
        guard let parameter = self[name] else {
            throw Refusal(
                "number_missing",
                Phrase(vi: "thiếu tham số ‘\(name)’ của \(owner.vi)", en: "the parameter ‘\(name)’ of \(owner[.en]) is missing")
            )
        }
        let value =
            switch parameter.value {
            case .integer(let number) where parameter.unit == .percent: try Self.share(number, of: 100)
            case .integer(let number): Fraction(number)
            case .fraction(let above, let below): try Self.share(above, of: below)
            case .date, .flag:
                throw Refusal(
                    "number_missing",
                    Phrase(vi: "tham số ‘\(name)’ không phải là số", en: "the parameter ‘\(name)’ is no number")
                )
            }
        return LegalNumber(value: value, basis: parameter.basis, standing: parameter.standing)
    }

    private static func share(_ above: Int64, of below: Int64) throws(Refusal) -> Fraction {
        try exactly { () throws(FractionFault) in try Fraction(above, over: below) }
    }
}
