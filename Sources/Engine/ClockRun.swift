import LifecycleModel

/// A clock of a prepared task. A class, so that searching copies nothing.
final class ClockRun {
    let reference: DeadlineReference
    let clock: Clock
    /// Its place among the task's clocks.
    let place: Int
    let isOpen: Bool
    private let isSuspended: Bool
    private let lastDay: CivilDate

    init(_ clock: Clock, at place: Int) {
        self.place = place
        reference = clock.reference
        self.clock = clock
        isOpen = clock.isOpen
        isSuspended = clock.isSuspended
        lastDay = clock.lastDay
    }

    /// How stopping it on a day counts while it is open.
    func stopped(on day: CivilDate) -> DeadlineStopped.Manner {
        isSuspended || day <= lastDay ? .met : .late
    }
}
