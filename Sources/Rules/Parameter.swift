public import LifecycleModel

/// A number or date of the law, written once, with its unit, legal basis and standing.
public struct Parameter: Sendable, Hashable {
    /// The value in its unit.
    public var value: Value
    /// What it counts.
    public var unit: Unit
    /// What people call it.
    public var label: Phrase
    /// The article it rests on; a number without one is a fault.
    public var basis: String?
    /// How firmly it stands.
    public var standing: Standing

    /// Values a parameter can have; nothing is ever floating point.
    public enum Value: Sendable, Hashable {
        /// A whole number of the unit.
        case integer(Int64)
        /// An exact share such as 2/3, read in expressions as `.numerator` and `.denominator`.
        case fraction(Int64, Int64)
        /// A civil date.
        case date(CivilDate)
        /// Yes or no: an option the law leaves to the province.
        case flag(Bool)
    }

    /// Units, a closed set.
    public enum Unit: String, Sendable, Hashable, CaseIterable {
        case points, percent, people, times, fraction, date, flag, dong, years, months
        case calendarDays = "calendar-days"
        case workingDays = "working-days"
    }

    /// Creates a parameter.
    public init(value: Value, unit: Unit, label: Phrase, basis: String?, standing: Standing) {
        self.value = value
        self.unit = unit
        self.label = label
        self.basis = basis
        self.standing = standing
    }
}

/// How firmly a number of the rule file stands in law.
public enum Standing: String, Sendable, Hashable, CaseIterable {
    /// Binds provinces directly.
    case binding
    /// A national model; a province may decide otherwise.
    case model
    /// No text was read; a person must confirm it. Shown wherever the number is used.
    case assumed
}

/// A typed fact about a task or about one of its small machines.
public struct Fact: Sendable, Hashable {
    /// Its type.
    public var type: Kind
    /// What people call it.
    public var label: Phrase
    /// For `choice`: the allowed values, each with its label, in order.
    public var choices: [Choice]
    /// For `date`: what a task counts as since this day and not since that of the event, once one of its states counts so.
    public var since: Machine.State.Standing?
    /// For `date`: what a task counts as since this day as soon as it is known, whatever its state.
    public var proves: Machine.State.Standing?

    /// Types, a closed set.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// true or false
        case bool
        /// 64-bit whole number
        case int
        /// whole đồng, never negative
        case dong
        /// text in NFC
        case text
        /// civil date; in expressions a timestamp at 00:00Z of that day
        case date
        /// one of `choices`
        case choice
        /// code of a registered organisation
        case organisation
        /// code of a registered person
        case person
        /// code of a registered programme
        case programme
    }

    /// One allowed value of a `choice`.
    public struct Choice: Sendable, Hashable {
        /// The stored value.
        public var value: String
        /// What people call it.
        public var label: Phrase

        /// Creates a choice.
        public init(value: String, label: Phrase) {
            self.value = value
            self.label = label
        }
    }

    /// Creates a fact.
    public init(
        type: Kind,
        label: Phrase,
        choices: [Choice] = [],
        since: Machine.State.Standing? = nil,
        proves: Machine.State.Standing? = nil
    ) {
        self.type = type
        self.label = label
        self.choices = choices
        self.since = since
        self.proves = proves
    }
}
