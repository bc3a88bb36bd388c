import CanonicalJSON
import Documents
import Engine
import LifecycleModel
import Rules
import Store

/// Values of fields out of a task's record, each with the event that recorded it.
struct RecordedFields {
    private let state: TaskState
    private let rules: CompiledRegime
    private let reader: any StoreReader
    /// Numbers of the events that recorded facts, `group.name` or `kind:number.name`, and papers, `paper FORM`.
    private var sources: [String: Int64] = [:]
    /// The small machine to speak of, where one was named.
    private let machine: MachineReference?
    /// The form of the document: an event that needs it cannot come before it.
    private let form: String
    /// The session of a council to speak of, where the form belongs to one.
    private let council: DocumentCouncil?

    init(
        _ state: TaskState,
        _ rules: CompiledRegime,
        form: String,
        machine: MachineReference?,
        council: DocumentCouncil?,
        in reader: any StoreReader
    ) throws {
        self.state = state
        self.rules = rules
        self.form = form
        self.machine = machine
        self.council = council
        self.reader = reader
        for event in try reader.events(of: EventRecord.Subject(.task, state.code)) {
            switch try Happening(kind: event.kind, payload: event.payload) {
            case .registered(let it): note(it.facts.keys, of: .task, event)
            case .machineOpened(let it): note(it.facts.keys, of: it.machine, event)
            case .documentIssued(let it): sources["paper \(it.document.form)"] = event.number
            case .transitioned(let it):
                note(it.facts.keys, of: it.machine, event)
                if it.machine == .task { sources["position"] = event.number }
                for document in it.documents { sources["paper \(document.form)"] = event.number }
            default: break
            }
        }
        sources["code"] = try reader.events(of: EventRecord.Subject(.task, state.code)).first?.number
    }

    private mutating func note(_ paths: some Sequence<String>, of machine: MachineReference, _ event: EventRecord) {
        for path in paths { sources[Self.key(path, of: machine)] = event.number }
    }

    /// Facts of a small machine are written `this.name`, in its opening `name`; facts of the task `group.name` everywhere.
    private static func key(_ path: String, of machine: MachineReference) -> String {
        guard machine != .task else { return path }
        if path.hasPrefix("this.") { return "\(machine).\(path.dropFirst(5))" }
        return path.contains(".") ? path : "\(machine).\(path)"
    }

    /// What the record says of a field, and the events it rests on; nil when nothing is recorded.
    func value(of field: FieldDefinition) throws -> (value: FieldValue, events: [Int64])? {
        if case .council(let fact) = field.source, let fields = council?.fields {
            return try fields.value(of: fact).map { ($0, fields.events(of: fact)) }
        }
        return try single(field).map { ($0.value, $0.event.map { [$0] } ?? []) }
    }

    private func single(_ field: FieldDefinition) throws -> (value: FieldValue, event: Int64?)? {
        switch field.source {
        case .code: return (.text(state.code), sources["code"])
        case .fact(let paths):
            for path in paths {
                guard let fact = state.fact(path), let value = converted(fact, rules.regime.fact(path, of: rules.regime.task), field) else {
                    continue
                }
                return (value, sources[path])
            }
        case .position(let yes, let no):
            guard yes.contains(state.position) || no.contains(state.position) else { break }
            return (.flag(yes.contains(state.position)), sources["position"])
        case .machine(let kind, let name): return fact(name, of: kind, field)
        case .council(let it): return fact(it.rawValue, of: CouncilCode.machine, field)
        case .paper(let form, let isDate):
            guard let paper = state.documents[form]?.last else { break }
            return (isDate ? .date(paper.date) : .text(paper.number), sources["paper \(form)"])
        case .party(let path, let attribute):
            guard let code = state.fact(path)?.text, let text = try attributeText(code, path, attribute) else { break }
            return (.text(text), sources[path])
        case .given, .office, .column: break
        }
        return nil
    }

    private func fact(_ name: String, of kind: String, _ field: FieldDefinition) -> (value: FieldValue, event: Int64?)? {
        guard let reference = meant(kind), let fact = state.instance(reference)?.facts[name],
            let definition = rules.regime.machine(kind)
        else { return nil }
        return converted(fact, definition.facts[name], field).map { ($0, sources["\(reference).\(name)"]) }
    }

    /// The small machine of a kind that the document speaks of.
    private func meant(_ kind: String) -> MachineReference? {
        let newest = machine?.kind == kind ? machine?.number : Int64(state.machines[kind]?.count ?? 0)
        let number = kind == CouncilCode.machine ? council.map(\.number) ?? newest : newest
        return number.flatMap { $0 > 0 ? MachineReference(kind: kind, number: $0) : nil }
    }

    private func converted(_ fact: FactValue, _ definition: Fact?, _ field: FieldDefinition) -> FieldValue? {
        switch (fact, field.type) {
        case (.text(let text), .choice), (.text(let text), .text):
            guard let choice = definition?.choices.first(where: { $0.value == text }) else { return .text(text) }
            return field.type == .choice ? .choice(code: text, label: choice.label.vi) : .text(choice.label.vi)
        case (.int(let number), .money): return .money(Dong(number))
        case (.int(let number), .number): return .number(number)
        case (.date(let date), .date): return .date(date)
        case (.bool(let flag), .flag): return .flag(flag)
        default: return nil
        }
    }

    private func attributeText(_ code: String, _ path: String, _ attribute: String) throws -> String? {
        let kind: EventRecord.Subject.Kind? =
            switch rules.regime.fact(path, of: rules.regime.task)?.type {
            case .organisation: .organisation
            case .person: .person
            case .programme: .programme
            default: nil
            }
        guard let kind, let json = try reader.registered(kind, code: code) else { return nil }
        if attribute == "titled_name", kind == .person { return try Person(json: json).titledName }
        return json[attribute]?.string
    }

    // MARK: What would record it

    /// What would record a field that has no value: events of the rules, a paper, the register, a file, the command itself.
    ///
    /// - Parameter column: the column that is empty, where it is one of a list that has rows.
    func cure(of field: FieldDefinition, column: String? = nil) -> Phrase {
        if case .council(let fact) = field.source, let cure = council?.fields?.cure(of: fact, column: column) { return cure }
        if let column {
            return Phrase(
                vi: "cho cột «\(column)» của «\(field.name)» trong tệp --data, mỗi dòng một đối tượng, theo thứ tự của hồ sơ",
                en: "give the column \"\(column)\" of \"\(field.name)\" in a file with --data, an object a row, in the order of the record"
            )
        }
        let given = Self.giving(field)
        switch field.source {
        case .given, .column, .code, .position:
            guard field.type == .list else { return given }
            return Phrase(vi: "cho danh sách trong tệp --data", en: "give the rows in a file with --data")
        case .office: return Phrase(vi: "ghi vào office.csv của thư mục mẫu", en: "write it into office.csv of the templates")
        case .fact(let paths): return recording { paths.contains($0.fact) } ?? given
        case .party(let path, let attribute):
            guard let code = state.fact(path)?.text else { return recording { $0.fact == path } ?? given }
            return Phrase(vi: "bổ sung \(attribute) của \(code) trong sổ đăng ký", en: "register the \(attribute) of \(code)")
        case .council where field.type == .list:
            return Phrase(vi: "cho danh sách trong tệp --data", en: "give the rows in a file with --data")
        case .council(let fact):
            return recording(of: CouncilCode.machine) { $0.fact == "this.\(fact.rawValue)" } ?? given
        case .machine(let kind, let name):
            return recording(of: kind) { $0.fact == "this.\(name)" }
                ?? Phrase(vi: "chưa có \(kind); \(given.vi)", en: "there is no \(kind) yet; \(given.en)")
        case .paper(let form, _):
            let events = rules.regime.task.transitions.filter { $0.documents.contains(form) }
            return named(events, of: Regime.taskMachine)
                ?? Phrase(vi: "ban hành hoặc đính kèm văn bản \(form)", en: "issue or attach a document \(form)")
        }
    }

    private func recording(of kind: String = Regime.taskMachine, _ test: (Transition.Recorded) -> Bool) -> Phrase? {
        let transitions = (rules.regime.machine(kind)?.transitions ?? []).filter { $0.records.contains(where: test) }
        // An event that needs the very document comes after it: then the value is given.
        return transitions.contains { $0.documents.contains(form) } ? nil : named(transitions, of: kind)
    }

    private static func giving(_ field: FieldDefinition) -> Phrase {
        switch (field.name, field.type) {
        case ("document.number", _): Phrase(vi: "cho bằng --number …", en: "give it with --number …")
        case ("document.date", _): Phrase(vi: "cho bằng --date …", en: "give it with --date …")
        case (let name, .flag):
            Phrase(vi: "cho bằng --set \(name)=có hoặc \(name)=không", en: "give it with --set \(name)=true or \(name)=false")
        case (let name, _): Phrase(vi: "cho bằng --set \(name)=…", en: "give it with --set \(name)=…")
        }
    }

    private func named(_ transitions: [Transition], of kind: String) -> Phrase? {
        var seen: Set<String> = []
        let events = transitions.filter { seen.insert($0.event).inserted }.prefix(3)
        guard !events.isEmpty else { return nil }
        let place = kind == Regime.taskMachine ? "" : " --on \(kind):…"
        return Phrase(
            vi: "ghi bởi sự kiện " + events.map { "\($0.event)\(place) (\($0.label.vi))" }.joined(separator: ", "),
            en: "recorded by " + events.map { "\($0.event)\(place) (\($0.label[.en]))" }.joined(separator: ", ")
        )
    }
}
