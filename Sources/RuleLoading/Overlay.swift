import LifecycleModel
import Rules
import WorkingCalendar

/// A local overlay: what a province decided about numbers and terms of the regimes.
struct Overlay {
    /// Its name, the suffix of versions: `thanh-hoa`.
    let name: String
    /// What it changes, by regime.
    let changes: [String: Change]

    /// What it changes in one regime.
    struct Change {
        /// The change as it stands in the file.
        let cursor: Cursor
        /// Number of the overlay's edition.
        let version: Int
        let parameters: [(name: String, value: Cursor)]
        let deadlines: [(name: String, value: Cursor)]
    }

    /// Reads an overlay file.
    init?(_ file: SourceFile, report: Report) {
        guard let root = file.root else { return nil }
        let fields = Cursor(root, at: RulePath("overlay") / file.name, in: file, report: report).fields("overlay", "label", "for")
        name = fields.name("overlay", .kebab)
        if fields.label.vi.isEmpty { fields.cursor.missingLabel() }
        var changes: [String: Change] = [:]
        for (regime, value) in fields.required("for")?.entries(.kebab) ?? [] {
            let change = value.fields("version", "parameters", "deadlines")
            changes[regime] = Change(
                cursor: value,
                version: change.required("version")?.count() ?? 0,
                parameters: change.optional("parameters")?.entries(.snake) ?? [],
                deadlines: change.optional("deadlines")?.entries(.deadlinePath) ?? []
            )
        }
        self.changes = changes
    }

    /// Lays the overlay over a regime that was just read, whose places move to the overlay's file where it says something.
    func apply(to regime: inout Regime, report: Report) {
        guard let change = changes[regime.id] else { return }
        for (name, value) in change.parameters {
            let path = RulePath("parameters") / name
            guard var parameter = regime.parameters[name] else {
                value.absent(name, "unknown-parameter", among: regime.parameters.keys)
                continue
            }
            let fields = value.read(for: path, report: report).fields("value", "basis", "standing")
            if let number = fields.optional("value").flatMap({ Parameter.Value($0, unit: parameter.unit) }) { parameter.value = number }
            parameter.basis = fields.cursor.basis(fields, insteadOf: parameter.basis, with: "value")
            parameter.standing = fields.word("standing", default: parameter.standing)
            regime.parameters[name] = parameter
        }
        for (name, value) in change.deadlines {
            let steps = name.split(separator: "/").map(String.init)
            let machineID = steps.count == 2 ? steps[0] : Regime.taskMachine
            let id = steps.last ?? name
            guard let machine = regime.machine(machineID), var deadline = machine.deadlines[id] else {
                let small = regime.machines.flatMap { machine in machine.value.deadlines.keys.map { "\(machine.key)/\($0)" } }
                value.absent(name, "unknown-deadline", among: regime.task.deadlines.keys + small)
                continue
            }
            let path = RulePath.machine(machineID) / "deadlines" / id
            let fields = value.read(for: path, report: report).fields("term", "grace", "lock", "basis", "standing")
            if let term = fields.optional("term")?.term() { deadline.term = term }
            if let grace = fields.optional("grace")?.term() { deadline.grace = grace }
            if let lock = fields.optional("lock")?.term() { deadline.lock = lock }
            deadline.basis = fields.cursor.basis(fields, insteadOf: deadline.basis, with: "term")
            deadline.standing = fields.word("standing", default: deadline.standing)
            if machineID == Regime.taskMachine {
                regime.task.deadlines[id] = deadline
            } else {
                regime.machines[machineID]?.deadlines[id] = deadline
            }
        }
        let separator = regime.version.contains("+") ? "." : "+"
        regime.version += "\(separator)\(name).\(change.version)"
    }
}

extension Cursor {
    /// The basis an overlay gives; a number it replaces needs one of its own, and lacking it is a fault of the overlay's file.
    fileprivate func basis(_ fields: Fields, insteadOf old: String?, with number: String) -> String? {
        if let new = fields.optionalText("basis") { return new }
        guard fields.has(number) else { return old }
        _ = read(for: path / "basis")
        return nil
    }

    /// The value read for a part of a regime that is read with its own report.
    fileprivate func read(for path: RulePath, report: Report) -> Cursor {
        Cursor(node, at: path, in: file, anchor: name, report: report)
    }

    fileprivate func absent(_ name: String, _ code: String, among known: some Sequence<String>) {
        fault(
            code,
            at: self.name,
            Phrase(vi: "‘\(name)’ không có trong chế độ này", en: "there is no ‘\(name)’ in this regime"),
            hint: Suggestion.hint(for: name, in: known)
        )
    }

    fileprivate func missingLabel() {
        fault("missing-label", Phrase(vi: "thiếu nhãn tiếng Việt", en: "the Vietnamese label is missing"))
    }
}
