import Documents
import Indicators
import Jobs
import LifecycleModel
import RuleLoading
import Services
import Spreadsheets
import Store

/// The periodic reports of the rule directory's calendar, as workbooks and documents.
struct DueReports: ReportMaking {
    let library: RuleLibrary

    func due(in span: ClosedRange<CivilDate>) throws -> [ReportPack] {
        guard let calendar = try library.reports().calendar else { return [] }
        return calendar.due(in: span).map { due in
            ReportPack(id: due.id, day: due.covers.upperBound, label: due.entry.label)
        }
    }

    func files(of pack: ReportPack, in reader: any StoreReader) throws -> [(name: String, bytes: [UInt8])] {
        guard let calendar = try library.reports().calendar,
            let due = calendar.due(in: pack.day...pack.day).first(where: { $0.id == pack.id })
        else { return [] }
        let view = try PeriodView(
            entry: due.entry,
            covers: due.covers,
            moves: calendar.moves,
            indicators: library.indicators(),
            showsBook: due.entry.id == "yearly",
            stamp: ReportStamp(asOf: pack.day, in: reader),
            reader: reader
        )
        let workbook = try WorkbookWriter().bytes(of: view.workbook)
        do throws(DocumentFault) {
            return [("\(pack.id).xlsx", workbook), ("\(pack.id).docx", try view.paper.archived())]
        } catch { throw UseCaseFault(error) }
    }
}

extension ReportCalendar.Due {
    /// Names the report and its period for files: `monthly-2025-11`.
    fileprivate var id: String {
        let day = covers.upperBound
        return entry.isMonthly ? "\(entry.id)-\(day.description.prefix(7))" : "\(entry.id)-\(day.year)"
    }
}
