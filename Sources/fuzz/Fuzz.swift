import ArgumentParser
import Foundation
import FuzzTargets
import TestSupport

/// `make fuzz` without a sanitiser: seeded random inputs for every reader of foreign bytes; a tool for developers, never installed.
@main
struct Fuzz: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fuzz",
        abstract: "Give every reader of foreign bytes seeded random inputs: none may crash, hang, or let memory grow.",
        discussion: """
            The same seed makes the same inputs. The input in hand always lies in the file of --in-hand, so that after a crash it is there.
            Examples: swift run -c release fuzz --runs 1000000 --seed 7
                      swift run fuzz --target csv --input var/fuzz/in-hand
            """
    )

    @Option(help: "How many inputs over all targets.") var runs = 100_000
    @Option(help: "The same seed makes the same inputs.") var seed: UInt64 = 2013
    @Option(help: "Only this target; may be given several times.") var target: [String] = []
    @Option(help: "Seeds and words, a folder for each target.") var corpora = "Fuzzing/Corpora"
    @Option(help: "Try these files alone, for a target.") var input: [String] = []
    @Option(help: "Where the input in hand is kept.") var inHand = "var/fuzz/in-hand"
    @Option(help: "Seconds of processor time that no input may take.") var slowest = 5.0
    @Option(help: "Megabytes that memory may grow by between warming up and the end of a target.") var growth = 64

    func run() throws {
        let targets =
            try target.isEmpty
            ? FuzzTarget.all
            : target.map { name in
                guard let found = FuzzTarget.named(name) else {
                    throw ValidationError("no target \"\(name)\"; there are \(FuzzTarget.all.map(\.name).joined(separator: ", "))")
                }
                return found
            }
        var trial = try Trial(inHand: inHand, slowest: slowest, growth: growth)
        if input.isEmpty {
            say("seed \(seed), \(runs) inputs")
            let shares = targets.reduce(0) { $0 + $1.share }
            for target in targets {
                let corpus = try Corpus(of: target, in: corpora)
                try trial.play(target, corpus, count: max(1, runs * target.share / shares), seed: seed)
            }
        } else {
            guard targets.count == 1 else { throw ValidationError("--input needs one --target") }
            for path in input { try trial.try(Array(try Data(contentsOf: URL(filePath: path))), targets[0]) }
        }
        trial.finish()
        guard trial.faults == 0 else { throw ExitCode(2) }
    }
}
