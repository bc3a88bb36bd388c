/// An XML element as a value: qualified names as they are written, attributes in order.
public struct XMLElement: Sendable, Hashable {
    /// What stands in an element.
    public enum Node: Sendable, Hashable {
        /// An element.
        case element(XMLElement)
        /// Text.
        case text(String)
    }

    /// An attribute.
    public struct Attribute: Sendable, Hashable {
        /// Its qualified name.
        public let name: String
        /// Its value.
        public let value: String

        /// An attribute.
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// Its qualified name.
    public var name: String
    /// Its attributes in order.
    public var attributes: [Attribute] = []
    /// What stands in it, in order.
    public var children: [Node] = []

    /// An element; attributes without a value are left out.
    public init(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ children: [Node] = []) {
        self.name = name
        self.attributes = attributes.compactMap { name, value in value.map { Attribute(name: name, value: $0) } }
        self.children = children
    }

    /// The value of an attribute.
    public subscript(attribute: String) -> String? {
        attributes.first { $0.name == attribute }?.value
    }

    /// Its child elements.
    public var elements: [XMLElement] {
        children.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    /// The first child element of that name.
    public func first(_ name: String) -> XMLElement? {
        elements.first { $0.name == name }
    }

    /// Its own text, without that of its child elements.
    public var ownText: String {
        children.reduce(into: "") { text, child in if case .text(let piece) = child { text += piece } }
    }

    /// Whether it is, or has anywhere in it, an element that passes the test.
    public func contains(_ test: (XMLElement) -> Bool) -> Bool {
        test(self) || elements.contains { $0.contains(test) }
    }
}
