import SQLiteStore
import Foundation
import Importing
import SamplePortfolio

/// A store of many tasks: copies of the sample portfolio through the bulk import, made once and kept in `.build/stores`.
struct LargeStore {
    /// How many tasks at least.
    let tasks: Int

    var path: String { "\(Places.stores)/\(tasks).db" }

    /// Makes the store when it is not there, in a process of its own whose memory is told; answers with that in megabytes, or nil.
    func make() throws -> Double? {
        guard !FileManager.default.fileExists(atPath: path) else { return nil }
        let (output, _) = try Processes.run(CommandLine.arguments[0], ["--load", String(tasks), path])
        return Double(output.trimmingCharacters(in: .whitespacesAndNewlines))
    }

    /// What the process does: loads copy after copy, each in one transaction, and prints its peak of memory in megabytes.
    static func load(_ tasks: Int, _ path: String) throws {
        try FileManager.default.createDirectory(atPath: Places.stores, withIntermediateDirectories: true)
        let partial = path + ".partial"
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: partial + suffix) }
        let sample = try SampleStore(creating: partial)
        let portfolio = SamplePortfolio.make()
        var loaded = 0
        var number = 0
        while loaded < tasks {
            number += 1
            try sample.load(try portfolio.copy(number))
            loaded += portfolio.tasks.count
        }
        try sample.store.close()
        try FileManager.default.moveItem(atPath: partial, toPath: path)
        print(Timing.peakMegabytes)
    }
}
