import DelimitedText
import Foundation
import Indicators
import LifecycleModel
import PlainFiles
import Rules

/// Reads the table of assigned jobs.
struct AssignmentTable {
    /// The columns in order.
    static let columns = ["number", "part", "heading", "content", "lead", "partners", "product", "due", "due_on"]

    private let directory: URL
    private let report: Report

    init(_ directory: URL, _ report: Report) {
        self.directory = directory
        self.report = report
    }

    /// The jobs; faults go to the report with their line and, as column, the cell counted from 1.
    func assignments() -> [Assignment] {
        let path = directory.appending(path: IndicatorLibrary.assignmentFile).path
        guard let bytes = try? PlainFile.read(path, atMost: SourceFile.sizeLimit, followsLinks: true) else {
            report.add(.unreadable(IndicatorLibrary.assignmentFile))
            return []
        }
        var reader = CSVReader(bytes, delimiter: .comma)
        var assignments: [Assignment] = []
        var numbers: Set<String> = []
        var isHeader = true
        while let record = next(&reader) {
            if record.cells == [""] { continue }
            if isHeader {
                isHeader = false
                guard record.cells == Self.columns else {
                    let names = Self.columns.joined(separator: ",")
                    fault(record.line, 1, "wrong-header", Phrase(vi: "dòng đầu phải là \(names)", en: "the first line must be \(names)"))
                    return []
                }
                continue
            }
            guard let assignment = assignment(record) else { continue }
            if !numbers.insert(assignment.number).inserted {
                fault(
                    record.line,
                    1,
                    "duplicate-name",
                    Phrase(vi: "số ‘\(record.cells[0])’ đã có", en: "there is a ‘\(record.cells[0])’ already")
                )
            }
            assignments.append(assignment)
        }
        return assignments
    }

    private func next(_ reader: inout CSVReader) -> CSVRecord? {
        do { return try reader.next() } catch {
            fault(
                error.line,
                error.cell,
                "broken-quotes",
                Phrase(vi: "dấu ngoặc kép không đóng đúng", en: "quotes are not closed as they should")
            )
            return nil
        }
    }

    private func assignment(_ record: CSVRecord) -> Assignment? {
        let cells = record.cells
        guard cells.count == Self.columns.count else {
            fault(
                record.line,
                1,
                "wrong-count",
                Phrase(
                    vi: "dòng có \(cells.count) ô, cần \(Self.columns.count)",
                    en: "the line has \(cells.count) cells, not \(Self.columns.count)"
                )
            )
            return nil
        }
        for index in [0, 3, 4, 6, 7] where cells[index].isEmpty {
            fault(
                record.line,
                index + 1,
                "missing-key",
                Phrase(vi: "ô ‘\(Self.columns[index])’ trống", en: "‘\(Self.columns[index])’ is empty")
            )
        }
        var dueOn: CivilDate?
        if !cells[8].isEmpty {
            do throws(CivilDateFault) { dueOn = try CivilDate(parsing: cells[8]) } catch {
                fault(record.line, 9, "wrong-type", error.phrase)
            }
        }
        return Assignment(
            number: cells[0],
            heading: cells[2],
            content: cells[3],
            lead: cells[4],
            partners: cells[5],
            product: cells[6],
            due: cells[7],
            dueOn: dueOn
        )
    }

    private func fault(_ line: Int, _ column: Int, _ code: String, _ message: Phrase) {
        report.add(
            Diagnostic(
                severity: .error,
                file: IndicatorLibrary.assignmentFile,
                line: line,
                column: column,
                code: code,
                message: message
            )
        )
    }
}
