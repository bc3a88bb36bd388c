import Councils
import Engine
import LifecycleModel
import Rules
import Store

/// Who may record what happens to a session: whoever the rules let convene this kind of council, send its papers, open or conclude it.
/// A member's own ballot, that member too.
struct CouncilDuty {
    private let roles: Set<String>

    init(_ kind: String, in regime: Regime) {
        let room = (regime.machine(CouncilCode.machine)?.transitions ?? []).filter { Self.events.contains($0.event) }
        roles = Set((room + ConvenedCouncil.all(in: regime).filter { $0.kind == kind }.map(\.transition)).flatMap(\.by))
    }

    private static let events: Set<String> = ["send-papers", "open", "adjourn", "conclude"]

    /// Whether somebody has a duty in it, whoever votes.
    func covers(_ actor: Actor) -> Bool { !roles.isDisjoint(with: actor.roles) }

    /// Refuses somebody without a duty in it.
    func check(_ actor: Actor, votesAs member: PersonCode? = nil) throws {
        if let member, member.text == actor.id { return }
        guard !covers(actor) else { return }
        throw UseCaseFault(
            .refused,
            "role_missing",
            Phrase(vi: "\(actor.id) không có nhiệm vụ ghi phiên họp này", en: "\(actor.id) has no duty to record this session"),
            blockers: [
                Blocker(
                    code: "role_missing",
                    message: Phrase(
                        vi: "cần một trong các vai trò: \(roles.sorted().joined(separator: ", "))",
                        en: "one of these roles is needed: \(roles.sorted().joined(separator: ", "))"
                    ),
                    cure: member.map {
                        Phrase(
                            vi: "hoặc chính \($0) ghi phiếu của mình (--actor \($0))",
                            en: "or \($0) records the own ballot (--actor \($0))"
                        )
                    }
                )
            ]
        )
    }
}
