import Engine
import LifecycleModel
import LumpSum
import Pages
import Rules
import Store
import WorkingCalendar

/// What happened and what is due.
extension DossierPage {
    var deadlines: Section? {
        guard !task.clocks.isEmpty else { return nil }
        let rows = task.clocks.map { clock in
            let reference = clock.started.reference
            let label = story.regime?.machine(reference.machine.kind)?.deadlines[reference.id]?.label.vi
            let standing =
                clock.stopped.map { stop in "\(Self.manner(stop.manner)) \(stop.on.vietnamese)" }
                ?? (clock.isSuspended ? "tạm dừng" : "đang chạy")
            return [
                reference.id, label ?? reference.id, "\(reference.machine)", clock.started.start.vietnamese, clock.dates.due.vietnamese,
                standing, clock.started.basis ?? "",
            ]
        }
        let columns = [
            PageTable.Column("Mã", isWhole: true), PageTable.Column("Thời hạn"), PageTable.Column("Thuộc"),
            PageTable.Column("Tính từ", isWhole: true), PageTable.Column("Đến hạn", isWhole: true), PageTable.Column("Kết quả"),
            PageTable.Column("Căn cứ"),
        ]
        return Section(id: "deadlines", title: "Thời hạn", body: [PageTable("Thời hạn", columns: columns, rows: rows).html])
    }

    var events: Section {
        let rows = story.events.map { event in
            [
                "\(event.number)", event.happenedOn.vietnamese, event.recordedAt.vietnamese, event.actor, event.subject.description,
                summary(event),
            ]
        }
        let columns = [
            PageTable.Column("Số", isNumeric: true), PageTable.Column("Ngày", isWhole: true), PageTable.Column("Ghi lúc", isWhole: true),
            PageTable.Column("Người ghi", isWhole: true), PageTable.Column("Về"), PageTable.Column("Sự kiện"),
        ]
        var body = [PageTable("Mọi sự kiện, theo thứ tự trong nhật ký", columns: columns, rows: rows).html]
        if !story.sealed.isEmpty {
            let numbers = story.sealed.map { "\($0)" }.joined(separator: ", ")
            let words = "Phiếu còn niêm phong của phiên họp chưa kiểm phiếu chỉ được nêu bằng mã băm: sự kiện số \(numbers)."
            body.append(.element("p", ["class": "note"], words))
        }
        return Section(id: "events", title: "Sự kiện", body: body)
    }

    /// What happened, in a line.
    private func summary(_ event: EventRecord) -> String {
        guard event.subject.kind == .task, let happening = try? Happening(kind: event.kind, payload: event.payload) else {
            return Self.words[event.kind] ?? BudgetHappening.name(ofKind: event.kind).vi
        }
        let regime = event.definition.flatMap { story.regime($0) } ?? story.regime
        switch happening {
        case .transitioned(let it):
            let machine = regime?.machine(it.machine.kind)
            let label = machine?.transitions.first { $0.event == it.event }?.label.vi ?? it.event
            var text = it.machine == .task ? label : "\(label) (\(it.machine))"
            if it.from != it.to { text += " → \(machine?.states[it.to]?.label.vi ?? it.to)" }
            if !it.documents.isEmpty { text += "; " + it.documents.map { "\($0.form) \($0.number)" }.joined(separator: ", ") }
            if !it.exceptions.isEmpty { text += "; \(it.exceptions.count) ngoại lệ" }
            return text
        case .registered: return "Đăng ký vào hệ thống"
        case .machineOpened(let it): return "Mở \(regime?.machine(it.machine.kind)?.label.vi ?? it.machine.kind) \(it.machine)"
        case .deadlineStarted(let it): return "Thời hạn \(it.reference.id): đến hạn \(it.dates.due.vietnamese)"
        case .deadlineStopped(let it): return "Thời hạn \(it.reference.id): \(Self.manner(it.manner))"
        case .deadlineSuspended(let reference, _): return "Thời hạn \(reference.id): tạm dừng"
        case .deadlineResumed(let reference, _, let dates): return "Thời hạn \(reference.id): chạy tiếp, đến hạn \(dates.due.vietnamese)"
        case .deadlineMoved(let reference, let dates, let reason):
            return "Thời hạn \(reference.id): dời sang \(dates.due.vietnamese) (\(reason))"
        case .flagRaised(_, let label): return "Cờ: \(label.vi)"
        case .flagCleared(let id): return "Gỡ cờ \(id)"
        case .barred(let it): return "Chặn \(it.code.isEmpty ? it.party : it.code): \(it.reason.vi)"
        case .barLifted(let party, _): return "Gỡ chặn \(party)"
        case .published(let page): return "Công khai: \(page)"
        case .regimeChanged(let regime, _, _): return "Chuyển sang chế độ \(regime)"
        case .documentIssued(let it): return "Văn bản \(it.document.form) \(it.document.number)"
        case .migrated(let it): return "Chuyển bộ quy tắc theo \(it.decision)"
        }
    }

    private static func manner(_ manner: DeadlineStopped.Manner) -> String {
        switch manner {
        case .met: "đúng hạn"
        case .late: "quá hạn"
        case .replaced: "tính lại"
        case .ended: "kết thúc"
        }
    }

    /// Events of councils and participation.
    private static let words = [
        "council_formed": "Thành lập hội đồng", "member_seated": "Ghi thành viên", "member_described": "Bổ sung về thành viên",
        "member_unseated": "Đưa thành viên ra", "member_arrived": "Thành viên đến", "member_left": "Thành viên về",
        "deputy_authorised": "Ủy quyền chủ trì", "review_received": "Nhận phiếu nhận xét", "guest_welcomed": "Khách mời",
        "session_opened": "Mở phiên họp", "session_adjourned": "Hoãn phiên họp", "ballot_cast": "Bỏ phiếu",
        "ballot_superseded": "Thay phiếu", "conflict_found": "Phát hiện xung đột lợi ích", "ballots_counted": "Kiểm phiếu",
        "session_concluded": "Kết luận phiên họp", "entered": "Ghi người tham gia", "changed": "Sửa người tham gia",
    ]
}
