import Yams

/// Keys that stand in their mapping a second time.
///
/// Yams gives up at the first mapping with such keys. To report the other faults of the file too, the earlier of two equal keys gets a
/// private letter in the place of its last one, which keeps all columns, and the text is parsed again; readers skip such keys.
struct DuplicateKeys {
    private var original: [Place: String] = [:]
    private static let letters: ClosedRange<UInt32> = 0xE000...0xE03F

    private struct Place: Hashable {
        let line: Int
        let column: Int
    }

    /// Whether any key was hidden.
    var isEmpty: Bool { original.isEmpty }

    /// Whether a key was hidden because it comes again.
    static func isHidden(_ key: String) -> Bool {
        key.unicodeScalars.last.map { letters.contains($0.value) } ?? false
    }

    /// The text with the key at this mark hidden; nil when there are too many, or the key is not written as it reads.
    mutating func hide(_ key: String, at mark: Mark, in text: String) -> String? {
        guard let letter = Unicode.Scalar(Self.letters.lowerBound + UInt32(original.count)), Self.letters.contains(letter.value),
            let last = key.unicodeScalars.last
        else { return nil }
        var scalars = Array(text.unicodeScalars)
        var line = 1
        var start = 0
        while line < mark.line, start < scalars.count {
            if scalars[start] == "\n" { line += 1 }
            start += 1
        }
        start += mark.column - 1
        if scalars.indices.contains(start), scalars[start] == "\"" || scalars[start] == "'" { start += 1 }
        let end = start + key.unicodeScalars.count - 1
        guard scalars.indices.contains(end), scalars[end] == last else { return nil }
        scalars[end] = letter
        original[Place(line: mark.line, column: mark.column)] = key
        var changed = String.UnicodeScalarView()
        changed.append(contentsOf: scalars)
        return String(changed)
    }

    /// The later keys, each with its place and the line of the earlier one.
    func found(in root: Node) -> [(key: String, mark: Mark, earlier: Int)] {
        var found: [(key: String, mark: Mark, earlier: Int)] = []
        var open = [root]
        while let node = open.popLast() {
            if let mapping = node.mapping {
                open.append(contentsOf: mapping.map(\.value))
                var earlier: [String: Int] = [:]
                for key in mapping.keys {
                    guard let mark = key.mark, let name = name(of: key) else { continue }
                    if let line = earlier[name] { found.append((name, mark, line)) }
                    earlier[name] = mark.line
                }
            } else if let sequence = node.sequence {
                open.append(contentsOf: sequence)
            }
        }
        return found
    }

    private func name(of key: Node) -> String? {
        key.mark.flatMap { original[Place(line: $0.line, column: $0.column)] } ?? key.scalar?.string
    }
}
