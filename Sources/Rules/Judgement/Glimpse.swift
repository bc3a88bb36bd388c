package import Expressions

/// What can be said of a value while only some facts are followed and all others may be anything.
package enum Glimpse: Sendable, Hashable {
    /// It is this value.
    case known(Value)
    /// It is there; which value, nobody looks at.
    case there
    /// It is missing, or computing it fails: what needs it does not hold.
    case absent
    /// It may be anything, missing too.
    case open

    /// Whether a condition of this value cannot hold.
    package var cannotHold: Bool { self == .absent || self == .known(.bool(false)) }
    /// Whether a condition of this value holds for certain.
    package var surelyHolds: Bool { self == .known(.bool(true)) }
}

/// The facts that are followed, and what is known of them.
package protocol PartialFacts {
    /// What is known of a fact, `selection.route`; for `documents`, `fired` and `flags` the field is what they may contain, and any value
    /// means that they contain it.
    func glimpse(of path: FactPath) -> Glimpse
    /// The states in which some of these small machines may stand, by their name in expressions; nil when they are not followed.
    func states(of machines: String) -> Set<String>?
    /// The states in which some of them stand for certain.
    func certainStates(of machines: String) -> Set<String>
    /// How the life of such a machine ends in a state, "" when it lives on; nil for a state it does not have.
    func end(of state: String, in machines: String) -> String?
}

extension PartialFacts {
    package func states(of machines: String) -> Set<String>? { nil }
    package func certainStates(of machines: String) -> Set<String> { [] }
    package func end(of state: String, in machines: String) -> String? { nil }
}
