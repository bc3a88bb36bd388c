import LifecycleModel

extension FieldCatalogue {
    static let columns = ["field", "type", "meaning_vi", "meaning_en", "example", "source"]

    /// Reads `fields.csv`: field, type, meaning in Vietnamese and English, example (of columns: one for each row, parted by ` ; `), source.
    ///
    /// - Throws: `DocumentFault` with the line.
    public init(reading bytes: [UInt8], file: String) throws(DocumentFault) {
        let table = try DocumentTable(bytes, file: file, columns: Self.columns)
        var fields: [FieldDefinition] = []
        for row in table.rows { fields.append(try FieldDefinition(row)) }
        try self.init(fields)
    }
}

extension FieldDefinition {
    fileprivate init(_ row: DocumentTable.Row) throws(DocumentFault) {
        let name = row["field"]
        guard let type = FieldType(rawValue: row["type"]) else {
            throw row.fault(
                Phrase(vi: "kiểu «\(row["type"])» không có", en: "there is no type \"\(row["type"])\""),
                hint: Phrase(
                    vi: "Các kiểu: \(FieldType.allCases.map(\.rawValue).joined(separator: ", "))",
                    en: "Types: \(FieldType.allCases.map(\.rawValue).joined(separator: ", "))"
                )
            )
        }
        guard let source = FieldSource(row["source"]) else {
            throw row.fault(Phrase(vi: "nguồn «\(row["source"])» sai dạng", en: "the source \"\(row["source"])\" is not well formed"))
        }
        guard TemplateTag.isFieldName(name), !row["meaning_vi"].isEmpty else {
            throw row.fault(Phrase(vi: "tên trường hoặc ý nghĩa sai, thiếu", en: "name or meaning of the field is wrong or missing"))
        }
        let examples = source == .column ? row["example"].split(separator: " ; ").map(String.init) : [row["example"]]
        var values: [FieldValue] = []
        if type != .list {
            for example in examples where !example.isEmpty {
                values.append(try type.value(example, of: "\(row.place) \(name)"))
            }
            guard !values.isEmpty else { throw row.fault(Phrase(vi: "trường «\(name)» thiếu ví dụ", en: "no example of \"\(name)\"")) }
        }
        self.init(name: name, type: type, meaning: Phrase(vi: row["meaning_vi"], en: row["meaning_en"]), example: values, source: source)
    }
}
