import Engine
import LifecycleModel
import Rules
import Store
import WorkingCalendar

extension EventRecord {
    /// One word for what kind of event it is: for a move the event of the rules, which `task do` takes.
    var word: String {
        switch try? Happening(kind: kind, payload: payload) {
        case .registered?: say("đăng ký", "registered")
        case .transitioned(let it)?: it.event
        case .machineOpened?: say("mở hồ sơ con", "opened")
        case .deadlineStarted?, .deadlineStopped?, .deadlineSuspended?, .deadlineResumed?, .deadlineMoved?: say("thời hạn", "deadline")
        case .flagRaised?, .flagCleared?: say("cờ", "flag")
        case .barred?, .barLifted?: say("chặn", "bar")
        case .published?: say("công khai", "published")
        case .regimeChanged?: say("chế độ", "regime")
        case .documentIssued?: say("văn bản", "document")
        case .migrated?: say("chuyển bộ quy tắc", "migrated")
        case nil: kind
        }
    }

    /// The definition whose labels tell what happened: the one it was decided under, for a passage the one that was entered.
    var ruling: String? {
        if case .migrated(let it)? = try? Happening(kind: kind, payload: payload) { it.definition } else { definition }
    }

    /// What happened, in a line for people.
    func summary(_ regime: Regime?) -> String {
        guard let happening = try? Happening(kind: kind, payload: payload) else { return "" }
        switch happening {
        case .registered(let it): return say("Đăng ký vào hệ thống: ", "Registered: ") + (it.facts["task.title"]?.text ?? it.code)
        case .transitioned(let it):
            let machine = regime?.machine(it.machine.kind)
            let label = machine?.transitions.first { $0.event == it.event }?.label[Speech.language] ?? it.event
            var text = it.machine == .task ? label : "\(label) (\(it.machine))"
            if it.from != it.to { text += " → \(machine?.states[it.to]?.label[Speech.language] ?? it.to)" }
            if !it.documents.isEmpty { text += "; " + it.documents.map { "\($0.form) \($0.number)" }.joined(separator: ", ") }
            if !it.exceptions.isEmpty { text += say("; \(it.exceptions.count) ngoại lệ", "; \(it.exceptions.count) exceptions") }
            return text
        case .machineOpened(let it): return "\(regime?.machine(it.machine.kind)?.label[Speech.language] ?? it.machine.kind) \(it.machine)"
        case .deadlineStarted(let it):
            return "\(deadline(it.reference, regime)): " + say("đến hạn ", "due ") + it.dates.due.shown
        case .deadlineStopped(let it):
            let how: (String, String) =
                switch it.manner {
                case .met: ("đúng hạn", "in time")
                case .late: ("quá hạn", "late")
                case .replaced: ("tính lại", "counted anew")
                case .ended: ("kết thúc", "ended")
                }
            return "\(deadline(it.reference, regime)): \(say(how.0, how.1))"
        case .deadlineSuspended(let reference, _): return "\(deadline(reference, regime)): " + say("tạm dừng", "paused")
        case .deadlineResumed(let reference, _, let dates):
            return "\(deadline(reference, regime)): " + say("chạy tiếp, đến hạn ", "runs again, due ") + dates.due.shown
        case .deadlineMoved(let reference, let dates, _):
            return "\(deadline(reference, regime)): " + say("dời sang ", "moved to ") + dates.due.shown
        case .flagRaised(_, let label): return "⚑ \(label[Speech.language])"
        case .flagCleared(let id): return say("Gỡ cờ ", "Cleared ") + id
        case .barred(let it):
            let who = it.code.isEmpty ? party(it.party) : it.code
            return say("Chặn ", "Barred ") + "\(who): \(it.reason[Speech.language])"
        case .barLifted(let lifted, _): return say("Gỡ chặn ", "Lifted the bar on ") + party(lifted)
        case .published(let page): return say("Công khai: ", "Published: ") + page
        case .regimeChanged(let id, _, let position): return say("Chuyển chế độ: ", "Regime changed: ") + "\(id) \(position)"
        case .documentIssued(let it):
            let label = regime?.forms[it.document.form]?.label[Speech.language] ?? it.document.form
            return say("Ban hành: ", "Issued: ") + "\(label) \(it.document.number) (\(it.document.date.shown))"
        case .migrated(let it):
            let words =
                it.isUndo ? say("Trở lại bộ quy tắc ", "Back under the rules ") : say("Chuyển sang bộ quy tắc ", "Put under the rules ")
            let why = it.isUndo ? say("hủy", "undoing") : say("theo", "by")
            return words
                + "\(it.regime) \(it.definition.prefix(12)) (\(why) \(it.decision)) → \(regime?.task.states[it.position]?.label[Speech.language] ?? it.position)"
        }
    }

    private func party(_ word: String) -> String { BarredParty(rawValue: word)?.phrase[Speech.language] ?? word }

    private func deadline(_ reference: DeadlineReference, _ regime: Regime?) -> String {
        let label = regime?.deadlineLabel(reference.machine.kind, reference.id) ?? reference.id
        return reference.machine == .task ? "\(label) (\(reference.id))" : "\(label) (\(reference.machine) \(reference.id))"
    }
}
