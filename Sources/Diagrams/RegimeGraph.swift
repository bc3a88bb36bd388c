public import LifecycleModel
import Rules

/// What a picture of a regime shows: boxes, states, events between them, notes; without any place on paper.
public struct RegimeGraph: Sendable, Hashable {
    /// The regime's name.
    public var title: Phrase
    /// Identifier, version and the beginning of the hash, which together say exactly what is drawn.
    public var subtitle: String
    /// Which part is drawn; nil for the overview.
    public var part: Phrase?
    /// Stages, in the order of life.
    public var boxes: [Box]
    /// States, in the order of life within their box.
    public var nodes: [Node]
    /// What leads from where to where: between nodes, in an overview between boxes.
    public var edges: [Edge]
    /// Events that leave so many states that lines would hide the picture; nodes carry their numbers.
    public var notes: [Note]
    /// Clocks that events of the picture start or stop.
    public var clocks: [Clock]

    /// Whether edges join boxes rather than states.
    public var isOverview: Bool { part == nil }

    /// A stage.
    public struct Box: Sendable, Hashable {
        /// The stage's identifier.
        public var id: String
        /// What people call it.
        public var label: Phrase
        /// Whether it is a side way.
        public var isSide: Bool
        /// How many transitions leave its states.
        public var transitions: Int
        /// How many clocks start in it.
        public var deadlines: Int
    }

    /// A state, or what stands for the world outside the picture.
    public struct Node: Sendable, Hashable {
        /// The state's name; prefixed by `in:` or `out:` when it stands outside.
        public var id: String
        /// What people call it.
        public var label: Phrase
        /// The box it stands in; nil outside.
        public var box: String?
        /// How it looks.
        public var tone: Tone
        /// Whether life starts here.
        public var isInitial = false
        /// Events that leave it where it is.
        public var loops: [Phrase] = []
        /// Numbers of the notes that hold here.
        public var marks: [Int] = []
        /// Clocks that start when the machine is opened in this state.
        public var clocks: [String] = []
    }

    /// What the colour and border of a state say; taken from its fields, never from its name.
    public enum Tone: String, Sendable, Hashable, CaseIterable {
        case plain, awarded, accepted, applied, completed, ended, outside
    }

    /// Events between the same ends.
    public struct Edge: Sendable, Hashable {
        /// Nodes (in an overview boxes) it leaves.
        public var sources: [String]
        /// Node (in an overview box) it enters.
        public var target: String
        /// The events, in the order of the rule files.
        public var events: [Event]

        /// Whether the program itself fires all of them.
        public var isAutomatic: Bool { events.allSatisfy(\.isAutomatic) }
    }

    /// An event on an edge.
    public struct Event: Sendable, Hashable {
        /// What people call the act.
        public var label: Phrase
        /// Whether the program itself can fire it, when a day passes.
        public var isAutomatic: Bool
        /// Identifiers of the clocks it starts.
        public var starts: [String]
        /// Identifiers of the clocks it stops.
        public var stops: [String]
    }

    /// An event that can happen in many states.
    public struct Note: Sendable, Hashable {
        /// Its number in the picture, from 1.
        public var number: Int
        /// What happens.
        public var event: Event
        /// Where it leads; nil when nothing moves.
        public var target: Phrase?
    }

    /// A clock.
    public struct Clock: Sendable, Hashable {
        /// Its identifier.
        public var id: String
        /// What people call it.
        public var label: Phrase
        /// How long it runs.
        public var term: Phrase
    }
}

extension RegimeGraph.Tone {
    /// The look of a state.
    init(_ state: Machine.State) {
        switch state.end {
        case .completed: self = .completed
        case .some: self = .ended
        case nil:
            if state.countsAs.contains(.applied) {
                self = .applied
            } else if state.countsAs.contains(.accepted) {
                self = .accepted
            } else {
                self = state.countsAs.isEmpty ? .plain : .awarded
            }
        }
    }
}
