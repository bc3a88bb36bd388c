import LifecycleModel
public import Rules

extension InvariantResult {
    /// `broken-invariant` or `undecided-invariant`; nil when it was proved.
    public var finding: Finding? {
        let path = RulePath("invariants") / id
        let label = invariant.label
        switch verdict {
        case .proved: return nil
        case .broken(let counterexample):
            let line = counterexample.line
            return Finding(
                "broken-invariant",
                at: path,
                Phrase(
                    vi: "bất biến ‘\(label.vi)’ bị phá vỡ: \(line.vi)",
                    en: "the invariant ‘\(label[.en])’ is broken: \(line[.en])"
                ),
                hint: Phrase(
                    vi: "sửa các bước trên đường này, hoặc sửa bất biến",
                    en: "mend the steps on this way, or the invariant"
                )
            )
        case .undecided(let reason):
            return Finding(
                "undecided-invariant",
                at: path,
                Phrase(
                    vi: "không quyết định được bất biến ‘\(label.vi)’: \(reason.vi)",
                    en: "the invariant ‘\(label[.en])’ was not decided: \(reason[.en])"
                )
            )
        }
    }
}
