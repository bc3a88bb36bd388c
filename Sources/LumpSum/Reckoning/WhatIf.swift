public import LifecycleModel

/// What a change of a year's money, or of a task's end, would do to tasks: pure arithmetic over what is planned, allotted and advanced.
public struct WhatIf: Sendable, Hashable {
    /// What matters of one task in the year that is looked at.
    public struct Task: Sendable, Hashable {
        /// Its code.
        public let code: String
        /// Planned of the state for the year and every later one.
        public var planned: [Int: Dong]
        /// Allotted for the year and not yet advanced.
        public var undrawn: Dong
        /// Approved and not yet advanced in all.
        public var unadvanced: Dong
        /// The day the contract ends.
        public var endsOn: CivilDate?

        /// Creates a task.
        public init(code: String, planned: [Int: Dong], undrawn: Dong, unadvanced: Dong, endsOn: CivilDate?) {
            self.code = code
            self.planned = planned
            self.undrawn = undrawn
            self.unadvanced = unadvanced
            self.endsOn = endsOn
        }
    }

    /// What would change for one task.
    public struct Change: Sendable, Hashable {
        /// Its code.
        public let code: String
        /// What it has now: undrawn money, or what is planned for years after the present end.
        public let before: Dong
        /// What it would have.
        public let after: Dong
        /// The day its contract would end; nil when that stays.
        public let endsOn: CivilDate?
    }

    /// The changes by code of the task.
    public let changes: [Change]
    /// The sum of what would be lost, or moved to later years.
    public let total: Dong
    /// What could not be taken because it is advanced already; zero when everything could.
    public let missing: Dong

    /// Takes a sum out of a year's undrawn allotments, from each task in proportion to what it has left, to the đồng: what the division leaves over
    /// is taken from the tasks with the most left, one đồng each.
    public init(cutting sum: Dong, from tasks: [Task]) throws(Refusal) {
        let open = tasks.filter { $0.undrawn > .zero }.sorted { ($1.undrawn, $0.code) < ($0.undrawn, $1.code) }
        var all = Dong.zero
        for task in open { all = try all.plus(task.undrawn) }
        let taken = min(sum, all)
        var parts: [Dong] = []
        var so = Dong.zero
        for task in open {
            let part = try exactly { () throws(DongFault) in try taken.share(task.undrawn.amount, of: max(all.amount, 1)) }.quotient
            parts.append(part)
            so = try so.plus(part)
        }
        var rest = taken.amount - so.amount
        for index in parts.indices where rest > 0 && parts[index] < open[index].undrawn {
            parts[index] = try parts[index].plus(1)
            rest -= 1
        }
        changes = try zip(open, parts).map { (task, part) throws(Refusal) in
            Change(code: task.code, before: task.undrawn, after: try task.undrawn.minus(part), endsOn: nil)
        }.filter { $0.before != $0.after }.sorted { $0.code < $1.code }
        total = taken
        missing = try sum.minus(taken)
    }

    /// Puts off the end of each task by so many months: what is planned for the last year and not yet drawn moves with it into the new last year.
    public init(extending tasks: [Task], by months: Int) throws(Refusal) {
        var changes: [Change] = []
        var total = Dong.zero
        for task in tasks.sorted(by: { $0.code < $1.code }) {
            guard let end = task.endsOn else { continue }
            let later = end.adding(months: months)
            guard later.parts.year > end.parts.year else {
                changes.append(Change(code: task.code, before: .zero, after: .zero, endsOn: later))
                continue
            }
            var moved = Dong.zero
            for (year, amount) in task.planned where year >= end.parts.year { moved = try moved.plus(amount) }
            moved = min(moved, max(task.unadvanced, .zero))
            changes.append(Change(code: task.code, before: moved, after: moved, endsOn: later))
            total = try total.plus(moved)
        }
        self.changes = changes
        self.total = total
        missing = .zero
    }
}
