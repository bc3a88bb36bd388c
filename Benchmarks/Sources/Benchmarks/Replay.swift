import Engine
import Foundation
import LifecycleModel
import SQLiteStore
import Store

/// Reading the log of a large store back: every event parsed and folded into the state of its task, in a process of its own.
struct Replay {
    let small: LargeStore
    let large: LargeStore

    func figures() throws -> [Figure] {
        let few = try run(small)
        let many = try run(large)
        return [
            Figure(
                id: "replay",
                name: "bulk replay of \(Table.short(many.events)) events, folded into states; per second of processor time",
                value: many.rate,
                unit: "/s"
            ),
            Figure(
                id: "replay-memory",
                name: "peak memory of the bulk replay",
                value: many.megabytes,
                unit: "MB",
                limit: Figure.Limit(
                    name: "of \(Table.short(few.events)) events",
                    value: few.megabytes,
                    ratio: many.megabytes / few.megabytes
                )
            ),
        ]
    }

    private func run(_ store: LargeStore) throws -> (events: Double, rate: Double, megabytes: Double) {
        let (output, _) = try Processes.run(CommandLine.arguments[0], ["--replay", store.path])
        let numbers = output.split(separator: " ").compactMap { Double($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
        guard numbers.count == 3 else { throw Processes.Failure(message: "replay printed: \(output)") }
        return (numbers[0], numbers[1], numbers[2])
    }

    /// What the process does: replays a store and prints events, events a second and the peak of memory in megabytes.
    static func replay(_ path: String) throws {
        let store = try SQLiteStore.open(path, readOnly: true)
        let start = Timing.processorSeconds
        var events = 0
        try store.read { reader in
            for task in try reader.tasks(TaskFilter()).map(\.code) {
                var state: TaskState?
                for record in try reader.events(of: EventRecord.Subject(.task, task)) {
                    events += 1
                    let happening = try Happening(kind: record.kind, payload: record.payload)
                    if case .registered(let it) = happening {
                        state = TaskState(it, on: record.happenedOn)
                    } else {
                        state?.apply(happening, by: record.actor, on: record.happenedOn)
                    }
                }
                guard state?.code == task else { throw Processes.Failure(message: "no state for \(task)") }
            }
        }
        print(events, Double(events) / (Timing.processorSeconds - start), Timing.peakMegabytes)
    }
}
