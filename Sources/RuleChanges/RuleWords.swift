public import LifecycleModel
public import Rules
import WorkingCalendar

/// What the rules of a regime are called and how they read, by its own labels.
public struct RuleWords: Sendable {
    let regime: Regime
    /// Parameters that the other regime of a comparison has too; nil outside one.
    let shared: Set<String>?

    /// Words of a regime.
    public init(_ regime: Regime) {
        self.init(regime, sharing: nil)
    }

    /// Words of a regime that is compared with another one.
    init(_ regime: Regime, sharing shared: Set<String>?) {
        self.regime = regime
        self.shared = shared
    }

    /// A machine by its label.
    public func machine(_ id: String) -> Phrase { Phrase.called(id, regime.machine(id)?.label) }

    /// A state of a machine with its name, since two states may have one label.
    public func state(_ id: String, of machine: String) -> Phrase { Phrase.named(id, regime.machine(machine)?.states[id]?.label) }

    /// A role.
    public func role(_ id: String) -> Phrase { Phrase.called(id, regime.roles[id]?.label) }

    /// A form with its code.
    public func form(_ code: String) -> Phrase { Phrase.named(code, regime.forms[code]?.label) }

    /// An event of a machine, or of another one as `machine/event`.
    public func event(_ id: String, of machine: String) -> Phrase {
        let steps = id.split(separator: "/", maxSplits: 1).map(String.init)
        let (kind, event) = steps.count == 2 ? (steps[0], steps[1]) : (machine, id)
        return Phrase.called(id, regime.machine(kind)?.transitions.first { $0.event == event }?.label)
    }

    /// A deadline of a machine with its identifier; one of the task where the machine has none of that name.
    public func deadline(_ id: String, of machine: String) -> Phrase {
        Phrase.named(id, (regime.machine(machine)?.deadlines[id] ?? regime.task.deadlines[id])?.label)
    }

    /// A fact by its path.
    public func fact(_ path: String, of machine: String) -> Phrase {
        guard let machine = regime.machine(machine), let fact = regime.fact(path, of: machine) else { return Phrase(vi: path, en: path) }
        return Phrase.called(path, fact.label)
    }

    /// What starts a clock.
    func start(_ start: Deadline.Start, of machine: String) -> Phrase {
        let event = start.event.map { self.event($0, of: machine) } ?? Phrase(vi: "khi mở", en: "when opened")
        guard let from = start.from else { return event }
        return event + Phrase(vi: ", tính từ ", en: ", counted from ") + fact(from, of: machine)
    }

    /// What passing a date brings.
    func passing(_ consequence: Deadline.Consequence, of machine: String) -> Phrase {
        let act: Phrase =
            switch consequence.act {
            case .flag(let id, let label): Phrase(vi: "gắn cờ ", en: "flag ") + .named(id, label)
            case .fire(let event): Phrase(vi: "tự động ", en: "automatic ") + self.event(event, of: machine)
            case .bar(let party, let reason): Phrase(vi: "hạn chế ", en: "bar ") + .party(party) + Phrase(vi: ": ", en: ": ") + reason
            }
        return Phrase.date(consequence.at) + Phrase(vi: ": ", en: ": ") + act
    }
}

extension Phrase {
    /// Who may be barred.
    static func party(_ party: String) -> Phrase {
        BarredParty(rawValue: party)?.phrase ?? Phrase(vi: party)
    }

    /// One of a clock's three dates gone by.
    static func date(_ date: Deadline.Consequence.Date) -> Phrase {
        switch date {
        case .due: Phrase(vi: "quá hạn", en: "past due")
        case .grace: Phrase(vi: "quá thời gian gia hạn", en: "past grace")
        case .lock: Phrase(vi: "quá ngày khóa", en: "past lock")
        }
    }
}

extension Parameter {
    /// Its value with the unit.
    var phrase: Phrase {
        switch value {
        case .fraction(let numerator, let denominator): return Phrase(vi: "\(numerator)/\(denominator)", en: "\(numerator)/\(denominator)")
        case .date(let date): return Phrase(vi: date.vietnamese, en: date.description)
        case .flag(let flag): return flag ? Phrase(vi: "có", en: "yes") : Phrase(vi: "không", en: "no")
        case .integer(let number):
            if unit == .dong { return Phrase(vi: Dong(number).formatted(), en: Dong(number).formatted()) }
            return Phrase(vi: "\(number) \(unit.phrase.vi)", en: "\(number) \(unit.phrase[.en])")
        }
    }
}

extension Parameter.Unit {
    /// The unit after a number.
    var phrase: Phrase {
        switch self {
        case .points: Phrase(vi: "điểm", en: "points")
        case .percent: Phrase(vi: "%", en: "%")
        case .people: Phrase(vi: "người", en: "people")
        case .times: Phrase(vi: "lần", en: "times")
        case .fraction, .date, .flag: Phrase(vi: "")
        case .dong: Phrase(vi: "đồng", en: "đồng")
        case .years: Phrase(vi: "năm", en: "years")
        case .months: Phrase(vi: "tháng", en: "months")
        case .calendarDays: Phrase(vi: "ngày", en: "calendar days")
        case .workingDays: Phrase(vi: "ngày làm việc", en: "working days")
        }
    }
}
