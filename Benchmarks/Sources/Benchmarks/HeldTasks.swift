import Engine
import Foundation
import WorkingCalendar

/// What a task on a life of twenty states takes: in the form in which the store keeps it, and alive in memory, in a process of its own that
/// holds many.
struct HeldTasks {
    private static let count = 100_000

    func figures() throws -> [Figure] {
        let (output, _) = try Processes.run(CommandLine.arguments[0], ["--hold", "\(Self.count)"])
        let numbers = output.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
        guard numbers.count == 2 else { throw Processes.Failure(message: "holding printed: \(output)") }
        let held = Table.short(Double(Self.count))
        return [
            Figure(
                id: "task-stored",
                name: "a task on a life of 20 states, as the store keeps it (mean of \(held))",
                value: numbers[0],
                unit: "bytes"
            ),
            Figure(id: "task-memory", name: "the same alive in memory, ready for its next act", value: numbers[1], unit: "bytes"),
        ]
    }

    /// What the process does: holds so many tasks and prints how many bytes each of them takes, stored and alive.
    static func hold(_ count: Int) throws {
        let life = try TwentyStates(calendar: WorkingCalendar(.empty))
        // What the first tasks bring with them stays out of the figure.
        guard life.tasks(100).count == 100 else { return }
        let before = Timing.residentMegabytes
        let tasks = life.tasks(count)
        let grown = Timing.residentMegabytes - before
        let stored = tasks.reduce(0) { $0 + $1.snapshot.count }
        print(stored / count, Int(grown * 1024 * 1024 / Double(count)))
    }
}
