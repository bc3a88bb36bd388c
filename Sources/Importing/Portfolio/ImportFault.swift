public import LifecycleModel

/// Something in the files that keeps them from being imported, with its place.
public struct ImportFault: Error, ExplainedError, Sendable, Hashable {
    /// What kind of fault; programs rely on these words.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        // The folder and its files.
        case missingDirectory = "missing_directory"
        case missingFile = "missing_file"
        case misnamedFile = "misnamed_file"
        case unreadableFile = "unreadable_file"
        case emptyFile = "empty_file"
        case notText = "not_text"
        // The table.
        case missingColumn = "missing_column"
        case unknownColumn = "unknown_column"
        case duplicateColumn = "duplicate_column"
        case wrongCellCount = "wrong_cell_count"
        case brokenQuotes = "broken_quotes"
        // The text of a cell.
        case legacyEncoding = "legacy_encoding"
        case damagedText = "damaged_text"
        case decomposedText = "decomposed_text"
        case controlCharacter = "control_character"
        // The value of a cell.
        case missingValue = "missing_value"
        case badCode = "bad_code"
        case badDate = "bad_date"
        case futureDate = "future_date"
        case badNumber = "bad_number"
        case badMoney = "bad_money"
        case negativeMoney = "negative_money"
        case badWord = "bad_word"
        case badAddress = "bad_address"
        case badFacts = "bad_facts"
        case badDocuments = "bad_documents"
        // Rows among each other.
        case duplicateCode = "duplicate_code"
        case unknownReference = "unknown_reference"
        case yearsReversed = "years_reversed"
        case dateGoesBack = "date_goes_back"
        case dataOfErased = "data_of_erased"
        // What only rules and record can tell.
        case refusedByRules = "refused_by_rules"
        case differsFromRecord = "differs_from_record"
    }

    /// The file's name, or the folder's where no single file is meant.
    public let file: String
    /// The row as a spreadsheet counts, the header being 1; nil when the whole file is meant.
    public let row: Int?
    /// The line of the file on which the row begins; it is another number than the row's when cells above hold line breaks.
    public let line: Int?
    /// The column as it is headed in the file; nil when the whole row is meant.
    public let column: String?
    /// What kind of fault.
    public let code: Code
    /// What is wrong.
    public let message: Phrase
    /// How to mend it.
    public let hint: Phrase?

    /// What is wrong, without its place.
    public var phrase: Phrase { message }

    /// A fault.
    public init(file: String, row: Int? = nil, line: Int? = nil, column: String? = nil, code: Code, message: Phrase, hint: Phrase? = nil) {
        self.file = file
        self.row = row
        self.line = line
        self.column = column
        self.code = code
        self.message = message
        self.hint = hint
    }
}
