import Foundation
import RuleLoading
import Rules
import Scenarios
import WorkingCalendar

/// The rule files that come along, and the scenarios beside them.
enum Shipped {
    static let regimes = ["law-2013", "law-2025", "base-level"]

    static let directory = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("workflows").path

    /// The results of playing every suite, by regime.
    static let results: [String: SuiteResult] = {
        do {
            let library = try WorkflowLibrary.load(directory: directory)
            let suites = try WorkflowLibrary.scenarios(directory: directory, regimes: library.regimes.values.map(\.regime))
            let text = try String(contentsOfFile: library.holidayTable, encoding: .utf8)
            let calendar = WorkingCalendar(try HolidayTable(csv: text))
            return Dictionary(
                suites.compactMap { suite in
                    library.regimes[suite.regime].map { (suite.regime, run(suite, on: $0, calendar: calendar, measuring: true)) }
                }
            ) { first, _ in first }
        } catch {
            return [:]
        }
    }()
}
