import CLibXML2
import LifecycleModel

extension XMLElement {
    /// Reads an XML text with libxml2: no document type, so no entities of its own; nothing from the network; within the limits.
    ///
    /// - Throws: `DocumentFault` with part and line.
    init(reading bytes: [UInt8], part: String, limits: PackageLimits = PackageLimits()) throws(DocumentFault) {
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        var result: Result<XMLElement, DocumentFault> = .failure(.broken(part, line: 1))
        bytes.withUnsafeBytes { raw in
            guard let start = raw.bindMemory(to: CChar.self).baseAddress, let size = Int32(exactly: raw.count),
                let reader = xmlReaderForMemory(start, size, nil, nil, Int32(bitPattern: UInt32(options)))
            else { return }
            defer { xmlFreeTextReader(reader) }
            var building = TreeBuilding(reader: reader, part: part, limits: limits)
            do throws(DocumentFault) { result = .success(try building.tree()) } catch { result = .failure(error) }
        }
        self = try result.get()
    }
}

/// Builds the tree from libxml2's reader.
private struct TreeBuilding {
    let reader: xmlTextReaderPtr
    let part: String
    let limits: PackageLimits
    private var open: [XMLElement] = []
    private var count = 0

    init(reader: xmlTextReaderPtr, part: String, limits: PackageLimits) {
        self.reader = reader
        self.part = part
        self.limits = limits
    }

    mutating func tree() throws(DocumentFault) -> XMLElement {
        var root: XMLElement?
        while true {
            let step = xmlTextReaderRead(reader)
            guard step >= 0 else { throw .broken(part, line: line) }
            guard step == 1 else { break }
            if let done = try take() { root = done }
        }
        guard let root else { throw .broken(part, line: line) }
        return root
    }

    private var line: Int { Int(xmlTextReaderGetParserLineNumber(reader)) }

    /// Takes one node; answers with the root once it is closed.
    private mutating func take() throws(DocumentFault) -> XMLElement? {
        switch xmlTextReaderNodeType(reader) {
        case Int32(XML_READER_TYPE_ELEMENT.rawValue):
            let isEmpty = xmlTextReaderIsEmptyElement(reader) == 1
            try begin()
            return isEmpty ? close() : nil
        case Int32(XML_READER_TYPE_END_ELEMENT.rawValue):
            return close()
        case Int32(XML_READER_TYPE_TEXT.rawValue), Int32(XML_READER_TYPE_CDATA.rawValue):
            append(text: string(xmlTextReaderConstValue(reader)))
        case Int32(XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue), Int32(XML_READER_TYPE_WHITESPACE.rawValue):
            // Blanks between elements are layout of the file; within a text element they are text.
            if let name = open.last?.name, name.hasSuffix(":t") || name.hasSuffix("Text") {
                append(text: string(xmlTextReaderConstValue(reader)))
            }
        case Int32(XML_READER_TYPE_DOCUMENT_TYPE.rawValue), Int32(XML_READER_TYPE_ENTITY_REFERENCE.rawValue):
            throw DocumentFault(
                .unsafePackage,
                at: "\(part):\(line)",
                Phrase(vi: "có khai báo DOCTYPE hoặc thực thể XML", en: "it declares a document type or XML entities"),
                hint: Phrase(vi: "Lưu lại tệp bằng Word", en: "Save the file anew with Word")
            )
        default: break
        }
        return nil
    }

    private mutating func begin() throws(DocumentFault) {
        count += 1
        guard count <= limits.elements, open.count < limits.depth else {
            throw DocumentFault(
                .unsafePackage,
                at: "\(part):\(line)",
                Phrase(vi: "XML quá lớn hoặc lồng quá sâu", en: "the XML is too large or too deeply nested")
            )
        }
        var element = XMLElement(string(xmlTextReaderConstName(reader)))
        while xmlTextReaderMoveToNextAttribute(reader) == 1 {
            element.attributes.append(
                XMLElement.Attribute(
                    name: string(xmlTextReaderConstName(reader)),
                    value: string(xmlTextReaderConstValue(reader))
                )
            )
        }
        open.append(element)
    }

    private mutating func close() -> XMLElement? {
        guard let element = open.popLast() else { return nil }
        guard !open.isEmpty else { return element }
        open[open.count - 1].children.append(.element(element))
        return nil
    }

    private mutating func append(text: String) {
        guard !open.isEmpty else { return }
        if case .text(let before)? = open[open.count - 1].children.last {
            open[open.count - 1].children.removeLast()
            open[open.count - 1].children.append(.text(before + text))
        } else {
            open[open.count - 1].children.append(.text(text))
        }
    }

    private func string(_ text: UnsafePointer<xmlChar>?) -> String {
        text.map { String(cString: $0) } ?? ""
    }
}

extension DocumentFault {
    fileprivate static func broken(_ part: String, line: Int) -> DocumentFault {
        DocumentFault(
            .brokenXML,
            at: "\(part):\(line)",
            Phrase(vi: "XML hỏng", en: "broken XML"),
            hint: Phrase(vi: "Mở bằng Word rồi lưu lại", en: "Open it in Word and save it again")
        )
    }
}
