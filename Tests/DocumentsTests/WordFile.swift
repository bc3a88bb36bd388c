import OpenPackaging

@testable import Documents

/// Hand-made Word files for tests.
enum WordFile {
    static let contentTypes = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"
    static let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

    /// A package with that body.
    static func package(_ body: String, more: [(String, String)] = []) -> WordPackage {
        WordPackage(
            parts: ([("[Content_Types].xml", contentTypes), (WordPackage.mainPart, document(body))] + more).map {
                WordPackage.Part(name: $0, bytes: Array($1.utf8))
            }
        )
    }

    static func document(_ body: String) -> String {
        "<?xml version=\"1.0\"?><w:document xmlns:w=\"\(namespace)\"><w:body>\(body)</w:body></w:document>"
    }

    /// A paragraph whose text is cut into these runs.
    static func p(_ runs: String...) -> String {
        "<w:p>" + runs.map { "<w:r><w:t xml:space=\"preserve\">\($0)</w:t></w:r>" }.joined() + "</w:p>"
    }

    /// A table of rows of cells of one paragraph each.
    static func table(_ rows: [[String]]) -> String {
        "<w:tbl>" + rows.map { "<w:tr>" + $0.map { "<w:tc>\(p($0))</w:tc>" }.joined() + "</w:tr>" }.joined() + "</w:tbl>"
    }

    static func template(_ body: String) throws -> DocumentTemplate {
        try DocumentTemplate(package(body))
    }

    /// The outline of the filled template.
    static func filled(_ body: String, _ values: [String: FieldValue]) throws -> DocumentOutline {
        try DocumentOutline(of: template(body).filled(values).package)
    }
}
