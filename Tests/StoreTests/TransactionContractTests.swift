import LifecycleModel
import Store
import TestSupport
import Testing

@Suite("Transactions of every store")
struct TransactionContractTests {
    private struct Refusal: Error, Equatable {}

    @Test("undo everything when the body throws, and hand its error on", arguments: StoreFactory.all)
    func undo(factory: StoreFactory) throws {
        try factory.withStore { (store) throws in
            try store.write { _ = try $0.record(.sample("T-1")) }
            let before = try store.read { try $0.head() }
            #expect(throws: Refusal()) {
                try store.write { writer in
                    try writer.record(.sample("T-2"))
                    try writer.set("calendar", to: [1])
                    throw Refusal()
                }
            }
            try store.read { (reader) throws in
                #expect(try reader.head() == before)
                #expect(try reader.task("T-2") == nil)
                #expect(try reader.setting("calendar") == nil)
            }
            // And go on afterwards where they were.
            #expect(try store.write { try $0.append([.sample()]) }.map(\.number) == [2])
            #expect(try store.read { try $0.verifyLog() }.size == 2)
        }
    }

    @Test("go on correctly when the body catches an append that failed", arguments: StoreFactory.all)
    func caught(factory: StoreFactory) throws {
        try factory.withStore { (store) throws in
            try store.write { writer in
                try writer.release(.sample())
                var broken = NewEvent.sample()
                broken.kind = ""
                let error = #expect(throws: StoreError.self) { try writer.append([.sample("T-1"), broken, .sample("T-3")]) }
                #expect(error?.code == .constraint)
                #expect(try writer.append([.sample("T-4")]).map(\.number) == [2])
            }
            #expect(try store.read { try $0.verifyLog() }.size == 2)
            #expect(try store.read { try $0.event(2) }?.subject.code == "T-4")
        }
    }

    @Test("keep a reader out of what they have not finished", arguments: StoreFactory.all)
    func isolation(factory: StoreFactory) throws {
        try factory.withStore { (store) throws in
            try store.write { writer in
                try writer.record(.sample("T-1"))
                // A read inside a write neither waits for it nor sees it.
                #expect(try store.read { try $0.task("T-1") } == nil)
                #expect(try store.read { try $0.head() }.size == 0)
                #expect(try writer.task("T-1") != nil)
            }
            #expect(try store.read { try $0.task("T-1") } != nil)
        }
    }

    @Test("cannot leave rows of a task that is not there", arguments: StoreFactory.all)
    func orphan(factory: StoreFactory) throws {
        try factory.withStore { (store) throws in
            let error = #expect(throws: StoreError.self) { try store.write { try $0.save([DeadlineRow.sample()], of: "TH-2024-001") } }
            #expect(error?.code == .constraint)
            #expect(try store.read { try $0.openDeadlines(dueBefore: nil) }.isEmpty)
        }
    }
}
