public import LifecycleModel

/// Why a store could not do what was asked; an open code with its cause, never a driver's own error.
public struct StoreError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What went wrong.
    public var code: Code
    /// The path of the store or the name of the thing concerned.
    public var subject: String
    /// The driver's words, for the curious.
    public var cause: String
    /// The cause in words for everybody, where it is known.
    public var explanation: Phrase?

    /// Codes; open, so that a further adapter can add its own.
    public struct Code: RawRepresentable, Sendable, Hashable {
        /// The code's text.
        public var rawValue: String

        /// Creates a code.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// There is no store at that place.
        public static let missing = Code(rawValue: "store-missing")
        /// There is already a store at that place.
        public static let exists = Code(rawValue: "store-exists")
        /// The file is not a store of ours.
        public static let notAStore = Code(rawValue: "not-a-store")
        /// The file is damaged.
        public static let damaged = Code(rawValue: "store-damaged")
        /// A newer program wrote it.
        public static let newerVersion = Code(rawValue: "store-newer")
        /// Somebody else is writing; try again.
        public static let busy = Code(rawValue: "store-busy")
        /// The folder or file cannot be written.
        public static let readOnly = Code(rawValue: "store-read-only")
        /// The disk is full.
        public static let full = Code(rawValue: "disk-full")
        /// Reading or writing the disk failed.
        public static let inputOutput = Code(rawValue: "input-output")
        /// The disk failed at the very moment of saving, so that nobody knows whether what was written is kept: all of it, or nothing.
        public static let uncertain = Code(rawValue: "commit-uncertain")
        /// The file is on a network disk, where several machines cannot share a store; the cause is the type of its file system.
        public static let network = Code(rawValue: "store-on-network")
        /// A constraint of the schema was broken: a fault of the program.
        public static let constraint = Code(rawValue: "constraint")
        /// Anything else.
        public static let other = Code(rawValue: "store-error")
    }

    /// Creates an error.
    public init(_ code: Code, subject: String, cause: String = "", explanation: Phrase? = nil) {
        self.code = code
        self.subject = subject
        self.cause = cause
        self.explanation = explanation
    }

    /// For logs: `store-busy nhiemvu.db: database is locked`
    public var description: String { "\(code.rawValue) \(subject): \(cause)" }
}
