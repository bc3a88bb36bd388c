import Foundation
public import Indicators
import LifecycleModel
import Rules

/// What the folder `indicators` of a rule directory says: books of indicators, definitions, goals, assigned jobs.
public struct IndicatorLibrary: Sendable {
    /// The folder.
    public static let folder = "indicators"
    /// The table of assigned jobs in it.
    public static let assignmentFile = "indicators/assignments.csv"

    /// Books by name.
    public internal(set) var books: [String: IndicatorBook] = [:]
    /// Definitions by name: the names that books give under `computed`.
    public internal(set) var definitions: [String: UseIndicator] = [:]
    /// Definitions of what is counted, by name: names that books give under `computed` or `known-part`.
    public internal(set) var counts: [String: CountIndicator] = [:]
    /// What programmes promised, in the order of the files.
    public internal(set) var goals: [ProgrammeGoals] = []
    /// Assigned jobs in the order of the table.
    public internal(set) var assignments: [Assignment] = []
    /// The roles that may report for any lead.
    public internal(set) var reporters: [String] = []

    /// Reads the folder; fails with every fault in it. A rule directory without one has nothing to say.
    public static func load(directory: String) throws(RuleFileFaults) -> IndicatorLibrary {
        let report = Report()
        let library = IndicatorReader(URL(filePath: directory, directoryHint: .isDirectory), report).library()
        guard !report.hasErrors else { throw RuleFileFaults(.indicators, diagnostics: report.diagnostics.sorted()) }
        return library
    }
}

/// Reads the folder of indicators file by file.
struct IndicatorReader {
    private let directory: URL
    private let report: Report

    init(_ directory: URL, _ report: Report) {
        self.directory = directory
        self.report = report
    }

    func library() -> IndicatorLibrary {
        var library = IndicatorLibrary()
        let folder = directory.appending(path: IndicatorLibrary.folder).path
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
        var goals: [Cursor] = []
        for name in names where name.hasSuffix(".yaml") && !name.hasPrefix(".") {
            report.places = SourceMap()
            read("\(IndicatorLibrary.folder)/\(name)", named: String(name.dropLast(".yaml".count)), into: &library, later: &goals)
        }
        // They name definitions, which stand in other files; a goal that stands in two of them is a fault.
        report.places = SourceMap()
        for cursor in goals { library.goals.append(ProgrammeGoals(cursor, in: library)) }
        if names.contains("assignments.csv") { library.assignments = AssignmentTable(directory, report).assignments() }
        return library
    }

    /// What a file holds is said by the key it begins with.
    private func read(_ path: String, named name: String, into library: inout IndicatorLibrary, later goals: inout [Cursor]) {
        let file = SourceFile.read(path, in: directory, report: report)
        guard let root = file.root else { return }
        let cursor = Cursor(root, at: .root, in: file, report: report)
        let keys = root.mapping?.compactMap { $0.key.scalar?.string } ?? []
        if keys.contains("book") {
            library.books[name] = IndicatorBook(cursor, named: name)
        } else if keys.contains("indicator") {
            library.definitions[name] = UseIndicator(cursor, named: name)
        } else if keys.contains("count") {
            library.counts[name] = CountIndicator(cursor, named: name)
        } else if keys.contains("goals") {
            goals.append(cursor)
        } else if keys.contains("assignments") {
            let fields = cursor.fields("assignments", "source", "reported-by")
            _ = fields.text("source")
            library.reporters = fields.required("reported-by")?.cited { $0.texts() } ?? []
        } else {
            cursor.fault(
                "unknown-file",
                Phrase(
                    vi: "tệp phải có một trong các khóa: book, indicator, count, goals, assignments",
                    en: "the file must have one of the keys book, indicator, count, goals, assignments"
                )
            )
        }
    }
}

extension Cursor {
    /// A value with the article it rests on: `{value, basis}`; a missing basis is an error.
    func cited<Value>(_ read: (Cursor) -> Value) -> Value? {
        let fields = fields("value", "basis")
        _ = fields.text("basis")
        return fields.required("value").map(read)
    }

    /// Reports a given name that should be the one of its file.
    func requireName(_ name: String) {
        guard let text = text(), text != name else { return }
        fault(
            "wrong-name",
            Phrase(vi: "‘\(text)’ nằm trong tệp ‘\(name).yaml’", en: "‘\(text)’ is in the file ‘\(name).yaml’"),
            hint: Phrase(vi: "hai tên phải giống nhau", en: "the two names must be the same")
        )
    }
}
