import CanonicalJSON
import Engine
import LifecycleModel
import ProcessExchange
import Rules
import Store
import TestSupport
import Testing

@Suite struct EventLogTests {
    private let surroundings: LogSurroundings

    init() throws {
        let rules = try TestRules.small("old-law")
        let officer = try Person(code: PersonCode("P-1"), name: "An", organisation: OrganisationCode("DOST"), roles: ["chair", "officer"])
        surroundings = LogSurroundings(
            language: .vi,
            definition: { $0 == "hash" ? rules.regime : nil },
            person: { $0 == "P-1" ? officer : nil }
        )
    }

    private func record(_ happenings: [Happening]) throws -> [EventRecord] {
        try happenings.enumerated().map { place, happening in
            EventRecord(
                number: Int64(place + 7),
                subject: EventRecord.Subject(.task, "T-1"),
                kind: happening.kind,
                payload: happening.payload,
                actor: "P-1",
                happenedOn: try CivilDate(parsing: "2020-03-0\(place + 1)"),
                recordedAt: Moment(milliseconds: 1_600_000_000_000),
                definition: "hash"
            )
        }
    }

    private func life() throws -> [EventRecord] {
        let report = MachineReference(kind: "report", number: 1)
        func move(_ machine: MachineReference, _ event: String, _ from: String, _ to: String, _ facts: [String: FactValue] = [:])
            -> Happening
        {
            .transitioned(
                Happening.Transitioned(
                    machine: machine,
                    event: event,
                    from: from,
                    to: to,
                    end: nil,
                    countsAs: [],
                    facts: facts,
                    documents: [],
                    exceptions: []
                )
            )
        }
        return try record([
            .registered(
                Happening.Registered(
                    code: "T-1",
                    regime: "old-law",
                    definition: "hash",
                    position: "ordering/proposed",
                    facts: ["task.title": .text("Lúa <mới> & \"tốt\"\u{1}")]
                )
            ),
            move(
                .task,
                "award",
                "ordering/proposed",
                "execution/running",
                ["award.money": .int(5), "award.on": .date(CivilDate(parsing: "2020-03-02"))]
            ),
            .machineOpened(
                Happening.MachineOpened(
                    machine: report,
                    state: "expected",
                    facts: ["period": .int(1)],
                    on: CivilDate(parsing: "2020-03-03")
                )
            ),
            .flagRaised(id: "late", label: Phrase(vi: "Chậm")),
            move(report, "receive-report", "expected", "received"),
        ])
    }

    @Test("a life as a case") func golden() throws {
        var log = XESWriter(name: "thử")
        log.add(try #require(try LoggedCase("T-1", record: life(), in: surroundings)))
        let text = log.take() + log.finish()
        #expect(try GoldenFile("one-life.xes", besideSource: #filePath).fault(with: text) == nil)
        #expect(Parsed(text).isWellFormed)
    }

    @Test("acts only, in the order of the record; who was allowed to by which role") func acts() throws {
        let one = try #require(try LoggedCase("T-1", record: life(), in: surroundings))
        #expect(one.acts.map(\.activity) == ["registered", "award", "report/opened", "report/receive-report"])
        #expect(one.acts.map(\.role) == [nil, "chair", nil, "officer"])
        #expect(one.acts.map(\.organisation) == [nil, "DOST", nil, "DOST"])
    }

    @Test("only what was recorded under a regime", arguments: [("old-law", 4), ("new-law", 0)]) func regime(_ regime: String, _ acts: Int)
        throws
    {
        #expect(try LoggedCase("T-1", record: life(), under: regime, in: surroundings)?.acts.count ?? 0 == acts)
    }

    @Test("an empty log is a log") func empty() {
        var log = XESWriter(name: "")
        #expect(Parsed(log.finish()).isWellFormed)
    }

    @Test("an event that is none of ours is refused") func foreign() throws {
        var record = try life()
        record[1].kind = "exploded"
        #expect(throws: JSONShapeFault.self) { try LoggedCase("T-1", record: record, in: surroundings) }
    }
}
