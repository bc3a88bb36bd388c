import Foundation
import LifecycleModel
import SQLiteStore
import Store

/// What people wait for, on stores of more and more tasks: whole processes, each beside the same command on the smallest store.
struct GrowthByScale {
    let stores: [LargeStore]
    private let runs = 10

    func figures() throws -> [Figure] {
        for store in stores { _ = try store.make() }
        let commands = try stores.map { store in try self.commands(on: store) }
        guard let smallest = stores.first, let names = commands.first?.map(\.name) else { return [] }
        return try names.indices.flatMap { place -> [Figure] in
            let times = try zip(stores, commands).map { store, commands in try milliseconds(commands[place].arguments, on: store) }
            return zip(stores, times).map { store, time in
                let limit =
                    store.tasks == smallest.tasks
                    ? nil : Figure.Limit(name: "store of \(smallest.tasks) tasks", value: times[0], ratio: time / times[0])
                return Figure(
                    id: "scale-\(names[place])-\(store.tasks)",
                    name: "nhiemvu \(commands[0][place].shown), store of \(store.tasks) tasks; median of \(runs)",
                    value: time,
                    unit: "ms",
                    limit: limit
                )
            }
        }
    }

    private struct Asked {
        let name: String
        let shown: String
        let arguments: [String]
    }

    private func commands(on store: LargeStore) throws -> [Asked] {
        let opened = try SQLiteStore.open(store.path, readOnly: true)
        defer { try? opened.close() }
        let task = try opened.read { reader in
            let due = try reader.openDeadlines(dueBefore: nil)
            return due.isEmpty ? "" : due[due.count / 2].task
        }
        return [
            Asked(name: "help", shown: "--help", arguments: ["--help"]),
            Asked(name: "show", shown: "task show CODE", arguments: ["task", "show", task]),
            Asked(name: "explain", shown: "task explain CODE", arguments: ["task", "explain", task]),
            Asked(name: "status", shown: "status", arguments: ["status"]),
            Asked(name: "list", shown: "task list --find", arguments: ["task", "list", "--find", "lua dac san"]),
            Asked(name: "figure", shown: "indicator show 20", arguments: ["indicator", "show", "20", "--year", "2024"]),
            Asked(name: "due", shown: "followup due", arguments: ["followup", "due"]),
        ]
    }

    private func milliseconds(_ arguments: [String], on store: LargeStore) throws -> Double {
        let place = arguments == ["--help"] ? [] : ["--store", store.path, "--rules", Places.workflows]
        return Timing.median(try (0..<runs).map { _ in try Processes.run(Places.program, arguments + place).seconds * 1000 })
    }
}
