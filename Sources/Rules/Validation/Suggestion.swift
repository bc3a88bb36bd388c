public import LifecycleModel

/// "Did you mean …?" for a word that is not among the known ones.
public enum Suggestion {
    /// The known word that differs least, when it differs little enough to be a slip; of equals the first in order.
    public static func nearest(to word: String, in known: some Sequence<String>) -> String? {
        VietnameseText.nearest(to: word, among: known).first
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
}
