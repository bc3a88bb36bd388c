public import LifecycleModel

/// A counted date that another calendar would move.
public struct Movement<Key: Sendable>: Sendable {
    /// Whose date it is.
    public let key: Key
    /// The date on the old calendar.
    public let before: CivilDate
    /// The date on the new calendar.
    public let after: CivilDate

    /// A movement.
    public init(key: Key, before: CivilDate, after: CivilDate) {
        self.key = key
        self.before = before
        self.after = after
    }
}

extension WorkingCalendar {
    /// Which dates would move if another calendar took the place of this one; nothing is moved.
    public func movements<Key>(
        of countings: some Sequence<(key: Key, inputs: CountingInputs)>,
        under other: WorkingCalendar
    ) -> [Movement<Key>] {
        countings.compactMap { key, inputs in
            let movement = Movement(key: key, before: count(inputs).end, after: other.count(inputs).end)
            return movement.before == movement.after ? nil : movement
        }
    }
}
