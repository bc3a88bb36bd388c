public import LifecycleModel

/// "Did you mean …?" for a word that is not among the known ones.
public enum Suggestion {
    /// The known word that differs least, when it differs little enough to be a slip; of equals the first in order.
    public static func nearest(to word: String, in known: some Sequence<String>) -> String? {
        let letters = Array(word.unicodeScalars)
        let limit = max(1, letters.count / 3)
        var best: (word: String, distance: Int)?
        for candidate in known.sorted() {
            let other = Array(candidate.unicodeScalars)
            guard abs(other.count - letters.count) <= limit else { continue }
            let distance = distance(letters, other)
            if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.word
    }

    /// The same as a hint; without a near word, the known ones are listed when they are few.
    public static func hint(for word: String, in known: some Sequence<String>) -> Phrase? {
        if let nearest = nearest(to: word, in: known) {
            return Phrase(vi: "có phải là ‘\(nearest)’?", en: "did you mean ‘\(nearest)’?")
        }
        let all = known.sorted()
        guard !all.isEmpty, all.count <= 16 else { return nil }
        let list = all.joined(separator: ", ")
        return Phrase(vi: "có thể dùng: \(list)", en: "known are: \(list)")
    }

    /// Edits (insert, delete, replace, swap of neighbours) between two words: optimal string alignment distance.
    static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for i in 1...left.count {
            var row = [i]
            for j in 1...right.count {
                let replaced = last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1)
                var cost = min(last[j] + 1, row[j - 1] + 1, replaced)
                if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] { cost = min(cost, beforeLast[j - 2] + 1) }
                row.append(cost)
            }
            beforeLast = last
            last = row
        }
        return last[right.count]
    }
}
