public import LifecycleModel
public import Rules

/// What came out of trying to prove one invariant.
public struct InvariantResult: Sendable {
    /// Its identifier in the rule file.
    public let id: String
    /// The invariant.
    public let invariant: Invariant
    /// Whether it is true.
    public let verdict: Verdict
    /// How many situations were looked at, in all rounds.
    public let explored: Int

    /// Whether an invariant is true of every life.
    public enum Verdict: Sendable, Hashable {
        /// It is.
        case proved
        /// This life, the shortest, breaks it.
        case broken(Counterexample)
        /// It could not be decided.
        case undecided(Phrase)
    }

    /// Whether it was proved.
    public var isProved: Bool { verdict == .proved }
}

/// A life that breaks an invariant: the steps from the beginning on.
public struct Counterexample: Sendable, Hashable {
    /// The steps; the last one breaks the invariant. None when it is broken from the start.
    public let steps: [Step]

    /// One step of a life.
    public struct Step: Sendable, Hashable {
        /// The machine that moves: `task` or a small machine.
        public let machine: String
        /// The event.
        public let event: String
        /// What happens, in words; a small machine's with its name.
        public let label: Phrase
        /// The states before and after; the same where it stays.
        public let from: String, to: String
        /// The state afterwards, in words.
        public let arrival: Phrase
    }

    /// The steps in one line: `Sơ tuyển (ordering/screened) → …`.
    public var line: Phrase {
        guard !steps.isEmpty else { return Phrase(vi: "ngay từ đầu", en: "from the start") }
        func text(_ label: (Step) -> String) -> String {
            steps.map { $0.from == $0.to ? label($0) : "\(label($0)) (\($0.to))" }.joined(separator: " → ")
        }
        return Phrase(vi: text { $0.label.vi }, en: text { $0.label[.en] })
    }
}
