import OpenPackaging

/// Workbooks put together by hand, for what no program writes.
enum HandMade {
    static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// The parts of a workbook of one sheet named `Tờ`.
    static func parts(_ rows: String, strings: String? = nil, styles: String? = nil, after: String = "", book: String = "") -> [String:
        String]
    {
        var parts = [
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": links([("r1", "officeDocument", "xl/workbook.xml")]),
            "xl/workbook.xml":
                "<workbook xmlns='\(main)' xmlns:r='\(relations)'>\(book)<sheets><sheet name='Tờ' sheetId='1' r:id='r1'/></sheets></workbook>",
            "xl/worksheets/sheet1.xml": "<worksheet xmlns='\(main)'><sheetData>\(rows)</sheetData>\(after)</worksheet>",
        ]
        var targets = [("r1", "worksheet", "/xl/worksheets/sheet1.xml")]
        if let strings {
            parts["xl/texts.xml"] = "<sst xmlns='\(main)'>\(strings)</sst>"
            targets.append(("r2", "sharedStrings", "./x/../texts.xml"))
        }
        if let styles {
            parts["xl/styles.xml"] = "<styleSheet xmlns='\(main)'>\(styles)</styleSheet>"
            targets.append(("r3", "styles", "styles.xml"))
        }
        parts["xl/_rels/workbook.xml.rels"] = links(targets)
        return parts
    }

    static func links(_ targets: [(String, String, String)]) -> String {
        "<Relationships>" + targets.map { "<Relationship Id='\($0)' Type='\(relations)/\($1)' Target='\($2)'/>" }.joined()
            + "</Relationships>"
    }

    static func archive(_ parts: [String: String]) throws -> [UInt8] {
        try OpenPackage(parts: parts.sorted { $0.key < $1.key }.map { OpenPackage.Part(name: $0.key, bytes: Array($0.value.utf8)) })
            .archived()
    }
}
