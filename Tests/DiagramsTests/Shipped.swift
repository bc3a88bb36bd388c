public import Diagrams
import Foundation
import LifecycleModel
import RuleLoading
public import Rules
public import Testing

/// The regimes that come along, and every picture of them.
enum Shipped {
    static let package = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let regimes: [CompiledRegime] = {
        guard let library = try? WorkflowLibrary.load(directory: package.appendingPathComponent("workflows").path) else { return [] }
        return library.regimes.values.sorted { $0.regime.id < $1.regime.id }
    }()

    /// All pictures but the overviews.
    static let details: [RegimeGraph] = regimes.flatMap { rules in
        rules.regime.stages.compactMap { RegimeGraph(stage: $0.id, of: rules.regime, hash: rules.hash) }
            + rules.regime.machines.keys.sorted().compactMap { RegimeGraph(machine: $0, of: rules.regime, hash: rules.hash) }
    }

    static let overviews = regimes.map { RegimeGraph(overviewOf: $0.regime, hash: $0.hash) }
}

extension RegimeGraph: CustomTestStringConvertible {
    /// Which picture or regime a test runs on.
    public var testDescription: String { subtitle + (part.map { " " + $0.vi } ?? "") }
}

extension Regime: CustomTestStringConvertible {
    /// Which picture or regime a test runs on.
    public var testDescription: String { id }
}
