import LifecycleModel
import Terminal
import Testing

/// How a place in a file is told.
@Suite struct PlaceTests {
    @Test(arguments: [
        (ErrorReport.Place(file: "a.yaml", line: 3, column: .number(7)), "a.yaml, dòng 3, cột 7", "a.yaml, line 3, column 7"),
        (
            ErrorReport.Place(file: "a.csv", line: 3, column: .name("host"), isTable: true), "a.csv, dòng 3, cột host",
            "a.csv, row 3, column host"
        ),
        (ErrorReport.Place(file: "a.csv", isTable: true), "a.csv", "a.csv"),
    ])
    func told(place: ErrorReport.Place, vi: String, en: String) {
        #expect(place.text(in: .vi) == vi)
        #expect(place.text(in: .en) == en)
    }
}
