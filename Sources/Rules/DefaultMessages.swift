public import LifecycleModel

extension Regime {
    /// Gives every requirement that says nothing itself the message of its word.
    public mutating func fillDefaultMessages() {
        let context = self
        func filled(_ machine: Machine) -> Machine {
            var machine = machine
            for t in machine.transitions.indices {
                for r in machine.transitions[t].requires.indices where machine.transitions[t].requires[r].message.vi.isEmpty {
                    let condition = machine.transitions[t].requires[r].condition
                    machine.transitions[t].requires[r].message = condition.defaultMessage(machine, in: context)
                }
            }
            return machine
        }
        task = filled(task)
        machines = machines.mapValues(filled)
    }
}

extension Requirement.Condition {
    /// What a word says when it does not hold, with the labels of the regime.
    public func defaultMessage(_ machine: Machine, in regime: Regime) -> Phrase {
        func list(_ labels: [Phrase]) -> Phrase {
            Phrase(vi: labels.map(\.vi).joined(separator: "; "), en: labels.map { $0[.en] }.joined(separator: "; "))
        }
        func deadline(_ id: String) -> Phrase {
            let label = (machine.deadlines[id] ?? regime.task.deadlines[id])?.label ?? Phrase(vi: id)
            return Phrase(vi: "\(id) (\(label.vi))", en: "\(id) (\(label[.en]))")
        }
        switch self {
        case .clause:
            return Phrase(vi: "")
        case .documents(let forms):
            let names = list(forms.map { form in (regime.forms[form]?.label).map { $0.mapped { "\(form) (\($0))" } } ?? Phrase(vi: form) })
            return Phrase(
                vi: "Chưa có văn bản, kèm số và ngày: \(names.vi)",
                en: "Documents with number and date are missing: \(names[.en])"
            )
        case .separateFrom(let events):
            let labels = list(events.map { event in regime.label(ofEvent: event, in: machine) })
            return Phrase(
                vi: "Người đã thực hiện ‘\(labels.vi)’ không được làm bước này",
                en: "Whoever did ‘\(labels[.en])’ may not take this step"
            )
        case .deadlineMet(let id):
            let name = deadline(id)
            return Phrase(vi: "Đã quá thời hạn \(name.vi)", en: "The deadline \(name[.en]) was not kept")
        case .deadlinePassed(let id):
            let name = deadline(id)
            return Phrase(vi: "Chưa quá thời hạn \(name.vi)", en: "The deadline \(name[.en]) is not past yet")
        case .notLocked(let id):
            let name = deadline(id)
            return Phrase(vi: "Đã khóa sau thời hạn \(name.vi)", en: "Locked since the deadline \(name[.en])")
        case .machines(let id, let quantifier, let states):
            let small = regime.machines[id]
            let things = small?.label ?? Phrase(vi: id)
            let names = list(states.map { small?.states[$0]?.label ?? Phrase(vi: $0) })
            switch quantifier {
            case .every:
                return Phrase(vi: "Mọi ‘\(things.vi)’ phải ở trạng thái: \(names.vi)", en: "Every ‘\(things[.en])’ must be: \(names[.en])")
            case .some:
                return Phrase(vi: "Chưa có ‘\(things.vi)’ nào ở trạng thái: \(names.vi)", en: "No ‘\(things[.en])’ is yet: \(names[.en])")
            case .none:
                return Phrase(
                    vi: "Còn ‘\(things.vi)’ ở trạng thái: \(names.vi)",
                    en: "There is still a ‘\(things[.en])’ that is: \(names[.en])"
                )
            case .atLeast(let count):
                return Phrase(
                    vi: "Cần ít nhất \(count) ‘\(things.vi)’ ở trạng thái: \(names.vi)",
                    en: "At least \(count) ‘\(things[.en])’ must be: \(names[.en])"
                )
            }
        case .atMost(let amount, _):
            let label = regime.label(ofFact: amount, in: machine)
            return Phrase(vi: "‘\(label.vi)’ vượt mức cho phép", en: "‘\(label[.en])’ is more than is allowed")
        case .council:
            return Phrase(vi: "Chưa có kết luận phù hợp của hội đồng", en: "No council has concluded with a fitting result")
        case .noBar(let party):
            return switch BarredParty(rawValue: party) {
            case .host: Phrase(vi: "Tổ chức chủ trì đang bị hạn chế nhận nhiệm vụ", en: "The host organisation is barred from new tasks")
            case .keyMembers:
                Phrase(vi: "Có thành viên chính đang bị hạn chế tham gia nhiệm vụ", en: "A key member is barred from new tasks")
            case .secretary:
                Phrase(vi: "Thư ký khoa học đang bị hạn chế tham gia nhiệm vụ", en: "The scientific secretary is barred from new tasks")
            case .investigator, nil:
                Phrase(vi: "Chủ nhiệm đang bị hạn chế nhận nhiệm vụ", en: "The principal investigator is barred from new tasks")
            }
        case .known(let facts):
            let labels = list(facts.map { regime.label(ofFact: $0, in: machine) })
            return Phrase(vi: "Chưa có thông tin: \(labels.vi)", en: "Not known yet: \(labels[.en])")
        }
    }
}

extension Regime {
    fileprivate func label(ofEvent event: String, in machine: Machine) -> Phrase {
        (machine.transitions + task.transitions).first { $0.event == event }?.label ?? Phrase(vi: event)
    }

    fileprivate func label(ofFact fact: String, in machine: Machine) -> Phrase {
        self.fact(fact, of: machine)?.label ?? Phrase(vi: fact)
    }
}
