import Foundation
public import Indicators
import LifecycleModel
import Rules

/// What the folder `reports` of a rule directory says: the statistical form on tasks, when reports are due.
public struct ReportLibrary: Sendable {
    /// The folder.
    public static let folder = "reports"
    /// The statistical form on tasks in it.
    public static let formFile = "reports/form-04.yaml"
    /// The calendar of reports in it.
    public static let calendarFile = "reports/calendar.yaml"

    /// Statistical form 04; nil when there is no such file.
    public internal(set) var form: StatisticalForm?
    /// When reports are due; nil when there is no such file.
    public internal(set) var calendar: ReportCalendar?

    /// Reads the folder; fails with every fault in it. A rule directory without one has nothing to say.
    public static func load(directory: String) throws(RuleFileFaults) -> ReportLibrary {
        let report = Report()
        let library = ReportReader(URL(filePath: directory, directoryHint: .isDirectory), report).library()
        guard !report.hasErrors else { throw RuleFileFaults(.reports, diagnostics: report.diagnostics.sorted()) }
        return library
    }
}

/// Reads the files about reports.
struct ReportReader {
    private let directory: URL
    private let report: Report

    init(_ directory: URL, _ report: Report) {
        self.directory = directory
        self.report = report
    }

    /// The library, held against what stands beside it where a validator is given.
    func library(checkedBy validator: ReportValidator? = nil) -> ReportLibrary {
        var library = ReportLibrary()
        if let cursor = root(ReportLibrary.formFile) {
            let form = StatisticalForm(cursor, named: "form-04")
            library.form = form
            if let validator { report.add(validator.findings(in: form), fallback: ReportLibrary.formFile) }
        }
        if let cursor = root(ReportLibrary.calendarFile) {
            let calendar = ReportCalendar(cursor)
            library.calendar = calendar
            if let validator { report.add(validator.findings(in: calendar), fallback: ReportLibrary.calendarFile) }
        }
        return library
    }

    /// The content of a file; nil when it is not there or is no YAML, which is reported.
    private func root(_ path: String) -> Cursor? {
        guard FileManager.default.fileExists(atPath: directory.appending(path: path).path) else { return nil }
        report.places = SourceMap()
        let file = SourceFile.read(path, in: directory, report: report)
        return file.root.map { Cursor($0, at: .root, in: file, report: report) }
    }
}
