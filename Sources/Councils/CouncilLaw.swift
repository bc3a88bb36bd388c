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
    public init(_ kind: String, in regime: Regime) throws(Refusal) {
        guard let council = regime.councils[kind] else {
            throw Refusal(
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
    public func number(_ amount: Amount) throws(Refusal) -> LegalNumber {
        try parameters.number(amount, basis: council.basis, of: label)
    }

    /// The share of the members that must be present.
    public func quorum() throws(Refusal) -> LegalNumber {
        try number(.parameter(council.quorum))
    }
}
