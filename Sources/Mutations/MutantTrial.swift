import Proofs
public import Rules
public import Scenarios
public import WorkingCalendar

/// Rule files that come along, ready to be tried with mistakes in them.
public struct MutantTrial: Sendable {
    private let regimes: [String: Regime]
    private let suites: [String: ScenarioSuite]
    private let calendar: WorkingCalendar

    /// Prepares a trial of these regimes with the scenarios beside them.
    public init(regimes: [String: Regime], suites: [ScenarioSuite], calendar: WorkingCalendar) {
        self.regimes = regimes
        self.suites = Dictionary(suites.map { ($0.regime, $0) }) { first, _ in first }
        self.calendar = calendar
    }

    /// How a mutant came out.
    public enum Outcome: Sendable, Hashable {
        /// Checking the rules found an error of this code.
        case check(String)
        /// This scenario did not come out as expected.
        case test(String)
        /// An invariant was not proved.
        case proof(String)
        /// Nobody noticed.
        case survived
    }

    /// Which of these is the first to notice a mistake: checking the rules (errors only, as warnings let a regime be used), playing the
    /// scenarios, and, because they take longest, proving the invariants.
    public func outcome(of mutant: Mutant) -> Outcome {
        guard let original = regimes[mutant.regime] else { return .survived }
        return outcome(of: mutant.made(in: original))
    }

    /// The same of a whole regime, in place of the one with its identifier.
    public func outcome(of regime: Regime) -> Outcome {
        var all = regimes
        all[regime.id] = regime
        let compiled = CompiledRegime(regime)
        let findings = RegimeValidation.findings(in: compiled) + all.values.flatMap(RegimeMoveValidator(regimes: all).findings)
        if let error = findings.first(where: { $0.severity == .error }) { return .check(error.code) }
        if let suite = suites[regime.id], let failure = firstFailure(of: suite, on: compiled, calendar: calendar) {
            return .test(failure.scenario.id)
        }
        return InvariantProver(compiled).results().first { !$0.isProved }.map { .proof($0.id) } ?? .survived
    }
}
