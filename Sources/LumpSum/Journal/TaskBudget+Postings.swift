import LifecycleModel

extension TaskBudget {
    /// The postings that a happening makes; they always add up to nothing.
    func postings(of happening: BudgetHappening) throws(Refusal) -> [JournalEntry.Posting] {
        typealias Posting = JournalEntry.Posting
        func pair(_ debit: Account, _ credit: Account, _ amount: Dong) -> [Posting] {
            amount == .zero ? [] : [Posting(debit, amount), Posting(credit, Dong(-amount.amount))]
        }
        switch happening {
        case .estimated(let estimate):
            // The plan before is taken out again.
            return try postings(from: self.estimate?.lines ?? [], to: estimate.lines)
        case .moved(let moves, _):
            guard let estimate else { return [] }
            return try postings(from: estimate.lines, to: try estimate.moving(moves).lines)
        case .setOutside(let lines, _):
            guard var changed = estimate else { return [] }
            changed.replaceOutside(with: lines)
            return try postings(from: estimate?.lines ?? [], to: changed.lines)
        case .allotted(let year, let amount): return pair(.allotted(year: year), .province(year: year), amount)
        case .allotmentCut(let year, let amount): return pair(.province(year: year), .allotted(year: year), amount)
        case .rolledOver(let from, let to, let amount): return pair(.allotted(year: to), .allotted(year: from), amount)
        case .advanced(let number, let year, let amount): return pair(.advanced(number: number), .allotted(year: year), amount)
        case .volumeReported: return []
        case .cleared(let number, let lines):
            return lines.flatMap { pair(.cleared($0.place), .advanced(number: number), $0.amount) }
        case .givenBack(let number, let amount):
            return pair(recovery == nil ? .givenBack : .recovery, .advanced(number: number), amount)
        case .spent(_, _, let lines):
            return lines.filter { $0.source != .state }.flatMap { pair(.ownSpending($0.place), .ownMoney($0.source), $0.amount) }
        case .spentAnew(let year, _, let lines, _):
            let changes = try changes(from: spending[year]?.lines ?? [], to: lines)
            return changes.filter { $0.place.source != .state }.flatMap {
                pair(.ownSpending($0.place), .ownMoney($0.place.source), $0.amount)
            }
        case .settled(let settlement): return closing(settlement)
        case .recoveryDecided(let recovery): return pair(.owed, .recovery, recovery.decided)
        case .recoveryPaid(let amount): return pair(.repaid, .owed, amount)
        }
    }

    /// Takes one plan out and puts another in; what is the same in both is not posted.
    private func postings(from old: [BudgetLine], to new: [BudgetLine]) throws(Refusal) -> [JournalEntry.Posting] {
        var postings: [JournalEntry.Posting] = []
        var promises: [FundingSource: Dong] = [:]
        for (place, change) in try changes(from: old, to: new) {
            postings.append(JournalEntry.Posting(.planned(place), change))
            promises[place.source] = try (promises[place.source] ?? .zero).minus(change)
        }
        for (source, amount) in promises.sorted(by: { $0.key < $1.key }) where amount != .zero {
            postings.append(JournalEntry.Posting(.promised(source), amount))
        }
        return postings
    }

    /// By how much each place differs, in order; what is the same in both is left out.
    private func changes(from old: [BudgetLine], to new: [BudgetLine]) throws(Refusal) -> [(place: BudgetPlace, amount: Dong)] {
        let (before, after) = (try old.totals(by: \.place), try new.totals(by: \.place))
        var changes: [(place: BudgetPlace, amount: Dong)] = []
        for place in Set(before.keys).union(after.keys).sorted(by: BudgetPlace.inOrder) {
            let change = try (after[place] ?? .zero).minus(before[place] ?? .zero)
            if change != .zero { changes.append((place, change)) }
        }
        return changes
    }

    /// Closes what was cleared into what was spent and what was saved.
    private func closing(_ settlement: Settlement) -> [JournalEntry.Posting] {
        typealias Posting = JournalEntry.Posting
        let places = balances.accounts.compactMap { if case .cleared(let place) = $0 { place } else { nil } }
        let credits = places.sorted(by: BudgetPlace.inOrder).map {
            Posting(.cleared($0), Dong(-balances[.cleared($0)].amount))
        }
        let debits = [
            Posting(.settled(isLumpSum: true), settlement.spentLumpSum), Posting(.settled(isLumpSum: false), settlement.spentOther),
            Posting(.hostIncome, settlement.savedLumpSum), Posting(.hostFund, settlement.toHostFund),
            Posting(.stateFund, settlement.toStateFund),
        ]
        return (debits + credits).filter { $0.amount != .zero }
    }
}

extension BudgetPlace {
    /// By year, item, source and way of spending.
    static func inOrder(_ left: BudgetPlace, _ right: BudgetPlace) -> Bool {
        (left.year, left.item, left.source, left.isLumpSum ? 0 : 1) < (right.year, right.item, right.source, right.isLumpSum ? 0 : 1)
    }
}
