public import LifecycleModel

/// Something a check found in a regime.
public struct Finding: Sendable, Hashable {
    /// How much it matters.
    public enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
        /// The regime must not be used.
        case error
        /// A person should look at it.
        case warning
        /// Worth knowing.
        case info

        /// More serious comes first.
        public static func < (left: Severity, right: Severity) -> Bool {
            left.rank < right.rank
        }

        private var rank: Int {
            switch self {
            case .error: 0
            case .warning: 1
            case .info: 2
            }
        }
    }

    /// Where.
    public var path: RulePath
    /// Inside an expression: UTF-8 bytes from the start of its text.
    public var offset: Int?
    /// What kind of finding: `unknown-state`.
    public var code: String
    /// How much it matters.
    public var severity: Severity
    /// What is wrong.
    public var message: Phrase
    /// What to do about it.
    public var hint: Phrase?

    /// Creates a finding.
    public init(
        _ code: String,
        at path: RulePath,
        offset: Int? = nil,
        severity: Severity = .error,
        _ message: Phrase,
        hint: Phrase? = nil
    ) {
        self.path = path
        self.offset = offset
        self.code = code
        self.severity = severity
        self.message = message
        self.hint = hint
    }
}
