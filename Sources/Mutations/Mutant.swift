public import Rules

/// A regime with one small mistake in it.
public struct Mutant: Sendable {
    /// What kind of mistake.
    public let kind: MutationOperator
    /// The regime it is made in.
    public let regime: String
    /// Where: `award`, `dossier/check`, `NT-1`, `param.pass_mark`.
    public let place: String
    /// What is changed, and to what.
    public let change: String
    private let edit: @Sendable (inout Regime) -> Void

    init(_ kind: MutationOperator, in regime: String, at place: String, _ change: String, edit: @escaping @Sendable (inout Regime) -> Void)
    {
        self.kind = kind
        self.regime = regime
        self.place = place
        self.change = change
        self.edit = edit
    }

    /// Its name, one for each mistake that can be made; it stays the same as long as the rule files say the same at that place.
    public var id: String { "\(regime): \(kind.rawValue): \(place): \(change)" }

    /// The regime with the mistake.
    public func made(in original: Regime) -> Regime {
        var regime = original
        edit(&regime)
        return regime
    }
}

extension Regime {
    /// Every mistake of every kind that can be made in this regime, in the order of the rule files.
    public var mutants: [Mutant] {
        var list = MutantList(regime: self)
        list.addTransitions()
        list.addDeadlines()
        list.addStates()
        list.addDeclarations()
        return list.mutants
    }
}
