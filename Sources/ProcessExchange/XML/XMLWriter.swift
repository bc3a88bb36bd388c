import Diagrams

/// Writes XML: two blanks a level, attributes in the order given; the same calls give the same bytes.
struct XMLWriter {
    /// What has been written and not yet taken.
    private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    private var open: [String] = []

    /// Attributes in order; those without a value are left out.
    typealias Attributes = KeyValuePairs<String, String?>

    /// An element without content.
    mutating func element(_ name: String, _ attributes: Attributes = [:]) {
        tag(name, attributes)
        text += "/>\n"
    }

    /// An element that holds only text.
    mutating func element(_ name: String, _ attributes: Attributes = [:], text content: String) {
        tag(name, attributes)
        text += ">\(content.xmlEscaped)</\(name)>\n"
    }

    /// An element that holds lines of text.
    mutating func element(_ name: String, lines: [String]) {
        tag(name, [:])
        text += ">\(lines.map(\.xmlEscaped).joined(separator: "\n"))</\(name)>\n"
    }

    /// An element that holds other elements.
    mutating func element(_ name: String, _ attributes: Attributes = [:], _ content: (inout XMLWriter) throws -> Void) rethrows {
        begin(name, attributes)
        try content(&self)
        end()
    }

    /// Opens an element that `end` closes.
    mutating func begin(_ name: String, _ attributes: Attributes = [:]) {
        tag(name, attributes)
        text += ">\n"
        open.append(name)
    }

    /// Closes the element opened last.
    mutating func end() {
        guard let name = open.popLast() else { return }
        indent()
        text += "</\(name)>\n"
    }

    /// Gives what has been written so far and forgets it, so that a long document needs little memory.
    mutating func take() -> String {
        defer { text = "" }
        return text
    }

    private mutating func tag(_ name: String, _ attributes: Attributes) {
        indent()
        text += "<\(name)"
        for (key, value) in attributes {
            if let value { text += " \(key)=\"\(value.xmlEscaped)\"" }
        }
    }

    private mutating func indent() {
        for _ in open { text += "  " }
    }
}
