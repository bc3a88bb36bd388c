import Councils
import Engine
import LifecycleModel
import Rules
import Store

/// Who may record what happens to a session: whoever the rules let convene this kind of council, send its papers, open or conclude it.
///
/// A role of councils (`held-by: council`) counts in the session where the person has the seat for it, chair, deputy or secretary, and nowhere else:
/// the chair of one council is a stranger to the next. Whoever has a seat puts in the own ballot and nobody else's.
struct CouncilDuty {
    private let roles: [String: Role]
    private let session: CouncilSession?

    /// The duties in a session; nil for one that has nobody yet.
    init(_ kind: String, in regime: Regime, session: CouncilSession? = nil) {
        let room = (regime.machine(CouncilCode.machine)?.transitions ?? []).filter { Self.events.contains($0.event) }
        let names = Set((room + ConvenedCouncil.all(in: regime).filter { $0.kind == kind }.map(\.transition)).flatMap(\.by))
        roles = regime.roles.filter { names.contains($0.key) }
        self.session = session
    }

    /// The duties in a session on record.
    init(_ record: CouncilRecord) {
        self.init(record.session.law.kind, in: record.rules.regime, session: record.session)
    }

    private static let events: Set<String> = ["send-papers", "open", "adjourn", "conclude"]
    private static let leading: Set<Seat> = [.chair, .deputy, .secretary]

    private func seat(_ actor: Actor) -> Seat? { session?.composition.members.first { $0.person.text == actor.id }?.seat }

    /// Whether somebody may record what happens to the session.
    func covers(_ actor: Actor) -> Bool {
        let held = roles.filter { actor.roles.contains($0.key) }
        guard session != nil else { return !held.isEmpty }
        if let seat = seat(actor) { return Self.leading.contains(seat) && !held.isEmpty }
        return held.contains { $0.value.heldBy != .council }
    }

    /// Whether somebody may put everybody's ballots into the box: who serves the session without a seat in it.
    func fillsBox(_ actor: Actor) -> Bool { seat(actor) == nil && covers(actor) }

    /// Refuses somebody without a duty in it.
    func check(_ actor: Actor) throws {
        guard !covers(actor) else { return }
        throw refusal(actor, serving: roles.values, cure: nil)
    }

    /// Refuses somebody who would put in the ballots of others without serving the session.
    func check(_ actor: Actor, votingFor voters: Set<PersonCode>) throws {
        guard !fillsBox(actor), voters.map(\.text) != [actor.id] else { return }
        let one = voters.count == 1 ? voters.first : nil
        throw refusal(
            actor,
            serving: roles.values.filter { $0.heldBy != .council },
            cure: one.map {
                Phrase(vi: "hoặc chính \($0) ghi phiếu của mình (--actor \($0))", en: "or \($0) records the own ballot (--actor \($0))")
            } ?? (seat(actor) == nil ? nil : Phrase(vi: "thành viên chỉ ghi phiếu của mình", en: "a member records the own ballot only"))
        )
    }

    private func refusal(_ actor: Actor, serving: some Sequence<Role>, cure: Phrase?) -> UseCaseFault {
        let labels = serving.map(\.label).sorted { $0.vi < $1.vi }
        return UseCaseFault(
            .refused,
            "role_missing",
            Phrase(vi: "\(actor.id) không có nhiệm vụ ghi phiên họp này", en: "\(actor.id) has no duty to record this session"),
            blockers: [
                Blocker(
                    code: "role_missing",
                    message: Phrase(
                        vi: "cần một trong các vai trò: \(labels.map(\.vi).joined(separator: "; "))",
                        en: "one of these roles is needed: \(labels.map { $0[.en] }.joined(separator: "; "))"
                    ),
                    cure: cure
                )
            ]
        )
    }
}
