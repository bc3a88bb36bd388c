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
        var filter = TaskFilter()
        filter.includesSnapshots = countsContracts
        tasks = try reader.tasks(filter).filter { $0.awardedOn != nil || $0.acceptedOn != nil }.map { row in
            CountedTask(
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
                contracts: countsContracts ? try Self.contracts(of: row) : []
            )
        }
    }

    private static func contracts(of row: TaskRow) throws -> [CountedTask.Contract] {
        guard row.acceptedOn != nil else { return [] }
        return try (TaskState(of: row).machines["commercialisation"] ?? []).compactMap { contract in
            guard let result = contract.facts["result"]?.int, let signedOn = contract.facts["signed_on"]?.date else { return nil }
            return CountedTask.Contract(result: Int(result), signedOn: signedOn)
        }
    }
}
