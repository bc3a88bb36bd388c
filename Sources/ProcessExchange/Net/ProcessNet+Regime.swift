import LifecycleModel
public import Rules

extension ProcessNet {
    /// What a net shows of a regime.
    public enum Scope: Sendable, Hashable {
        /// The task with everything that stands beside it: the task's own machine state by state; acts on small machines may happen at any
        /// time of its life, because any number of these can be open.
        case whole
        /// One machine alone, `task` or a small one, state by state.
        case machine(String)
    }

    /// The net of a regime; nil when there is no such machine.
    ///
    /// - Parameters:
    ///   - entries: positions at which tasks come in from other regimes.
    ///   - runningMayEnd: whether the net also lets go a life that has not ended, in whatever state: for replaying logs of what still runs.
    public init?(_ regime: Regime, scope: Scope = .whole, entries: [String] = [], runningMayEnd: Bool = false) {
        let machineID = if case .machine(let id) = scope { id } else { Regime.taskMachine }
        guard let machine = regime.machine(machineID) else { return nil }
        let isTask = machineID == Regime.taskMachine
        self.init(id: isTask ? regime.id : "\(regime.id).\(machineID)", label: isTask ? regime.label : machine.label)
        let beside = scope == .whole && !regime.machines.isEmpty ? [Self.beside] : []
        addPlaces(StateOrder(regime, machineID).rows, machine, beside: !beside.isEmpty)

        let enter = isTask ? Activity.registered : "\(machineID)/\(Activity.opened)"
        add(enter, Words.enters, from: [Self.source], to: [machine.initial] + beside)
        for entry in Set(entries).sorted() where isTask && machine.states[entry] != nil {
            add(nil, Words.comesOver, from: [Self.source], to: [entry] + beside)
        }
        for transition in machine.transitions {
            let name = Activity.name(transition.event, machine: machineID)
            for state in transition.from {
                if transition.changesRegime {
                    add(name, transition.label, from: [state] + beside, to: [Self.sink])
                } else {
                    add(name, transition.label, from: [state], to: [transition.to ?? state])
                }
            }
        }
        if !isTask { addClosings(of: machineID, regime) }
        if !beside.isEmpty { addSmallMachines(of: regime) }
        for place in places.map(\.id) {
            guard let state = machine.states[place] else { continue }
            if state.end != nil {
                add(nil, Words.ends, from: [place] + beside, to: [Self.sink])
            } else if runningMayEnd {
                add(nil, Words.runs, from: [place] + beside, to: [Self.sink])
            }
        }
    }

    private mutating func addPlaces(_ rows: [[String]], _ machine: Machine, beside: Bool) {
        places.append(Place(id: Self.source, label: Words.source, column: 0, row: 0))
        for (row, states) in rows.enumerated() {
            for (column, name) in states.enumerated() {
                guard let state = machine.states[name] else { continue }
                places.append(Place(id: name, label: state.label, column: column + 1, row: row))
            }
        }
        if beside { places.append(Place(id: Self.beside, label: Words.beside, column: 0, row: rows.count)) }
        let last = (rows.map(\.count).max() ?? 0) + 1
        places.append(Place(id: Self.sink, label: Words.sink, column: last, row: rows.count))
    }

    /// Acts on other machines that close these by themselves.
    private mutating func addClosings(of machineID: String, _ regime: Regime) {
        for closing in Closing.all(of: machineID, in: regime) {
            for state in closing.states {
                add(Activity.name(closing.event, machine: machineID), closing.label, from: [state], to: [closing.to])
            }
        }
    }

    private mutating func addSmallMachines(of regime: Regime) {
        for (id, machine) in regime.machines.sorted(by: { $0.key < $1.key }) {
            func loop(_ event: String, _ label: Phrase) {
                add(Activity.name(event, machine: id), label, from: [Self.beside], to: [Self.beside])
            }
            loop(Activity.opened, Words.opens(machine.label))
            for transition in machine.transitions { loop(transition.event, transition.label) }
            for closing in Closing.all(of: id, in: regime) { loop(closing.event, closing.label) }
        }
    }

    private enum Words {
        static let enters = Phrase(vi: "Vào hệ thống", en: "Comes in")
        static let comesOver = Phrase(vi: "Chuyển từ chế độ khác sang", en: "Comes over from another regime")
        static let ends = Phrase(vi: "Kết thúc", en: "Ends")
        static let runs = Phrase(vi: "Còn đang diễn ra", en: "Still running")
        static let source = Phrase(vi: "Bắt đầu", en: "Start")
        static let sink = Phrase(vi: "Hết", en: "End")
        static let beside = Phrase(vi: "Các việc bên cạnh nhiệm vụ", en: "What stands beside the task")

        static func opens(_ label: Phrase) -> Phrase { Phrase(vi: "Mở: \(label.vi)", en: "Opened: \(label[.en])") }
    }
}
