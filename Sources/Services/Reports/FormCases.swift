import CanonicalJSON
import Engine
public import Indicators
public import LifecycleModel
public import Store

/// What a statistical form asks of the tasks of a store.
public struct FormCases: Sendable {
    /// Every task that was ever awarded or accepted, by code.
    public let cases: [FormCase]

    /// Reads the tasks.
    ///
    /// - Parameter day: the day that is taken for today; whatever is on record is known by its end.
    public init(today day: CivilDate, in reader: any StoreReader) throws {
        let hosts = try Self.words("kind", of: .organisation, in: reader)
        let sexes = try Self.words("sex", of: .person, in: reader).compactMapValues { Person.Sex(rawValue: $0) }
        let history = try UseHistory(today: day, in: reader)
        let results = Dictionary(grouping: history.results(knownOn: day), by: \.task)
        var cases: [FormCase] = []
        try reader.eachTask(TaskFilter()) { row in
            guard row.awardedOn != nil || row.acceptedOn != nil else { return }
            let state = try TaskState(of: row)
            let one = FormCase(
                task: row.code,
                title: row.title,
                kind: row.kind,
                level: row.level,
                field: row.field,
                hostKind: row.host.flatMap { hosts[$0] },
                stateMoney: row.stateMoney,
                otherMoney: row.counterpartMoney,
                sex: row.investigator.flatMap { sexes[$0] },
                awardedOn: row.awardedOn,
                runningOn: state.reached["running"],
                acceptedOn: row.acceptedOn,
                endedOn: state.end == nil ? nil : state.movedOn,
                results: results[row.code] ?? []
            )
            cases.append(one)
        }
        self.cases = cases
    }

    /// A word of every entry of a register that has it, by code.
    private static func words(
        _ key: String,
        of kind: EventRecord.Subject.Kind,
        in reader: any StoreReader
    ) throws -> [String: String] {
        Dictionary(try reader.allRegistered(kind).compactMap { entry in entry.value[key]?.string.map { (entry.code, $0) } }) { first, _ in
            first
        }
    }
}
