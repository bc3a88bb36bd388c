import AuditTrail
import CanonicalJSON
import LifecycleModel
import Store
import TestSupport
import Testing

@Suite("The log of every store")
struct LogContractTests {
    @Test("starts empty", arguments: StoreFactory.all)
    func startsEmpty(factory: StoreFactory) throws {
        try factory.withStore { (store) throws in
            let head = try store.read { try $0.head() }
            #expect(head == LogHead(size: 0, root: .empty))
            #expect(try store.read { try $0.event(1) } == nil)
            #expect(try store.read { try $0.verifyLog() } == head)
        }
    }

    @Test("numbers events from 1 and gives them back as they were", arguments: StoreFactory.all)
    func givesBack(factory: StoreFactory) throws {
        try factory.withStore { (store) throws in
            let events = [
                NewEvent.sample(payload: ["text": "Đã nộp\u{0}hồ sơ \"số 1\"", "empty": "", "list": [1, .null, true], "min": .int(.min)]),
                NewEvent.sample("TH-2024-002", definition: nil, at: -1),
                NewEvent(
                    subject: EventRecord.Subject(.organisation, "ĐVCT 01"),
                    kind: "registered",
                    payload: "chỉ một chuỗi",
                    actor: "quản trị",
                    happenedOn: .earliest,
                    recordedAt: Moment(startOf: .latest),
                    definition: nil
                ),
            ]
            let records = try store.write { writer in
                try writer.release(.sample())
                return try writer.append(events)
            }
            #expect(records.map(\.number) == [1, 2, 3])
            #expect(records.map(\.payload) == events.map(\.payload))
            try store.read { (reader) throws in
                let kept = try (1...3).map { try reader.event($0) }
                #expect(kept == records)
                #expect(try reader.events(of: EventRecord.Subject(.task, "TH-2024-001")) == [records[0]])
                #expect(try reader.events(of: EventRecord.Subject(.person, "TH-2024-001")).isEmpty)
                #expect(try reader.event(4) == nil)
                #expect(try reader.event(0) == nil)
            }
        }
    }

    @Test("has the root of a Merkle tree over its canonical bytes", arguments: StoreFactory.all)
    func root(factory: StoreFactory) throws {
        try factory.withStore { (store) throws in
            var leaves: [TreeHash] = []
            for round in 1...7 {
                let records = try store.write { writer in
                    try writer.release(.sample())
                    return try writer.append((0..<round).map { .sample("T-\(round)-\($0)") })
                }
                leaves += records.map { TreeHash(leaf: $0.canonicalBytes) }
                let head = try store.read { try $0.head() }
                #expect(head == LogHead(size: Int64(leaves.count), root: MerkleFrontier(leaves).root))
            }
            #expect(try store.read { try $0.leafHashes(of: 1..<1000) } == leaves)
            #expect(try store.read { try $0.leafHashes(of: 3..<6) } == Array(leaves[2..<5]))
        }
    }

    @Test("keeps the hashes of its tiles, and makes them anew", arguments: StoreFactory.all)
    func tiles(factory: StoreFactory) throws {
        try factory.withStore { (store) throws in
            var (frontier, tiles) = (MerkleFrontier(), [LogTile]())
            for portion in [63, 1, 70, 4000, 100] {
                let records = try store.write { writer in
                    try writer.release(.sample())
                    return try writer.append((0..<portion).map { .sample("T-\($0)") })
                }
                for record in records { frontier.append(TreeHash(leaf: record.canonicalBytes)) { tiles.append($0) } }
            }
            let (low, high) = (tiles.filter { $0.level == 1 }.map(\.hash), tiles.filter { $0.level == 2 }.map(\.hash))
            #expect((low.count, high.count) == (66, 1))
            for _ in 1...2 {
                #expect(try store.read { try $0.tileHashes(level: 1, places: 0..<1000) } == low)
                #expect(try store.read { try $0.tileHashes(level: 1, places: 3..<6) } == Array(low[3..<6]))
                #expect(try store.read { try $0.tileHashes(level: 2, places: 0..<1000) } == high)
                try store.write { try $0.rebuildLogTiles() }
            }
        }
    }

    @Test("shows the head that a transaction will leave while it runs", arguments: StoreFactory.all)
    func headInside(factory: StoreFactory) throws {
        try factory.withStore { (store) throws in
            let inside = try store.write { writer in
                try writer.release(.sample())
                _ = try writer.append([.sample()])
                #expect(try writer.head().size == 1)
                _ = try writer.append([.sample(), .sample()])
                return try writer.head()
            }
            #expect(inside.size == 3)
            #expect(try store.read { try $0.head() } == inside)
        }
    }

    @Test("is walked in order, in part, and no further than asked", arguments: StoreFactory.all)
    func walk(factory: StoreFactory) throws {
        try factory.withStore { (store) throws in
            try store.write { writer in
                try writer.release(.sample())
                _ = try writer.append((1...5).map { .sample("T-\($0)") })
            }
            try store.read { (reader) throws in
                var seen: [Int64] = []
                try reader.eachEvent(after: 1) { event in
                    // The body may ask for more while it walks.
                    let again = try reader.event(event.number)
                    #expect(again == event)
                    seen.append(event.number)
                    return event.number < 4
                }
                #expect(seen == [2, 3, 4])
            }
        }
    }

    @Test("verifies, and against roots recorded elsewhere", arguments: StoreFactory.all)
    func verifies(factory: StoreFactory) throws {
        try factory.withStore { (store) throws in
            let heads = try (1...4).map { round in
                try store.write { writer in
                    try writer.release(.sample())
                    _ = try writer.append((0..<round).map { .sample("T-\(round)-\($0)") })
                    return try writer.head()
                }
            }
            try store.read { (reader) throws in
                var steps: [Int64] = []
                let head = try reader.verifyLog(known: heads) { seen, of in steps += [seen, of] }
                #expect(head == heads[3])
                #expect(steps == [10, 10])
                let forged = LogHead(size: heads[1].size, root: heads[2].root)
                #expect(throws: LogFault(number: nil, reason: .rootDiffers(size: 3, recorded: heads[2].root, computed: heads[1].root))) {
                    try reader.verifyLog(known: [forged])
                }
                #expect(throws: LogFault(number: 11, reason: .missing)) {
                    try reader.verifyLog(known: [LogHead(size: 12, root: .empty)])
                }
            }
        }
    }

    @Test("refuses an event under a definition that was never released", arguments: StoreFactory.all)
    func unknownDefinition(factory: StoreFactory) throws {
        try factory.withStore { (store) throws in
            let error = #expect(throws: StoreError.self) { try store.write { try $0.append([.sample()]) } }
            #expect(error?.code == .constraint)
            let head = try store.read { try $0.head() }
            #expect(head.size == 0)
        }
    }

    @Test("refuses events without subject, kind or actor", arguments: StoreFactory.all, ["subject", "kind", "actor"])
    func incomplete(factory: StoreFactory, missing: String) throws {
        try factory.withStore { (store) throws in
            var event = NewEvent.sample(definition: nil)
            switch missing {
            case "subject": event.subject.code = ""
            case "kind": event.kind = ""
            default: event.actor = ""
            }
            let error = #expect(throws: StoreError.self) { try store.write { try $0.append([event]) } }
            #expect(error?.code == .constraint)
        }
    }
}
