public import LifecycleModel
public import Rules

/// One kind of council under one regime: its rules with the numbers they name.
public struct CouncilLaw: Sendable, Hashable {
    /// The kind, as the machine `council-session` names it.
    public let kind: String
    /// What people call the council.
    public let label: Phrase
    /// What the rules ask of it.
    public let council: Council
    private let parameters: [String: Parameter]

    /// Puts rules and numbers together.
    public init(kind: String, label: Phrase, council: Council, parameters: [String: Parameter]) {
        self.kind = kind
        self.label = label
        self.council = council
        self.parameters = parameters
    }

    /// The council of this kind in a regime; refused when the regime declares none.
    public init(_ kind: String, in regime: Regime) throws(CouncilRefusal) {
        guard let council = regime.councils[kind] else {
            throw CouncilRefusal(
                "council_unknown",
                Phrase(
                    vi: "chế độ \(regime.id) không quy định hội đồng ‘\(kind)’",
                    en: "the regime \(regime.id) has no council ‘\(kind)’"
                ),
                cure: Phrase(
                    vi: "một trong: \(regime.councils.keys.sorted().joined(separator: ", "))",
                    en: "one of: \(regime.councils.keys.sorted().joined(separator: ", "))"
                )
            )
        }
        let choices = regime.machines["council-session"]?.facts["kind"]?.choices ?? []
        let label = choices.first { $0.value == kind }?.label ?? Phrase(vi: kind, en: kind)
        self.init(kind: kind, label: label, council: council, parameters: regime.parameters)
    }

    /// The number that stands somewhere in the rules; per cent become a share of one.
    public func number(_ amount: Amount) throws(CouncilRefusal) -> LegalNumber {
        let name: String
        switch amount {
        case .number(let number): return LegalNumber(value: Fraction(Int64(number)), basis: council.basis)
        case .parameter(let parameter): name = parameter
        }
        guard let parameter = parameters[name] else {
            throw CouncilRefusal(
                "number_missing",
                Phrase(vi: "thiếu tham số ‘\(name)’ của \(label.vi)", en: "the parameter ‘\(name)’ of \(label[.en]) is missing")
            )
        }
        let value =
            switch parameter.value {
            case .integer(let number) where parameter.unit == .percent: try share(number, of: 100)
            case .integer(let number): Fraction(number)
            case .fraction(let above, let below): try share(above, of: below)
            case .date, .flag:
                throw CouncilRefusal(
                    "number_missing",
                    Phrase(vi: "tham số ‘\(name)’ không phải là số", en: "the parameter ‘\(name)’ is no number")
                )
            }
        return LegalNumber(value: value, basis: parameter.basis, standing: parameter.standing)
    }

    private func share(_ above: Int64, of below: Int64) throws(CouncilRefusal) -> Fraction {
        try exactly { () throws(FractionFault) in try Fraction(above, over: below) }
    }

    /// The share of the members that must be present.
    public func quorum() throws(CouncilRefusal) -> LegalNumber {
        try number(.parameter(council.quorum))
    }
}

/// A number of the rules with the text it rests on.
public struct LegalNumber: Sendable, Hashable {
    /// The number itself.
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
