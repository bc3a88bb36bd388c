import LifecycleModel
import Rules
import Store

/// Labels of stages and roles over all regimes of the store.
struct StageLabels {
    /// Stages in the order of life, with labels.
    let stages: [(id: String, label: String)]
    private let roles: [String: String]
    private let labels: RegimeLabels

    init(_ definitions: [DefinitionRow], _ positions: [PositionCount], _ reader: any StoreReader) {
        let labels = RegimeLabels(reader)
        var stages: [(String, String)] = []
        var roles: [String: String] = [:]
        let tasks = Dictionary(positions.map { ($0.regime, $0.count) }, uniquingKeysWith: +)
        // The regime most tasks run under sets the order; the others' own stages follow.
        let regimes = definitions.compactMap { labels.regime($0.hash) }.sorted {
            (tasks[$1.id] ?? 0, $0.id) < (tasks[$0.id] ?? 0, $1.id)
        }
        for regime in regimes {
            for stage in regime.stages where !stages.contains(where: { $0.0 == stage.id }) {
                stages.append((stage.id, stage.label[Speech.language]))
            }
            for (id, role) in regime.roles { roles[id] = role.label[Speech.language] }
        }
        self.stages = stages.map { (id: $0.0, label: $0.1) }
        self.roles = roles
        self.labels = labels
    }

    /// The place of each stage in the order of life.
    var order: [String: Int] { Dictionary(stages.enumerated().map { ($1.id, $0) }) { first, _ in first } }

    func role(_ id: String) -> String { roles[id] ?? id }
    /// The label under the definition the clock's task is pinned to: regimes give one identifier to different deadlines.
    func deadline(_ row: OpenDeadline) -> String {
        labels.regime(row.definition)?.deadlineLabel(row.machine, row.id) ?? row.id
    }
}
