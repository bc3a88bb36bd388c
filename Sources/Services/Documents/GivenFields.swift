import CanonicalJSON
import Documents
import LifecycleModel

/// Values that a person gives when a document is made, by field, checked against the catalogue.
struct GivenFields {
    let values: [String: FieldValue]

    /// Reads an object: text, numbers, true and false for fields; for lists an array of objects with their columns.
    ///
    /// - Throws: `UseCaseFault` naming the first field that is unknown or has a wrong value.
    init(_ json: JSONValue, catalogue: FieldCatalogue) throws {
        guard let object = json.object else {
            throw UseCaseFault(
                .badData,
                "wrong-data",
                Phrase(vi: "Dữ liệu cho văn bản phải là một đối tượng JSON", en: "The data of a document must be a JSON object")
            )
        }
        var values: [String: FieldValue] = [:]
        for name in object.keys {
            guard let field = catalogue[name], field.source != .column else { throw Self.unknown(name, catalogue) }
            values[name] = try Self.value(object[name] ?? .null, of: field, catalogue)
        }
        self.values = values
    }

    private static func value(_ json: JSONValue, of field: FieldDefinition, _ catalogue: FieldCatalogue) throws -> FieldValue {
        guard field.type == .list else { return try plain(json, of: field) }
        guard let rows = json.array else { throw wrong(field, Phrase(vi: "cần một danh sách", en: "a list is needed")) }
        return .list(
            try rows.map { row in
                guard let object = row.object else {
                    throw wrong(field, Phrase(vi: "mỗi dòng là một đối tượng", en: "each row is an object"))
                }
                var cells: [String: FieldValue] = [:]
                for column in object.keys {
                    guard let definition = catalogue["\(field.name).\(column)"] else {
                        throw unknown("\(field.name).\(column)", catalogue)
                    }
                    cells[column] = try plain(object[column] ?? .null, of: definition)
                }
                return cells
            }
        )
    }

    private static func plain(_ json: JSONValue, of field: FieldDefinition) throws -> FieldValue {
        do throws(DocumentFault) {
            switch json {
            case .string(let text): return try field.type.value(try checked(text, field), of: field.name)
            case .int(let number): return try field.type.value(String(number), of: field.name)
            case .bool(let value) where field.type == .flag: return .flag(value)
            default:
                throw DocumentFault(
                    .wrongValue,
                    at: field.name,
                    Phrase(vi: "cần \(field.type.meaning.vi)", en: "\(field.type.meaning.en) is needed")
                )
            }
        } catch {
            throw UseCaseFault(error)
        }
    }

    private static func checked(_ text: String, _ field: FieldDefinition) throws(DocumentFault) -> String {
        do throws(TextFault) {
            return try CheckedText(text, longest: FactReading.longest).text
        } catch {
            throw DocumentFault(.wrongValue, at: field.name, error.phrase)
        }
    }

    private static func wrong(_ field: FieldDefinition, _ message: Phrase) -> UseCaseFault {
        UseCaseFault(DocumentFault(.wrongValue, at: field.name, message))
    }

    private static func unknown(_ name: String, _ catalogue: FieldCatalogue) -> UseCaseFault {
        UseCaseFault(
            .badData,
            "unknown-field",
            Phrase(vi: "Không có trường «\(name)»", en: "There is no field \"\(name)\""),
            hint: catalogue.likeliest(name).map { Phrase(vi: "Có phải «\($0)»?", en: "Did you mean \"\($0)\"?") }
        )
    }
}
