extension VietnameseText {
    /// The known words that a mistyped word may have meant, nearest first, at most `limit`; none when it is nothing like any.
    ///
    /// Case and diacritics do not count: `thâm-dinh` means `tham-dinh`.
    public static func nearest(to word: String, among known: some Sequence<String>, limit: Int = 1) -> [String] {
        let letters = foldedBytes(word)
        guard !letters.isEmpty else { return [] }
        let tolerance = max(1, letters.count / 3)
        var candidates: [(word: String, distance: Int)] = []
        for candidate in known {
            let other = foldedBytes(candidate)
            guard abs(other.count - letters.count) <= tolerance else { continue }
            let distance = distance(letters, other)
            if distance <= tolerance { candidates.append((candidate, distance)) }
        }
        return candidates.sorted { ($0.distance, $0.word) < ($1.distance, $1.word) }.prefix(limit).map(\.word)
    }

    /// How many letters to insert, delete, replace or swap with their neighbour to turn one word into the other
    /// (Damerau–Levenshtein distance in the variant of optimal string alignment).
    static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for (i, letter) in left.enumerated() {
            var row = [i + 1]
            row.reserveCapacity(right.count + 1)
            for (j, other) in right.enumerated() {
                var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (letter == other ? 0 : 1))
                if i > 0, j > 0, letter == right[j - 1], left[i - 1] == other { cost = min(cost, beforeLast[j - 1] + 1) }
                row.append(cost)
            }
            beforeLast = last
            last = row
        }
        return last[right.count]
    }
}
