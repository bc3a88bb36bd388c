import Rules

/// Gathers the mistakes that can be made in a regime.
struct MutantList {
    let regime: Regime
    private(set) var mutants: [Mutant] = []
    /// How often a name was given.
    private var uses: [String: Int] = [:]

    init(regime: Regime) {
        self.regime = regime
    }

    /// All machines, the task's own first.
    var machines: [(id: String, machine: Machine)] {
        [(Regime.taskMachine, regime.task)] + regime.machines.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    mutating func add(_ kind: MutationOperator, _ place: String, _ change: String, _ edit: @escaping @Sendable (inout Regime) -> Void) {
        // Alike in words, apart in the file: the same literal twice in one clause.
        let use = uses["\(kind) \(place) \(change)", default: 0] + 1
        uses["\(kind) \(place) \(change)"] = use
        mutants.append(Mutant(kind, in: regime.id, at: place, use == 1 ? change : "\(change) (\(use))", edit: edit))
    }

    mutating func add(_ kind: MutationOperator, _ place: Place, _ change: String, _ edit: @escaping @Sendable (inout Machine) -> Void) {
        add(kind, place.description, change) { regime in
            if place.machine == Regime.taskMachine {
                edit(&regime.task)
            } else if var machine = regime.machines[place.machine] {
                edit(&machine)
                regime.machines[place.machine] = machine
            }
        }
    }

    /// A part of a machine.
    struct Place: CustomStringConvertible {
        let machine: String
        let name: String

        var description: String { machine == Regime.taskMachine ? name : "\(machine)/\(name)" }
    }
}

extension [String] {
    /// The list without the element at a place.
    func without(_ place: Int) -> [String] {
        var rest = self
        rest.remove(at: place)
        return rest
    }
}
