public import LifecycleModel
public import Rules

extension RuleWords {
    /// What a requirement asks.
    public func condition(_ condition: Requirement.Condition, of machine: String) -> Phrase {
        switch condition {
        case .clause(let source): return Phrase(vi: source, en: source)
        case .documents(let forms): return Phrase(vi: "có văn bản ", en: "documents ") + .list(forms.map(form))
        case .separateFrom(let events):
            return Phrase(vi: "không phải người đã thực hiện ", en: "not whoever did ") + .list(events.map { event($0, of: machine) })
        case .deadlineMet(let id): return Phrase(vi: "kịp thời hạn ", en: "deadline kept: ") + deadline(id, of: machine)
        case .deadlinePassed(let id): return Phrase(vi: "đã quá thời hạn ", en: "deadline past: ") + deadline(id, of: machine)
        case .notLocked(let id): return Phrase(vi: "chưa khóa theo thời hạn ", en: "not locked by ") + deadline(id, of: machine)
        case .machines(let kind, let quantifier, let states):
            return quantifier.phrase + self.machine(kind) + Phrase(vi: " ở trạng thái ", en: " in ")
                + .list(states.map { state($0, of: kind) })
        case .atMost(let amount, let limit): return fact(amount, of: machine) + Phrase(vi: " ≤ \(limit)", en: " ≤ \(limit)")
        case .council(let kind, let results):
            let list = results.joined(separator: ", ")
            return Phrase(vi: "hội đồng \(kind) kết luận \(list)", en: "council \(kind) concluded \(list)")
        case .noBar(let party): return Phrase.party(party) + Phrase(vi: " không bị hạn chế", en: " is not barred")
        case .known(let facts): return Phrase(vi: "đã biết ", en: "known: ") + .list(facts.map { fact($0, of: machine) })
        }
    }

    /// What a transition does beside moving.
    public func effect(_ effect: Effect, of machine: String) -> Phrase {
        switch effect {
        case .open(let kind, let schedule, let facts):
            let times = schedule.map(self.schedule) ?? Phrase(vi: "")
            let values = facts.sorted { $0.key < $1.key }.map { Phrase(vi: "\($0.key) = \($0.value)", en: "\($0.key) = \($0.value)") }
            return Phrase(vi: "mở ", en: "open ") + self.machine(kind) + times
                + (values.isEmpty ? Phrase(vi: "") : Phrase(vi: " với ", en: " with ") + .list(values, ", "))
        case .close(let kind, let states, let to):
            return Phrase(vi: "đóng ", en: "close ") + self.machine(kind) + Phrase(vi: " đang ở ", en: " in ")
                + .list(states.map { state($0, of: kind) }) + Phrase(vi: " → ", en: " → ") + state(to, of: kind)
        case .set(let name, let expression):
            return Phrase(vi: "tính ", en: "compute ") + fact(name, of: machine) + Phrase(vi: " = \(expression)", en: " = \(expression)")
        case .raise(let flag, let label): return Phrase(vi: "gắn cờ ", en: "raise flag ") + .named(flag, label)
        case .clear(let flag): return Phrase(vi: "gỡ cờ \(flag)", en: "clear flag \(flag)")
        case .bar(let party, let reason, let months, let basis):
            let long = months.map { Phrase(vi: " \($0) tháng", en: " for \($0) months") } ?? Phrase(vi: "")
            let article = basis.map { " (\($0))" } ?? ""
            return Phrase(vi: "hạn chế ", en: "bar ") + .party(party) + long + Phrase(vi: ": ", en: ": ") + reason
                + Phrase(vi: article, en: article)
        case .lift(let party): return Phrase(vi: "gỡ hạn chế ", en: "lift the bar on ") + .party(party)
        case .publish(let page): return Phrase(vi: "công khai ở \(page)", en: "publish on \(page)")
        case .setRegime(let regime, let position):
            return Phrase(vi: "chuyển sang chế độ \(regime) tại \(position)", en: "move under \(regime) at \(position)")
        }
    }

    private func schedule(_ schedule: Effect.Schedule) -> Phrase {
        let from = fact(schedule.from, of: Regime.taskMachine)
        let every = Phrase(vi: " mỗi \(schedule.everyMonths) tháng kể từ ", en: " every \(schedule.everyMonths) months from ") + from
        let count = schedule.count.map { Phrase(vi: ", \($0) kỳ", en: ", \($0) times") } ?? Phrase(vi: "")
        let until = schedule.until.map { Phrase(vi: ", đến ", en: ", until ") + fact($0, of: Regime.taskMachine) } ?? Phrase(vi: "")
        return every + count + until
    }
}

extension Requirement.Quantifier {
    fileprivate var phrase: Phrase {
        switch self {
        case .every: Phrase(vi: "mọi ", en: "every ")
        case .some: Phrase(vi: "có ", en: "some ")
        case .none: Phrase(vi: "không có ", en: "no ")
        case .atLeast(let count): Phrase(vi: "ít nhất \(count) ", en: "at least \(count) ")
        }
    }
}
