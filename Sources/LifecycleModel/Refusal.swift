/// Why something may not be done, every reason at once.
public struct Refusal: ExplainedError, Sendable, Hashable {
    /// The reasons, never none.
    public let blockers: [Blocker]

    /// A refusal for one reason.
    public init(_ code: String, _ message: Phrase, basis: String? = nil, cure: Phrase? = nil) {
        blockers = [Blocker(code: code, message: message, basis: basis, cure: cure)]
    }

    private init(_ blockers: [Blocker]) {
        self.blockers = blockers
    }

    /// Throws when there is any reason.
    public static func check(_ blockers: [Blocker]) throws(Refusal) {
        guard blockers.isEmpty else { throw Refusal(blockers) }
    }

    /// All reasons in one sentence.
    public var phrase: Phrase {
        .list(blockers.map(\.message))
    }
}

/// Carries out exact arithmetic on shares; a number that does not fit is a refusal.
public func exactly<Value>(_ sum: () throws(FractionFault) -> Value) throws(Refusal) -> Value {
    do throws(FractionFault) {
        return try sum()
    } catch {
        throw Refusal("arithmetic", error.phrase)
    }
}

/// Carries out exact arithmetic on money; an amount that does not fit is a refusal.
public func exactly<Value>(_ sum: () throws(DongFault) -> Value) throws(Refusal) -> Value {
    do throws(DongFault) {
        return try sum()
    } catch {
        throw Refusal("arithmetic", error.phrase)
    }
}
