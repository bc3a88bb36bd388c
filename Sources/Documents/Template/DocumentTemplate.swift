import LifecycleModel
public import OpenPackaging

/// A DOCX template: a document that people write in Word, with `{{tags}}` where values come in.
///
/// `{{field}}` and `{{field | way}}` print a value, `{{#each list}}…{{/each}}` repeats, `{{#if field}}…{{else}}…{{/if}}` chooses. Both ends of
/// a section stand in one paragraph, or each alone in a paragraph, or in cells of a table: then whole rows are repeated or left out.
public struct DocumentTemplate: Sendable {
    private let package: WordPackage
    private let compiled: [String: TemplateNode]
    private let order: [String]

    /// Reads and compiles a template.
    ///
    /// - Throws: `DocumentFault` for a file that is not whole or not safe, and for the first broken tag.
    public init(reading bytes: [UInt8], limits: PackageLimits = PackageLimits()) throws(DocumentFault) {
        try self.init(try WordPackage(reading: bytes, limits: limits), limits: limits)
    }

    /// Compiles the parts of a template.
    public init(_ package: WordPackage, limits: PackageLimits = PackageLimits()) throws(DocumentFault) {
        try PackageSafety(package: package, limits: limits).check()
        var compiled: [String: TemplateNode] = [:]
        for name in package.textParts {
            let root = try package.xml(name, limits: limits)
            try Self.checkNames(root, name)
            let node = try PartCompiler.compiled(root, part: name)
            try SectionDepth.check(node)
            compiled[name] = node
        }
        self.package = package
        self.compiled = compiled
        order = package.textParts
    }

    /// The fields it uses, in the order of their first use, and everything about them that does not fit the catalogue.
    public func check(with catalogue: FieldCatalogue) -> (fields: [String], faults: [DocumentFault]) {
        var check = TemplateCheck(catalogue)
        for name in order { if let node = compiled[name] { check.walk([node]) } }
        return (check.used, check.faults)
    }

    /// What came of filling a template.
    public struct Filled: Sendable {
        /// The document.
        public let package: WordPackage
        /// Fields that had no value, in order, each with its first place.
        public let empty: [EmptyField]
    }

    /// A field without a value.
    public struct EmptyField: Sendable, Hashable {
        /// The field.
        public let name: String
        /// Where it stands first.
        public let place: String
    }

    /// Fills the template. The same values always give the same document.
    ///
    /// - Parameters:
    ///   - values: by field; rows of lists by bare column name.
    ///   - catalogue: says which fields decide: a yes or no, and a choice that is compared, must be known, or the condition counts as empty
    ///     and neither side is printed. Nil takes what is not known as no.
    ///   - gap: what to print where a value is missing, by field; nil to leave nothing and name it in `empty`.
    public func filled(
        _ values: [String: FieldValue],
        asking catalogue: FieldCatalogue? = nil,
        gap: ((String) -> String)? = nil
    ) -> Filled {
        var package = package
        var filling = TemplateFilling(values, asking: catalogue, gap: gap)
        for index in package.parts.indices {
            guard let node = compiled[package.parts[index].name], case .element(let root)? = filling.filled(node).first else { continue }
            package.parts[index].bytes = root.document
        }
        return Filled(package: package, empty: filling.empty.map { EmptyField(name: $0.name, place: $0.place) })
    }

    private static let mainNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

    /// All tools write this namespace with the prefix `w`; a file that does not is refused rather than copied with its tags in it.
    private static func checkNames(_ root: XMLElement, _ part: String) throws(DocumentFault) {
        guard root.name.hasPrefix("w:"), root["xmlns:w"] == mainNamespace else {
            throw DocumentFault(
                .notAPackage,
                at: part,
                Phrase(vi: "không phải WordprocessingML chuyển tiếp", en: "not transitional WordprocessingML"),
                hint: Phrase(
                    vi: "Trong Word: Save As → Word Document (*.docx), không phải Strict Open XML",
                    en: "In Word: Save As → Word Document (*.docx), not Strict Open XML"
                )
            )
        }
    }
}
