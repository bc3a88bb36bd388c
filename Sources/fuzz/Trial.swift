import Foundation
import FuzzTargets
import TestSupport

/// Inputs being tried, one target after the other.
struct Trial {
    /// How many things did not hold.
    private(set) var faults = 0
    private let inHand: InputInHand
    private let slowest: Double
    private let growth: Int
    private var longestTaken = 0.0
    private var told: [String: Int] = [:]

    init(inHand path: String, slowest: Double, growth: Int) throws {
        inHand = try InputInHand(path)
        self.slowest = slowest
        self.growth = growth
    }

    /// Tries made inputs on a target.
    mutating func play(_ target: FuzzTarget, _ corpus: Corpus, count: Int, seed: UInt64) throws {
        for seed in corpus.seeds { try self.try(seed, target) }
        var maker = InputMaker(
            target,
            corpus,
            random: SeededRandom(seed: seed ^ UInt64(target.name.utf8.reduce(5381) { $0 &* 33 &+ UInt32($1) }))
        )
        var total = 0
        var warm = 0
        longestTaken = 0
        let began = Process.processorTime
        for number in 0..<count {
            let input = maker.next()
            total += input.count
            try self.try(input, target)
            if number == count / 4 { warm = Process.residentMegabytes }
        }
        let grown = Process.residentMegabytes - warm
        if count > 1000, grown > growth {
            faults += 1
            say("\(target.name): memory grew by \(grown) MB")
        }
        let seconds = Process.processorTime - began
        say(
            target.name.padding(toLength: 12, withPad: " ", startingAt: 0)
                + String(
                    format: "%8d inputs %7.1f MB %7.1f s   slowest %6.3f s   memory %4d MB, grown %+d MB",
                    count,
                    Double(total) / 1e6,
                    seconds,
                    longestTaken,
                    Process.residentMegabytes,
                    grown
                )
        )
    }

    /// Tries one input.
    mutating func `try`(_ input: [UInt8], _ target: FuzzTarget) throws {
        inHand.take(input)
        let began = Process.processorTime
        do throws(FuzzFinding) { try target.examine(input) } catch { try report(input, target, error.description) }
        let taken = Process.processorTime - began
        longestTaken = max(longestTaken, taken)
        if taken > slowest { try report(input, target, "it took \(taken) s") }
    }

    /// Every input was tried: none is in hand.
    func finish() { inHand.drop() }

    private mutating func report(_ input: [UInt8], _ target: FuzzTarget, _ what: String) throws {
        faults += 1
        // The first few of a kind are enough to mend it.
        let kind = "\(target.name): \(what.prefix { !$0.isNumber }.prefix(40))"
        told[kind, default: 0] += 1
        guard told[kind, default: 0] <= 3 else { return }
        let path = "\(inHand.path)-\(target.name)-\(faults)"
        try Data(input).write(to: URL(filePath: path))
        say("\(target.name): \(what)\n  input: \(path)")
    }
}

/// Says something at once, so that it is not lost in a crash.
func say(_ text: String) {
    FileHandle.standardOutput.write(Data((text + "\n").utf8))
}
