import Engine
import LifecycleModel
import Store
import Testing

@testable import Services

/// Results with their evidence, read from the log.
@Suite("History of results")
struct ResultHistoryTests {
    /// Events of one task, each recorded so many days after it happened.
    private struct Log {
        var events: [EventRecord] = []

        mutating func add(_ happening: Happening, on day: String, recorded: String? = nil) throws {
            let happened = try CivilDate(parsing: day)
            let recorded = try recorded.map { try CivilDate(parsing: $0) } ?? happened
            events.append(
                EventRecord(
                    number: Int64(events.count + 1),
                    subject: EventRecord.Subject(.task, "NV-1"),
                    kind: happening.kind,
                    payload: happening.payload,
                    actor: "CB-1",
                    happenedOn: happened,
                    recordedAt: try #require(Moment(recorded, hour: 23, minute: 59)),
                    definition: nil
                )
            )
        }

        mutating func move(
            _ machine: String,
            _ event: String,
            _ from: String,
            _ to: String,
            on day: String,
            recorded: String? = nil,
            _ facts: [String: FactValue] = [:],
            papers: [AttachedDocument] = []
        ) throws {
            try add(
                .transitioned(
                    Happening.Transitioned(
                        machine: try #require(MachineReference(parsing: machine)),
                        event: event,
                        from: from,
                        to: to,
                        end: nil,
                        countsAs: machine == "task" ? ["awarded", "accepted"] : [],
                        facts: facts,
                        documents: papers,
                        exceptions: []
                    )
                ),
                on: day,
                recorded: recorded
            )
        }

        mutating func open(_ machine: String, _ state: String, _ facts: [String: FactValue], on day: String, recorded: String? = nil) throws
        {
            let opened = Happening.MachineOpened(
                machine: try #require(MachineReference(parsing: machine)),
                state: state,
                facts: facts,
                on: try CivilDate(parsing: day)
            )
            try add(.machineOpened(opened), on: day, recorded: recorded)
        }
    }

    private static func paper() throws -> AttachedDocument {
        AttachedDocument(form: "MC-ƯD", number: "17/XN", date: try CivilDate(parsing: "2024-07-01"), sha256: "ab12")
    }

    /// A task accepted on 29 February 2024 whose only result is declared in use, checked, verified and rejected in the end; what happened in
    /// 2025 was recorded late.
    private static func log() throws -> Log {
        var log = Log()
        let position = "acceptance/in-council"
        let registered = Happening.Registered(code: "NV-1", regime: "law-2013", definition: "d", position: position, facts: [:])
        try log.add(.registered(registered), on: "2022-01-05")
        let promise: [String: FactValue] = [
            "name": .text("Giống lúa"), "kind": .text("kind-1"), "unit": .text("giống"), "quantity": .int(2), "quality": .text("60 tạ/ha"),
            "intended_user": .text("Hợp tác xã"),
        ]
        try log.open("result:1", "promised", promise, on: "2022-01-10")
        let accepted = try CivilDate(parsing: "2024-02-29")
        try log.move(
            "task",
            "pass-acceptance",
            "acceptance/in-council",
            "acceptance/passed",
            on: "2024-02-29",
            ["acceptance.on": .date(accepted)]
        )
        try log.move(
            "result:1",
            "deliver",
            "promised",
            "delivered",
            on: "2024-03-04",
            ["this.delivered_quantity": .int(2), "this.delivered_quality": .text("đạt"), "this.holder": .text("VIEN")]
        )
        try log.move("result:1", "declare-evidence", "delivered", "delivered", on: "2024-07-01", papers: [paper()])
        let proof: [String: FactValue] = [
            "result": .int(1), "kind": .text("production"), "place": .text("Xã A"), "user": .text("HTX"),
            "used_on": .date(try CivilDate(parsing: "2024-06-15")), "quantities": .text("12 ha"), "declared_by": .text("CT-1"),
        ]
        try log.open("evidence:1", "declared", proof, on: "2024-07-01")
        try log.move("evidence:1", "add-figures", "declared", "declared", on: "2024-07-02", ["this.area_ha": .int(12)])
        try log.move("evidence:1", "check", "declared", "checked", on: "2024-07-10")
        try log.move(
            "result:1",
            "transfer",
            "delivered",
            "delivered",
            on: "2024-08-01",
            ["this.new_holder": .text("TT"), "this.transfer_reason": .text("Viện giải thể"), "this.holder": .text("TT")]
        )
        try log.move("evidence:1", "verify", "checked", "verified", on: "2025-01-10", recorded: "2025-03-31")
        try log.move(
            "evidence:1",
            "reject",
            "verified",
            "rejected",
            on: "2025-03-01",
            recorded: "2025-06-30",
            ["this.rejected_for": .text("Chưa từng sử dụng")]
        )
        return log
    }

    @Test("tells what was promised, delivered, passed on and proved, with the papers and their hashes")
    func whole() throws {
        let history = try #require(try ResultHistory(Self.log().events, knownOn: nil))
        let result = try #require(history.results.first)
        #expect((result.name, result.quantity, result.deliveredQuantity, result.isDelivered) == ("Giống lúa", 2, 2, true))
        #expect(result.holder == "TT")
        #expect(result.earlierHolders.map(\.code) == ["VIEN"])
        #expect(result.earlierHolders.map(\.until.description) == ["2024-08-01"])
        let proof = try #require(result.evidence.first)
        #expect(proof.key == "NV-1/evidence/1")
        #expect(proof.documents.map(\.sha256) == ["ab12"])
        #expect(proof.figures["area_ha"] == .int(12))
        #expect(proof.changes.map(\.standing) == [.declared, .checked, .verified, .rejected])
        #expect(proof.changes.map(\.event) == [6, 8, 10, 11])
        #expect(proof.rejectedFor == "Chưa từng sử dụng")
        #expect(result.usedSince == nil)
        #expect(proof.provedOn == nil)
        #expect(history.acceptance?.on.description == "2024-02-29")
        #expect(history.month12?.description == "2025-02-28")
    }

    @Test(
        "as known on a day, what was recorded later is left out",
        arguments: [
            ("2024-07-09", EvidenceStanding.declared, nil), ("2024-07-10", .checked, "2024-06-15"), ("2025-03-30", .checked, "2024-06-15"),
            ("2025-03-31", .verified, "2024-06-15"), ("2025-06-29", .verified, "2024-06-15"), ("2025-06-30", .rejected, nil),
        ] as [(String, EvidenceStanding, String?)]
    )
    func knownOn(day: String, standing: EvidenceStanding, since: String?) throws {
        let history = try #require(try ResultHistory(Self.log().events, knownOn: try CivilDate(parsing: day)))
        #expect(history.results.first?.evidence.first?.standing == standing)
        #expect(history.results.first?.usedSince?.description == since)
    }

    @Test("before the first event nothing was known, and before the acceptance no month twelve")
    func earlier() throws {
        let log = try Self.log()
        #expect(try ResultHistory(log.events, knownOn: try CivilDate(parsing: "2022-01-04")) == nil)
        let promised = try #require(try ResultHistory(log.events, knownOn: try CivilDate(parsing: "2023-12-31")))
        #expect(promised.acceptance == nil)
        #expect(promised.results.map(\.isDelivered) == [false])
    }

    @Test("a record that does not fit together says so")
    func broken() throws {
        var log = try Self.log()
        log.events.removeFirst()
        #expect(throws: UseCaseFault.self) { try ResultHistory(log.events, knownOn: nil) }
    }
}
