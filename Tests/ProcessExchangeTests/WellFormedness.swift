import Foundation
import FoundationXML
import Testing

/// Reads a document with a parser of other people: whether it is well formed, every element with its attributes, every id given twice.
final class Parsed: NSObject, XMLParserDelegate {
    private(set) var elements: [(name: String, attributes: [String: String])] = []
    private(set) var isWellFormed = false

    init(_ text: String) {
        super.init()
        let parser = XMLParser(data: Data(text.utf8))
        parser.delegate = self
        isWellFormed = parser.parse()
    }

    func parser(
        _ parser: XMLParser,
        didStartElement name: String,
        namespaceURI: String?,
        qualifiedName: String?,
        attributes: [String: String]
    ) {
        elements.append((name, attributes))
    }

    func all(_ name: String) -> [[String: String]] { elements.filter { $0.name == name }.map(\.attributes) }

    var repeatedIDs: [String] {
        Dictionary(grouping: elements.compactMap { $0.attributes["id"] }) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
    }
}
