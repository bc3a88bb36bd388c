import CanonicalJSON
import Engine
import LifecycleModel
import Store

/// Who may report on something that a plan lays on bodies: the roles that gather for all, and people of the bodies named.
struct Answerable {
    /// Roles that may report for every body.
    let gatherers: [String]
    /// The bodies, as the plan names them.
    let bodies: [String]

    /// Refuses somebody who is neither.
    func require(_ actor: Actor, in reader: any StoreReader) throws {
        guard actor.roles.isDisjoint(with: gatherers) else { return }
        let named = Set(bodies.map { VietnameseText.folded($0) })
        if let code = actor.organisation, let name = try reader.registered(.organisation, code: code)?["name"]?.string,
            named.contains(VietnameseText.folded(name))
        {
            return
        }
        let list = bodies.isEmpty ? "–" : bodies.joined(separator: "; ")
        throw UseCaseFault(
            .refused,
            "not-your-duty",
            Phrase(
                vi: "Chỉ cơ quan được giao (\(list)) hoặc đầu mối tổng hợp của Sở KH&CN báo cáo nội dung này",
                en: "Only the body in charge (\(list)) or those who gather for the department report this"
            ),
            hint: Phrase(
                vi: "Vai trò được báo cáo thay: \(gatherers.joined(separator: ", "))",
                en: "Roles that may report for it: \(gatherers.joined(separator: ", "))"
            )
        )
    }
}
