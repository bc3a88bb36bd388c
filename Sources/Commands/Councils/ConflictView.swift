import CanonicalJSON
import Councils
import LifecycleModel
import Rules
import Services
import Terminal

/// What councils say of a person, for people and for programs.
struct ConflictView {
    let judgement: TaskCouncils.Judgement

    private var law: CouncilLaw { judgement.law }

    /// The council and each ground with its evidence, the seats it bars and its article; or plainly that there is none.
    var blocks: [any Block] {
        [
            Heading(law.label[Speech.language], level: 2),
            judgement.conflicts.isEmpty
                ? Paragraph(StyledText(nothing, judgement.hasList ? .good : .faint), indent: 2)
                : Bullets(judgement.conflicts.map(point), indent: 2),
        ]
    }

    private var nothing: String {
        judgement.hasList
            ? say("Không thấy căn cứ nào trong dữ liệu đã ghi.", "No ground found in what is recorded.")
            : say(
                "Quy tắc không có danh sách người không được tham gia hội đồng này.",
                "The rules have no list of people who may not sit in this council."
            )
    }

    private func point(_ conflict: Conflict) -> Bullets.Point {
        let seats = Self.barred(conflict)
        let article = conflict.basis.map { StyledText("  [\($0)]", .faint) } ?? StyledText("")
        return Bullets.Point(
            StyledText(conflict.ground.phrase[Speech.language], .bad) + StyledText(" – \(conflict.evidence[Speech.language])")
                + StyledText("; \(seats)", .strong) + article
        )
    }

    /// What a ground keeps from.
    static func barred(_ conflict: Conflict) -> String {
        guard !conflict.seats.isEmpty else { return say("không được tham gia", "may not sit") }
        let seats = conflict.seats.map { $0.phrase[Speech.language] }
        return say("không được làm ", "may not sit as ") + Message.either(seats)[Speech.language]
    }

    /// `{kind, label, has_list, conflicts:[{ground, label, evidence, seats, basis}], open_seats}`; no `seats` means the whole council.
    var json: JSONValue {
        [
            "kind": .string(law.kind), "label": .string(law.label[Speech.language]), "has_list": .bool(judgement.hasList),
            "conflicts": .array(
                judgement.conflicts.map {
                    [
                        "ground": .string($0.ground.rawValue), "label": .string($0.ground.phrase[Speech.language]),
                        "evidence": .string($0.evidence[Speech.language]), "seats": JSONValue($0.seats.map(\.rawValue)),
                        "basis": JSONValue($0.basis),
                    ]
                }
            ),
            "open_seats": JSONValue(judgement.openSeats.map(\.rawValue)),
        ]
    }
}
