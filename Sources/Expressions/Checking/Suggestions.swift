/// "Did you mean …?": the declared names that lie nearest to a written one.
enum Suggestions {
    /// At most three names, nearest first; none when nothing is near.
    static func near(_ written: String, among names: some Sequence<String>) -> [String] {
        let letters = Array(written.lowercased().unicodeScalars)
        let tolerance = max(1, letters.count / 3)
        var found: [(distance: Int, name: String)] = []
        for name in names {
            let distance = editDistance(letters, Array(name.lowercased().unicodeScalars))
            if distance <= tolerance { found.append((distance, name)) }
        }
        return found.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
    }

    /// The part of a message that names the candidates; empty when there are none.
    static func question(_ candidates: [String]) -> String {
        candidates.isEmpty ? "" : "; did you mean \(candidates.joined(separator: " or "))?"
    }

    /// Insertions, deletions, replacements and swaps of neighbours that lead from one to the other.
    private static func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var beforePrevious: [Int] = []
        var previous = Array(0...right.count)
        for row in 1..<(left.count + 1) {
            var current = [row]
            for column in 1..<(right.count + 1) {
                let isSame = left[row - 1] == right[column - 1]
                var distance = min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + (isSame ? 0 : 1))
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    distance = min(distance, beforePrevious[column - 2] + 1)
                }
                current.append(distance)
            }
            beforePrevious = previous
            previous = current
        }
        return previous[right.count]
    }
}
