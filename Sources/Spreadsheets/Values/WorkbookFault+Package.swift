import LifecycleModel
import OpenPackaging

extension WorkbookFault {
    /// A fault of the file under a workbook, with what to do in a spreadsheet.
    init(_ fault: PackageFault) {
        let place = fault.place.isEmpty ? nil : Phrase(vi: fault.place, en: fault.place)
        let anew = Phrase(
            vi: "Mở bằng Excel hoặc LibreOffice rồi lưu lại dạng .xlsx",
            en: "Open it in Excel or LibreOffice and save it as .xlsx"
        )
        switch fault.code {
        case .notAnArchive:
            self.init(.notAWorkbook, at: place, Phrase(vi: "không phải tệp XLSX nguyên vẹn", en: "not an intact XLSX file"), hint: anew)
        case .encrypted: self = .encrypted(at: place)
        case .unsafe:
            self.init(
                .unsafe,
                at: place,
                fault.message,
                hint: Phrase(vi: "Chép các ô cần thiết sang một bảng tính mới", en: "Copy the cells that matter to a new workbook")
            )
        case .brokenXML: self.init(.broken, at: place, fault.message, hint: anew)
        case .notWritten: self.init(.notWritten, at: place, fault.message)
        }
    }

    /// Does something with a package, its faults translated.
    static func translating<Value>(_ work: () throws(PackageFault) -> Value) throws(WorkbookFault) -> Value {
        do throws(PackageFault) { return try work() } catch { throw WorkbookFault(error) }
    }
}
