public import LifecycleModel

/// The life of one task as an event log tells it: a trace.
public struct LoggedCase: Sendable, Hashable {
    /// The task's code.
    public var code: String
    /// What is known of the task as a whole: `title`, `regime`, `host` …, in order.
    public var attributes: [Attribute]
    /// What was done, in the order of the record.
    public var acts: [Act]

    /// Something known of a case or an act: text, number, truth value or date.
    public struct Attribute: Sendable, Hashable {
        /// Its name.
        public var key: String
        /// What it is.
        public var value: Value

        /// Kinds of value that an event log can hold.
        public enum Value: Sendable, Hashable {
            case text(String)
            case int(Int64)
            case bool(Bool)
            case date(CivilDate)
            case moment(Moment)
        }

        /// Names a value.
        public init(_ key: String, _ value: Value) {
            self.key = key
            self.value = value
        }
    }

    /// One act: an event of the log.
    public struct Act: Sendable, Hashable {
        /// The activity, as `Activity` names it.
        public var activity: String
        /// The day it happened.
        public var happenedOn: CivilDate
        /// The moment it was recorded.
        public var recordedAt: Moment
        /// Who did it; the role it was allowed by and the organisation, where they are known.
        public var actor: String
        public var role, organisation: String?
        /// Everything else, in order.
        public var attributes: [Attribute]
    }

    /// Creates a case.
    public init(code: String, attributes: [Attribute], acts: [Act]) {
        self.code = code
        self.attributes = attributes
        self.acts = acts
    }
}
