/// One thing that is checked about a regime.
///
/// A validator is pure and says everything it finds; it never assumes that another one found nothing.
protocol RegimeValidator: Sendable {
    /// What it finds; the parts are those of the regime.
    func findings(in regime: Regime, parts: [Regime.Part]) -> [Finding]
}

/// Everything that is checked about one regime.
public enum RegimeValidation {
    /// How much is checked.
    public enum Scope: Sendable {
        /// Names, types, numbers, labels: each part for itself.
        case names
        /// That, and the machines as a whole: ways through them, clocks, choices. Wants a regime none of whose parts got lost.
        case all
    }

    private static let names: [any RegimeValidator] = [
        StateNameValidator(), RoleNameValidator(), FormNameValidator(), FactNameValidator(), MachineNameValidator(), CouncilWordValidator(),
        DeadlineNameValidator(), EventNameValidator(), FlagNameValidator(), AmountValidator(), RequirementIDValidator(),
        ReservedNameValidator(),
        TaskFactValidator(), LabelValidator(), NumberBasisValidator(), DeadlineUseValidator(), AutomaticEventValidator(),
        EarlyConsequenceValidator(),
        UnusedFormValidator(),
        CouncilSeatValidator(), CouncilBallotValidator(), CouncilJudgedValidator(), BudgetValidator(), EntryValidator(),
        InvariantNameValidator(),
    ]

    private static let wholes: [any RegimeValidator] = [
        ReachabilityValidator(), DeadEndValidator(), UnleavableStateValidator(), WaitingStateValidator(), AttachedDocumentValidator(),
        DocumentPathValidator(), AutomaticLoopValidator(),
    ]

    /// All findings, in no particular order.
    public static func findings(in compiled: CompiledRegime, scope: Scope = .all) -> [Finding] {
        let parts = compiled.regime.parts
        var findings = ExpressionValidator().findings(in: compiled) + InvariantClauseValidator().findings(in: compiled)
        for validator in names { findings += validator.findings(in: compiled.regime, parts: parts) }
        guard scope == .all else { return findings }
        for validator in wholes { findings += validator.findings(in: compiled.regime, parts: parts) }
        findings += LiteralNumberValidator().findings(in: compiled)
        findings += AmbiguityValidator().findings(in: compiled)
        findings += ImpossibleRequirementValidator().findings(in: compiled)
        findings += AutomaticGapValidator().findings(in: compiled)
        return findings
    }
}
