import Engine
import Foundation
import Importing
import LifecycleModel
import SQLiteStore
import SamplePortfolio
import Services
import Store
import WorkingCalendar

/// Stores filled with the made-up portfolio, through the same import that people use.
struct SampleStore {
    let store: SQLiteStore
    let path: String
    let calendar: WorkingCalendar
    let library = RuleLibrary(directory: Places.workflows)

    /// Makes an empty store with the holiday table adopted.
    init(creating path: String) throws {
        self.path = path
        store = try SQLiteStore.create(path)
        let holidays = try library.holidays()
        calendar = WorkingCalendar(try HolidayTable(csv: holidays))
        _ = try AdoptedCalendar.adopt(holidays, reason: "benchmark", by: surroundings())
    }

    /// Opens one that was made before.
    init(opening path: String) throws {
        self.path = path
        store = try SQLiteStore.open(path)
        calendar = WorkingCalendar(try HolidayTable(csv: try library.holidays()))
    }

    /// What use cases need.
    func surroundings(actor: String = "system") -> Surroundings {
        Surroundings(
            store: store,
            actor: actor,
            today: SamplePortfolio.asOf,
            now: Moment(startOf: SamplePortfolio.asOf),
            calendar: calendar
        )
    }

    /// Imports a portfolio.
    func load(_ portfolio: Portfolio) throws {
        let load = ImportPortfolio(surroundings(), library: library, vault: AttachmentVault(besides: path))
        _ = try load(portfolio, ImportPortfolio.Options())
    }
}
