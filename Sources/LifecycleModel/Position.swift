public import CanonicalJSON

/// Where a task or a thing beside it stands: a state within a stage. What the words mean is said by the rule file, not by their spelling.
public struct Position: Sendable, Hashable, Codable {
    /// The stage, such as `acceptance`.
    public let stage: String
    /// The state within the stage, such as `passed`.
    public let state: String

    /// A position.
    public init(stage: String, state: String) {
        self.stage = stage
        self.state = state
    }

    /// Reads `stage/state`: two non-empty words without blanks.
    public init(parsing text: String) throws(PositionFault) {
        guard let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")) else { throw PositionFault(text: text) }
        let fields = (text[..<slash], text[text.utf8.index(after: slash)...])
        guard Self.isWord(fields.0), Self.isWord(fields.1) else { throw PositionFault(text: text) }
        self.init(stage: String(fields.0), state: String(fields.1))
    }

    private static func isWord(_ text: Substring) -> Bool {
        guard !text.isEmpty else { return false }
        // Most are ASCII, whose blanks and controls are below "!".
        if text.utf8.allSatisfy({ (UInt8(ascii: "!")...UInt8(ascii: "~")).contains($0) && $0 != UInt8(ascii: "/") }) { return true }
        return text.unicodeScalars.allSatisfy { $0 != "/" && !$0.properties.isWhitespace }
    }
}

/// A text that is no position.
public struct PositionFault: ExplainedError, Sendable, Hashable {
    /// What was written.
    public let text: String

    /// What is wrong.
    public var phrase: Phrase {
        Phrase(vi: "‘\(text)’ không viết theo dạng giai-đoạn/trạng-thái", en: "‘\(text)’ is not written as stage/state")
    }
}

extension Position: CustomStringConvertible {
    /// `stage/state`.
    public var description: String { "\(stage)/\(state)" }
}

extension Position: Comparable {
    /// By stage, then state, alphabetically.
    public static func < (left: Position, right: Position) -> Bool {
        (left.stage, left.state) < (right.stage, right.state)
    }
}

extension Position: JSONRepresentable {
    /// Reads `stage/state`.
    public init(json: JSONValue) throws(JSONShapeFault) {
        guard let text = json.string else { throw JSONShapeFault(path: "", expected: "stage/state", found: json.typeName) }
        do throws(PositionFault) {
            try self.init(parsing: text)
        } catch {
            throw JSONShapeFault(path: "", expected: "stage/state", found: "‘\(text)’")
        }
    }

    /// `stage/state`.
    public var json: JSONValue { .string(description) }
}
