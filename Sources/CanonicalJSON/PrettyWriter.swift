/// Lays a value out over lines, two blanks a level; empty arrays and objects stay on one line.
struct PrettyWriter {
    let sortedKeys: Bool
    private(set) var bytes: [UInt8] = []

    init(sortedKeys: Bool) {
        self.sortedKeys = sortedKeys
    }

    mutating func write(_ value: JSONValue, depth: Int) {
        switch value {
        case .array(let elements) where !elements.isEmpty:
            bytes.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                startLine(first: index == 0, depth: depth + 1)
                write(element, depth: depth + 1)
            }
            endBlock(UInt8(ascii: "]"), depth: depth)
        case .object(let object) where !object.isEmpty:
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in (sortedKeys ? UTF16Order.sorted(object) : object.members).enumerated() {
                startLine(first: index == 0, depth: depth + 1)
                CanonicalWriter.write(member.key, to: &bytes)
                bytes.append(contentsOf: ": ".utf8)
                write(member.value, depth: depth + 1)
            }
            endBlock(UInt8(ascii: "}"), depth: depth)
        default:
            CanonicalWriter.write(value, to: &bytes)
        }
    }

    /// An element of the outermost array, with the bracket or comma before it.
    mutating func writeElement(_ element: JSONValue, first: Bool) {
        if first { bytes.append(UInt8(ascii: "[")) }
        startLine(first: first, depth: 1)
        write(element, depth: 1)
    }

    private mutating func startLine(first: Bool, depth: Int) {
        if !first { bytes.append(UInt8(ascii: ",")) }
        breakLine(depth: depth)
    }

    private mutating func endBlock(_ bracket: UInt8, depth: Int) {
        breakLine(depth: depth)
        bytes.append(bracket)
    }

    private mutating func breakLine(depth: Int) {
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
    }
}
