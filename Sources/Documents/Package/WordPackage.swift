/// A DOCX file (ISO/IEC 29500-2: a ZIP archive of parts) as its parts in order.
public struct WordPackage: Sendable, Hashable {
    /// One part.
    public struct Part: Sendable, Hashable {
        /// Its name, such as `word/document.xml`.
        public let name: String
        /// Its content.
        public var bytes: [UInt8]

        /// A part.
        public init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    /// The parts in the order of the archive.
    public var parts: [Part]

    /// A package of these parts.
    public init(parts: [Part]) {
        self.parts = parts
    }

    /// The content of a part.
    public func bytes(of name: String) -> [UInt8]? {
        parts.first { $0.name == name }?.bytes
    }

    /// Name of the main part.
    public static let mainPart = "word/document.xml"

    /// Names of the parts that hold text which is filled: the document, its headers and footers, its notes.
    public var textParts: [String] {
        parts.map(\.name).filter { name in
            guard name.hasPrefix("word/"), name.hasSuffix(".xml") else { return false }
            let file = name.dropFirst(5)
            return file == "document.xml" || file.hasPrefix("header") || file.hasPrefix("footer") || file == "footnotes.xml"
                || file == "endnotes.xml"
        }
    }
}
