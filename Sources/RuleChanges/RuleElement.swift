import LifecycleModel
import Rules

/// One rule taken apart for comparing: what it is called and what it says, aspect by aspect.
struct RuleElement {
    let part: RulePart
    let path: String
    let subject: Phrase
    /// What it says in short, for a rule that is new or gone.
    let summary: Phrase
    var basis: String?
    var standing: Standing?
    let aspects: [Aspect]

    /// One aspect: a list of things said, whose order means nothing.
    struct Aspect {
        let key: String
        let name: Phrase
        let items: [Item]
        /// Whether it is a number of the law, shown with the article it rests on.
        var isNumber = false
    }

    /// One thing said: what is compared, and how it reads.
    struct Item {
        let value: String
        let shown: Phrase

        init(_ value: String, _ shown: Phrase? = nil) {
            self.value = value
            self.shown = shown ?? Phrase(vi: value, en: value)
        }
    }

    /// How two versions of a rule differ; one of them may not be there.
    static func changes(from old: RuleElement?, to new: RuleElement?) -> [RuleChange] {
        switch (old, new) {
        case (nil, let new?): [new.whole(.added)]
        case (let old?, nil): [old.whole(.removed)]
        case (let old?, let new?): old.changes(to: new)
        case (nil, nil): []
        }
    }

    private func whole(_ kind: RuleChange.Kind) -> RuleChange {
        let saying = RuleChange.Saying(summary, basis: basis, standing: standing)
        let isNew = kind == .added
        return RuleChange(
            part: part,
            kind: kind,
            path: path,
            subject: subject,
            aspect: nil,
            old: isNew ? nil : saying,
            new: isNew ? saying : nil
        )
    }

    private func changes(to new: RuleElement) -> [RuleChange] {
        var changes: [RuleChange] = []
        var isToldWithNumber = false
        // Rules of one part have the same aspects in the same order.
        for (before, after) in zip(aspects, new.aspects) {
            let (gone, come) = (before.items.without(after.items), after.items.without(before.items))
            guard !gone.isEmpty || !come.isEmpty else { continue }
            // A number that changed carries its article, so the article needs no line of its own.
            if before.isNumber { isToldWithNumber = true }
            if isToldWithNumber, Self.told.contains(before.key) { continue }
            changes.append(
                RuleChange(
                    part: part,
                    kind: .changed,
                    path: path,
                    subject: new.subject,
                    aspect: RuleChange.Aspect(before.key, before.name),
                    old: saying(gone, isNumber: before.isNumber),
                    new: new.saying(come, isNumber: before.isNumber)
                )
            )
        }
        return changes
    }

    private static let told: Set<String> = ["basis", "standing"]

    private func saying(_ items: [Item], isNumber: Bool) -> RuleChange.Saying? {
        guard !items.isEmpty else { return nil }
        return RuleChange.Saying(.list(items.map(\.shown)), basis: isNumber ? basis : nil, standing: isNumber ? standing : nil)
    }
}

extension [RuleElement.Item] {
    /// The items that the others have not, each counted as often as it stands there.
    fileprivate func without(_ others: [RuleElement.Item]) -> [RuleElement.Item] {
        var left = Dictionary(others.map { ($0.value, 1) }, uniquingKeysWith: +)
        return filter { item in
            guard let count = left[item.value], count > 0 else { return true }
            left[item.value] = count - 1
            return false
        }
    }
}

extension RuleElement.Aspect {
    /// An aspect with at most one thing said.
    static func one(_ key: String, _ vi: String, _ en: String, _ value: String?, _ shown: Phrase? = nil, isNumber: Bool = false) -> Self {
        Self(key: key, name: Phrase(vi: vi, en: en), items: value.map { [RuleElement.Item($0, shown)] } ?? [], isNumber: isNumber)
    }

    /// The label: both languages count.
    static func label(_ label: Phrase) -> Self {
        one("label", "tên gọi", "label", "\(label.vi)\u{0}\(label.en)", label)
    }

    /// The article.
    static func basis(_ basis: String?) -> Self { one("basis", "căn cứ", "basis", basis) }

    /// How firmly it stands.
    static func standing(_ standing: Standing) -> Self {
        one("standing", "giá trị pháp lý", "standing", standing.rawValue, standing.phrase)
    }

    /// Several things said.
    static func many(_ key: String, _ vi: String, _ en: String, _ items: [RuleElement.Item]) -> Self {
        Self(key: key, name: Phrase(vi: vi, en: en), items: items)
    }
}

extension Phrase {
    /// An identifier with its label: `NT-1 «Nộp hồ sơ»`.
    static func named(_ id: String, _ label: Phrase?) -> Phrase {
        guard let label, !label.vi.isEmpty else { return Phrase(vi: id, en: id) }
        return Phrase(vi: "\(id) «\(label.vi)»", en: "\(id) “\(label[.en])”")
    }

    /// A label for people, the identifier where there is none.
    static func called(_ id: String, _ label: Phrase?) -> Phrase {
        guard let label, !label.vi.isEmpty else { return Phrase(vi: id, en: id) }
        return Phrase(vi: "«\(label.vi)»", en: "“\(label[.en])”")
    }
}
