import LifecycleModel
import OpenPackaging

/// Tells a workbook from the files people take for one.
enum WorkbookKind {
    /// Refuses what is no archive: the old format of Excel, and workbooks with a password, which look like it.
    static func check(_ bytes: [UInt8]) throws(WorkbookFault) {
        guard bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) else { return }
        let mark = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        if bytes.indices.contains(where: { bytes[$0] == mark[0] && bytes[$0...].starts(with: mark) }) { throw .encrypted() }
        throw WorkbookFault(
            .oldFormat,
            Phrase(vi: "tệp Excel kiểu cũ (.xls)", en: "an old Excel file (.xls)"),
            hint: Phrase(
                vi: "Mở bằng Excel hoặc LibreOffice, lưu lại dạng .xlsx",
                en: "Open it in Excel or LibreOffice and save it as .xlsx"
            )
        )
    }

    /// Refuses archives that are something else, and workbooks with macros.
    static func check(_ package: OpenPackage) throws(WorkbookFault) {
        for part in package.parts {
            let name = part.name.lowercased()
            let isMacro =
                name.hasSuffix("vbaproject.bin") || name.contains("/macrosheets/")
                || (name == "[content_types].xml" && String(decoding: part.bytes, as: UTF8.self).lowercased().contains("macroenabled"))
            if isMacro {
                throw WorkbookFault(
                    .macros,
                    at: Phrase(vi: part.name, en: part.name),
                    Phrase(vi: "bảng tính chứa macro", en: "the workbook has macros"),
                    hint: Phrase(vi: "Lưu lại dạng .xlsx (không phải .xlsm)", en: "Save it as .xlsx (not .xlsm)")
                )
            }
            if let other = other(name, part) {
                throw WorkbookFault(
                    .otherFormat,
                    Phrase(vi: "đây là \(other.vi), không phải .xlsx", en: "this is \(other.en), not .xlsx"),
                    hint: Phrase(vi: "Lưu bảng tính dạng Excel (.xlsx)", en: "Save the workbook as Excel (.xlsx)")
                )
            }
        }
    }

    private static func other(_ name: String, _ part: OpenPackage.Part) -> Phrase? {
        switch name {
        case "xl/workbook.bin": Phrase(vi: "bảng tính nhị phân (.xlsb)", en: "a binary workbook (.xlsb)")
        case "word/document.xml": Phrase(vi: "văn bản Word (.docx)", en: "a Word document (.docx)")
        case "mimetype" where part.bytes.starts(with: "application/vnd.oasis.opendocument".utf8):
            Phrase(vi: "tệp OpenDocument (.ods)", en: "an OpenDocument file (.ods)")
        default: nil
        }
    }
}

extension WorkbookFault {
    static func encrypted(at place: Phrase? = nil) -> WorkbookFault {
        WorkbookFault(
            .encrypted,
            at: place,
            Phrase(vi: "bảng tính có mật khẩu", en: "the workbook has a password"),
            hint: Phrase(
                vi: "Mở bằng mật khẩu, bỏ mật khẩu (File → Info → Protect Workbook → Encrypt with Password), lưu lại",
                en: "Open it, take the password away (File → Info → Protect Workbook → Encrypt with Password), save it"
            )
        )
    }
}
