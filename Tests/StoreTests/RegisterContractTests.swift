import CanonicalJSON
import LifecycleModel
import Store
import TestSupport
import Testing

@Suite("Registers, definitions and settings of every store")
struct RegisterContractTests {
    @Test("Parties come back, are replaced, and are found by words", arguments: StoreFactory.all)
    func parties(factory: StoreFactory) throws {
        try factory.withStore { (store) throws in
            try store.write { writer in
                try writer.register(.organisation, code: "HDU", value: ["name": "Cũ"], searchText: "cu")
                try writer.register(.organisation, code: "HDU", value: ["name": "Đại học Hồng Đức"], searchText: "hdu dai hoc hong duc")
                try writer.register(.organisation, code: "BVT", value: ["name": "Bệnh viện tỉnh"], searchText: "bvt benh vien tinh")
                try writer.register(.person, code: "HDU", value: ["name": "Người"], searchText: "nguoi")
            }
            try store.read { (reader) throws in
                let one = try reader.registered(.organisation, code: "HDU")
                #expect(one == ["name": "Đại học Hồng Đức"])
                let none = try reader.registered(.programme, code: "HDU")
                #expect(none == nil)
                let all = try reader.allRegistered(.organisation)
                #expect(all.map(\.code) == ["BVT", "HDU"])
                #expect(all.map(\.value) == [["name": "Bệnh viện tỉnh"], ["name": "Đại học Hồng Đức"]])
                for (words, codes) in [(["dai", "duc"], ["HDU"]), (["cu"], []), (["h"], ["BVT", "HDU"])] {
                    let found = try reader.allRegistered(.organisation, matching: words).map(\.code)
                    #expect(found == codes, "\(words)")
                }
            }
        }
    }

    @Test("A definition is kept for ever; saying the same again is fine, another under its hash is not", arguments: StoreFactory.all)
    func definitions(factory: StoreFactory) throws {
        try factory.withStore { (store) throws in
            let second = DefinitionRow.sample("c", version: "2")
            let other = DefinitionRow.sample("b", id: "base-level")
            try store.write { writer in
                for definition in [DefinitionRow.sample(), second, other, .sample()] { try writer.release(definition) }
            }
            let all = try store.read { try $0.definitions() }
            #expect(all == [other, .sample(), second])
            let one = try store.read { try $0.definition(hash: second.hash) }
            #expect(one == second)
            let none = try store.read { try $0.definition(hash: "") }
            #expect(none == nil)
            var changed = second
            changed.canonical = [1]
            let error = #expect(throws: StoreError.self) { try store.write { try $0.release(changed) } }
            #expect(error?.code == .constraint)
            let upperCase = DefinitionRow(hash: String(repeating: "A", count: 64), id: "x", version: "1", canonical: [1])
            let refused = #expect(throws: StoreError.self) { try store.write { try $0.release(upperCase) } }
            #expect(refused?.code == .constraint)
        }
    }

    @Test("A setting is bytes, even none", arguments: StoreFactory.all)
    func settings(factory: StoreFactory) throws {
        try factory.withStore { (store) throws in
            for value in [[1, 0, 255], []] as [[UInt8]] {
                try store.write { try $0.set("calendar", to: value) }
                let kept = try store.read { try $0.setting("calendar") }
                #expect(kept == value)
            }
            let none = try store.read { try $0.setting("other") }
            #expect(none == nil)
        }
    }

    @Test("Statistics count what is there", arguments: StoreFactory.all)
    func statistics(factory: StoreFactory) throws {
        try factory.withStore { (store) throws in
            try store.write { writer in
                for code in ["A", "B"] { try writer.record(.sample(code)) }
                try writer.save([.sample("X", of: "A"), .sample("Y", of: "A", standing: "stopped")], of: "A")
                try writer.register(.organisation, code: "O", value: [:], searchText: "")
                for code in ["P", "Q"] { try writer.register(.person, code: code, value: [:], searchText: "") }
                try writer.add([
                    DocumentRow(task: "A", event: 1, form: "F", number: "", date: .sample, sha256: nil, fileName: nil, size: nil)
                ])
            }
            let statistics = try store.read { try $0.statistics() }
            #expect(statistics.bytes > 10_000)
            #expect(
                statistics
                    == StoreStatistics(
                        tasks: 2,
                        events: 2,
                        organisations: 1,
                        people: 2,
                        programmes: 0,
                        documents: 1,
                        openDeadlines: 1,
                        bytes: statistics.bytes,
                        schemaVersion: statistics.schemaVersion
                    )
            )
        }
    }
}
