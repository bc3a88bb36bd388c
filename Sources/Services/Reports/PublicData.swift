import Engine
import Indicators
public import CanonicalJSON
public import LifecycleModel
public import RuleLoading
public import Store

/// The open data of a store: tables of what the rules make public, and nothing else.
public struct PublicData: Sendable {
    /// A table with the values of its public columns.
    public struct Table: Sendable {
        /// Which table, and its columns, as the rules have them.
        public let rules: PublicRules.Table
        /// The rows, each with a value for every column.
        public let rows: [[JSONValue]]
    }

    /// What the rules call it.
    public let label: Phrase
    /// What it rests on.
    public let stamp: ReportStamp
    /// The tables, in the order of the rules.
    public let tables: [Table]
    /// How many tasks are left out as a whole, and why, in the order of the rules.
    public let withheld: [(rule: PublicRules.Withholding, tasks: Int)]

    /// Collects it.
    ///
    /// - Parameters:
    ///   - rules: what is public.
    ///   - day: the day the figures are as of; nil: that of the last event.
    /// - Throws: `UseCaseFault` when the log is empty, `DongFault` when a sum does not fit in 64 bits.
    public init(
        _ rules: PublicRules,
        by library: IndicatorLibrary,
        asOf day: CivilDate?,
        in reader: any StoreReader
    ) throws {
        label = rules.label
        stamp = try ReportStamp(asOf: day, in: reader)
        var hidden: Set<String> = []
        var counts = [Int](repeating: 0, count: rules.withheld.count)
        var rows: [TaskRow] = []
        try reader.eachTask(TaskFilter()) { row in
            let state = try TaskState(of: row)
            let reason = rules.withheld.firstIndex { rule in state.fact(rule.fact)?.text.map { rule.values.contains($0) } ?? false }
            if let reason {
                counts[reason] += 1
                hidden.insert(row.code)
            } else {
                var row = row
                row.snapshot = []
                rows.append(row)
            }
        }
        withheld = zip(rules.withheld, counts).map { ($0, $1) }
        let source = try PublicRows(rows, hiding: hidden, on: stamp.day, by: library, in: reader)
        tables = try rules.tables.map { table in
            let records = try source.records(of: table.name)
            return Table(rules: table, rows: records.map { record in table.columns.map { record[$0.name] ?? .null } })
        }
    }
}
