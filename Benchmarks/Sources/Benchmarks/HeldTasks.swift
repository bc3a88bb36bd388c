import Engine
import Foundation
import WorkingCalendar

/// What a task takes while it is held in memory: its whole state, in a process of its own that holds many.
struct HeldTasks {
    private static let count = 100_000

    func figures() throws -> [Figure] {
        let (output, _) = try Processes.run(CommandLine.arguments[0], ["--hold", "\(Self.count)"])
        guard let bytes = Double(output.trimmingCharacters(in: .whitespacesAndNewlines)) else {
            throw Processes.Failure(message: "holding printed: \(output)")
        }
        return [
            Figure(
                id: "task-memory",
                name: "memory of a task on a life of 20 states, the mean of \(Table.short(Double(Self.count))) held at once",
                value: bytes,
                unit: "bytes"
            )
        ]
    }

    /// What the process does: holds so many tasks and prints how many bytes each of them takes.
    static func hold(_ count: Int) throws {
        let life = try TwentyStates(calendar: WorkingCalendar(.empty))
        // What the first tasks bring with them stays out of the figure.
        guard life.tasks(100).count == 100 else { return }
        let before = Timing.residentMegabytes
        let tasks = life.tasks(count)
        let grown = Timing.residentMegabytes - before
        // Still held here.
        guard Set(tasks.map(\.code)).count == count else { throw Processes.Failure(message: "tasks went missing") }
        print(Int(grown * 1024 * 1024 / Double(count)))
    }
}
