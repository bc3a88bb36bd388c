/// An XML element as a value: qualified names as they are written, attributes in order.
struct XMLElement: Sendable, Hashable {
    /// What stands in an element.
    enum Node: Sendable, Hashable {
        case element(XMLElement)
        case text(String)
    }

    /// An attribute.
    struct Attribute: Sendable, Hashable {
        let name: String
        let value: String
    }

    var name: String
    var attributes: [Attribute] = []
    var children: [Node] = []

    /// An element; attributes without a value are left out.
    init(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ children: [Node] = []) {
        self.name = name
        self.attributes = attributes.compactMap { name, value in value.map { Attribute(name: name, value: $0) } }
        self.children = children
    }

    /// The value of an attribute.
    subscript(attribute: String) -> String? {
        attributes.first { $0.name == attribute }?.value
    }

    /// Its child elements.
    var elements: [XMLElement] {
        children.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    /// The first child element of that name.
    func first(_ name: String) -> XMLElement? {
        elements.first { $0.name == name }
    }

    /// Its own text, without that of its child elements.
    var ownText: String {
        children.reduce(into: "") { text, child in if case .text(let piece) = child { text += piece } }
    }

    /// Whether it is, or has anywhere in it, an element that passes the test.
    func contains(_ test: (XMLElement) -> Bool) -> Bool {
        test(self) || elements.contains { $0.contains(test) }
    }
}
