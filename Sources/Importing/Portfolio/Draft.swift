public import LifecycleModel

/// Where a value was read.
public struct SourceRow: Sendable, Hashable {
    /// The file's name.
    public let file: String
    /// The row as a spreadsheet counts, the header being 1.
    public let row: Int
    /// The line of the file on which the row begins.
    public let line: Int

    /// A place in a file of a portfolio.
    public init(file: PortfolioFile, row: Int, line: Int) {
        self.init(named: file.name, row: row, line: line)
    }

    /// A place in a file of that name.
    public init(named file: String, row: Int, line: Int) {
        self.file = file
        self.row = row
        self.line = line
    }

    /// A fault of this row, for what only the engine or the store can find.
    public func fault(_ code: ImportFault.Code, column: String? = nil, _ message: Phrase, hint: Phrase? = nil) -> ImportFault {
        ImportFault(file: file, row: row, line: line, column: column, code: code, message: message, hint: hint)
    }
}

/// A value as it stands in a file, not yet in the store.
public struct Draft<Value: Sendable & Hashable>: Sendable, Hashable {
    /// The value.
    public var value: Value
    /// Where it was read.
    public var source: SourceRow

    /// A draft.
    public init(_ value: Value, source: SourceRow) {
        self.value = value
        self.source = source
    }
}

/// An organisation to be registered.
public typealias OrganisationDraft = Draft<Organisation>
/// A person to be registered.
public typealias PersonDraft = Draft<Person>
/// A programme to be registered.
public typealias ProgrammeDraft = Draft<Programme>
/// A task to be registered.
public typealias TaskDraft = Draft<TaskRegistration>
/// What the province has to allot in a year.
public typealias YearBudgetDraft = Draft<YearBudgetEntry>
/// A row of the money of a task.
public typealias MoneyDraft = Draft<MoneyEntry>
/// Something that happened to a task, to be replayed.
public typealias HistoryDraft = Draft<HistoryEntry>
