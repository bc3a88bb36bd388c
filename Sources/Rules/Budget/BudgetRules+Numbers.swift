extension BudgetRules {
    /// Every number it takes from somewhere, with its place in the block and what it must be.
    var numbers: [(path: RulePath, amount: Amount, measure: Council.Measure)] {
        var numbers: [(RulePath, Amount, Council.Measure)] = []
        if let normsFrom { numbers.append((RulePath("norms-from"), normsFrom, .day)) }
        for (index, limit) in limits.enumerated() {
            numbers.append((RulePath("limits") / index / "at-most", limit.most, limit.whole == nil ? .whole : .share))
        }
        if let labour {
            numbers.append((RulePath("labour") / "month", labour.month, .whole))
            numbers += labour.coefficients.map { (RulePath("labour") / "coefficients" / $0.key.rawValue, $0.value, .share) }
        }
        for (kind, table) in fees { numbers += table.map { (RulePath("fees") / kind / $0.key.rawValue, $0.value, .whole) } }
        let shares: [(String, Amount?)] = [
            ("final-product-asset-share", assetShare), ("first-advance", firstAdvance), ("cleared-before-next", clearedBeforeNext),
            ("host-fund-share", hostFundShare),
        ]
        numbers += shares.compactMap { key, amount in amount.map { (RulePath(key), $0, .share) } }
        if let assetMoney { numbers.append((RulePath("final-product-asset-money"), assetMoney, .whole)) }
        numbers += recovery.map { (RulePath("recovery") / $0.key.rawValue, $0.value, .share) }
        return numbers
    }

    /// The names of the parameters it reads.
    public var parameters: Set<String> {
        Set(numbers.compactMap { if case .parameter(let name) = $0.amount { name } else { nil } })
    }
}
