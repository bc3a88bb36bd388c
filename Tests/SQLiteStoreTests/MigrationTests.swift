import AuditTrail
import CanonicalJSON
import LifecycleModel
@testable import SQLiteStore
import Store
import TestSupport
import Testing

@Suite("Versions of the schema")
struct MigrationTests {
    /// A released step never changes. A new one gets a new line; an old line stays.
    private static let released = [
        "f6d0af01bbe119bf947e1aa7225dcd58fcea3843668e91169c97d796a8989513",
        "ca06384c713e169ab1202996ebb6396c95e42c11c3195c2dc9118d94a87ee5eb",
        "0d6641fc60818f99cf7c21da03a7e6dc8a0859f4a3c7b1d873a33c0855629d66",
        "02b98fd33c7ece8f85b1b929348fef1ffd4839c48e809595f38618d44faaad1e",
        "8baff3b5d05f903763f343882cf0d4403d59849fbfb0f08cdb75734a7a6aebf4",
        "47922210bbf87562ce9ceb1b479432fd7cb318eed4b550463e313c864830bd75",
        "e2e43b4349325139c11f4a6fdb6bc94095db9722d2add3d964e22399a8e1bbc6",
        "5697ccaf20703eab15b8c7b8c015f9dda8fe5b1a362ee5741002d4a1a9d74fe5",
        "f094582d4d2aefcd62bdd3e9ddbbf4cc812c1cf58c3de088a3194670f99b686a",
        "8bbd2aa2656851351d2b3e341e6fc11415f39fa5009ebf43008687017d339fc8",
    ]

    @Test("Released steps are what they were")
    func pinned() {
        #expect(Migration.all.map { TreeHash(leaf: $0.sql.utf8).description } == Self.released)
    }

    private static let later =
        Migration.all + [Migration(sql: "ALTER TABLE settings ADD COLUMN note TEXT; UPDATE settings SET note = 'cũ'")]
    private static let broken = Migration.all + [Migration(sql: "CREATE TABLE half (a INTEGER) STRICT; SELECT no_such_function()")]

    private func open(_ sample: SampleStore, readOnly: Bool = false, _ migrations: [Migration]) throws -> SQLiteStore {
        try SQLiteStore.open(sample.path, readOnly: readOnly, patience: .milliseconds(100), migrations: migrations)
    }

    @Test("An older store is brought up to date when it is opened, once")
    func upgraded() throws {
        let sample = try SampleStore()
        try sample.withStore { store in try store.write { try $0.set("calendar", to: [7]) } }
        for _ in 1...2 {
            let store = try open(sample, Self.later)
            let (setting, version) = try store.read { (try $0.setting("calendar"), try $0.statistics().schemaVersion) }
            #expect(setting == [7])
            #expect(version == Self.later.count)
            let head = try store.read { try $0.verifyLog() }
            #expect(head == sample.head)
            try store.close()
        }
        #expect(try sample.file.value("SELECT note FROM settings") == "cũ")
    }

    private static var entered: NewEvent {
        get throws {
            NewEvent(
                subject: EventRecord.Subject(.person, "P1"),
                kind: "entered",
                payload: ["name": "Lê Thị Mẫu"],
                actor: "CV01",
                happenedOn: try CivilDate(parsing: "2026-11-02"),
                recordedAt: try Moment(parsing: "2026-11-02T09:00:00+07:00"),
                definition: nil
            )
        }
    }

    @Test("A store of version 1 keeps its log and takes events about councils")
    func councils() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("cũ.db")
        let event = try Self.entered
        let old = try SQLiteStore.create(path, patience: .zero, migrations: [.first])
        try old.write { writer in
            _ = try writer.append([event])
            try writer.register(.person, code: "P1", value: event.payload, searchText: "p1")
        }
        try old.close()
        let store = try SQLiteStore.open(path)
        for kind in [EventRecord.Subject.Kind.council, .participation] {
            var later = event
            later.subject = EventRecord.Subject(kind, "NV-1")
            try store.write { writer in
                _ = try writer.append([later])
                try writer.register(kind, code: "NV-1", value: later.payload, searchText: "")
            }
        }
        let (head, person, kinds) = try store.read { reader in
            (try reader.verifyLog(), try reader.registered(.person, code: "P1"), try (1...3).map { try reader.event($0)?.subject.kind })
        }
        #expect(head.size == 3)
        #expect(person == event.payload)
        #expect(kinds == [.person, .council, .participation])
        try store.close()
        let file = RawFile(path: path)
        #expect(try file.value("PRAGMA integrity_check") == "ok")
        #expect(throws: RawFile.Failure.self) { try file.run("DELETE FROM events") }
        #expect(throws: RawFile.Failure.self) { try file.run("INSERT INTO registered VALUES ('task', 'A', '{}', '')") }
    }

    @Test("A store of version 3 keeps its log and takes events about indicators and assigned jobs")
    func indicators() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("cũ.db")
        let event = NewEvent(
            subject: EventRecord.Subject(.yearBudget, "2026"),
            kind: "year_budget_set",
            payload: ["amount": 1],
            actor: "CV01",
            happenedOn: try CivilDate(parsing: "2026-11-02"),
            recordedAt: try Moment(parsing: "2026-11-02T09:00:00+07:00"),
            definition: nil
        )
        let old = try SQLiteStore.create(path, patience: .zero, migrations: [.first, .councils, .budgets])
        try old.write { writer in
            _ = try writer.append([event])
            try writer.register(.yearBudget, code: "2026", value: event.payload, searchText: "2026")
        }
        try old.close()
        let store = try SQLiteStore.open(path)
        for kind in [EventRecord.Subject.Kind.indicator, .assignment] {
            var later = event
            later.subject = EventRecord.Subject(kind, "kh101:1")
            try store.write { writer in
                _ = try writer.append([later])
                try writer.register(kind, code: "kh101:1", value: later.payload, searchText: "")
            }
        }
        let (head, year, kinds) = try store.read { reader in
            (
                try reader.verifyLog(), try reader.registered(.yearBudget, code: "2026"),
                try (1...3).map { try reader.event($0)?.subject.kind }
            )
        }
        #expect(head.size == 3)
        #expect(year == event.payload)
        #expect(kinds == [.yearBudget, .indicator, .assignment])
        try store.close()
        #expect(try RawFile(path: path).value("PRAGMA integrity_check") == "ok")
    }

    @Test("A store of version 5 keeps its results and takes their quantities from the log")
    func goals() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("cũ.db")
        func event(_ kind: String, _ payload: JSONValue) throws -> NewEvent {
            NewEvent(
                subject: EventRecord.Subject(.task, "NV-1"),
                kind: kind,
                payload: payload,
                actor: "CV01",
                happenedOn: try CivilDate(parsing: "2024-03-04"),
                recordedAt: try Moment(parsing: "2024-03-04T09:00:00+07:00"),
                definition: nil
            )
        }
        let old = try SQLiteStore.create(path, patience: .zero, migrations: [.first, .councils, .budgets, .use, .indicators])
        try old.write { writer in
            _ = try writer.append([
                try event("machine_opened", ["machine": "result:1", "facts": ["quantity": 4, "unit": "giống"]]),
                try event("transitioned", ["machine": "result:1", "facts": ["this.delivered_quantity": 3]]),
                try event("machine_opened", ["machine": "result:2", "facts": ["quantity": "bốn"]]),
            ])
            try writer.record(.sample("NV-1", event: 3))
        }
        try old.close()
        let file = RawFile(path: path)
        try file.run(
            """
            INSERT INTO results VALUES ('NV-1', 1, 'Giống lúa', 'kind-1', NULL, 'delivered'), ('NV-1', 2, 'Mô hình', NULL, NULL, 'promised');
            INSERT INTO use_moves VALUES ('NV-1', 1, 'result', 1, 'promised', '2024-03-04', '2024-03-04'),
                ('NV-1', 2, 'result', 1, 'delivered', '2024-03-04', '2024-03-04'),
                ('NV-1', 3, 'result', 2, 'promised', '2024-03-04', '2024-03-04');
            """
        )
        let store = try SQLiteStore.open(path)
        let results = try store.read { try $0.uses(UseFilter(task: "NV-1")).results }
        #expect(results.map(\.quantity) == [4, nil] && results.map(\.delivered) == [3, nil] && results.map(\.unit) == ["giống", nil])
        #expect(results.allSatisfy { $0.goal == nil })
        try store.close()
        #expect(try file.value("PRAGMA integrity_check") == "ok")
    }

    @Test("A store of version 9 gets the hashes of its log's tiles; a leaf that is no hash does not keep it from being opened")
    func logTiles() throws {
        let folder = try TemporaryFolder()
        let event = try Self.entered
        for hasFault in [false, true] {
            let path = folder.file("cũ-\(hasFault).db")
            let old = try SQLiteStore.create(path, patience: .zero, migrations: Migration.all)
            let records = try old.write { try $0.append(Array(repeating: event, count: 150)) }
            try old.close()
            let file = RawFile(path: path)
            // Version 10 added this table and nothing else.
            try file.run("DROP TABLE log_tiles; PRAGMA user_version = 9")
            if hasFault { try file.tamper("UPDATE events SET leaf_hash = x'00' WHERE number = 107") }
            var told: [[Int]] = []
            let store = try SQLiteStore.open(path) { told.append([$0, $1]) }
            #expect(told.first == [0, 150])
            let tiles = try store.read { try $0.tileHashes(level: 1, places: 0..<9) }
            let leaves = records.map { TreeHash(leaf: $0.canonicalBytes) }
            let wanted = [MerkleFrontier(leaves[..<64]).root, MerkleFrontier(leaves[64..<128]).root]
            #expect(tiles == (hasFault ? Array(wanted[..<1]) : wanted))
            try store.close()
        }
    }

    @Test("A newer store is refused and left alone", arguments: [false, true])
    func newer(readOnly: Bool) throws {
        let sample = try SampleStore()
        try open(sample, Self.later).close()
        let error = #expect(throws: StoreError.self) { try SQLiteStore.open(sample.path, readOnly: readOnly) }
        #expect(error?.code == .newerVersion)
        #expect(try sample.file.value("PRAGMA user_version") == "\(Self.later.count)")
    }

    @Test("An older store is brought up to date by reading it, too, where it can be written")
    func olderReadOnly() throws {
        let sample = try SampleStore()
        let store = try open(sample, readOnly: true, Self.later)
        #expect(try store.read { try $0.verifyLog() } == sample.head)
        #expect(try SampleStore.code { try store.write { _ = try $0.record(.sample()) } } == .readOnly)
        try store.close()
        #expect(try sample.file.value("PRAGMA user_version") == "\(Self.later.count)")
    }

    @Test("Where it cannot be written it is refused, and why", .enabled(if: Mounting.isAllowed, "a read-only mount needs root"))
    func olderReadOnlyPlace() throws {
        let sample = try SampleStore()
        try Mounting.withReadOnly(sample.folder.path) {
            let error = #expect(throws: StoreError.self) { try open(sample, readOnly: true, Self.later) }
            #expect(error?.code == .readOnly && error?.explanation?.vi.contains("phiên bản cũ") == true)
        }
    }

    @Test("A step that fails leaves the store at the version before")
    func failing() throws {
        let sample = try SampleStore()
        #expect(try SampleStore.code { _ = try open(sample, Self.broken) } == .other)
        #expect(try sample.file.value("PRAGMA user_version") == "\(Migration.all.count)")
        #expect(try sample.file.value("SELECT name FROM sqlite_master WHERE name = 'half'") == nil)
        try sample.withStore { (store) throws in
            let head = try store.read { try $0.verifyLog() }
            #expect(head == sample.head)
        }
    }

    @Test("A store that cannot be made leaves nothing behind")
    func notMade() throws {
        let folder = try TemporaryFolder()
        let code = try SampleStore.code {
            _ = try SQLiteStore.create(folder.file("a.db"), patience: .zero, migrations: Self.broken)
        }
        #expect(code == .other)
        #expect(try folder.names() == [])
    }
}
