import CLibXLSXWriter
import Glibc
import LifecycleModel
import OpenPackaging
import Synchronization

/// Makes XLSX files (ISO/IEC 29500) of workbooks.
public struct WorkbookWriter: Sendable {
    // libxlsxwriter asks `gmtime` for the parts of a date, which threads share.
    private static let turn = Mutex(())

    /// A writer.
    public init() {}

    /// The file: the same workbook always gives the same bytes, whatever the version of the compression library.
    ///
    /// - Throws: `WorkbookFault` for what a spreadsheet would refuse, round or take for something else, and when the temporary folder
    ///   cannot be used.
    public func bytes(of workbook: Workbook) throws(WorkbookFault) -> [UInt8] {
        try WorkbookCheck(workbook: workbook).check()
        let folder = try TemporaryFolder()
        let path = folder.path + "/workbook.xlsx"
        let answer = Self.turn.withLock { _ -> Result<Void, WorkbookFault> in
            do throws(WorkbookFault) { return .success(try write(workbook, to: path)) } catch { return .failure(error) }
        }
        try answer.get()
        let written = try folder.content(of: path)
        var limits = PackageLimits()
        limits.fileBytes = .max
        limits.parts = .max
        limits.partBytes = .max
        limits.totalBytes = .max
        limits.ratio = .max
        // The archive anew, without compression and dates of its own.
        return try WorkbookFault.translating { () throws(PackageFault) in
            try OpenPackage(reading: written, limits: limits).archived()
        }
    }

    private func write(_ workbook: Workbook, to path: String) throws(WorkbookFault) {
        guard let target = workbook_new(path) else { throw .notWritten }
        do throws(WorkbookFault) {
            try describe(workbook, in: target)
            let formats = CellFormats(of: target)
            for sheet in workbook.sheets {
                guard let added = workbook_add_worksheet(target, VietnameseText.composed(sheet.name)) else { throw .notWritten }
                try SheetWriting(sheet: sheet, target: added, formats: formats).write()
            }
            for name in workbook.names {
                let answer = workbook_define_name(target, name.name, "=" + VietnameseText.composed(name.reference))
                guard answer == LXW_NO_ERROR else { throw .notWritten(answer) }
            }
        } catch {
            lxw_workbook_free(target)
            throw error
        }
        let answer = workbook_close(target)
        guard answer == LXW_NO_ERROR else { throw .notWritten(answer) }
    }

    private func describe(_ workbook: Workbook, in target: UnsafeMutablePointer<lxw_workbook>) throws(WorkbookFault) {
        let title = strdup(VietnameseText.composed(workbook.title))
        let author = strdup(VietnameseText.composed(workbook.author))
        defer {
            free(title)
            free(author)
        }
        var properties = lxw_doc_properties()
        properties.title = title
        properties.author = author
        // 0 would mean now to the library, and noon of any other day is the same day in every zone.
        properties.created = (Int(workbook.createdOn.daysSinceEpoch) * 24 + 12) * 3600
        let answer = workbook_set_properties(target, &properties)
        guard answer == LXW_NO_ERROR else { throw .notWritten(answer) }
    }
}
