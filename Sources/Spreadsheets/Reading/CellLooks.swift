import OpenPackaging

/// Which looks of a workbook show their number as a day.
struct CellLooks {
    private let isDate: [Bool]

    /// No looks at all.
    init() {
        isDate = []
    }

    /// The looks in the part of styles.
    init(_ styles: XMLElement) {
        var custom: [Int: Bool] = [:]
        for format in styles.children("numFmts").flatMap({ $0.children("numFmt") }) {
            if let id = format["numFmtId"].flatMap({ Int($0) }) { custom[id] = DateFormat.isDate(format["formatCode"] ?? "") }
        }
        isDate = styles.children("cellXfs").flatMap { $0.children("xf") }.map { look in
            let id = look["numFmtId"].flatMap { Int($0) } ?? 0
            return custom[id] ?? DateFormat.isDate(builtIn: id)
        }
    }

    /// Whether a cell with this look shows a day.
    func showsDate(_ style: String?) -> Bool {
        guard let index = style.flatMap({ Int($0) }), isDate.indices.contains(index) else { return false }
        return isDate[index]
    }
}
