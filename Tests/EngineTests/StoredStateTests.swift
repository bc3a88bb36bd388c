import CanonicalJSON
import Engine
import LifecycleModel
import TestSupport
import Testing
import WorkingCalendar

/// Lives of random happenings, stored and read at random moments: whoever reads a task from a snapshot and goes on must never come to another
/// state than whoever never stored it.
@Suite("A state that is stored again and again")
struct StoredStateTests {
    @Test("stays what its happenings say, whatever is asked of it in between", arguments: 0..<40)
    func lives(seed: UInt64) throws {
        var life = RandomLife(seed: seed)
        var live = life.beginning
        var stored = live
        for step in 0..<120 {
            let day = RandomLife.day(step)
            let happening = life.happening(live, on: day)
            let fits = live.apply(happening, by: "P\(step % 3)", on: day)
            if life.chance(of: 3) { stored = try TaskState(snapshot: stored.snapshot) }
            if life.chance(of: 5) { _ = stored.facts.count + stored.documents.count + stored.fired.count }
            let before = stored
            let fitsStored = stored.apply(happening, by: "P\(step % 3)", on: day)
            #expect(fits && fitsStored)
            // The copy from before is not touched, and what changed is told.
            #expect(before != stored)
            let clocks = stored.clocks.changes(since: before.clocks)
            #expect(clocks == stored.clocks.indices.filter { $0 >= before.clocks.count || before.clocks[$0] != stored.clocks[$0] })
            for (kind, instances) in stored.machines {
                let known = before.machines[kind] ?? []
                #expect(instances.changes(since: known) == instances.indices.filter { $0 >= known.count || known[$0] != instances[$0] })
            }
            #expect(stored.snapshot == live.snapshot)
            #expect(stored.nextDue == live.openClocks.filter { !$0.isSuspended }.map(\.lastDay).min())
        }
        #expect(stored == live)
        #expect(stored.hashValue == live.hashValue)
        #expect(stored.json == live.json)
        let read = try TaskState(snapshot: live.snapshot)
        for (group, facts) in live.facts { for (name, value) in facts { #expect(read.facts[group]?[name] == value) } }
        for (form, documents) in live.documents { #expect(read.documents[form] == documents) }
        for (kind, instances) in live.machines {
            for (place, instance) in instances.enumerated() { #expect(read.machines[kind]?[place] == instance) }
        }
        #expect(read.clocks.map(\.started) == live.clocks.map(\.started))
        #expect(read.openClocks == live.openClocks)
        #expect(read.snapshot == live.snapshot)
    }
}

/// Happenings that fit the state they happen to.
private struct RandomLife {
    private var random: SeededRandom

    init(seed: UInt64) {
        random = SeededRandom(seed: seed)
    }

    static func day(_ step: Int) -> CivilDate { SampleRules.day("2022-01-03").adding(days: step) }

    var beginning: TaskState {
        mutating get {
            let facts = ["task.title": FactValue.text("Nghiên cứu lúa đặc sản"), "task.months": .int(24)]
            return TaskState(
                Happening.Registered(code: "T-1", regime: "r", definition: "d", position: "a/b", facts: facts),
                on: Self.day(0)
            )
        }
    }

    mutating func chance(of number: Int) -> Bool { Int.random(in: 0..<number, using: &random) == 0 }

    private mutating func one<Choice>(_ choices: [Choice]) -> Choice {
        choices.randomElement(using: &random) ?? choices[0]
    }

    private mutating func text() -> String {
        one(["", "x", "đặc sản", "một tên dài hơn mười lăm byte", "QĐ 12/QĐ-SKHCN", String(repeating: "ă", count: 300)])
    }

    private mutating func value() -> FactValue {
        switch Int.random(in: 0..<4, using: &random) {
        case 0: .bool(chance(of: 2))
        case 1: .int(one([0, 1, -1, 127, 128, -65, .max, .min]))
        case 2: .text(text())
        default: .date(Self.day(Int.random(in: 0..<40_000, using: &random)))
        }
    }

    private mutating func facts(_ names: [String]) -> [String: FactValue] {
        Dictionary((0..<Int.random(in: 0..<4, using: &random)).map { _ in (one(names), value()) }) { $1 }
    }

    private mutating func documents() -> [AttachedDocument] {
        (0..<Int.random(in: 0..<3, using: &random)).map { _ in
            AttachedDocument(
                form: one(["QĐ-1", "BC-2", "HĐ"]),
                number: text(),
                date: Self.day(Int.random(in: 0..<900, using: &random)),
                sha256: chance(of: 2) ? text() : nil,
                fileName: chance(of: 2) ? text() : nil,
                size: chance(of: 2) ? one([0, 1, 1 << 40]) : nil
            )
        }
    }

    mutating func happening(_ state: TaskState, on day: CivilDate) -> Happening {
        let kind = one(["report", "result"])
        let number = Int64(state.machines[kind]?.count ?? 0)
        let open = state.openClocks
        switch Int.random(in: 0..<10, using: &random) {
        case 0:
            return .machineOpened(
                Happening.MachineOpened(
                    machine: MachineReference(kind: kind, number: number + 1),
                    state: "waiting",
                    facts: facts(["period", "name", "holder"]),
                    on: day
                )
            )
        case 1,
            2 where number > 0:
            let machine = MachineReference(kind: kind, number: Int64.random(in: 1...max(number, 1), using: &random))
            guard let from = state.state(of: machine) else { return .flagRaised(id: "late", label: Phrase(vi: "Chậm", en: "Late")) }
            return .transitioned(move(machine, from, facts(["this.name", "this.period", "task.title"])))
        case 3, 4: return .deadlineStarted(started(on: day))
        case 5 where !open.isEmpty:
            return .deadlineStopped(DeadlineStopped(reference: one(open).reference, on: day, manner: one(DeadlineStopped.Manner.allCases)))
        case 6 where !open.isEmpty: return .deadlineSuspended(one(open).reference, on: day)
        case 7 where !open.isEmpty:
            return .deadlineMoved(one(open).reference, dates: dates(from: day), reason: text())
        case 8:
            let document = documents().first ?? AttachedDocument(form: "QĐ-1", number: "1", date: day)
            return .documentIssued(Happening.DocumentIssued(document: document, template: "t", restsOn: [], given: [:]))
        default: return .transitioned(move(.task, state.position, facts(["task.title", "task.months", "contract.end_on"])))
        }
    }

    private mutating func move(_ machine: MachineReference, _ from: String, _ facts: [String: FactValue]) -> Happening.Transitioned {
        Happening.Transitioned(
            machine: machine,
            event: one(["submit", "plan", "một việc dài hơn mười lăm byte"]),
            from: from,
            to: one(["a/b", "a/c", "waiting", "done"]),
            end: chance(of: 4) ? "met" : nil,
            countsAs: machine == .task ? [one(["running", "awarded"])] : [],
            facts: facts,
            documents: documents(),
            exceptions: []
        )
    }

    private mutating func dates(from day: CivilDate) -> DeadlineDates {
        DeadlineDates(
            due: day.adding(days: 30),
            grace: chance(of: 2) ? day.adding(days: 45) : nil,
            lock: chance(of: 2) ? day.adding(days: 60) : nil
        )
    }

    private mutating func started(on day: CivilDate) -> DeadlineStarted {
        DeadlineStarted(
            reference: DeadlineReference(
                machine: one([.task, MachineReference(kind: "report", number: 1)]),
                id: one(["NT-1", "CB-3", "một hạn dài hơn mười lăm byte"])
            ),
            dates: dates(from: day),
            start: day,
            terms: DeadlineTerms(term: .zero),
            owner: text(),
            basis: chance(of: 2) ? text() : nil,
            standing: "assumed",
            passing: chance(of: 2) ? [PassingAct(at: "due", act: "flag", subject: "late", text: Phrase(vi: "Chậm", en: "Late"))] : []
        )
    }
}
