public import LifecycleModel

/// A task was put under another definition by a recorded decision, or such a decision was undone. It carries everything that changed, so that it
/// replays without rules, and so that undoing it gives the earlier state again.
public struct Migrated: Sendable, Hashable {
    /// Number of the decision: `QĐ 12/QĐ-SKHCN`.
    public var decision: String
    /// Whether it takes that decision back.
    public var isUndo: Bool
    /// The regime and definition the task is under now.
    public var regime, definition: String
    /// Where it stands now, and what that counts as.
    public var position: String
    /// What the position counts as.
    public var countsAs: [String]
    /// First day it counted as each.
    public var reached: [String: CivilDate]
    /// Small machines whose state is called otherwise now.
    public var machines: [MachineState]
    /// How many clocks the task has now.
    public var clockCount: Int
    /// Clocks that are not what they were, by their place among the task's clocks.
    public var clocks: [Int: Clock]

    /// Where a small machine stands.
    public struct MachineState: Sendable, Hashable {
        /// Which.
        public var machine: MachineReference
        /// Its state.
        public var state: String

        /// Creates one.
        public init(machine: MachineReference, state: String) {
            self.machine = machine
            self.state = state
        }
    }

    /// The step from one state of a task to another that differ in these respects only.
    public init(from before: TaskState, to after: TaskState, decision: String, isUndo: Bool = false) {
        self.decision = decision
        self.isUndo = isUndo
        regime = after.regime
        definition = after.definition
        position = after.position
        countsAs = after.countsAs
        reached = after.reached.dictionary { $0 }
        machines = after.machines.flatMap { kind, instances in
            instances.compactMap { instance in
                let reference = MachineReference(kind: kind, number: instance.number)
                return before.instance(reference)?.state == instance.state ? nil : MachineState(machine: reference, state: instance.state)
            }
        }
        clockCount = after.clocks.count
        clocks = [:]
        for (place, clock) in after.clocks.enumerated() where place >= before.clocks.count || before.clocks[place] != clock {
            clocks[place] = clock
        }
    }

    init(
        decision: String,
        isUndo: Bool,
        regime: String,
        definition: String,
        position: String,
        countsAs: [String],
        reached: [String: CivilDate],
        machines: [MachineState],
        clockCount: Int,
        clocks: [Int: Clock]
    ) {
        self.decision = decision
        self.isUndo = isUndo
        self.regime = regime
        self.definition = definition
        self.position = position
        self.countsAs = countsAs
        self.reached = reached
        self.machines = machines
        self.clockCount = clockCount
        self.clocks = clocks
    }
}

extension TaskState {
    /// Puts the task under the other definition; false when a small machine or a clock is not there.
    mutating func apply(_ it: Migrated) -> Bool {
        regime = it.regime
        definition = it.definition
        position = it.position
        countsAs = it.countsAs
        reached = NameTable(it.reached)
        for move in it.machines {
            guard instance(move.machine) != nil else { return false }
            machines.change(move.machine.kind, at: Int(move.machine.number) - 1) { $0.state = move.state }
        }
        guard it.clockCount >= 0 else { return false }
        clocks.removeLast(max(0, clocks.count - it.clockCount))
        for (place, clock) in it.clocks.sorted(by: { $0.key < $1.key }) {
            guard 0...clocks.count ~= place else { return false }
            if place == clocks.count { clocks.append(clock) } else { clocks[place] = clock }
        }
        return clocks.count == it.clockCount
    }
}
