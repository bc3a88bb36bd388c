import Engine
import LifecycleModel
import Store

/// Folds the events of a task into its results and their evidence, keeping when each thing happened and was recorded.
struct ResultFold {
    private(set) var state: TaskState
    private(set) var results: [FollowedResult] = []
    private(set) var acceptance: ResultHistory.Acceptance?

    /// - Returns: nil when there are no events.
    /// - Throws: `UseCaseFault` when the events do not fit together.
    init?(_ events: [EventRecord]) throws {
        guard let first = events.first else { return nil }
        guard case .registered(let registered) = try Happening(kind: first.kind, payload: first.payload) else {
            throw ResultFold.broken(first.subject.code)
        }
        state = TaskState(registered, on: first.happenedOn)
        for event in events.dropFirst() {
            let happening = try Happening(kind: event.kind, payload: event.payload)
            guard state.apply(happening, by: event.actor, on: event.happenedOn) else { throw ResultFold.broken(event.subject.code) }
            note(happening, event)
        }
        for place in results.indices {
            guard let life = state.instance(UseMachine.result.reference(results[place].number)) else { continue }
            results[place].take(life)
        }
    }

    private mutating func note(_ happening: Happening, _ event: EventRecord) {
        switch happening {
        case .machineOpened(let it) where it.machine.use == .result:
            results.append(FollowedResult(of: event.subject.code, it))
        case .machineOpened(let it) where it.machine.use == .evidence: declare(it, event)
        case .transitioned(let it) where it.machine.use == .evidence: judge(it, event)
        case .transitioned(let it) where it.machine.use == .result: change(it, event)
        case .transitioned(let it) where it.machine == .task: accept(it, event)
        default: break
        }
    }

    private mutating func accept(_ it: Happening.Transitioned, _ event: EventRecord) {
        guard acceptance == nil, let on = it.facts["acceptance.on"]?.date, it.countsAs.contains("accepted") else { return }
        acceptance = ResultHistory.Acceptance(on: on, recordedAt: event.recordedAt, event: event.number)
    }

    private mutating func change(_ it: Happening.Transitioned, _ event: EventRecord) {
        guard let place = place(of: it.machine.number) else { return }
        if let holder = it.facts["this.holder"]?.text {
            if let earlier = results[place].holder {
                results[place].earlierHolders.append(
                    FollowedResult.EarlierHolder(
                        code: earlier,
                        until: event.happenedOn,
                        reason: it.facts["this.transfer_reason"]?.text ?? ""
                    )
                )
            }
            results[place].holder = holder
        }
        // Papers belong to what was opened with them, in the event before.
        pendingDocuments = it.documents
    }

    /// Documents of the event that opens a piece of evidence.
    private var pendingDocuments: [AttachedDocument] = []

    private mutating func declare(_ it: Happening.MachineOpened, _ event: EventRecord) {
        guard let evidence = FollowedEvidence(of: event.subject.code, it, event, pendingDocuments),
            let place = place(of: evidence.result)
        else { return }
        pendingDocuments = []
        results[place].evidence.append(evidence)
    }

    private mutating func judge(_ it: Happening.Transitioned, _ event: EventRecord) {
        for place in results.indices {
            guard let index = results[place].evidence.firstIndex(where: { $0.number == it.machine.number }) else { continue }
            results[place].evidence[index].take(it, event)
        }
    }

    private func place(of number: Int64) -> Int? { results.firstIndex { $0.number == number } }

    private static func broken(_ task: String) -> UseCaseFault {
        UseCaseFault(
            .unavailable,
            "record-broken",
            Phrase(vi: "Hồ sơ của \(task) không khớp", en: "The record of \(task) does not fit together"),
            hint: Phrase(vi: "Kiểm tra bằng «nhiemvu store verify»", en: "Check with \"nhiemvu store verify\"")
        )
    }
}

extension FollowedResult {
    fileprivate init(of task: String, _ it: Happening.MachineOpened) {
        self.init(
            task: task,
            number: it.machine.number,
            state: it.state,
            name: it.facts["name"]?.text ?? "",
            kind: it.facts["kind"]?.text ?? "",
            unit: it.facts["unit"]?.text ?? "",
            quantity: it.facts["quantity"]?.int ?? 0,
            quality: it.facts["quality"]?.text ?? "",
            intendedUser: it.facts["intended_user"]?.text ?? ""
        )
    }

    /// What is known of it in the end.
    fileprivate mutating func take(_ life: TaskState.Instance) {
        state = life.state
        deliveredQuantity = life.facts["delivered_quantity"]?.int
        deliveredQuality = life.facts["delivered_quality"]?.text
        holder = life.facts["holder"]?.text ?? holder
        plannedUse = life.facts["planned_use"]?.text
        user = life.facts["user"]?.text
        goal = life.facts["goal"]?.text
        withdrawnFor = life.facts["withdrawn_for"]?.text
    }
}

extension FollowedEvidence {
    fileprivate init?(of task: String, _ it: Happening.MachineOpened, _ event: EventRecord, _ documents: [AttachedDocument]) {
        guard let result = it.facts["result"]?.int, let used = it.facts["used_on"]?.date,
            let standing = EvidenceStanding(rawValue: it.state)
        else { return nil }
        self.init(
            task: task,
            number: it.machine.number,
            result: result,
            kind: it.facts["kind"]?.text ?? "",
            place: it.facts["place"]?.text ?? "",
            user: it.facts["user"]?.text ?? "",
            firstUseOn: used,
            quantities: it.facts["quantities"]?.text ?? "",
            documents: documents,
            figures: [:],
            changes: [Change(standing, event)]
        )
    }

    fileprivate mutating func take(_ it: Happening.Transitioned, _ event: EventRecord) {
        documents += it.documents
        if let reason = it.facts["this.rejected_for"]?.text { rejectedFor = reason }
        for name in ["area_ha", "output", "output_unit", "revenue"] { figures[name] = it.facts["this.\(name)"] ?? figures[name] }
        if it.from != it.to, let standing = EvidenceStanding(rawValue: it.to) { changes.append(Change(standing, event)) }
    }
}

extension FollowedEvidence.Change {
    fileprivate init(_ standing: EvidenceStanding, _ event: EventRecord) {
        self.init(
            standing: standing,
            happenedOn: event.happenedOn,
            recordedAt: event.recordedAt,
            event: event.number,
            actor: event.actor
        )
    }
}
