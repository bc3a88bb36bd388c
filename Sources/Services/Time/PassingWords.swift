import LifecycleModel
import Rules
import Store

/// What people are told when a date of a clock has gone by.
struct PassingWords {
    let row: DeadlineRow
    let date: CivilDate
    let machine: Machine
    let deadline: Deadline

    /// `Nộp báo cáo định kỳ 6 tháng (Báo cáo định kỳ 2)`
    static func subject(_ number: Int64, _ machine: Machine, _ deadline: Deadline) -> Phrase {
        guard number > 0 else { return deadline.label }
        return Phrase(
            vi: "\(deadline.label.vi) (\(machine.label.vi) \(number))",
            en: "\(deadline.label[.en]) (\(machine.label[.en]) \(number))"
        )
    }

    /// The clock, its date, and what passing it brings.
    func text(_ acts: [DeadlineRow.Act]) -> Phrase {
        let subject = Self.subject(row.number, machine, deadline)
        let what: Phrase =
            switch date {
            case row.lock: Phrase(vi: "đã quá hạn cuối cùng", en: "passed its last date")
            case row.grace: Phrase(vi: "đã quá thời gian gia hạn", en: "passed its grace date")
            default: Phrase(vi: "đã quá hạn", en: "passed its due date")
            }
        let consequences = acts.map(consequence)
        return Phrase(
            vi: ([subject.vi + " " + what.vi] + consequences.map(\.vi)).joined(separator: "; "),
            en: ([subject[.en] + " " + what[.en]] + consequences.map { $0[.en] }).joined(separator: "; ")
        )
    }

    private func consequence(_ act: DeadlineRow.Act) -> Phrase {
        let ruled = deadline.passing.first { $0.at.rawValue == act.at && $0.act.names(act) }
        switch ruled?.act {
        case .flag(_, let label): return Phrase(vi: "cờ «\(label.vi)»", en: "flag \"\(label[.en])\"")
        case .bar(let party, let reason):
            let who =
                party == "host" ? Phrase(vi: "tổ chức chủ trì", en: "the host") : Phrase(vi: "chủ nhiệm nhiệm vụ", en: "the investigator")
            return Phrase(
                vi: "\(who.vi) không được nhận nhiệm vụ mới: \(reason.vi)",
                en: "\(who[.en]) may take no new task: \(reason[.en])"
            )
        case .fire(let event):
            let label = machine.transitions.first { $0.event == event }?.label ?? Phrase(vi: event)
            return Phrase(vi: "tự động: \(label.vi)", en: "by itself: \(label[.en])")
        case nil: return Phrase(vi: act.subject)
        }
    }
}

extension Deadline.Consequence.Act {
    /// Whether the act of a row is this one.
    fileprivate func names(_ act: DeadlineRow.Act) -> Bool {
        switch self {
        case .flag(let id, _): act.act == "flag" && act.subject == id
        case .fire(let event): act.act == "fire" && act.subject == event
        case .bar(let party, _): act.act == "bar" && act.subject == party
        }
    }
}
