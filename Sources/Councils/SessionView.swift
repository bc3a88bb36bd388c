public import LifecycleModel
import Rules

/// What may be shown of a session to anybody in the room: before the count it is the same whether ballots were cast or not.
public struct SessionView: Sendable, Hashable {
    /// The kind of council.
    public let kind: String
    /// What people call it.
    public let label: Phrase
    /// How far it has come.
    public let phase: CouncilSession.Phase
    /// Its members.
    public let members: [CouncilMember]
    /// Who is there.
    public let roll: AttendanceRoll
    /// The quorum as it stands.
    public let quorum: Quorum
    /// What it judges.
    public let subjects: [Subject]
    /// Conflicts found after seating.
    public let conflicts: [CouncilSession.LateConflict]
    /// The count; nil before it.
    public let count: VoteCount?
    /// The conclusion; nil before it.
    public let conclusion: CouncilSession.Conclusion?
}

extension CouncilSession {
    /// What may be shown.
    public func view() throws(Refusal) -> SessionView {
        SessionView(
            kind: law.kind,
            label: law.label,
            phase: phase,
            members: composition.members,
            roll: roll,
            quorum: try quorum(),
            subjects: subjects,
            conflicts: conflicts,
            count: count,
            conclusion: conclusion
        )
    }
}
