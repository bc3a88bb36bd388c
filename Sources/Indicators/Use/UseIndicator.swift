public import LifecycleModel

/// What "in practical use so many months after acceptance" means: who is counted, what proves use, by when.
///
/// Source: indicator 20 of Appendix I to plan 101/KH-UBND of 25 May 2025 (Thanh Hóa) says "tỷ lệ kết quả khoa học và công nghệ được ứng
/// dụng thực tiễn sau 12 tháng nghiệm thu" and no more; the definition file decides the rest and says why.
public struct UseIndicator: IndicatorDefinition, Sendable, Hashable {
    /// What is counted.
    public enum Unit: String, Sendable, Hashable, CaseIterable {
        /// Every result.
        case result
        /// Every task; one result in use is enough.
        case taskAny = "task-any"
        /// Every task; all its results must be in use.
        case taskAll = "task-all"
    }

    /// The choices that make a figure, each of which an alternative may replace.
    public struct Terms: Sendable, Hashable {
        /// What is counted.
        public var unit: Unit
        /// Months from acceptance within which use must have begun; the last day counts.
        public var months: Int
        /// The least standing that counts.
        public var standing: EvidenceRecord.Standing
        /// The kinds of evidence that count, ascending.
        public var kinds: [String]
        /// Days after the last of those months by which the standing must be reached; nil: whenever.
        public var proofWithin: Int?
        /// What people call the kinds; one without a name is shown as it is written.
        public var kindNames: [String: Phrase]

        /// Creates terms.
        public init(
            unit: Unit,
            months: Int,
            standing: EvidenceRecord.Standing,
            kinds: [String],
            proofWithin: Int? = nil,
            kindNames: [String: Phrase] = [:]
        ) {
            self.unit = unit
            self.months = months
            self.standing = standing
            self.kinds = kinds.sorted()
            self.proofWithin = proofWithin
            self.kindNames = kindNames
        }

        /// What people call a kind of evidence.
        public func name(ofKind kind: String) -> Phrase { kindNames[kind] ?? Phrase(vi: kind) }

        /// The day until which use counts, for an acceptance on that day: the same day so many months later, or the last of a shorter
        /// month (Civil Code 2015, Article 148(3)).
        public func lastDay(acceptedOn day: CivilDate) -> CivilDate { day.adding(months: months) }
    }

    /// One choice of the default and the reason for it.
    public struct Reason: Sendable, Hashable {
        /// The choice: `unit`, `months`, `standing`, `kinds`, `proof-within`.
        public var choice: String
        /// Why it was made.
        public var why: Phrase
    }

    /// Its number in the book of indicators.
    public var number: Int
    /// What people call it.
    public var label: Phrase
    /// Where it stands.
    public var source: String
    /// The default.
    public var terms: Terms
    /// Why the default is as it is.
    public var reasons: [Reason]
    /// Other definitions by name.
    public var alternatives: [String: AlternativeDefinition<Terms>]

    /// Creates a definition.
    public init(
        number: Int,
        label: Phrase,
        source: String,
        terms: Terms,
        reasons: [Reason] = [],
        alternatives: [String: AlternativeDefinition<Terms>] = [:]
    ) {
        self.number = number
        self.label = label
        self.source = source
        self.terms = terms
        self.reasons = reasons
        self.alternatives = alternatives
    }
}

extension UseIndicator.Reason {
    /// Creates a reason.
    public init(_ choice: String, _ why: Phrase) {
        self.init(choice: choice, why: why)
    }
}
