import LifecycleModel

/// `duplicate-name`, `unknown-item`, `unknown-council`, `unknown-deadline`: items named twice, and rules on money that speak of an item, a council
/// or a deadline which is not there.
struct BudgetValidator: RegimeValidator {
    func findings(in regime: Regime, parts: [Regime.Part]) -> [Finding] {
        guard let budget = regime.budget else { return [] }
        let root = RulePath("budget")
        var findings: [Finding] = []
        let known = budget.items.map(\.id)
        for (index, item) in budget.items.enumerated() where known[..<index].contains(item.id) {
            findings.append(
                Finding(
                    "duplicate-name",
                    at: root / "items" / index / "id",
                    Phrase(vi: "nội dung chi ‘\(item.id)’ có hai lần", en: "the item ‘\(item.id)’ is there twice")
                )
            )
        }
        func check(_ item: String, at path: RulePath) {
            guard !known.contains(item) else { return }
            findings.append(
                Finding(
                    "unknown-item",
                    at: path,
                    Phrase(vi: "không có nội dung chi ‘\(item)’", en: "there is no item ‘\(item)’"),
                    hint: Suggestion.hint(for: item, in: known)
                )
            )
        }
        for (index, limit) in budget.limits.enumerated() {
            let path = root / "limits" / index
            for (place, item) in limit.items.enumerated() { check(item, at: path / "of" / place) }
            guard case .items(let items)? = limit.whole else { continue }
            for (place, item) in items.enumerated() { check(item, at: path / "share-of" / place) }
        }
        if let labour = budget.labour { check(labour.item, at: root / "labour" / "item") }
        for kind in budget.fees.keys.sorted() where regime.councils[kind] == nil {
            findings.append(
                Finding(
                    "unknown-council",
                    at: root / "fees" / kind,
                    Phrase(vi: "không có hội đồng ‘\(kind)’", en: "there is no council ‘\(kind)’"),
                    hint: Suggestion.hint(for: kind, in: regime.councils.keys.sorted())
                )
            )
        }
        if let deadline = budget.clearingDeadline, regime.task.deadlines[deadline] == nil {
            findings.append(
                Finding(
                    "unknown-deadline",
                    at: root / "clearing-deadline",
                    Phrase(vi: "không có thời hạn ‘\(deadline)’", en: "there is no deadline ‘\(deadline)’"),
                    hint: Suggestion.hint(for: deadline, in: regime.task.deadlines.keys.sorted())
                )
            )
        }
        return findings
    }
}
