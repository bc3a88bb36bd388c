import Engine
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
        var table = NameTable<Int>()
        for (place, name) in names.enumerated() { table[name] = place }
        let bytes = table.map { Array($0.key.utf8) }
        #expect(zip(bytes, bytes.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
        #expect(Set(bytes) == Set(names.map { Array($0.utf8) }))
        for name in names { #expect(table[name] == names.lastIndex { $0.utf8.elementsEqual(name.utf8) }) }
        #expect(table["none"] == nil)
    }

    @Test("can be taken out and changed in place")
    func changing() {
        var table: NameTable<[Int]> = ["b": [1], "a": [2]]
        table["b", default: []].append(3)
        table["c", default: [4]].append(5)
        table["a"] = nil
        table["none"] = nil
        #expect(table == ["b": [1, 3], "c": [4, 5]])
        #expect(table["c", default: []] == [4, 5])
        #expect(table["a", default: [7]] == [7])
        #expect(table.dictionary(\.count) == ["b": 2, "c": 2])
    }

    @Test("are equal when names and values are, however they came together")
    func equality() {
        var table: NameTable = ["a": 1, "c": 3]
        let before = table
        table["b"] = 2
        #expect(table == NameTable(["b": 2, "c": 3, "a": 1]))
        #expect(table.hashValue == NameTable(["c": 3, "a": 1, "b": 2]).hashValue)
        #expect(table != before)
        #expect(before == ["a": 1, "c": 3])
        #expect(before != ["a": 1, "c": 4])
        #expect(NameTable<Int>() == [:])
    }
}
