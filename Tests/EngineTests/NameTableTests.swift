import Engine
import LifecycleModel
import Testing

@Suite("Values by name")
struct NameTableTests {
    @Test(
        "are found and kept in the order of bytes, in whatever order they came",
        arguments: [
            [], ["a"], ["b", "a"], ["a", "b", "c"], ["c", "b", "a", "b"], ["ab", "a", "", "b", "aba"],
            ["QĐ-TLHĐ", "QĐ-1", "Đ", "đ", "d", "z"],
            // Two writings of one letter are two names.
            ["\u{1EBF}", "e\u{302}\u{301}"],
            (0..<100).map { "name-\($0 * 37 % 100)" },
        ]
    )
    func order(names: [String]) {
        var table = NameTable<FactValue>()
        for (place, name) in names.enumerated() { table[name] = .int(Int64(place)) }
        let bytes = table.map { Array($0.key.utf8) }
        #expect(zip(bytes, bytes.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
        #expect(Set(bytes) == Set(names.map { Array($0.utf8) }))
        #expect(table.count == bytes.count && table.isEmpty == names.isEmpty)
        for name in names {
            #expect(table[name]?.int == names.lastIndex { $0.utf8.elementsEqual(name.utf8) }.map(Int64.init))
            #expect(table.contains(name))
        }
        #expect(table["none"] == nil)
        #expect(!table.contains("none"))
    }

    @Test("can be taken out and changed in place")
    func changing() {
        var table: NameTable<[FactValue]> = ["b": [.int(1)], "a": [.int(2)]]
        table["b", default: []].append(.int(3))
        table["c", default: [.int(4)]].append(.text("năm"))
        table["a"] = nil
        table["none"] = nil
        #expect(table == ["b": [.int(1), .int(3)], "c": [.int(4), .text("năm")]])
        #expect(table["c", default: []] == [.int(4), .text("năm")])
        #expect(table["a", default: [.int(7)]] == [.int(7)])
        #expect(table.dictionary(\.count) == ["b": 2, "c": 2])
        table["b"] = nil
        table["c"] = nil
        #expect(table.isEmpty && table == [:] && table.hashValue == NameTable<[FactValue]>().hashValue)
    }

    @Test("hold as many as there are, also where their number takes more bytes")
    func many() {
        var table = NameTable<FactValue>()
        for number in 0..<300 {
            table["name-\(number)"] = .int(Int64(number))
            #expect(table.count == number + 1)
        }
        for number in 0..<300 {
            table["name-\(number)"] = nil
            #expect(table.count == 299 - number)
            if number < 299 { #expect(table["name-299"] == .int(299)) }
        }
        #expect(table.isEmpty)
    }

    @Test("tables in a table are changed where they are, and copies of before stay")
    func nested() {
        var groups: NameTable<NameTable<FactValue>> = ["task": ["title": .text("Lúa"), "months": .int(24)], "award": ["money": .int(1)]]
        let before = groups
        groups["task", default: [:]]["title"] = .text("Lúa đặc sản")
        groups["contract", default: [:]]["end_on"] = .date(.earliest)
        #expect(groups.map(\.key) == ["award", "contract", "task"])
        #expect(groups["task"] == ["months": .int(24), "title": .text("Lúa đặc sản")])
        #expect(groups["award"] == before["award"])
        #expect(before["task"]?["title"] == .text("Lúa"))
        #expect(before["contract"] == nil)
    }

    @Test("are equal when names and values are, however they came together")
    func equality() {
        var table: NameTable<FactValue> = ["a": .int(1), "c": .int(3)]
        let before = table
        table["b"] = .int(2)
        #expect(table == NameTable(["b": .int(2), "c": .int(3), "a": .int(1)]))
        #expect(table.hashValue == NameTable<FactValue>(["c": .int(3), "a": .int(1), "b": .int(2)]).hashValue)
        #expect(table != before)
        #expect(before == ["a": .int(1), "c": .int(3)])
        #expect(before != ["a": .int(1), "c": .int(4)])
        #expect(NameTable<FactValue>() == [:])
    }
}
