public import LifecycleModel

/// The indicators of a plan with their baselines and targets as printed.
public struct IndicatorBook: Sendable, Hashable {
    /// One indicator.
    public struct Entry: Sendable, Hashable {
        /// Its number in the plan.
        public var number: Int
        /// The group it is printed in.
        public var group: String
        /// What it is called.
        public var name: Phrase
        /// Its unit; nil where none is printed.
        public var unit: Phrase?
        /// Its value when the plan was made.
        public var baseline: PrintedFigure
        /// Its targets by year.
        public var targets: [Int: PrintedFigure]
        /// The bodies that answer for it, as printed; empty where none is.
        public var lead: String
        /// Whether the plan marks it as new, without guidance on how to measure it.
        public var isNew: Bool
        /// What is to be said of how it is printed.
        public var note: Phrase?
        /// The definition that works it out of the record; nil: its values are entered.
        public var computedBy: String?
        /// The definition that counts the part of it that the record holds; its values are entered all the same.
        public var partlyBy: String?

        /// Creates an entry.
        public init(
            number: Int,
            group: String,
            name: Phrase,
            unit: Phrase? = nil,
            baseline: PrintedFigure,
            targets: [Int: PrintedFigure],
            lead: String = "",
            isNew: Bool = false,
            note: Phrase? = nil,
            computedBy: String? = nil,
            partlyBy: String? = nil
        ) {
            self.number = number
            self.group = group
            self.name = name
            self.unit = unit
            self.baseline = baseline
            self.targets = targets
            self.lead = lead
            self.isNew = isNew
            self.note = note
            self.computedBy = computedBy
            self.partlyBy = partlyBy
        }
    }

    /// A group of indicators.
    public struct Group: Sendable, Hashable {
        /// Its identifier.
        public var id: String
        /// What people call it.
        public var label: Phrase

        /// Creates a group.
        public init(id: String, label: Phrase) {
            self.id = id
            self.label = label
        }
    }

    /// Its identifier, the name of its file.
    public var id: String
    /// What people call it.
    public var label: Phrase
    /// The instrument it stands in.
    public var source: String
    /// When the baseline was taken, as printed.
    public var baselineOn: String
    /// The years that have targets, ascending.
    public var years: [Int]
    /// The roles that may enter values for every body.
    public var gatherers: [String]
    /// The groups in order.
    public var groups: [Group]
    /// The indicators by number.
    public var entries: [Entry]

    /// Creates a book.
    public init(
        id: String,
        label: Phrase,
        source: String,
        baselineOn: String,
        years: [Int],
        gatherers: [String],
        groups: [Group],
        entries: [Entry]
    ) {
        self.id = id
        self.label = label
        self.source = source
        self.baselineOn = baselineOn
        self.years = years
        self.gatherers = gatherers
        self.groups = groups
        self.entries = entries
    }

    /// The indicator of that number.
    public func entry(_ number: Int) -> Entry? { entries.first { $0.number == number } }
}

extension IndicatorBook.Entry {
    /// The bodies named, each by itself.
    public var bodies: [String] {
        lead.split(separator: ";").map { String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }.filter { !$0.isEmpty }
    }

    /// The target for a year: its own, else the next one printed, whose year stands beside it; nil after the last one.
    public func target(for year: Int) -> (year: Int, figure: PrintedFigure)? {
        targets.filter { $0.key >= year && !$0.value.isNone }.min { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Whether a value of it is a number: its baseline or a target is.
    public var isNumeric: Bool { baseline.number != nil || targets.values.contains { $0.number != nil } }
}
