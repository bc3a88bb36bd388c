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
    func found(in root: Tree) -> [(key: String, line: Int, column: Int, earlier: Int)] {
        var found: [(key: String, line: Int, column: Int, earlier: Int)] = []
        var open = [root]
        while let tree = open.popLast() {
            open.append(contentsOf: tree.sequence ?? [])
            var earlier: [String: Int] = [:]
            for (key, value) in tree.mapping ?? [] {
                open.append(value)
                guard let name = original[Place(line: key.line, column: key.column)] ?? key.scalar?.string else { continue }
                if let line = earlier[name] { found.append((name, key.line, key.column, line)) }
                earlier[name] = key.line
            }
        }
        return found
    }
}
