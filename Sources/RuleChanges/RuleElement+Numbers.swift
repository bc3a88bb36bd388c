import LifecycleModel
import Rules
import WorkingCalendar

extension RuleElement {
    /// A parameter.
    init(parameter id: String, _ parameter: Parameter) {
        let value = parameter.phrase
        self.init(
            part: .parameters,
            path: "parameters/\(id)",
            subject: .named(id, parameter.label),
            summary: value,
            basis: parameter.basis,
            standing: parameter.standing,
            aspects: [
                .label(parameter.label),
                // The unit belongs to the number: 10 calendar days are not 10 working days.
                .one("value", "giá trị", "value", "\(parameter.value) \(parameter.unit.rawValue)", value, isNumber: true),
                .basis(parameter.basis), .standing(parameter.standing),
            ]
        )
    }

    /// A deadline of a machine.
    init(deadline id: String, _ deadline: Deadline, of machine: String, _ words: RuleWords) {
        func term(_ key: String, _ vi: String, _ en: String, _ term: Term?) -> Aspect {
            .one(key, vi, en, term?.description, term?.phrase, isNumber: true)
        }
        func yes(_ key: String, _ vi: String, _ en: String, _ flag: Bool) -> Aspect {
            .one(key, vi, en, flag ? "true" : nil, Phrase(vi: "có", en: "yes"))
        }
        self.init(
            part: .deadlines,
            path: "\(RulePath.machine(machine))/deadlines/\(id)",
            subject: machine == Regime.taskMachine
                ? .named(id, deadline.label) : .named(id, deadline.label) + Phrase(vi: " của ", en: " of ") + words.machine(machine),
            summary: deadline.term.phrase,
            basis: deadline.basis,
            standing: deadline.standing,
            aspects: [
                .label(deadline.label),
                .many(
                    "starts",
                    "bắt đầu khi",
                    "starts",
                    deadline.starts.map { Item("\($0.event ?? "opened") \($0.from ?? "")", words.start($0, of: machine)) }
                ),
                .many("stops", "dừng khi", "stops", deadline.stops.map { Item($0, words.event($0, of: machine)) }),
                .many(
                    "suspended-in",
                    "tạm dừng ở",
                    "suspended in",
                    deadline.suspendedIn.map { Item($0, words.state($0, of: machine)) }
                ),
                term("term", "độ dài", "term", deadline.term),
                .one("times", "nhân với", "times", deadline.times, deadline.times.map { words.fact($0, of: machine) }),
                term("grace", "gia hạn", "grace", deadline.grace), term("lock", "khóa sau", "lock", deadline.lock),
                yes("before", "tính lùi", "counted back", deadline.isBackward),
                yes("roll", "ngày nghỉ thì sang ngày làm việc kế tiếp", "rolls to the next working day", deadline.rollsForward),
                .many("reminders", "nhắc (ngày so với hạn)", "reminders (days from due)", deadline.reminders.map { Item(String($0)) }),
                .one("owner", "người chịu trách nhiệm", "owner", deadline.owner, words.role(deadline.owner)),
                .many(
                    "passing",
                    "khi quá hạn",
                    "when passed",
                    deadline.passing.map { Item("\($0.at.rawValue) \($0.act)", words.passing($0, of: machine)) }
                ), .basis(deadline.basis), .standing(deadline.standing),
            ]
        )
    }
}
