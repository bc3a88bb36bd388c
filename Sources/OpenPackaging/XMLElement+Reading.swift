extension XMLElement {
    /// Reads a whole XML text as a tree.
    ///
    /// - Throws: `PackageFault` with part and line, as `XMLReader` does.
    public init(reading bytes: [UInt8], part: String, limits: PackageLimits = PackageLimits()) throws(PackageFault) {
        let reader = try XMLReader(bytes, part: part, limits: limits)
        var open: [XMLElement] = []
        var root: XMLElement?
        while let event = try reader.next() {
            switch event {
            case .begin(let name, let attributes):
                var element = XMLElement(name)
                element.attributes = attributes
                open.append(element)
            case .end:
                guard let element = open.popLast() else { break }
                if open.isEmpty { root = element } else { open[open.count - 1].children.append(.element(element)) }
            case .text(let text):
                if !open.isEmpty { open[open.count - 1].append(text) }
            case .blank(let text):
                // Blanks between elements are layout of the file; within a text element they are text.
                if let name = open.last?.name, name.hasSuffix(":t") || name.hasSuffix("Text") { open[open.count - 1].append(text) }
            }
        }
        guard let root else { throw .broken(part, line: 1) }
        self = root
    }

    private mutating func append(_ text: String) {
        if case .text(let before)? = children.last {
            children[children.count - 1] = .text(before + text)
        } else {
            children.append(.text(text))
        }
    }
}
