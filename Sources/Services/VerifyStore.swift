import CanonicalJSON
public import Engine
public import LifecycleModel
public import Store

/// Replays all tasks from the log and compares the outcome with the tables people read.
public struct VerifyStore: Sendable {
    /// One thing that does not agree.
    public struct Finding: Sendable, Hashable {
        /// What is checked.
        public let code: String
        /// The task or row concerned.
        public let subject: String
        /// What does not agree.
        public let message: Phrase
    }

    private let store: any Store

    /// Prepares the check.
    public init(_ store: any Store) {
        self.store = store
    }

    /// Does it, task by task in bounded memory.
    ///
    /// - Parameters:
    ///   - vault: where attached files lie.
    ///   - progress: told after each task how many of how many are done.
    /// - Returns: everything that does not agree; empty when all is well.
    public func callAsFunction(vault: AttachmentVault, progress: (Int, Int) -> Void = { _, _ in }) throws -> [Finding] {
        try store.read { reader in
            var all: [Finding] = []
            let codes = try reader.tasks(TaskFilter()).map(\.code)
            let erased = Set(try reader.erasedFiles().keys)
            for (index, code) in codes.enumerated() {
                all += try findings(of: code, vault, erased, in: reader)
                progress(index + 1, codes.count)
            }
            let known = Set(codes)
            var orphans: Set<String> = []
            var register = RegisterVerification()
            var indicators = IndicatorVerification()
            var personal = PersonalVerification()
            try reader.eachEvent(after: 0) { event in
                if event.subject.kind == .task, !known.contains(event.subject.code) { orphans.insert(event.subject.code) }
                register.take(event)
                indicators.take(event)
                personal.take(event)
                return true
            }
            all += try register.findings(in: reader)
            all += try indicators.findings(in: reader)
            all += try personal.faults(in: reader).map {
                Finding(code: "personal-data", subject: "\($0.person), \($0.event)", message: $0.message)
            }
            all += try CouncilVerification().findings(in: reader)
            all += try BudgetVerification().findings(in: reader)
            all += try Definitions.altered(in: reader).map {
                Finding(
                    code: "definition-altered",
                    subject: $0.name,
                    message: Phrase(
                        vi: "Nội dung bộ quy tắc không khớp mã băm \($0.hash.prefix(12))",
                        en: "The definition is not that of its hash \($0.hash.prefix(12))"
                    )
                )
            }
            all += orphans.sorted().map {
                Finding(
                    code: "task-without-row",
                    subject: $0,
                    message: Phrase(vi: "Nhật ký có nhiệm vụ này nhưng bảng không có", en: "The log has this task, the table has not")
                )
            }
            return all
        }
    }

    private func findings(of code: String, _ vault: AttachmentVault, _ erased: Set<String>, in reader: any StoreReader) throws -> [Finding]
    {
        let events = try reader.events(of: EventRecord.Subject(.task, code))
        guard let row = try reader.task(code), !events.isEmpty else {
            let message = Phrase(vi: "Bảng có nhiệm vụ này nhưng nhật ký không có", en: "The table has this task, the log has not")
            return [Finding(code: "task-without-events", subject: code, message: message)]
        }
        let state: TaskState
        do { state = try replay(events) } catch {
            return [Finding(code: "replay-failed", subject: code, message: error.message)]
        }
        var findings: [Finding] = []
        func check(_ holds: Bool, _ code: String, _ vi: String, _ en: String) {
            if !holds { findings.append(Finding(code: code, subject: row.code, message: Phrase(vi: vi, en: en))) }
        }
        let names = try TaskNames(reader).names(of: state)
        let words = Projection.searchText(state, names: names)
        let expected = try Projection.row(state, lastEvent: events.last?.number ?? 0, searchText: words)
        let isTold = state.isTold(by: row.snapshot)
        check(
            isTold,
            "snapshot",
            "Ảnh chụp trạng thái khác kết quả chạy lại",
            "The snapshot differs from the replay"
        )
        var shown = row
        shown.snapshot = expected.snapshot
        check(
            shown == expected || !isTold,
            "task-row",
            "Dòng nhiệm vụ khác kết quả chạy lại",
            "The task's row differs from the replay"
        )
        check(
            try reader.deadlines(of: code) == Projection.deadlines(state),
            "deadline-rows",
            "Các thời hạn khác kết quả chạy lại",
            "The deadlines differ from the replay"
        )
        check(
            try reader.machines(of: code) == Projection.machines(state),
            "machine-rows",
            "Các hồ sơ con khác kết quả chạy lại",
            "The small machines differ from the replay"
        )
        let uses = try reader.uses(UseFilter(task: code))
        check(
            uses.results == UseProjection.results(state) && uses.evidence == UseProjection.evidence(state),
            "use-rows",
            "Kết quả và minh chứng ứng dụng khác kết quả chạy lại",
            "Results and proofs of use differ from the replay"
        )
        let documents = try reader.documents(of: code)
        let happenings = try events.map { try Happening(kind: $0.kind, payload: $0.payload) }
        check(
            Set(documents) == Set(Projection.documents(events, happenings, of: code)),
            "document-rows",
            "Các văn bản khác kết quả chạy lại",
            "The documents differ from the replay"
        )
        check(
            uses.moves == UseProjection.moves(events, happenings, of: code),
            "use-move-rows",
            "Diễn biến của kết quả và minh chứng khác kết quả chạy lại",
            "The moves of results and proofs differ from the replay"
        )
        let bars = try Projection.bars(state, in: reader).filter { $0.liftedOn == nil }
        let kept = try Set(bars.map { [$0.party, $0.code] }).flatMap { try reader.bars(party: $0[0], code: $0[1]) }.filter {
            $0.task == code
        }
        check(
            Set(kept) == Set(bars),
            "bar-rows",
            "Các hạn chế khác kết quả chạy lại",
            "The bars differ from the replay"
        )
        for document in documents {
            guard let hash = document.sha256, !erased.contains(hash) else { continue }
            check(
                vault.holds(hash),
                "attachment",
                "Tệp \(hash.prefix(12)) thiếu hoặc đã bị sửa",
                "The file \(hash.prefix(12)) is missing or altered"
            )
        }
        check(
            try reader.definition(hash: state.definition) != nil,
            "definition",
            "Thiếu bộ quy tắc của nhiệm vụ",
            "The task's definition is missing"
        )
        return findings
    }
}

/// Folds a task's events into its state.
///
/// - Throws: `UseCaseFault` naming the first event that does not fit.
public func replay(_ events: some Sequence<EventRecord>) throws(UseCaseFault) -> TaskState {
    var state: TaskState?
    for event in events {
        func fault(_ cause: String) -> UseCaseFault {
            UseCaseFault(
                .unavailable,
                "replay-failed",
                Phrase(vi: "Sự kiện số \(event.number) không khớp: \(cause)", en: "Event \(event.number) does not fit: \(cause)")
            )
        }
        let happening: Happening
        do throws(JSONShapeFault) { happening = try Happening(kind: event.kind, payload: event.payload) } catch {
            throw fault(error.description)
        }
        if case .registered(let registered) = happening, state == nil {
            state = TaskState(registered, on: event.happenedOn)
        } else if state?.apply(happening, by: event.actor, on: event.happenedOn) != true {
            throw fault(event.kind)
        }
    }
    guard let state else {
        throw UseCaseFault(.unavailable, "replay-failed", Phrase(vi: "Không có sự kiện nào", en: "There are no events"))
    }
    return state
}
