public import Engine
public import LifecycleModel

/// A story about one task under one regime: how it begins, what happens to it day by day, and what must then be so.
public struct Scenario: Sendable, Hashable {
    /// Identifier, unique among the scenarios of a regime.
    public var id: String
    /// What it shows.
    public var label: Phrase
    /// Where it is written.
    public var place: Place
    /// Whether it only serves others as a beginning.
    public var isBackground: Bool
    /// How it begins.
    public var beginning: Beginning
    /// Facts that rows leave out though their event cannot happen without them: by `group.name`, or `machine/name` for a fact of a small
    /// machine. A story that goes on from another one knows that one's facts, too.
    public var facts: [String: Detail]
    /// What happens, in order.
    public var steps: [Step]

    /// How a story begins.
    public enum Beginning: Sendable, Hashable {
        /// With a task that is registered.
        case registration(Registration)
        /// Where another story of this name ended.
        case end(of: String)
    }

    /// A task is registered.
    public struct Registration: Sendable, Hashable {
        /// The day.
        public var on: CivilDate
        /// Where it stands; nil for where every new task stands. For a task that comes from another law.
        public var position: String?
        /// What it is registered with, by `group.name`.
        public var facts: [String: Detail]
        /// What must be so afterwards.
        public var expected: Expectation
        /// Where this is written.
        public var place: Place

        /// Creates a registration.
        public init(
            on: CivilDate,
            position: String? = nil,
            facts: [String: Detail],
            expected: Expectation = Expectation(),
            place: Place
        ) {
            self.on = on
            self.position = position
            self.facts = facts
            self.expected = expected
            self.place = place
        }
    }

    /// The value of a fact in a story.
    public enum Detail: Sendable, Hashable {
        /// This value.
        case value(FactValue)
        /// The day of the row, as a date.
        case sameDay

        /// The value on a day.
        public func value(on day: CivilDate) -> FactValue {
            switch self {
            case .value(let value): value
            case .sameDay: .date(day)
            }
        }
    }

    /// A place in a scenario file.
    public struct Place: Sendable, Hashable {
        /// The file, relative to the rule directory.
        public var file: String
        /// Line and column, from 1.
        public var line, column: Int

        /// Creates a place.
        public init(file: String, line: Int, column: Int = 1) {
            self.file = file
            self.line = line
            self.column = column
        }
    }

    /// Creates a story.
    public init(
        id: String,
        label: Phrase,
        place: Place,
        isBackground: Bool = false,
        beginning: Beginning,
        facts: [String: Detail] = [:],
        steps: [Step]
    ) {
        self.id = id
        self.label = label
        self.place = place
        self.isBackground = isBackground
        self.beginning = beginning
        self.facts = facts
        self.steps = steps
    }
}
