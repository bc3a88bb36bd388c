import Indicators
import LifecycleModel
import Rules

extension FormChoices {
    /// Reads the choices, each with the reason for it.
    init(_ cursor: Cursor?) {
        let fields = cursor?.fields("started", "in-progress", "in-use", "use", "main-source", "state-money", "other-money")
        var reasons: [Reason] = []
        func choice(_ key: String) -> Cursor? {
            guard let own = fields?.required(key)?.fields("value", "why") else { return nil }
            let value = own.required("value")
            if let why = own.required("why")?.phrase() { reasons.append(Reason(key, value?.shown ?? "", why)) }
            return value
        }
        let start: Start? = choice("started")?.word()
        let underWay: UnderWay? = choice("in-progress")?.word()
        let use: Use? = choice("in-use")?.word()
        let definition = choice("use")?.text()
        let mainSource: MainSource? = choice("main-source")?.word()
        let stateMoney: MoneySource? = choice("state-money")?.word()
        var otherMoney: [String: MoneySource] = [:]
        for (name, value) in choice("other-money")?.entries(.kebab) ?? [] { otherMoney[name] = value.word() }
        self.init(
            start: start ?? .awarded,
            underWay: underWay ?? .duringYear,
            use: use ?? .firstUse,
            useDefinition: definition ?? "",
            mainSource: mainSource ?? .largerPart,
            stateMoney: stateMoney ?? .localBudget,
            otherMoney: otherMoney,
            reasons: reasons
        )
    }
}

extension Cursor {
    /// The value in short: a word, or the pairs of a mapping.
    fileprivate var shown: String {
        if let mapping = node.mapping {
            return mapping.map { "\($0.key.scalar?.string ?? "") → \($0.value.scalar?.string ?? "")" }.joined(separator: ", ")
        }
        return node.scalar?.string ?? ""
    }
}
