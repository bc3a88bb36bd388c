import LifecycleModel
import Services

extension UseCaseFault {
    /// The refusal with the cures said in the options of `followup`, which knows no `--doc` and no `--set`.
    ///
    /// - Parameter paper: the option that would have taken a missing document.
    func inFollowUpOptions(paper: String) -> UseCaseFault {
        UseCaseFault(kind, code, message, hint: hint, blockers: blockers.map { $0.inFollowUpOptions(paper: paper) })
    }
}

extension Blocker {
    /// The options that give the facts of evidence and results.
    private static let options = [
        "evidence.kind": "--evidence-kind", "evidence.place": "--place", "evidence.user": "--user", "evidence.used_on": "--first-use",
        "evidence.quantities": "--quantities", "this.planned_use": "--use",
    ]

    fileprivate func inFollowUpOptions(paper: String) -> Blocker {
        let option: Phrase
        switch code {
        case "missing-document": option = Phrase(vi: "\(paper) SỐ:NGÀY[@TỆP]", en: "\(paper) NUMBER:DATE[@FILE]")
        case "missing-fact":
            guard let name = missing.compactMap({ Self.options[$0] }).first else { return self }
            option = Phrase(vi: name)
        default: return self
        }
        return Blocker(
            code: code,
            message: message,
            parameters: parameters,
            facts: facts,
            basis: basis,
            cure: Phrase(vi: "Thêm \(option.vi)", en: "Add \(option[.en])")
        )
    }
}
