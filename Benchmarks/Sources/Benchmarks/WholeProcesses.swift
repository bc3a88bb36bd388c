import Foundation
import LifecycleModel
import SQLiteStore
import Store

/// The program from its start to its end on a large store, as a person waits for it.
struct WholeProcesses {
    let store: LargeStore
    private let runs = 20

    init(_ store: LargeStore) {
        self.store = store
    }

    func figures() throws -> [Figure] {
        let opened = try SQLiteStore.open(store.path, readOnly: true)
        let open = try opened.read { reader in
            var filter = TaskFilter()
            filter.openOnly = true
            return try reader.tasks(filter)
        }
        let task = open.isEmpty ? "" : open[open.count / 2].code
        try opened.close()
        let place = ["--store", store.path, "--rules", Places.workflows]
        let floor = try milliseconds(["--version"])
        func figure(_ id: String, _ arguments: [String]) throws -> Figure {
            let time = try milliseconds(arguments + place)
            let limit = Figure.Limit(name: "nhiemvu --version", value: floor, ratio: time / floor)
            return Figure(
                id: id,
                name: "nhiemvu \(arguments.joined(separator: " ")), store of \(store.tasks) tasks; median of \(runs)",
                value: time,
                unit: "ms",
                limit: limit
            )
        }
        return [
            try figure("process-task-show", ["task", "show", task]),
            try figure("process-task-explain", ["task", "explain", task]),
            try figure("process-task-list", ["task", "list", "--find", "lua dac san"]),
        ]
    }

    private func milliseconds(_ arguments: [String]) throws -> Double {
        var times: [Double] = []
        for _ in 0..<runs { times.append(try Processes.run(Places.program, arguments).seconds * 1000) }
        return Timing.median(times)
    }
}
