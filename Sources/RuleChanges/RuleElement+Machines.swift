import Expressions
import LifecycleModel
import Rules

extension RuleElement {
    /// A small machine as such; what it consists of is compared part by part.
    init(machine id: String, _ machine: Machine) {
        let (states, transitions, deadlines) = (machine.states.count, machine.transitions.count, machine.deadlines.count)
        self.init(
            part: .machines,
            path: RulePath.machine(id).description,
            subject: .named(id, machine.label),
            summary: Phrase(
                vi: "\(states) trạng thái, \(transitions) bước, \(deadlines) thời hạn",
                en: "\(states) states, \(transitions) transitions, \(deadlines) deadlines"
            ),
            aspects: [
                .label(machine.label),
                .one(
                    "initial",
                    "bắt đầu ở",
                    "begins in",
                    machine.initial,
                    .named(machine.initial, machine.states[machine.initial]?.label)
                ),
            ]
        )
    }

    /// A state of a machine.
    init(state id: String, _ state: Machine.State, of machine: String, _ words: RuleWords) {
        let name = Phrase.named(id, state.label)
        self.init(
            part: .states,
            path: "\(RulePath.machine(machine))/states/\(id)",
            subject: machine == Regime.taskMachine ? name : name + Phrase(vi: " của ", en: " of ") + words.machine(machine),
            summary: state.end?.phrase ?? Phrase(vi: ""),
            aspects: [
                .label(state.label), .one("end", "kết thúc", "end", state.end?.rawValue, state.end?.phrase),
                .many(
                    "counts-as",
                    "tính là",
                    "counts as",
                    state.countsAs.map { Item($0.rawValue, $0.phrase) }.sorted { $0.value < $1.value }
                ),
            ]
        )
    }

    /// A transition of a machine without its requirements, which are rules of their own.
    init(transition: Transition, of machine: String, _ words: RuleWords) {
        let name = Phrase.named(transition.event, transition.label)
        let to = transition.to.map { words.state($0, of: machine) } ?? Phrase(vi: "giữ nguyên", en: "stays")
        self.init(
            part: .transitions,
            path: "\(RulePath.machine(machine))/transitions/\(transition.event)",
            subject: machine == Regime.taskMachine ? name : name + Phrase(vi: " của ", en: " of ") + words.machine(machine),
            summary: words.states(transition.from, of: machine) + Phrase(vi: " → ", en: " → ") + to
                + Phrase(vi: ", \(transition.requires.count) điều kiện", en: ", \(transition.requires.count) requirements"),
            basis: transition.basis,
            aspects: [
                .label(transition.label),
                .many("from", "từ", "from", transition.from.map { Item($0, words.state($0, of: machine)) }),
                .one("to", "đến", "to", transition.to ?? "=", to),
                .many("by", "người thực hiện", "by", transition.by.map { Item($0, words.role($0)) }),
                .many(
                    "records",
                    "thông tin phải ghi",
                    "records",
                    transition.records.map { record in
                        let optional = record.isRequired ? Phrase(vi: "") : Phrase(vi: " (nếu có)", en: " (optional)")
                        return Item("\(record.fact)\(record.isRequired)", words.fact(record.fact, of: machine) + optional)
                    }
                ), .many("documents", "văn bản phải kèm", "documents", transition.documents.map { Item($0, words.form($0)) }),
                .many("produces", "văn bản lập ra", "produces", transition.produces.map { Item($0, words.form($0)) }),
                .many(
                    "effects",
                    "tác động",
                    "effects",
                    transition.effects.map { Item("\($0.normalized)", words.effect($0, of: machine)) }
                ),
                .one(
                    "record-within",
                    "phải ghi trong",
                    "recorded within",
                    transition.recordWithin.map(String.init),
                    transition.recordWithin.map { Phrase(vi: "\($0) ngày", en: "\($0) days") },
                    isNumber: true
                ), .basis(transition.basis),
            ]
        )
    }

    /// A requirement of a transition.
    init(requirement: Requirement, of transition: Transition, in machine: String, _ words: RuleWords) {
        let condition = words.condition(requirement.condition, of: machine)
        let standard = words.regime.machine(machine).map { requirement.condition.defaultMessage($0, in: words.regime) }
        let isOwn = requirement.message != standard
        self.init(
            part: .requirements,
            path: "\(RulePath.machine(machine))/transitions/\(transition.event)/requires/\(requirement.id)",
            subject: .named(requirement.id, requirement.message) + Phrase(vi: " của bước ", en: " of ")
                + .named(transition.event, transition.label),
            summary: condition,
            basis: requirement.basis,
            aspects: [
                .one("that", "đòi hỏi", "asks", "\(requirement.condition.normalized)", condition),
                // What a word says by itself changes with what it asks and with labels, which are told of on their own.
                .one("else", "lời từ chối", "message", isOwn ? "\(requirement.message)" : "default", requirement.message),
                .many("cure", "người khắc phục được", "cured by", requirement.cure.map { Item($0, words.role($0)) }),
                .basis(requirement.basis),
            ]
        )
    }
}

extension RuleWords {
    /// Some states of a machine; many are counted.
    func states(_ ids: [String], of machine: String) -> Phrase {
        guard ids.count > 4 else { return .list(ids.map { state($0, of: machine) }, ", ") }
        return Phrase(vi: "\(ids.count) trạng thái", en: "\(ids.count) states")
    }
}

extension Requirement.Condition {
    /// The same condition with its expressions in one spelling, so that blanks and brackets do not count, and lists in one order.
    var normalized: Requirement.Condition {
        switch self {
        case .clause(let source): .clause(spelt(source))
        case .documents(let forms): .documents(forms.sorted())
        case .separateFrom(let events): .separateFrom(events.sorted())
        case .machines(let kind, let quantifier, let states): .machines(kind, quantifier, states.sorted())
        case .atMost(let amount, let limit): .atMost(amount: amount, limit: spelt(limit))
        case .council(let kind, let results): .council(kind, results: results.sorted())
        case .known(let facts): .known(facts.sorted())
        case .deadlineMet, .deadlinePassed, .notLocked, .noBar: self
        }
    }
}

extension Effect {
    /// The same effect in one spelling, as text that does not depend on the order of a dictionary.
    var normalized: String {
        switch self {
        case .open(let machine, let schedule, let facts):
            let values = facts.sorted { $0.key < $1.key }.map { "\($0.key)=\(spelt($0.value))" }
            return "open \(machine) \(schedule.map { "\($0)" } ?? "") \(values)"
        case .close(let machine, let states, let to): return "close \(machine) \(states.sorted()) \(to)"
        case .set(let fact, let expression): return "set \(fact) \(spelt(expression))"
        case .raise, .clear, .bar, .lift, .publish, .setRegime: return "\(self)"
        }
    }
}

/// An expression in one spelling; as it stands where it cannot be read.
private func spelt(_ source: String) -> String {
    (try? Expression.parse(source))?.description ?? source
}

extension Machine.State.End {
    /// For people.
    var phrase: Phrase {
        switch self {
        case .completed: Phrase(vi: "hoàn thành", en: "completed")
        case .notSelected: Phrase(vi: "không được chọn", en: "not selected")
        case .withdrawn: Phrase(vi: "rút", en: "withdrawn")
        case .cancelled: Phrase(vi: "hủy", en: "cancelled")
        case .terminated: Phrase(vi: "chấm dứt", en: "terminated")
        case .failed: Phrase(vi: "không đạt", en: "failed")
        case .missed: Phrase(vi: "bỏ lỡ", en: "missed")
        }
    }
}

extension Machine.State.Standing {
    /// For people.
    var phrase: Phrase {
        switch self {
        case .awarded: Phrase(vi: "đã được giao", en: "awarded")
        case .running: Phrase(vi: "đang thực hiện", en: "running")
        case .accepted: Phrase(vi: "đã nghiệm thu", en: "accepted")
        case .applied: Phrase(vi: "đã ứng dụng", en: "applied")
        }
    }
}
