import LifecycleModel
import RuleLoading
import Rules
import Store

/// Labels of roles in the language of this run: those of the rules that tasks in the store run under, then those of the rule files.
struct RoleLabels {
    private var labels: [String: String] = [:]

    /// - Parameter rules: the rule files, read only for roles that the store knows not; none when they cannot be read.
    init(of roles: Set<String>, _ reader: any StoreReader, rules: () throws -> WorkflowLibrary) throws {
        let stored = RegimeLabels(reader)
        add(try reader.definitions().compactMap { stored.regime($0.hash) })
        guard !roles.allSatisfy({ labels[$0] != nil }), let library = try? rules() else { return }
        add(library.regimes.sorted { $0.key < $1.key }.map(\.value.regime))
    }

    private mutating func add(_ regimes: [Regime]) {
        for regime in regimes {
            for (id, role) in regime.roles where labels[id] == nil { labels[id] = role.label[Speech.language] }
        }
    }

    /// The label, or the role's identifier where no rules know it.
    subscript(_ role: String) -> String { labels[role] ?? role }
}
