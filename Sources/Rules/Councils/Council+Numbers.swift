extension Council {
    /// What kind of number an amount must be.
    enum Measure {
        /// A whole number of people or points.
        case whole
        /// A share of one: a fraction or per cent.
        case share
        /// Points, whole or not.
        case points
        /// A day.
        case day
    }

    /// Every number it takes from somewhere, with its place in the rules of the council and what it must be.
    var numbers: [(path: RulePath, amount: Amount, measure: Measure)] {
        var numbers: [(RulePath, Amount, Measure)] = [
            (RulePath("members") / "least", least, .whole), (RulePath("members") / "most", most, .whole),
            (RulePath("quorum"), .parameter(quorum), .share),
        ]
        numbers += seats.map { (RulePath("seats") / $0.key.rawValue, $0.value, .whole) }
        numbers += composition.map { (RulePath("composition") / $0.key.rawValue, $0.value, .whole) }
        if let amount = fromEarlierCouncil { numbers.append((RulePath("from-earlier-council"), amount, .whole)) }
        if let representatives { numbers.append((RulePath("representatives"), representatives, .whole)) }
        if let countingBoard { numbers.append((RulePath("counting-board"), countingBoard, .whole)) }
        for (name, ballot) in ballots {
            let path = RulePath("ballots") / name
            switch ballot.content {
            case .scores(_, let step): numbers.append((path / "step", step, .points))
            case .ratings(let ratings): numbers.append((path / "ratings" / "quantity-share", ratings.quantityShare, .share))
            case .items, .choice: break
            }
        }
        for (key, decision) in decisions {
            numbers += decision.numbers.map { (RulePath(key) / $0.path.description, $0.amount, $0.measure) }
        }
        return numbers
    }

    /// Its decision rules with their keys.
    var decisions: [(key: String, rule: DecisionRule)] {
        [("decision", decision), ("decision-among-several", decisionAmongSeveral)].compactMap { key, rule in rule.map { (key, $0) } }
    }
}

extension DecisionRule {
    fileprivate var numbers: [(path: RulePath, amount: Amount, measure: Council.Measure)] {
        switch way {
        case .scores(let rule):
            let path = RulePath("scores")
            let numbers: [(String, Amount?, Council.Measure)] = [
                ("pass", rule.pass, .points), ("deviation", rule.deviation, .share), ("bonus", rule.bonus, .share),
                ("zeroes", rule.zeroes, .share),
            ]
            return numbers.compactMap { key, amount, measure in amount.map { (path / key, $0, measure) } }
        case .votes(let rule): return [(RulePath("votes") / "share", rule.share, .share)]
        case .ratings(let rule):
            return [(RulePath("ratings") / "excellent", rule.excellent, .share), (RulePath("ratings") / "fail", rule.fail, .share)]
        case .collective: return []
        }
    }
}

extension Council {
    /// The names of the parameters it reads.
    public var parameters: Set<String> {
        Set(numbers.compactMap { if case .parameter(let name) = $0.amount { name } else { nil } })
    }
}
