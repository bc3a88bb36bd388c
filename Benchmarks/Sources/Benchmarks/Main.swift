import Foundation
import SamplePortfolio
import WorkingCalendar

/// Measures everything and prints one table; ends with 2 when a ratio of `thresholds.json` was missed.
@main
struct Benchmarks {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        switch arguments.first {
        case "--load" where arguments.count == 3: try LargeStore.load(Int(arguments[1]) ?? 0, arguments[2])
        case "--hold" where arguments.count == 2: try HeldTasks.hold(Int(arguments[1]) ?? 0)
        case "--replay" where arguments.count == 2: try Replay.replay(arguments[1])
        default: try measure(Set(arguments))
        }
    }

    /// Measures all parts, or those named.
    private static func measure(_ names: Set<String>) throws {
        let parts: [(name: String, figures: () throws -> [Figure])] = [
            ("decisions", decisions), ("guards", GuardEvaluation().figures), ("durable", DurableTransitions().figures),
            ("rules", RuleFileChecking().figures), ("replay", replay), ("use", UseAtScale().figures),
            ("import", bulkImport), ("sweep", DeadlineSweep().figures), ("processes", processes), ("scale", scale), ("peers", peers),
        ]
        var figures: [Figure] = []
        for part in parts where names.isEmpty || names.contains(part.name) {
            FileHandle.standardError.write(Data("measuring \(part.name) …\n".utf8))
            figures += try part.figures()
        }
        guard Table(thresholds: try Thresholds.read()).print(figures) else {
            FileHandle.standardError.write(Data("a ratio was missed (✗)\n".utf8))
            exit(2)
        }
    }

    private static func decisions() throws -> [Figure] {
        try Places.withFolder { folder in
            let sample = try SampleStore(creating: "\(folder)/sample.db")
            try sample.load(SamplePortfolio.make())
            return try TwentyStates(calendar: sample.calendar).figures()
                + PureDecisions(lives: try RecordedLives(of: sample), calendar: sample.calendar).figures()
        }
    }

    private static let small = LargeStore(tasks: 5_000)
    private static let large = LargeStore(tasks: 20_000)

    private static func replay() throws -> [Figure] {
        let memory = [try small.make(), try large.make()]
        var figures = try Replay(small: small, large: large).figures()
        if let few = memory[0], let many = memory[1] {
            let limit = Figure.Limit(name: "loading \(small.tasks)", value: few, ratio: many / few)
            figures.append(
                Figure(id: "load-memory", name: "peak memory of loading \(large.tasks) tasks", value: many, unit: "MB", limit: limit)
            )
        }
        return figures
    }

    /// 200,000 tasks take a quarter of an hour to load the first time; a store that is there is measured, and it is made when asked for by name.
    private static func scale() throws -> [Figure] {
        let huge = LargeStore(tasks: 200_000)
        let isWanted = CommandLine.arguments.contains("scale") || FileManager.default.fileExists(atPath: huge.path)
        return try GrowthByScale(stores: [LargeStore(tasks: 1_000), large] + (isWanted ? [huge] : [])).figures()
    }

    private static func bulkImport() throws -> [Figure] { try BulkImport(stores: [small, large]).figures() }

    private static func peers() throws -> [Figure] {
        guard Peers.areThere else {
            FileHandle.standardError.write(Data("other people's libraries are not installed: run `make bench`\n".utf8))
            return []
        }
        let ours = try TwentyStates(calendar: WorkingCalendar(.empty)).rate
        return try Peers(decisions: ours, durable: TwentyStates.durableRate()).figures()
    }

    private static func processes() throws -> [Figure] {
        _ = try large.make()
        return try WholeProcesses(large).figures()
    }
}
