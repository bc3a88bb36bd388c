import DelimitedText
import Foundation
import LifecycleModel

/// Writes a portfolio as the files that `PortfolioReader` reads; the same portfolio always gives the same bytes.
public struct PortfolioWriter: Sendable, Hashable {
    /// Whether the files begin with a byte order mark, by which Excel knows UTF-8.
    public var hasByteOrderMark: Bool

    /// A writer.
    public init(hasByteOrderMark: Bool = false) {
        self.hasByteOrderMark = hasByteOrderMark
    }

    /// All files, an empty one with its header alone.
    public func files(of portfolio: Portfolio) -> [PortfolioFile: [UInt8]] {
        let rows: [PortfolioFile: [[String]]] = [
            .organisations: [OrganisationColumn.allCases.map(\.rawValue)] + portfolio.organisations.map { row($0.value) },
            .people: people(portfolio.people.map(\.value)),
            .programmes: [ProgrammeColumn.inOrder.map(\.rawValue)] + portfolio.programmes.map { row($0.value) },
            .tasks: tasks(portfolio.tasks.map(\.value)),
            .history: [HistoryColumn.inOrder.map(\.rawValue)] + portfolio.history.map { row($0.value) },
            .yearBudgets: [YearBudgetColumn.inOrder.map(\.rawValue)] + portfolio.yearBudgets.map { $0.value.cells },
            .money: [MoneyColumn.inOrder.map(\.rawValue)] + portfolio.money.map { $0.value.cells },
        ]
        let writer = CSVWriter(lineEnding: .lineFeed)
        return rows.mapValues { Array(((hasByteOrderMark ? "\u{FEFF}" : "") + writer.text($0)).utf8) }
    }

    /// Writes the files into a folder, which is made when it is not there; each file is replaced as a whole.
    ///
    /// - Throws: The system's error when the folder cannot be written.
    public func write(_ portfolio: Portfolio, toFolder folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for (file, bytes) in files(of: portfolio).sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            try Data(bytes).write(to: URL(fileURLWithPath: folder).appendingPathComponent(file.name), options: .atomic)
        }
    }

    private func row(_ organisation: Organisation) -> [String] {
        [organisation.code.text, organisation.name, organisation.kind, organisation.province ?? ""]
    }

    /// The column for erased data stands there when somebody's were.
    private func people(_ people: [Person]) -> [[String]] {
        let columns = PersonColumn.allCases.filter { $0 != .erasedOn || people.contains { $0.erasure != nil } }
        return [columns.map(\.rawValue)] + people.map { Array(row($0).prefix(columns.count)) }
    }

    private func row(_ person: Person) -> [String] {
        [
            person.code.text, person.name, person.title ?? "", person.organisation?.text ?? "", person.field ?? "",
            person.roles.joined(separator: "|"), person.sex?.rawValue ?? "",
            person.email?.text ?? "", person.erasure?.day.description ?? "",
        ]
    }

    private func row(_ programme: Programme) -> [String] {
        [programme.code.text, programme.name, String(programme.years.lowerBound), String(programme.years.upperBound)]
    }

    /// The columns of all further facts stand behind the others, in alphabetical order.
    private func tasks(_ tasks: [TaskRegistration]) -> [[String]] {
        let paths = Set(tasks.flatMap { $0.facts.map(\.path) }).sorted()
        let header = TaskColumn.inOrder.map(\.rawValue) + paths
        return [header]
            + tasks.map { task in
                let facts = Dictionary(task.facts.map { ($0.path, $0.text) }) { first, _ in first }
                return TaskColumn.inOrder.map { cell($0, of: task) ?? "" } + paths.map { facts[$0] ?? "" }
            }
    }

    private func cell(_ column: TaskColumn, of task: TaskRegistration) -> String? {
        switch column {
        case .code: task.code.text
        case .title: task.title
        case .proposedOn: task.proposedOn.description
        case .year: task.year.map { String($0) }
        case .regime: task.regime
        case .level: task.level
        case .kind: task.kind
        case .field: task.field
        case .programme: task.programme?.text
        case .route: task.route
        case .host: task.host?.text
        case .investigator: task.investigator?.text
        case .orderer: task.orderer?.text
        case .stateMoney: task.stateMoney.map { String($0.amount) }
        case .counterpartMoney: task.counterpartMoney.map { String($0.amount) }
        case .months: task.months.map { String($0) }
        }
    }

    private static let signs: Set<UInt8> = [UInt8(ascii: "|"), UInt8(ascii: "=")]

    private func row(_ entry: HistoryEntry) -> [String] {
        let facts = entry.facts.map { "\($0.path)=\(EscapedList.escaped($0.text, Self.signs))" }
        return [
            entry.task.text, entry.happenedOn.description, entry.event, entry.machine ?? "", entry.actor, facts.joined(separator: "|"),
            entry.documents.map(\.text).joined(separator: "|"), entry.note ?? "",
        ]
    }
}
