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
            case _ where acts.allSatisfy { $0.act == "fire" }: Phrase(vi: "Hết thời hạn", en: "The time is over for")
            case row.lock: Phrase(vi: "Quá hạn cuối cùng", en: "Past the last date for")
            case row.grace: Phrase(vi: "Quá thời gian gia hạn", en: "Past the grace date for")
            default: Phrase(vi: "Quá hạn", en: "Past the due date for")
            }
        let consequences = acts.map(consequence)
        return Phrase(
            vi: (["\(what.vi) «\(subject.vi)»"] + consequences.map(\.vi)).joined(separator: "; "),
            en: (["\(what[.en]) \"\(subject[.en])\""] + consequences.map { $0[.en] }).joined(separator: "; ")
        )
    }

    /// Whether whoever is told should not wait for the day's digest: somebody is barred, or a life ends by itself.
    func isUrgent(_ acts: [DeadlineRow.Act]) -> Bool {
        acts.contains { act in
            act.act == "bar"
                || act.act == "fire"
                    && machine.transitions.contains { $0.event == act.subject && $0.to.map { machine.states[$0]?.end != nil } ?? false }
        }
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
