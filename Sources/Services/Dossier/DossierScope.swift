import LifecycleModel
import Store

/// Which events belong in the dossier of a task: those about the task, its councils, who stands behind it, and its money.
struct DossierScope {
    let task: String

    func includes(_ subject: EventRecord.Subject) -> Bool {
        switch subject.kind {
        case .task, .budget: subject.code == task
        case .council: CouncilCode(recorded: subject.code)?.task == task
        case .participation: subject.code == task || subject.code.hasPrefix(task + ":")
        case .organisation, .person, .programme, .calendar, .definition, .yearBudget, .indicator, .assignment: false
        }
    }

    /// Whether a ballot is to be given by its hash alone: no event of the session says that it was counted or concluded.
    static func isSealed(_ event: EventRecord, among events: [EventRecord]) -> Bool {
        guard event.subject.kind == .council, CouncilSummary.sealedKinds.contains(event.kind) else { return false }
        return !events.contains { $0.subject == event.subject && endings.contains($0.kind) }
    }

    /// Kinds of events after which the ballots of a session are no secret.
    private static let endings: Set<String> = ["ballots_counted", "session_concluded"]
}
