public import LifecycleModel

/// Something that is true of every life the rules allow, declared in a rule file and proved when the file is checked.
///
/// It speaks of lives that keep the rules: what a person decided against them, by a recorded exception, is outside.
public struct Invariant: Sendable, Hashable {
    /// What it says, as people say it.
    public var label: Phrase
    /// The article that asks it; nil where good order asks it.
    public var basis: String?
    /// The machine whose life it is about: `task` or a small machine.
    public var machine: String
    /// What is claimed.
    public var claim: Claim

    /// What can be claimed; a closed set.
    public enum Claim: Sendable, Hashable {
        /// Something does not happen: ever, within a span, or while a condition speaks against it.
        case never(Occurrence, Span, Proviso?)
        /// Something happens at most once in a life.
        case once(Occurrence)
        /// Of two things at most one happens in a life.
        case apart(Occurrence, Occurrence)
        /// A condition (CEL, type bool) holds for certain whenever the machine stands in one of the states.
        case always(String, in: [String])
        /// Whenever the one happens, the other happens with it, in the same step.
        case every(Occurrence, brings: Occurrence)
    }

    /// Which part of a life a claim is about.
    public enum Span: Sendable, Hashable {
        /// all of it
        case life
        /// until something has happened for the first time
        case before(Occurrence)
        /// from something on; with `until`, only until something else happens
        case after(Occurrence, until: Occurrence?)
    }

    /// A condition (CEL, type bool) about the facts as they are when the step is judged: with what comes with it, before its effects.
    public enum Proviso: Sendable, Hashable {
        /// It must not happen when this may hold.
        case when(String)
        /// It must not happen unless this holds for certain.
        case unless(String)
    }

    /// Creates an invariant.
    public init(label: Phrase, basis: String? = nil, machine: String = Regime.taskMachine, claim: Claim) {
        self.label = label
        self.basis = basis
        self.machine = machine
        self.claim = claim
    }
}

/// Something that may happen in one step of a life; any one of its names will do.
public struct Occurrence: Sendable, Hashable {
    /// What kind of thing.
    public var kind: Kind
    /// Its names.
    public var names: [String]

    /// Kinds of things, a closed set.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// An event of the machine, or `machine/event` of another one.
        case event
        /// One of the states is entered from outside them.
        case state
        /// Life ends in one of these ways (`Machine.State.End`).
        case ends
        /// A small machine is opened.
        case opens
        /// A clock of the machine starts.
        case starts
        /// A fact is recorded or computed, be it to the same value.
        case changes
    }

    /// Creates one.
    public init(_ kind: Kind, _ names: [String]) {
        self.kind = kind
        self.names = names
    }
}

extension Invariant {
    /// The occurrences it names, each with the key it stands under.
    public var occurrences: [(key: String, occurrence: Occurrence)] {
        switch claim {
        case .never(let occurrence, let span, _):
            switch span {
            case .life: [("never", occurrence)]
            case .before(let other): [("never", occurrence), ("before", other)]
            case .after(let other, let until): [("never", occurrence), ("after", other)] + (until.map { [("until", $0)] } ?? [])
            }
        case .once(let occurrence): [("once", occurrence)]
        case .apart(let one, let other): [("never-both/0", one), ("never-both/1", other)]
        case .always: []
        case .every(let occurrence, let brought): [("every", occurrence), ("brings", brought)]
        }
    }

    /// Its condition with the key it stands under, if it has one.
    public var clause: (key: String, source: String)? {
        switch claim {
        case .never(_, _, .when(let source)): ("when", source)
        case .never(_, _, .unless(let source)): ("unless", source)
        case .always(let source, _): ("always", source)
        case .never, .once, .apart, .every: nil
        }
    }
}
