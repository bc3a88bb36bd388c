import CLibXML2
import LifecycleModel

/// Steps through an XML text with libxml2, without keeping it: UTF-8 whatever it says of itself, so that it reads as it looks; no document type,
/// so no entities of its own; nothing from the network; within the limits.
public final class XMLReader {
    /// What stands next in the text.
    public enum Event: Sendable, Hashable {
        /// An element begins.
        case begin(name: String, attributes: [XMLElement.Attribute])
        /// The element that was begun last ends.
        case end
        /// Text.
        case text(String)
        /// White space alone, between elements or within one.
        case blank(String)
    }

    private let memory: UnsafeMutableRawBufferPointer
    private let reader: xmlTextReaderPtr
    private let part: String
    private let limits: PackageLimits
    private var depth = 0
    private var count = 0
    private var endsEmptyElement = false

    /// A reader at the beginning of a part.
    ///
    /// - Throws: `PackageFault` when there is nothing to read.
    public init(_ bytes: [UInt8], part: String, limits: PackageLimits = PackageLimits()) throws(PackageFault) {
        let options =
            XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue | XML_PARSE_IGNORE_ENC.rawValue
        // What goes wrong while letters are decoded is said on standard error otherwise, whatever the options; this is for this thread alone.
        xmlSetStructuredErrorFunc(nil) { _, _ in }
        // libxml2 reads from this memory as long as the reader lives.
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 1)
        memory.copyBytes(from: bytes)
        guard let start = memory.bindMemory(to: CChar.self).baseAddress, let size = Int32(exactly: bytes.count),
            let reader = xmlReaderForMemory(start, size, nil, "UTF-8", Int32(bitPattern: UInt32(options)))
        else {
            memory.deallocate()
            throw .broken(part, line: 1)
        }
        self.memory = memory
        self.reader = reader
        self.part = part
        self.limits = limits
    }

    deinit {
        xmlFreeTextReader(reader)
        memory.deallocate()
    }

    /// Part and line, for messages.
    public var place: String { "\(part):\(xmlTextReaderGetParserLineNumber(reader))" }

    /// The next event; nil after the root.
    ///
    /// - Throws: `PackageFault` with part and line for broken XML, a document type, entities, or too many or too deep elements.
    public func next() throws(PackageFault) -> Event? {
        if endsEmptyElement {
            endsEmptyElement = false
            depth -= 1
            return .end
        }
        while true {
            let step = xmlTextReaderRead(reader)
            guard step >= 0 else { throw .broken(part, line: Int(xmlTextReaderGetParserLineNumber(reader))) }
            guard step == 1 else { return nil }
            if let event = try event() { return event }
        }
    }

    private func event() throws(PackageFault) -> Event? {
        switch xmlTextReaderNodeType(reader) {
        case Int32(XML_READER_TYPE_ELEMENT.rawValue): return try begin()
        case Int32(XML_READER_TYPE_END_ELEMENT.rawValue):
            depth -= 1
            return .end
        case Int32(XML_READER_TYPE_TEXT.rawValue), Int32(XML_READER_TYPE_CDATA.rawValue):
            return .text(string(xmlTextReaderConstValue(reader)))
        case Int32(XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue), Int32(XML_READER_TYPE_WHITESPACE.rawValue):
            return .blank(string(xmlTextReaderConstValue(reader)))
        case Int32(XML_READER_TYPE_DOCUMENT_TYPE.rawValue), Int32(XML_READER_TYPE_ENTITY_REFERENCE.rawValue):
            throw PackageFault(
                .unsafe,
                at: place,
                Phrase(vi: "có khai báo DOCTYPE hoặc thực thể XML", en: "it declares a document type or XML entities")
            )
        default: return nil
        }
    }

    private func begin() throws(PackageFault) -> Event {
        count += 1
        guard count <= limits.elements, depth < limits.depth else {
            throw PackageFault(
                .unsafe,
                at: place,
                Phrase(vi: "XML quá lớn hoặc lồng quá sâu", en: "the XML is too large or too deeply nested")
            )
        }
        depth += 1
        endsEmptyElement = xmlTextReaderIsEmptyElement(reader) == 1
        let name = string(xmlTextReaderConstName(reader))
        var attributes: [XMLElement.Attribute] = []
        while xmlTextReaderMoveToNextAttribute(reader) == 1 {
            attributes.append(
                XMLElement.Attribute(
                    name: string(xmlTextReaderConstName(reader)),
                    value: string(xmlTextReaderConstValue(reader))
                )
            )
        }
        return .begin(name: name, attributes: attributes)
    }

    private func string(_ text: UnsafePointer<xmlChar>?) -> String {
        text.map { String(cString: $0) } ?? ""
    }
}

extension PackageFault {
    static func broken(_ part: String, line: Int) -> PackageFault {
        PackageFault(.brokenXML, at: "\(part):\(line)", Phrase(vi: "XML hỏng", en: "broken XML"))
    }
}
