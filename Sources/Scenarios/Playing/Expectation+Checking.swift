import Engine
import LifecycleModel

extension Expectation {
    /// Everything about a task that is not as expected after a row.
    func mismatches(with after: Aftermath, _ row: Row) -> [Mismatch] {
        var check = ExpectationCheck(after: after, row: row)
        let state = after.state
        if let position { check.equal("at", position, state.position) }
        if let regime { check.equal("regime", regime, state.regime) }
        if let end { check.equal("end", end, state.end) }
        if let opened { check.counts("opens", opened, after.happenings.openedMachines) }
        if let pages { check.sets("publishes", pages, Set(after.happenings.publishedPages)) }
        if let fired { check.lists("fires", fired.sorted(), after.fired.map(\.eventName).sorted()) }
        if let flags { check.sets("flags", flags, Set(state.standingFlags(on: row.day).keys)) }
        if let bars { check.bars(bars) }
        for onward in next { check.onward(onward) }
        for ending in ends { check.ending(ending) }
        for stand in machines { check.machine(stand) }
        for stand in clocks { check.clock(stand) }
        for stand in facts { check.fact(stand) }
        return check.mismatches
    }
}

extension [Happening] {
    /// How many small machines were opened, by kind.
    fileprivate var openedMachines: [String: Int] {
        var counts: [String: Int] = [:]
        for case .machineOpened(let it) in self { counts[it.machine.kind, default: 0] += 1 }
        return counts
    }

    /// Pages that were put up.
    fileprivate var publishedPages: [String] {
        compactMap { if case .published(let page) = $0 { page } else { nil } }
    }
}
