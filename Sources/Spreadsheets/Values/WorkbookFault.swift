public import LifecycleModel

/// Why a workbook cannot be read or written: where, what, and how to mend it.
public struct WorkbookFault: ExplainedError, Sendable, Hashable {
    /// What is wrong, for programs.
    public let code: Code
    /// The part of the file, or sheet and cell; nil for the file as a whole.
    public let place: Phrase?
    /// What is wrong.
    public let message: Phrase
    /// How to mend it.
    public let hint: Phrase?

    /// What can be wrong: an open list, stable words.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        case notAWorkbook = "not-an-xlsx"
        case oldFormat = "old-xls"
        case otherFormat = "other-spreadsheet"
        case encrypted = "encrypted-workbook"
        case macros = "workbook-macros"
        case unsafe = "unsafe-workbook"
        case tooLarge = "workbook-too-large"
        case broken = "broken-workbook"
        case missingPart = "missing-part"
        case brokenCell = "broken-cell"
        case unwritableSheet = "unwritable-sheet"
        case unwritableCell = "unwritable-cell"
        case notWritten = "workbook-not-written"
    }

    /// A fault.
    public init(_ code: Code, at place: Phrase? = nil, _ message: Phrase, hint: Phrase? = nil) {
        self.code = code
        self.place = place
        self.message = message
        self.hint = hint
    }

    /// Place and message as one sentence.
    public var phrase: Phrase {
        place.map { $0 + Phrase(vi: ": ", en: ": ") + message } ?? message
    }

    /// Where a cell is: `tờ «Dự toán», ô B7`.
    public static func place(_ sheet: String, _ cell: CellAddress) -> Phrase {
        place(sheet, CellRange(cell))
    }

    /// Where cells are: `tờ «Dự toán», ô A1:C3`.
    public static func place(_ sheet: String, _ range: CellRange) -> Phrase {
        Phrase(vi: "tờ «\(sheet)», ô \(range)", en: "sheet \"\(sheet)\", cell \(range)")
    }

    /// Where a sheet is: `tờ «Dự toán»`.
    public static func place(_ sheet: String) -> Phrase {
        Phrase(vi: "tờ «\(sheet)»", en: "sheet \"\(sheet)\"")
    }
}
