public import LifecycleModel

extension TaskState {
    /// The state of a task that was just registered.
    public init(_ registered: Happening.Registered, on day: CivilDate) {
        code = registered.code
        regime = registered.regime
        definition = registered.definition
        position = registered.position
        countsAs = []
        reached = [:]
        facts = [:]
        machines = MachineTable()
        clocks = []
        documents = [:]
        fired = [:]
        flags = [:]
        bars = []
        pages = []
        movedOn = day
        lastHappenedOn = day
        eventCount = 1
        exceptionCount = 0
        set(registered.facts)
    }

    /// Folds one happening into the state. It needs no rules: every event carries what it changed.
    ///
    /// - Returns: false when the event does not fit the state (a small machine or clock that is not there): a damaged record.
    @discardableResult
    public mutating func apply(_ happening: Happening, by actor: String, on day: CivilDate) -> Bool {
        eventCount += 1
        if day > lastHappenedOn { lastHappenedOn = day }
        switch happening {
        case .registered: return false
        case .transitioned(let it): return apply(it, by: actor, on: day)
        case .machineOpened(let it):
            guard it.machine.number == Int64(machines[it.machine.kind]?.count ?? 0) + 1 else { return false }
            machines.add(
                Instance(
                    number: it.machine.number,
                    state: it.state,
                    facts: NameTable(it.facts),
                    fired: [:],
                    openedOn: it.on,
                    movedOn: it.on
                ),
                to: it.machine.kind
            )
        case .deadlineStarted(let it): clocks.append(Clock(started: it))
        case .deadlineStopped(let it): return withOpenClock(it.reference) { $0.stopped = it }
        case .deadlineSuspended(let reference, let on):
            return withOpenClock(reference) { $0.pauses.append(Clock.Pause(from: on)) }
        case .deadlineResumed(let reference, let on, let dates):
            return withOpenClock(reference) { clock in
                if let last = clock.pauses.indices.last { clock.pauses[last].until = on }
                clock.dates = dates
            }
        case .deadlineMoved(let reference, let dates, reason: _): return withOpenClock(reference) { $0.dates = dates }
        case .flagRaised(let id, let label): flags[id] = label
        case .flagCleared(let id): flags[id] = nil
        case .barred(let it): bars.append(Bar(barred: it))
        case .barLifted(let party, let on):
            for index in bars.indices where bars[index].barred.party == party && bars[index].canBeLifted { bars[index].liftedOn = on }
        case .published(let page):
            if !pages.contains(page) { pages = (pages + [page]).sorted() }
        case .regimeChanged(let regime, let definition, let position):
            self.regime = regime
            self.definition = definition
            self.position = position
        case .documentIssued(let it): documents[it.document.form, default: []].append(it.document)
        case .migrated(let it): return apply(it)
        }
        return true
    }

    private mutating func apply(_ it: Happening.Transitioned, by actor: String, on day: CivilDate) -> Bool {
        guard state(of: it.machine) == it.from else { return false }
        for document in it.documents { documents[document.form, default: []].append(document) }
        exceptionCount += Int64(it.exceptions.count)
        if it.machine == .task {
            set(it.facts)
            position = it.to
            end = it.end
            countsAs = it.countsAs
            for (standing, date) in it.since { reached[standing] = date }
            for standing in it.countsAs where reached[standing] == nil { reached[standing] = day }
            fired[it.event, default: .never].add(actor, on: day)
            movedOn = day
            return true
        }
        set(it.facts.filter { !$0.key.hasPrefix(Instance.ownFact) })
        machines.change(it.machine.kind, at: Int(it.machine.number) - 1) { $0.apply(it, by: actor, on: day) }
        return true
    }

    private mutating func withOpenClock(_ reference: DeadlineReference, _ change: (inout Clock) -> Void) -> Bool {
        guard let index = clocks.lastKnown(where: { $0.isOpen && $0.reference == reference }) else { return false }
        change(&clocks[index])
        return true
    }

    /// Sets facts by their paths; each group is put back once.
    private mutating func set(_ values: [String: FactValue]) {
        var changed: [(group: String, facts: NameTable<FactValue>)] = []
        for (path, value) in values {
            guard let dot = path.utf8.firstIndex(of: UInt8(ascii: ".")) else { continue }
            let group = String(path[..<dot])
            let name = String(path[path.utf8.index(after: dot)...])
            if let place = changed.firstIndex(where: { $0.group == group }) {
                changed[place].facts[name] = value
            } else {
                changed.append((group, facts[group] ?? [:]))
                changed[changed.count - 1].facts[name] = value
            }
        }
        for (group, own) in changed { facts[group] = own }
    }
}

extension TaskState.Instance {
    /// How paths of a machine's own facts begin.
    fileprivate static let ownFact = "this."

    fileprivate mutating func apply(_ it: Happening.Transitioned, by actor: String, on day: CivilDate) {
        for (path, value) in it.facts where path.hasPrefix(Self.ownFact) { facts[String(path.dropFirst(Self.ownFact.count))] = value }
        state = it.to
        end = it.end
        movedOn = day
        fired[it.event, default: .never].add(actor, on: day)
    }
}
