import CanonicalJSON
import Engine
import LifecycleModel
import Rules
import TestSupport
import Testing
import WorkingCalendar

@Suite("apply and replay")
struct ReplayTests {
    @Test("replaying the log through JSON gives the state again, byte for byte")
    func replay() throws {
        var story = Story.running()
        story.fire("plan", on: "2022-03-01", ["contract.end_on": .date(SampleRules.day("2024-07-31"))], by: Story.officer)
        story.fire(
            "receive",
            on: "2022-07-30",
            ["this.received_on": .date(SampleRules.day("2022-07-30"))],
            machine: .init(kind: "report", number: 1),
            by: Story.officer
        )
        story.fire("accept", on: "2024-08-01", ["acceptance.rating": .text("fail")], by: Story.chair)
        var replayed: TaskState?
        for (happening, actor, day) in story.log {
            let bytes = happening.payload.canonicalBytes
            let read = try Happening(kind: happening.kind, payload: try JSONValue(parsing: bytes))
            #expect(read == happening)
            if case .registered(let registered) = read {
                replayed = TaskState(registered, on: day)
            } else {
                let fits = replayed?.apply(read, by: actor, on: day)
                #expect(fits == true)
            }
        }
        let state = try #require(replayed)
        #expect(state == story.state)
        #expect(state.json.canonicalBytes == story.state.json.canonicalBytes)
        #expect(state.snapshot == story.state.snapshot)
        #expect(try TaskState(snapshot: state.snapshot) == state)
    }

    @Test("every kind of happening survives the way into the log and back")
    func kinds() throws {
        let reference = DeadlineReference(machine: .init(kind: "report", number: 2), id: "TH-1")
        let day = SampleRules.day("2024-02-29")
        let all: [Happening] = [
            .deadlineSuspended(reference, on: day), .deadlineResumed(reference, on: day, dates: .init(due: day, grace: day)),
            .deadlineMoved(reference, dates: .init(due: day, lock: day), reason: "lịch mới"),
            .flagRaised(id: "f", label: Phrase(vi: "cờ", en: "flag")),
            .flagCleared(id: "f"), .barLifted(party: "host", on: day), .published(page: "list"),
            .regimeChanged(regime: "law-2025", definition: "x", position: "a/b"),
            .barred(.init(party: "host", code: "H", reason: Phrase(vi: "vì"), from: day, until: nil, basis: nil)),
        ]
        for happening in all {
            #expect(try Happening(kind: happening.kind, payload: happening.payload) == happening)
        }
        #expect(throws: JSONShapeFault.self) { try Happening(kind: "flew", payload: [:]) }
    }

    @Test("a passage that somebody made up is told, whatever numbers it has", arguments: [Int64.min, -1, 5, .max])
    func madeUp(count: Int64) throws {
        var state = Story().state
        let payload: JSONValue = [
            "decision": "1", "regime": "r", "definition": "d", "position": "a/b", "counts_as": [], "reached": [:],
            "clock_count": .int(count), "clocks": [],
        ]
        let passage = try Happening(kind: "migrated", payload: payload)
        let fits = state.apply(passage, by: "x", on: state.movedOn)
        #expect(!fits)
    }

    @Test("an event that does not fit is told, not swallowed")
    func misfit() {
        var state = Story().state
        let reference = DeadlineReference(machine: .task, id: "NT-1")
        let stopped = state.apply(
            .deadlineStopped(.init(reference: reference, on: state.movedOn, manner: .met)),
            by: "x",
            on: state.movedOn
        )
        #expect(!stopped)
        let move = Happening.Transitioned(
            machine: .task,
            event: "accept",
            from: "contract/running",
            to: "acceptance/passed",
            end: nil,
            countsAs: [],
            facts: [:],
            documents: [],
            exceptions: []
        )
        let moved = state.apply(.transitioned(move), by: "x", on: state.movedOn)
        #expect(!moved)
    }

    @Test("random walks never leave a state that a replay does not give again", arguments: 0..<20)
    func randomWalks(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var story = Story.running()
        let events = ["plan", "accept", "finish", "receive", "award", "return"]
        var day = SampleRules.day("2022-03-01")
        for _ in 0..<40 {
            day = day.adding(days: Int.random(in: 0...40, using: &random))
            let event = events.randomElement(using: &random) ?? "plan"
            let machine = event == "receive" ? MachineReference(kind: "report", number: Int64.random(in: 1...4, using: &random)) : .task
            var facts: [String: FactValue] = [:]
            if event == "plan" { facts["contract.end_on"] = .date(day.adding(days: Int.random(in: 0...900, using: &random))) }
            if event == "accept" {
                facts["acceptance.rating"] = .text(["pass", "fail", "excellent"].randomElement(using: &random) ?? "pass")
            }
            if event == "receive" { facts["this.received_on"] = .date(day) }
            story.fire(event, on: day.description, facts, machine: machine, by: Bool.random(using: &random) ? Story.chair : Story.officer)
        }
        var replayed = Story().state
        guard case .registered(let registered) = story.log[0].0 else { return }
        replayed = TaskState(registered, on: story.log[0].2)
        for (happening, actor, day) in story.log.dropFirst() {
            let fits = replayed.apply(happening, by: actor, on: day)
            #expect(fits)
        }
        #expect(replayed == story.state)
    }
}
