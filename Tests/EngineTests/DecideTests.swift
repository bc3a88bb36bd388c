import Engine
import LifecycleModel
import Rules
import Testing
import WorkingCalendar

@Suite("decide")
struct DecideTests {
    @Test("the sample rules compile")
    func compiles() {
        #expect(SampleRules.compiled.faults.isEmpty)
    }

    @Test("an accepted award moves the task, computes facts, opens reports and turns the clocks")
    func award() throws {
        let story = Story.running()
        #expect(story.state.position == "contract/running")
        #expect(story.state.fact("award.year") == .int(2022))
        #expect(story.state.machines["report"]?.compactMap { $0.facts["period"] } == [.int(1), .int(2), .int(3)])
        let dues = story.state.openClocks.filter { $0.started.reference.id == "TH-1" }.map(\.dates.due.description)
        #expect(dues == ["2022-07-31", "2023-01-31", "2023-07-31"])
        #expect(story.state.clock(.init(machine: .task, id: "TC-1"))?.stopped?.manner == .late)
        #expect(story.state.clock(.init(machine: .task, id: "NT-1"))?.dates.due.description == "2023-08-30")
        #expect(story.state.reached == ["awarded": SampleRules.day("2022-02-01"), "running": SampleRules.day("2022-02-01")])
    }

    @Test("every blocker is reported at once, with article, facts and cure")
    func allBlockers() throws {
        var story = Story(money: 2_000_000_000)
        story.circumstances.host.bars = ["T9: chưa hoàn trả"]
        story.fire("plan", on: "2022-01-04", ["contract.end_on": .date(SampleRules.day("2023-07-31"))], by: Story.officer)
        let decision = story.decision(
            story.command("award", on: "2022-02-01", ["selection.score": .int(69), "award.on": .date(SampleRules.day("2022-01-31"))]),
            by: Story.officer
        )
        #expect(decision.blockers.map(\.code) == ["role", "missing-document", "requirement", "requirement", "requirement", "requirement"])
        let ids = decision.blockers.compactMap { $0[parameter: "requirement"] }
        #expect(ids == ["score", "money", "bar", "papers"])
        let score = try #require(decision.blockers.first { $0[parameter: "requirement"] == "score" })
        #expect(score.basis == "Điều score")
        #expect(score.facts.map(\.path) == ["selection.score", "param.pass_mark"])
        #expect(score.facts.map(\.value) == ["69", "70"])
        #expect(score.cure?.vi.contains("Chuyên viên") == true)
        #expect(decision.requirements.map(\.holds) == [false, false, true, false, false])
    }

    @Test("a missing fact is a refusal that names it, never true and never a silent false")
    func missingFact() {
        let story = Story.running()
        let bare = story.decision(story.command("accept", on: "2023-08-01"), by: Story.chair)
        #expect(bare.blockers.contains { $0.code == "missing-fact" && $0.missing == ["acceptance.rating"] })
        #expect(bare.blockers.contains { $0.code == "information-missing" && $0.message.vi.contains("acceptance.rating") })
    }

    @Test(
        "of two transitions of one event the one whose guards hold is taken",
        arguments: [("pass", "acceptance/passed"), ("fail", "side/failed")]
    )
    func choice(rating: String, position: String) {
        var story = Story.running()
        for number in 1...3 {
            story.fire(
                "receive",
                on: "2023-07-30",
                ["this.received_on": .date(SampleRules.day("2023-07-30"))],
                machine: .init(kind: "report", number: Int64(number)),
                by: Story.officer
            )
        }
        let decision = story.fire("accept", on: "2023-08-30", ["acceptance.rating": .text(rating)], by: Story.chair)
        #expect(decision.blockers.isEmpty)
        #expect(story.state.position == position)
        #expect(story.state.openClocks.isEmpty)
    }

    @Test("a small machine's open state blocks the task")
    func machinesBlock() {
        let story = Story.running()
        let decision = story.decision(story.command("accept", on: "2023-08-01", ["acceptance.rating": .text("pass")]), by: Story.chair)
        #expect(decision.blockers.map { $0[parameter: "requirement"] } == ["reports"])
    }

    @Test("a clock lets pass until grace and no longer", arguments: [("2023-09-06", true), ("2023-09-07", false)])
    func grace(day: String, met: Bool) {
        let story = Story.running()
        let decision = story.decision(story.command("accept", on: day, ["acceptance.rating": .text("pass")]), by: Story.chair)
        #expect(decision.requirements.first { $0.requirement.id == "in-time" }?.holds == met)
    }

    @Test("failing bars the host and ends all clocks")
    func fail() throws {
        var story = Story.running()
        story.fire("accept", on: "2023-08-01", ["acceptance.rating": .text("fail")], by: Story.chair)
        let bar = try #require(story.state.bars.first)
        #expect(bar.barred.code == "H1")
        #expect(bar.barred.until == SampleRules.day("2024-08-01"))
        #expect(story.state.end == "failed")
        #expect(story.state.clocks.allSatisfy { !$0.isOpen })
    }

    @Test(
        "a role that the host holds is only for its own people, as far as it is known where they belong",
        arguments: [("H1", true), ("H2", false), (nil, true), ("", true)]
    )
    func belonging(organisation: String?, may: Bool) {
        var story = Story()
        story.fire("return", on: "2022-01-05", by: Story.chair)
        let actor = Actor(id: "H", roles: ["host"], organisation: organisation)
        let decision = story.decision(story.command("resubmit", on: "2022-01-10"), by: actor)
        #expect(decision.blockers.map(\.code) == (may ? [] : ["other-party"]))
        #expect(decision.blockers.allSatisfy { $0[parameter: "expected"] == "H1" })
        let explained = explain(
            SampleRules.compiled,
            story.state,
            for: actor,
            on: SampleRules.day("2022-01-10"),
            circumstances: story.circumstances
        )
        #expect(explained.actions.first { $0.transition.event == "resubmit" }?.actorMay == may)
    }

    @Test("a role of the principal investigator is for that person alone", arguments: [("P1", true), ("P2", false)])
    func investigator(person: String, may: Bool) {
        var regime = SampleRules.regime
        regime.roles["host"]?.heldBy = .investigator
        var story = Story(investigator: "P1")
        story.fire("return", on: "2022-01-05", by: Story.chair)
        let decision = decide(
            CompiledRegime(regime, hash: "h"),
            story.state,
            story.command("resubmit", on: "2022-01-10"),
            by: Actor(id: person, roles: ["host"]),
            circumstances: story.circumstances,
            calendar: SampleRules.calendar
        )
        #expect(decision.blockers.map(\.code) == (may ? [] : ["other-party"]))
    }

    @Test("of two roles one of which is another organisation's the other one counts")
    func belongingWithAnotherRole() {
        var story = Story()
        story.fire("return", on: "2022-01-05", by: Actor(id: "O", roles: ["host", "officer"], organisation: "H2"))
        #expect(story.state.position == "selection/returned")
    }

    @Test("who recorded may not approve")
    func separation() {
        var story = Story()
        story.fire("return", on: "2022-01-05", by: Story.chair)
        story.fire("resubmit", on: "2022-01-10", by: Story.host)
        let facts: [String: FactValue] = ["selection.score": .int(90), "award.on": .date(SampleRules.day("2022-01-31"))]
        let same = story.decision(story.command("award", on: "2022-02-01", facts, documents: ["QD"]), by: Story.chair)
        #expect(same.blockers.contains { $0[parameter: "requirement"] == "separate" })
        let other = story.decision(
            story.command("award", on: "2022-02-01", facts, documents: ["QD"]),
            by: Actor(id: "C2", roles: ["chair"])
        )
        #expect(!other.blockers.contains { $0[parameter: "requirement"] == "separate" })
    }

    @Test("a suspended clock stands still and runs on by as much")
    func suspension() throws {
        var story = Story()
        let reference = DeadlineReference(machine: .task, id: "TC-1")
        #expect(story.state.clock(reference)?.dates.due.description == "2022-01-12")
        story.fire("return", on: "2022-01-05", by: Story.officer)
        #expect(story.state.clock(reference)?.isSuspended == true)
        #expect(story.state.clock(reference)?.isMet(on: SampleRules.day("2022-06-01")) == true)
        story.fire("resubmit", on: "2022-01-10", by: Story.host)
        let clock = try #require(story.state.clock(reference))
        #expect(!clock.isSuspended)
        #expect(clock.dates.due.description == "2022-01-17")
    }

    @Test("flags stand from the day after a due date passes until the clock stops")
    func standingFlags() {
        let story = Story.running()
        #expect(story.state.standingFlags(on: SampleRules.day("2022-07-31")).isEmpty)
        #expect(Array(story.state.standingFlags(on: SampleRules.day("2022-08-01")).keys) == ["report-late"])
    }

    @Test(
        "what makes no sense is refused with a reason",
        arguments: [
            ("fly", "unknown-event"), ("resubmit", "not-from-here"), ("receive", "unknown-event"),
        ]
    )
    func nonsense(event: String, code: String) {
        let story = Story()
        let decision = story.decision(story.command(event, on: "2022-01-05"), by: Story.officer)
        #expect(decision.blockers.map(\.code) == [code])
        #expect(decision.blockers.allSatisfy { $0.cure != nil && !$0.message.en.isEmpty })
    }

    @Test("nothing is fired on a task whose life has ended")
    func ended() {
        var story = Story.running()
        story.fire("accept", on: "2023-08-01", ["acceptance.rating": .text("fail")], by: Story.chair)
        let decision = story.decision(story.command("plan", on: "2023-08-02"), by: Story.officer)
        #expect(decision.blockers.map(\.code) == ["life-ended"])
    }

    @Test("unknown machines are named", arguments: [("rocket", 1, "unknown-machine"), ("report", 9, "no-such-machine")])
    func unknownMachine(kind: String, number: Int64, code: String) {
        let story = Story.running()
        let decision = story.decision(
            story.command("receive", on: "2022-05-01", machine: .init(kind: kind, number: number)),
            by: Story.officer
        )
        #expect(decision.blockers.map(\.code) == [code])
    }

    @Test("days: not in the future, not before the event it follows")
    func days() {
        let story = Story.running()
        let end: [String: FactValue] = ["contract.end_on": .date(SampleRules.day("2023-07-31"))]
        #expect(story.decision(story.command("plan", on: "2026-01-02", end), by: Story.officer).blockers.map(\.code) == ["future-date"])
        #expect(story.decision(story.command("plan", on: "2022-01-31", end), by: Story.officer).blockers.map(\.code) == ["before-previous"])
        #expect(story.decision(story.command("plan", on: "2022-02-01", end), by: Story.officer).blockers.isEmpty)
    }

    @Test("facts are checked against their declarations")
    func facts() {
        let story = Story.running()
        let decision = story.decision(
            story.command(
                "plan",
                on: "2022-03-01",
                ["contract.end_on": .text("mai"), "task.state_money": .int(-1), "award.note": .text("x")]
            ),
            by: Story.officer
        )
        #expect(Set(decision.blockers.map(\.code)) == ["wrong-fact", "unexpected-fact"])
        #expect(decision.blockers.filter { $0.code == "wrong-fact" }.count == 2)
    }

    @Test("documents dated after the event, without number or of unknown form are refused")
    func documents() {
        let story = Story()
        let facts: [String: FactValue] = ["selection.score": .int(90), "award.on": .date(SampleRules.day("2022-01-31"))]
        var command = story.command("award", on: "2022-02-01", facts)
        command.documents = [
            AttachedDocument(form: "QD", number: "", date: SampleRules.day("2022-02-02")),
            AttachedDocument(form: "ZZ", number: "1", date: command.day),
        ]
        let codes = Set(story.decision(command, by: Story.chair).blockers.map(\.code))
        #expect(codes.isSuperset(of: ["document-number", "document-from-later", "unknown-form"]))
    }

    @Test("an exception lets history pass and keeps what was overridden, by whom and why")
    func exception() throws {
        var story = Story()
        story.fire("plan", on: "2022-01-04", ["contract.end_on": .date(SampleRules.day("2023-07-31"))], by: Story.officer)
        let grant = ExceptionGrant(by: "TP01", reason: "hồ sơ giấy")
        let facts: [String: FactValue] = ["selection.score": .int(60), "award.on": .date(SampleRules.day("2022-01-31"))]
        let decision = story.decision(story.command("award", on: "2022-02-01", facts, exception: grant), by: Story.chair)
        guard case .transitioned(let move)? = decision.happenings.first else {
            Issue.record("the exception was not let pass: \(decision.blockers)")
            return
        }
        #expect(move.exceptions.map(\.code) == ["missing-document", "requirement", "requirement"])
        #expect(move.exceptions.allSatisfy { $0.grant == grant })
        let future = story.decision(story.command("award", on: "2026-02-01", facts, exception: grant), by: Story.chair)
        #expect(future.blockers.map(\.code) == ["future-date"])
    }

    @Test("a missing anchor of a clock or schedule is information missing")
    func missingAnchor() {
        let story = Story()
        let facts: [String: FactValue] = ["selection.score": .int(90), "award.on": .date(SampleRules.day("2022-01-31"))]
        let decision = story.decision(story.command("award", on: "2022-02-01", facts, documents: ["QD"]), by: Story.chair)
        #expect(decision.blockers.map(\.code) == ["information-missing", "information-missing"])
        #expect(decision.blockers.allSatisfy { $0.missing == ["contract.end_on"] })
    }
}
