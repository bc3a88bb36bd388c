import CLibXLSXWriter
import Glibc
import LifecycleModel

/// Writes through libxlsxwriter what may be typed into cells.
struct ValidationWriting {
    let validation: CellValidation
    let target: UnsafeMutablePointer<lxw_worksheet>

    func write() throws(WorkbookFault) {
        let texts = CTexts()
        var made = lxw_data_validation()
        made.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
        made.error_message = texts.copy(VietnameseText.composed(validation.message))
        var words: [UnsafeMutablePointer<CChar>?] = []
        switch validation.rule {
        case .oneOf(let list):
            made.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
            words = list.map { texts.copy(VietnameseText.composed($0)) } + [nil]
        case .oneOfCells(let sheet, let range):
            made.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
            made.value_formula = texts.copy("=" + DefinedName.reference(sheet: VietnameseText.composed(sheet), range: range))
        case .whole(let range):
            made.validate = UInt8(LXW_VALIDATION_TYPE_INTEGER.rawValue)
            made.minimum_number = Double(range.lowerBound)
            made.maximum_number = Double(range.upperBound)
        case .date(let range):
            made.validate = UInt8(LXW_VALIDATION_TYPE_DATE_NUMBER.rawValue)
            made.minimum_number = Double(DateSystem.serial(of: range.lowerBound) ?? 0)
            made.maximum_number = Double(DateSystem.serial(of: range.upperBound) ?? 0)
        }
        let range = validation.range
        let answer = words.withUnsafeMutableBufferPointer { list in
            if !list.isEmpty { made.value_list = list.baseAddress }
            return worksheet_data_validation_range(
                target,
                lxw_row_t(range.first.row - 1),
                lxw_col_t(range.first.column - 1),
                lxw_row_t(range.last.row - 1),
                lxw_col_t(range.last.column - 1),
                &made
            )
        }
        guard answer == LXW_NO_ERROR else { throw .notWritten(answer) }
    }
}

/// Texts for C, as long as this object lives.
private final class CTexts {
    private var copies: [UnsafeMutablePointer<CChar>] = []

    func copy(_ text: String) -> UnsafeMutablePointer<CChar>? {
        guard let copy = strdup(text) else { return nil }
        copies.append(copy)
        return copy
    }

    deinit {
        for copy in copies { free(copy) }
    }
}
