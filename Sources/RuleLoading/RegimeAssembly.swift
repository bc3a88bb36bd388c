import LifecycleModel
import Rules

/// Puts the files of one regime together.
///
/// All names are read before the task's transitions and the invariants are, because patterns such as `stage/*` need the states of every file.
struct RegimeAssembly {
    /// Files named in `uses`, with the place that names them, still to be read.
    private(set) var uses: [Cursor] = []
    private let folder: String
    private let report: Report
    private var id: Cursor?
    private var version: String?
    private var label: Phrase?
    private var initial: String?
    private var regime: Regime
    private var transitionLists: [Cursor] = []
    private var bases: [(name: String, value: Cursor)] = []
    private var invariants: [(name: String, value: Cursor)] = []

    private static let taskLabel = Phrase(vi: "Nhiệm vụ KH&CN", en: "Science task")

    /// An empty regime; its faults and places go to `report`.
    init(folder: String, report: Report) {
        self.folder = folder
        self.report = report
        let task = Machine(label: Self.taskLabel, initial: "", states: [:], transitions: [])
        regime = Regime(
            id: folder,
            version: "",
            label: Phrase(vi: ""),
            roles: [:],
            parameters: [:],
            forms: [:],
            facts: [:],
            stages: [],
            task: task,
            machines: [:]
        )
    }

    /// Adds what one file says.
    mutating func add(_ file: SourceFile) {
        guard let root = file.root else { return }
        let fields = Cursor(root, at: .root, in: file, report: report).fields(
            "regime",
            "version",
            "label",
            "uses",
            "roles",
            "parameters",
            "forms",
            "facts",
            "stages",
            "initial",
            "transitions",
            "deadlines",
            "machines",
            "entries",
            "councils",
            "budget",
            "bases",
            "invariants"
        )
        addIdentity(fields)
        for (name, value) in entries(fields, "roles", .kebab) { regime.roles[name] = Role(value) }
        for (name, value) in entries(fields, "parameters", .snake) { regime.parameters[name] = Parameter(value) }
        for (name, value) in entries(fields, "forms", .form) { regime.forms[name] = Form(value) }
        for (name, value) in entries(fields, "machines", .kebab) where isFree(name, value) { regime.machines[name] = Machine(value) }
        addFacts(fields)
        addStages(fields)
        let task = RulePath.machine(Regime.taskMachine)
        if let value = fields.optional("initial") {
            if initial != nil { twice("initial", value) }
            initial = value.read(for: task / "initial").text() ?? ""
        }
        for (name, value) in fields.optional("deadlines")?.read(for: task / "deadlines").entries(.deadline) ?? [] {
            regime.task.deadlines[name] = Deadline(value)
        }
        if let list = fields.optional("transitions") { transitionLists.append(list) }
        for (name, value) in entries(fields, "entries", .position) { regime.entries[name] = Entry(value) }
        for (name, value) in entries(fields, "councils", .kebab) { regime.councils[name] = Council(value) }
        if let block = fields.optional("budget") { regime.budget = BudgetRules(block) }
        bases += entries(fields, "bases", .basisPath)
        invariants += entries(fields, "invariants", .kebab)
    }

    /// The regime that all files together say.
    ///
    /// What is missing is reported in the main file, unless the reason may be that a file could not be read.
    mutating func finished(mainFile: String, isComplete: Bool) -> Regime {
        func missing(_ key: String) {
            guard isComplete else { return }
            report.add(
                Diagnostic(
                    severity: .error,
                    file: mainFile,
                    code: "missing-key",
                    message: Phrase(vi: "thiếu khóa ‘\(key)’", en: "the key ‘\(key)’ is missing")
                )
            )
        }
        if id == nil { missing("regime") }
        if version == nil { missing("version") }
        if initial == nil { missing("initial") }
        if regime.stages.isEmpty { missing("stages") }
        if transitionLists.isEmpty { missing("transitions") }
        regime.version = version ?? "0.0.0"
        regime.label = label ?? Phrase(vi: "")
        regime.task.initial = initial ?? ""
        let path = RulePath.machine(Regime.taskMachine) / "transitions"
        for list in transitionLists {
            for element in list.collect({ $0 }) {
                let cursor = element.read(for: path / regime.task.transitions.count)
                if let transition = Transition(cursor, states: regime.task.states) { regime.task.transitions.append(transition) }
            }
        }
        regime.apply(bases: bases)
        for (name, value) in invariants { regime.invariants[name] = Invariant(value, in: regime) }
        return regime
    }

    private func entries(_ fields: Fields, _ key: String, _ kind: NameKind) -> [(name: String, value: Cursor)] {
        fields.optional(key)?.entries(kind) ?? []
    }

    private mutating func addIdentity(_ fields: Fields) {
        uses += fields.optional("uses")?.collect { $0 } ?? []
        if let value = fields.optional("regime"), let text = value.text() {
            if id != nil { twice("regime", value) }
            id = value
            if text != folder {
                value.fault(
                    "wrong-regime",
                    Phrase(vi: "chế độ ‘\(text)’ nằm trong thư mục ‘\(folder)’", en: "the regime ‘\(text)’ is in the folder ‘\(folder)’"),
                    hint: Phrase(vi: "hai tên phải giống nhau", en: "the two names must be the same")
                )
            }
        }
        if let value = fields.optional("version"), let text = value.text() {
            if version != nil { twice("version", value) }
            version = text
            if !Self.isSemantic(text) {
                value.fault("bad-version", Phrase(vi: "phiên bản phải có dạng 1.0.0", en: "a version is written 1.0.0"))
            }
        }
        if let value = fields.optional("label") {
            if label != nil { twice("label", value) }
            label = value.phrase()
        }
    }

    private mutating func addFacts(_ fields: Fields) {
        guard let groups = fields.optional("facts") else { return }
        guard let mapping = groups.node.mapping else {
            groups.wrongType(Phrase(vi: "các nhóm dữ kiện", en: "groups of facts"))
            return
        }
        for (key, value) in mapping {
            guard let group = key.scalar?.string, !DuplicateKeys.isHidden(group) else { continue }
            NameKind.snake.check(group, at: key, in: groups)
            let cursor = Cursor(value, at: groups.path / group, in: groups.file, anchor: key, report: report)
            for (name, fact) in cursor.entries(.snake) { regime.facts[group, default: [:]][name] = Fact(fact) }
        }
    }

    private mutating func addStages(_ fields: Fields) {
        let states = RulePath.machine(Regime.taskMachine) / "states"
        for element in fields.optional("stages")?.collect({ $0 }) ?? [] {
            let cursor = element.read(for: RulePath("stages") / regime.stages.count)
            let stage = cursor.fields("stage", "label", "side", "states")
            guard stage.isMapping else { continue }
            let id = stage.name("stage", .kebab)
            if regime.stages.contains(where: { $0.id == id }) {
                cursor.fault("duplicate-name", Phrase(vi: "giai đoạn ‘\(id)’ đã có", en: "there is a stage ‘\(id)’ already"))
            }
            regime.stages.append(Stage(id: id, label: stage.label, isSide: stage.optional("side")?.flag() ?? false))
            for (name, state) in stage.required("states")?.read(for: states / id).entries(.kebab) ?? [] {
                regime.task.states["\(id)/\(name)"] = Machine.State(state)
            }
        }
    }

    private func isFree(_ name: String, _ value: Cursor) -> Bool {
        guard name == Regime.taskMachine else { return true }
        value.fault("reserved-name", Phrase(vi: "tên ‘task’ dành cho nhiệm vụ", en: "the name ‘task’ is that of the task itself"))
        return false
    }

    private func twice(_ key: String, _ value: Cursor) {
        value.fault("duplicate-name", Phrase(vi: "‘\(key)’ đã có trong tệp khác", en: "‘\(key)’ is in another file already"))
    }

    private static func isSemantic(_ version: String) -> Bool {
        let numbers = version.split(separator: ".", omittingEmptySubsequences: false)
        return numbers.count == 3 && numbers.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }
    }
}
