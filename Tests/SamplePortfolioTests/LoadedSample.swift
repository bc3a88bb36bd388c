import Engine
import Importing
import LifecycleModel
import SQLiteStore
import SamplePortfolio
import Services
import Store
import TestSupport
import WorkingCalendar

/// The sample, replayed once into a temporary store for all tests of this target.
struct LoadedSample: Sendable {
    let folder: TemporaryFolder
    let surroundings: Surroundings
    let summary: ImportPortfolio.Summary

    static let shared = Result { try LoadedSample() }

    init() throws {
        folder = try TemporaryFolder()
        let library = RuleLibrary(directory: Sample.rules)
        let store = try SQLiteStore.create(folder.file("sample.db"))
        surroundings = Surroundings(
            store: store,
            actor: SamplePortfolio.clerk,
            today: SamplePortfolio.asOf,
            now: Moment(startOf: SamplePortfolio.asOf),
            calendar: WorkingCalendar(try HolidayTable(csv: library.holidays()))
        )
        _ = try AdoptedCalendar.adopt(library.holidays(), reason: "test", by: surroundings)
        summary = try ImportPortfolio(surroundings, library: library, vault: AttachmentVault(besides: folder.file("sample.db")))(
            Sample.portfolio,
            ImportPortfolio.Options()
        )
    }

    /// Loads the sample again.
    func again() throws -> ImportPortfolio.Summary {
        try ImportPortfolio(
            surroundings,
            library: RuleLibrary(directory: Sample.rules),
            vault: AttachmentVault(besides: folder.file("sample.db"))
        )(
            Sample.portfolio,
            ImportPortfolio.Options()
        )
    }

    /// All tasks, with their states.
    func tasks() throws -> [TaskRow] {
        try surroundings.store.read { reader in
            var rows: [TaskRow] = []
            try reader.eachTask(TaskFilter()) { rows.append($0) }
            return rows
        }
    }
}
