import OpenPackaging

// Programs choose their own prefixes (`x:row`), so names are compared without them.
extension String {
    /// A qualified name without its prefix.
    var localName: Substring {
        utf8.firstIndex(of: UInt8(ascii: ":")).map { self[index(after: $0)...] } ?? self[...]
    }
}

extension [XMLElement.Attribute] {
    /// The value of an attribute without a prefix.
    subscript(name: String) -> String? {
        first { $0.name == name }?.value
    }

    /// Whether an attribute says yes.
    func isOn(_ name: String) -> Bool {
        self[name] == "1" || self[name] == "true"
    }
}

extension XMLElement {
    /// Its child elements with a local name.
    func children(_ name: String) -> [XMLElement] {
        elements.filter { $0.name.localName == name }
    }
}
