/// A reader of foreign bytes with what must hold of it, whatever the bytes are: it never traps, never hangs, and what it took can be trusted.
public struct FuzzTarget: Sendable {
    /// A word for the command line, and the folder of its seeds.
    public let name: String
    /// The longest input worth making, in bytes: what is too long is refused at once and teaches nothing.
    public let longest: Int
    /// How many times as many inputs it gets as the slowest target.
    public let share: Int
    private let look: @Sendable ([UInt8]) throws(FuzzFinding) -> Void

    init(_ name: String, longest: Int = 1 << 14, share: Int = 1, _ look: @escaping @Sendable ([UInt8]) throws(FuzzFinding) -> Void) {
        self.name = name
        self.longest = longest
        self.share = share
        self.look = look
    }

    /// Gives it an input.
    ///
    /// - Throws: `FuzzFinding` when something does not hold.
    public func examine(_ bytes: [UInt8]) throws(FuzzFinding) { try look(bytes) }

    /// All targets.
    public static let all: [FuzzTarget] = [
        .json, .csv, .expression, .pattern, .question, .rules, .portfolio, .archive, .xml, .workbook, .template, .form, .checkpoint,
        .dossier,
        .attachment, .letter, .message, .settings, .screen, .page, .feed,
    ]

    /// The target of that name.
    public static func named(_ name: String) -> FuzzTarget? { all.first { $0.name == name } }
}

/// Something that does not hold of a reader.
public struct FuzzFinding: Error, Sendable, Hashable, CustomStringConvertible {
    /// What does not hold.
    public let description: String

    init(_ description: String) { self.description = description }
}

/// Throws a finding unless something holds.
func expect(_ holds: Bool, _ description: @autoclosure () -> String) throws(FuzzFinding) {
    guard holds else { throw FuzzFinding(description()) }
}

/// The value, or a finding when it throws: for what may not be refused.
func unrefused<Value>(_ what: String, _ make: () throws -> Value) throws(FuzzFinding) -> Value {
    do { return try make() } catch { throw FuzzFinding("\(what): \(error)") }
}
