public import LifecycleModel

/// Why a council may not do something, every reason at once.
public struct CouncilRefusal: ExplainedError, Sendable, Hashable {
    /// The reasons, never none.
    public let blockers: [Blocker]

    /// A refusal for one reason.
    init(_ code: String, _ message: Phrase, basis: String? = nil, cure: Phrase? = nil) {
        blockers = [Blocker(code: code, message: message, basis: basis, cure: cure)]
    }

    private init(_ blockers: [Blocker]) {
        self.blockers = blockers
    }

    /// Throws when there is any reason.
    public static func check(_ blockers: [Blocker]) throws(CouncilRefusal) {
        guard blockers.isEmpty else { throw CouncilRefusal(blockers) }
    }

    /// All reasons in one sentence.
    public var phrase: Phrase {
        .list(blockers.map(\.message))
    }
}

/// Carries out exact arithmetic; a number that does not fit is a refusal.
func exactly<Value>(_ sum: () throws(FractionFault) -> Value) throws(CouncilRefusal) -> Value {
    do throws(FractionFault) {
        return try sum()
    } catch {
        throw CouncilRefusal("arithmetic", error.phrase)
    }
}
