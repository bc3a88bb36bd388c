import LifecycleModel

/// A machine in the words of BPMN 2.0: states are exclusive gateways or end events, acts are tasks between them, stages are lanes.
struct BPMNProcess {
    /// Identifier and name of the pool.
    var id: String
    var label: Phrase
    var lanes: [Lane] = []
    var nodes: [Node] = []
    var flows: [Flow] = []
    /// Acts that move nothing and can happen in many states.
    var anytime: [Node] = []

    /// A horizontal band.
    struct Lane {
        var id: String
        var label: Phrase
    }

    /// Something a flow leads to or from.
    struct Node {
        var id: String
        var kind: Kind
        var label: Phrase
        /// Place of its lane.
        var lane: Int
        /// Who may do it, by identifier.
        var roles: [String] = []
        /// What else is known of it, a line each.
        var notes: [Phrase] = []

        enum Kind: String {
            case start = "startEvent"
            case end = "endEvent"
            case state = "exclusiveGateway"
            case userTask, serviceTask

            var isTask: Bool { self == .userTask || self == .serviceTask }
        }
    }

    /// An arrow between nodes, by their places.
    struct Flow {
        var id: String
        var from, to: Int
    }
}
