public import OpenPackaging

/// A DOCX file as its parts in order.
public struct WordPackage: Sendable, Hashable {
    /// One part.
    public typealias Part = OpenPackage.Part

    /// The parts in the order of the archive.
    public var parts: [Part]

    /// A package of these parts.
    public init(parts: [Part]) {
        self.parts = parts
    }

    /// Unpacks a DOCX file within the limits.
    ///
    /// - Throws: `DocumentFault` for anything that is no archive, is encrypted, has too many or too large parts, names that lead
    ///   elsewhere, or the same name twice.
    public init(reading bytes: [UInt8], limits: PackageLimits = PackageLimits()) throws(DocumentFault) {
        do throws(PackageFault) { parts = try OpenPackage(reading: bytes, limits: limits).parts } catch { throw DocumentFault(error) }
    }

    /// The DOCX file; the same parts always give the same bytes.
    ///
    /// - Throws: `DocumentFault` when memory is short.
    public func archived() throws(DocumentFault) -> [UInt8] {
        do throws(PackageFault) { return try OpenPackage(parts: parts).archived() } catch { throw DocumentFault(error) }
    }

    /// The content of a part.
    public func bytes(of name: String) -> [UInt8]? {
        parts.first { $0.name == name }?.bytes
    }

    /// A part read as XML; an empty or missing part is broken XML.
    func xml(_ name: String, limits: PackageLimits = PackageLimits()) throws(DocumentFault) -> XMLElement {
        do throws(PackageFault) {
            return try XMLElement(reading: bytes(of: name) ?? [], part: name, limits: limits)
        } catch {
            throw DocumentFault(error)
        }
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
