import Engine
public import Indicators
import LifecycleModel
public import Store

/// The tasks that counts may take in, read from the rows beside the log.
public struct CountHistory: Sendable {
    /// Every task that was ever awarded or accepted.
    public let tasks: [CountedTask]

    /// Reads them; contracts of commercialisation only where something counts them.
    public init(for terms: CountIndicator.Terms, in reader: any StoreReader) throws {
        let countsContracts = terms.subject == .resultsCommercialised
        func counted(_ row: TaskRow, contracts: [CountedTask.Contract] = []) -> CountedTask? {
            guard row.awardedOn != nil || row.acceptedOn != nil else { return nil }
            return CountedTask(
                code: row.code,
                title: row.title,
                level: row.level,
                programme: row.programme,
                field: row.field,
                host: row.host,
                route: row.route,
                awardedOn: row.awardedOn,
                acceptedOn: row.acceptedOn,
                endedOn: row.end == nil ? nil : row.lastHappenedOn,
                contracts: contracts
            )
        }
        guard countsContracts else {
            tasks = try reader.tasks(TaskFilter()).compactMap { counted($0) }
            return
        }
        var tasks: [CountedTask] = []
        try reader.eachTask(TaskFilter()) { row in
            if let one = counted(row, contracts: try Self.contracts(of: row)) { tasks.append(one) }
        }
        self.tasks = tasks
    }

    private static func contracts(of row: TaskRow) throws -> [CountedTask.Contract] {
        guard row.acceptedOn != nil else { return [] }
        return try (TaskState(of: row).machines["commercialisation"] ?? []).compactMap { contract in
            guard let result = contract.facts["result"]?.int, let signedOn = contract.facts["signed_on"]?.date else { return nil }
            return CountedTask.Contract(result: Int(result), signedOn: signedOn)
        }
    }
}
