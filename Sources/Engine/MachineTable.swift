/// Small machines of a task by their kind, in the order of the kinds' bytes: there are few kinds.
public struct MachineTable: Sendable, Hashable {
    private var kinds: [Kind] = []

    private struct Kind: Hashable {
        let name: String
        var instances: SnapshotList<TaskState.Instance>
    }

    /// No machines.
    public init() {}

    private func place(of kind: String) -> Int? {
        kinds.firstIndex { $0.name == kind }
    }

    /// Those of a kind, in the order of their numbers; nil when there never was one.
    public subscript(kind: String) -> SnapshotList<TaskState.Instance>? {
        place(of: kind).map { kinds[$0].instances }
    }

    /// Changes one of a kind in place; nothing where there is none.
    mutating func change(_ kind: String, at index: Int, _ body: (inout TaskState.Instance) -> Void) {
        guard let place = place(of: kind), kinds[place].instances.indices.contains(index) else { return }
        body(&kinds[place].instances[index])
    }

    /// Adds one behind the others of its kind.
    mutating func add(_ instance: TaskState.Instance, to kind: String) {
        let place = place(of: kind) ?? insert(Kind(name: kind, instances: []))
        kinds[place].instances.append(instance)
    }

    private mutating func insert(_ kind: Kind) -> Int {
        let place = kinds.firstIndex { kind.name.orderOfBytes($0.name) < 0 } ?? kinds.endIndex
        kinds.insert(kind, at: place)
        return place
    }
}

extension MachineTable: RandomAccessCollection {
    /// Zero.
    public var startIndex: Int { 0 }
    /// Number of kinds.
    public var endIndex: Int { kinds.count }
    /// A kind and its machines.
    public subscript(position: Int) -> (key: String, value: SnapshotList<TaskState.Instance>) {
        (kinds[position].name, kinds[position].instances)
    }
}

extension MachineTable {
    func write(to out: inout SnapshotWriter) {
        out.write(kinds) { kind, out in
            out.write(kind.name)
            out.write(kind.instances) { $0.write(to: &$1) }
        }
    }

    init(from: inout SnapshotReader) throws(SnapshotFault) {
        kinds = try from.list { from throws(SnapshotFault) in
            Kind(name: try from.text(), instances: try from.unreadList())
        }
        // Of the first form they have another order.
        if !from.hasLengths { kinds.sort { $0.name.orderOfBytes($1.name) < 0 } }
    }
}
