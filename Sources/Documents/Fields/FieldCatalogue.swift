import LifecycleModel

/// All fields that templates may use, by name.
public struct FieldCatalogue: Sendable, Hashable {
    /// The fields in the order of the catalogue.
    public let fields: [FieldDefinition]
    private let places: [String: Int]

    /// The catalogue of these fields.
    ///
    /// - Throws: `DocumentFault` when a name is there twice or a column has no list.
    public init(_ fields: [FieldDefinition]) throws(DocumentFault) {
        var places: [String: Int] = [:]
        for (place, field) in fields.enumerated() {
            guard places.updateValue(place, forKey: field.name) == nil else {
                throw DocumentFault(
                    .wrongCatalogue,
                    at: field.name,
                    Phrase(vi: "trường được khai báo hai lần", en: "the field is declared twice")
                )
            }
        }
        for field in fields {
            guard let list = field.list else { continue }
            guard let place = places[list], fields[place].type == .list else {
                throw DocumentFault(
                    .wrongCatalogue,
                    at: field.name,
                    Phrase(vi: "cột này không thuộc danh sách nào", en: "the column belongs to no list")
                )
            }
        }
        self.fields = fields
        self.places = places
    }

    /// A field; columns by their full name.
    public subscript(name: String) -> FieldDefinition? {
        places[name].map { fields[$0] }
    }

    /// The columns of a list in their order.
    public func columns(of list: String) -> [FieldDefinition] {
        fields.filter { $0.list == list }
    }

    /// The field whose name looks most like this one.
    public func likeliest(_ name: String) -> String? {
        VietnameseText.nearest(to: name, among: fields.map(\.name)).first
    }

    /// An example of every field: lists get a row for each example of their columns.
    public var examples: [String: FieldValue] {
        var values: [String: FieldValue] = [:]
        for field in fields where field.source != .column {
            if field.type == .list {
                values[field.name] = .list(exampleRows(of: field.name))
            } else {
                values[field.name] = field.example.first
            }
        }
        return values
    }

    private func exampleRows(of list: String) -> [[String: FieldValue]] {
        let columns = columns(of: list)
        return (0..<(columns.map(\.example.count).max() ?? 0)).map { row in
            var cells: [String: FieldValue] = [:]
            for column in columns where row < column.example.count { cells[column.column] = column.example[row] }
            return cells
        }
    }
}
