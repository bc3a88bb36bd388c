public import Engine
public import LifecycleModel
public import Rules
import WorkingCalendar

/// That nothing is planned, nobody named or nothing proved of a result by a day. This program's own: no law sets the day.
public struct EarlyWarning: Sendable, Hashable {
    /// Number of the result.
    public let result: Int64
    /// Identifier of the deadline, `CB-3`.
    public let id: String
    /// What people call it.
    public let label: Phrase
    /// The last day.
    public let due: CivilDate
    /// The role to chase.
    public let owner: String
    /// Whether evidence had stopped it, all of which was rejected since: no clock runs, but nothing proves a use either.
    public let isRenewed: Bool
}

extension TaskState {
    /// The early warnings that stand open, soonest first, renewed ones among them.
    public func earlyWarnings(under regime: Regime) -> [EarlyWarning] {
        guard let machine = regime.machines[UseMachine.result.rawValue] else { return [] }
        let living = Set((machines[UseMachine.result.rawValue] ?? []).filter { $0.end == nil }.map(\.number))
        let unproved = resultsWithOnlyRejectedEvidence
        return clocks.compactMap { clock in
            let reference = clock.reference
            guard reference.machine.use == .result, living.contains(reference.machine.number),
                let deadline = machine.deadlines[reference.id]
            else { return nil }
            let isRenewed = !clock.isOpen && deadline.stops == ["declare-evidence"] && unproved.contains(reference.machine.number)
            guard clock.isOpen || isRenewed else { return nil }
            return EarlyWarning(
                result: reference.machine.number,
                id: reference.id,
                label: deadline.label,
                due: clock.dates.due,
                owner: clock.started.owner,
                isRenewed: isRenewed
            )
        }.sorted { ($0.due, $0.result, $0.id) < ($1.due, $1.result, $1.id) }
    }

    /// Numbers of results of which evidence was declared and all of it rejected.
    private var resultsWithOnlyRejectedEvidence: Set<Int64> {
        let evidence = Dictionary(grouping: machines[UseMachine.evidence.rawValue] ?? []) { $0.facts["result"]?.int ?? 0 }
        return Set(evidence.filter { $0.value.allSatisfy { $0.state == EvidenceStanding.rejected.rawValue } }.keys)
    }
}
