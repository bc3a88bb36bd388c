import Spreadsheets
import Testing

@Suite struct CellAddressTests {
    @Test(arguments: [("A1", 1, 1), ("Z9", 9, 26), ("AA10", 10, 27), ("xfd1048576", 1_048_576, 16_384), ("$B$7", 7, 2), ("B$7", 7, 2)])
    func reading(_ text: String, _ row: Int, _ column: Int) throws {
        let address = try #require(CellAddress(text))
        #expect(address == CellAddress(row: row, column: column))
        #expect(CellAddress(address.description) == address)
        #expect(CellAddress(address.absolute) == address)
    }

    @Test(arguments: ["", "A", "1", "A0", "A01", "XFE1", "A1048577", "A1:B2", "A-1", "Á1", "$$A1", "A1$", "A 1", "AAAAAAAAAAAAAAAAAAAA1"])
    func refused(_ text: String) {
        #expect(CellAddress(text) == nil)
    }

    @Test(arguments: [("A1:C3", "A1:C3"), ("$A$1:$C$3", "A1:C3"), ("B7", "B7"), ("B7:B7", "B7")])
    func ranges(_ text: String, _ plain: String) {
        #expect(CellRange(text)?.description == plain)
    }

    @Test(arguments: ["", "A1:", ":A1", "C3:A1", "A1:B2:C3", "A:A"])
    func refusedRanges(_ text: String) {
        #expect(CellRange(text) == nil)
    }

    @Test(arguments: [("A1", true), ("C3", true), ("B2", true), ("D1", false), ("A4", false)])
    func containing(_ text: String, _ isIn: Bool) throws {
        let range = try #require(CellRange("A1:C3"))
        let cell = try #require(CellAddress(text))
        #expect(range.contains(cell) == isIn)
        #expect(range.overlaps(CellRange(cell)) == isIn)
    }
}
