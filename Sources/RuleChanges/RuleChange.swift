public import LifecycleModel
public import Rules

/// One thing two regimes say differently: a rule that is new or gone, or one aspect of it that is not what it was.
public struct RuleChange: Sendable, Hashable {
    /// Where in a regime it is.
    public var part: RulePart
    /// What became of it.
    public var kind: Kind
    /// Its place, as `machines/task/deadlines/NT-1`.
    public var path: String
    /// What people call it: `NT-1 «Nộp hồ sơ nghiệm thu»`.
    public var subject: Phrase
    /// The aspect that changed, as `term` with its words; nil when the whole rule came or went.
    public var aspect: Aspect?
    /// What was said before, and what is said now; nil where nothing is said.
    public var old, new: Saying?

    /// What can become of a rule.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case added, removed, changed
    }

    /// An aspect of a rule.
    public struct Aspect: Sendable, Hashable {
        /// Its name for programs, a key of the rule files.
        public var key: String
        /// Its name for people.
        public var name: Phrase

        /// Creates an aspect.
        public init(_ key: String, _ name: Phrase) {
            self.key = key
            self.name = name
        }
    }

    /// What one of the two regimes says.
    public struct Saying: Sendable, Hashable {
        /// The words.
        public var text: Phrase
        /// The article it rests on and how firmly it stands; both only beside numbers.
        public var basis: String?
        /// How firmly the number stands.
        public var standing: Standing?

        /// Creates a saying.
        public init(_ text: Phrase, basis: String? = nil, standing: Standing? = nil) {
            self.text = text
            self.basis = basis
            self.standing = standing
        }
    }

    /// Creates a change.
    public init(part: RulePart, kind: Kind, path: String, subject: Phrase, aspect: Aspect?, old: Saying?, new: Saying?) {
        self.part = part
        self.kind = kind
        self.path = path
        self.subject = subject
        self.aspect = aspect
        self.old = old
        self.new = new
    }
}

extension RuleChange {
    /// The change as one sentence.
    public var sentence: Phrase {
        let name = part.singular + Phrase(vi: " ", en: " ") + subject
        guard let aspect else {
            let words = kind == .added ? Phrase(vi: "Thêm ", en: "New: ") : Phrase(vi: "Bỏ ", en: "Gone: ")
            let said = (new ?? old)?.sentence ?? Phrase(vi: "")
            return words + name + (said.vi.isEmpty ? Phrase(vi: "") : Phrase(vi: ": ", en: ": ") + said)
        }
        let colon = Phrase(vi: ": ", en: ": ")
        let said: Phrase =
            switch (old, new) {
            case (let old?, let new?): old.sentence + Phrase(vi: " → ", en: " → ") + new.sentence
            case (let old?, nil): Phrase(vi: "bỏ ", en: "no longer ") + old.sentence
            case (nil, let new?): Phrase(vi: "thêm ", en: "now ") + new.sentence
            case (nil, nil): Phrase(vi: "")
            }
        return name + Phrase(vi: ", ", en: ", ") + aspect.name + colon + said
    }
}

extension RuleChange.Saying {
    /// The words with the article beside them.
    public var sentence: Phrase {
        let notes = [basis.map { Phrase(vi: $0, en: $0) }, standing?.phrase].compactMap { $0 }
        guard !notes.isEmpty else { return text }
        return text + Phrase(vi: " (\(notes.map(\.vi).joined(separator: "; ")))", en: " (\(notes.map { $0[.en] }.joined(separator: "; ")))")
    }
}
