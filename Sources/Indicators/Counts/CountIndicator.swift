public import LifecycleModel

/// An indicator that counts what the record holds: which happenings, of tasks of which levels.
///
/// A plan names what is to be counted and no more; the definition file decides the rest and says why.
public struct CountIndicator: IndicatorDefinition, Sendable, Hashable {
    /// What is counted in a year.
    public enum Subject: String, Sendable, Hashable, CaseIterable {
        /// Tasks that passed acceptance in the year.
        case tasksAccepted = "tasks-accepted"
        /// Tasks that were being carried out on some day of the year.
        case tasksCarriedOut = "tasks-carried-out"
        /// Tasks that were awarded in the year.
        case tasksStarted = "tasks-started"
        /// Results whose first contract of commercialisation was signed in the year.
        case resultsCommercialised = "results-commercialised"
    }

    /// How much of what the indicator speaks of the record holds.
    public enum Coverage: String, Sendable, Hashable, CaseIterable {
        /// All of it: the count is the value.
        case whole
        /// A part: the value is entered, the count says what it cannot be less than.
        case part
    }

    /// The choices that make a count, each of which an alternative may replace.
    public struct Terms: Sendable, Hashable {
        /// What is counted.
        public var subject: Subject
        /// The levels of tasks that count, ascending.
        public var levels: [String]

        /// Creates terms.
        public init(subject: Subject, levels: [String]) {
            self.subject = subject
            self.levels = levels.sorted()
        }
    }

    /// Its number in the book of indicators.
    public var number: Int
    /// What people call it.
    public var label: Phrase
    /// Where it stands.
    public var source: String
    /// The default.
    public var terms: Terms
    /// How much of the indicator the record holds.
    public var coverage: Coverage
    /// Why the default is as it is.
    public var reasons: [UseIndicator.Reason]
    /// Other definitions by name.
    public var alternatives: [String: AlternativeDefinition<Terms>]

    /// Creates a definition.
    public init(
        number: Int,
        label: Phrase,
        source: String,
        terms: Terms,
        coverage: Coverage,
        reasons: [UseIndicator.Reason] = [],
        alternatives: [String: AlternativeDefinition<Terms>] = [:]
    ) {
        self.number = number
        self.label = label
        self.source = source
        self.terms = terms
        self.coverage = coverage
        self.reasons = reasons
        self.alternatives = alternatives
    }
}

extension CountIndicator.Subject {
    /// In words.
    public var phrase: Phrase {
        switch self {
        case .tasksAccepted: Phrase(vi: "nhiệm vụ nghiệm thu đạt trong năm", en: "tasks that passed acceptance in the year")
        case .tasksCarriedOut:
            Phrase(
                vi: "nhiệm vụ đã phê duyệt và còn thực hiện vào ít nhất một ngày trong năm",
                en: "tasks awarded and still carried out on at least one day of the year"
            )
        case .tasksStarted: Phrase(vi: "nhiệm vụ được phê duyệt trong năm", en: "tasks awarded in the year")
        case .resultsCommercialised:
            Phrase(
                vi: "kết quả có hợp đồng thương mại hóa đầu tiên ký trong năm",
                en: "results whose first contract of commercialisation was signed in the year"
            )
        }
    }
}
