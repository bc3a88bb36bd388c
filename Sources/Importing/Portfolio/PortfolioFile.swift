/// The files of a portfolio's folder, in the order in which they are read.
public enum PortfolioFile: String, Sendable, Hashable, CaseIterable {
    /// Organisations.
    case organisations
    /// People.
    case people
    /// Programmes.
    case programmes
    /// Tasks; the only file that must be there.
    case tasks
    /// What happened to the tasks.
    case history
    /// What there is to allot, by year.
    case yearBudgets = "year-budgets"
    /// The money of the tasks, line by line.
    case money

    /// The file's name.
    public var name: String { rawValue + ".csv" }
}
