/// A file of the Open Packaging Conventions (ISO/IEC 29500-2: a ZIP archive of parts), such as DOCX and XLSX, as its parts in order.
public struct OpenPackage: Sendable, Hashable {
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
}
