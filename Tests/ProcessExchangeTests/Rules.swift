import Foundation
import RuleLoading
import Rules
import Testing

/// The regimes tests run on.
enum TestRules {
    private static let tests = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Two small regimes, `old-law` and `new-law`.
    static let small = regimes(in: tests.appendingPathComponent("SmallRules"))
    /// The regimes that come along.
    static let shipped = regimes(in: tests.deletingLastPathComponent().appendingPathComponent("workflows"))

    static func small(_ id: String) throws -> CompiledRegime { try #require(small.first { $0.regime.id == id }) }

    private static func regimes(in folder: URL) -> [CompiledRegime] {
        guard let library = try? WorkflowLibrary.load(directory: folder.path) else { return [] }
        return library.regimes.values.sorted { $0.regime.id < $1.regime.id }
    }
}

/// A machine of a regime that comes along, for tables of arguments.
struct ShippedMachine: Sendable, CustomTestStringConvertible {
    let rules: CompiledRegime
    let machine: String

    var testDescription: String { "\(rules.regime.id) \(machine)" }

    static let all = TestRules.shipped.flatMap { rules in
        ([Regime.taskMachine] + rules.regime.machines.keys.sorted()).map { ShippedMachine(rules: rules, machine: $0) }
    }
}
