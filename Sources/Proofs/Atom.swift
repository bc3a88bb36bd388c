import Expressions
import Rules

/// One thing that is followed through a life, its values written as small numbers.
enum Atom: Hashable {
    /// A fact: 0 while it is not known, else the place of its value from 1 on; 1 for any value of a fact with very many.
    case fact(FactPath, domain: [Value]?)
    /// Whether a document of a form has been attached.
    case document(String)
    /// Whether a flag stands that only events raise.
    case flag(String)
    /// Whether an event of the task has happened.
    case fired(String)
    /// The states in which some small machines of a kind may stand, a bit each; in the upper half those where one stands for certain.
    case machines(String)

    /// No more states of a small machine are followed.
    static let stateLimit = 32

    /// Any value, or none: looked at value by value only where something reads it.
    static let anything = UInt64.max
    /// Some value, whichever.
    static let something = UInt64.max - 1

    /// The numbers that stand for what a number leaves open; the number itself when it says everything.
    func resolved(_ number: UInt64) -> [UInt64] {
        switch self {
        case .machines: [number]
        case .fact, .document, .flag, .fired:
            switch number {
            case Atom.anything: Array(0...choices)
            case Atom.something: Array(1...max(1, choices))
            default: [number]
            }
        }
    }

    /// How many values it has beside 0, where they are counted.
    var choices: UInt64 {
        switch self {
        case .fact(_, let domain?): UInt64(domain.count)
        case .fact, .document, .flag, .fired, .machines: 1
        }
    }

    /// The number of a value; 0 for one the fact cannot have.
    func number(of value: Value) -> UInt64 {
        guard case .fact(_, let domain?) = self else { return 1 }
        return domain.firstIndex(of: value).map { UInt64($0) + 1 } ?? 0
    }

    /// What a number says.
    func glimpse(_ number: UInt64) -> Glimpse {
        if number == Atom.anything { return .open }
        if number == Atom.something { return .there }
        switch self {
        case .fact(_, let domain): return number == 0 ? .absent : domain.map { .known($0[Int(number) - 1]) } ?? .there
        case .document, .flag, .fired, .machines: return number == 0 ? .absent : .there
        }
    }
}
