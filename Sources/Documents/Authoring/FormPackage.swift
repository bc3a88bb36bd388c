import OpenPackaging

/// The parts of a form's DOCX file besides its text.
enum FormPackage {
    private static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let contentType = "application/vnd.openxmlformats-officedocument.wordprocessingml"

    static func package(document: XMLElement, charts: [PaperChart] = []) -> WordPackage {
        let own = [("rIdStyles", "styles", "styles.xml"), ("rIdHeader", "header", "header1.xml")]
        let drawn = charts.indices.map { (PaperChart.link($0 + 1), "chart", PaperChart.file($0 + 1)) }
        return WordPackage(
            parts: [
                part("[Content_Types].xml", contentTypes(charts: charts.count)),
                part("_rels/.rels", links([("rIdDocument", "officeDocument", WordPackage.mainPart)])),
                part("word/_rels/document.xml.rels", links(own + drawn)),
                part(WordPackage.mainPart, document), part("word/styles.xml", FormStyles.part), part("word/header1.xml", header),
            ] + charts.enumerated().map { part("word/\(PaperChart.file($0.offset + 1))", $0.element.part) }
        )
    }

    private static func part(_ name: String, _ root: XMLElement) -> WordPackage.Part {
        WordPackage.Part(name: name, bytes: root.document)
    }

    private static func contentTypes(charts: Int) -> XMLElement {
        let defaults = [("rels", "application/vnd.openxmlformats-package.relationships+xml"), ("xml", "application/xml")].map {
            XMLElement("Default", ["Extension": $0, "ContentType": $1])
        }
        let overrides = [
            ("/word/document.xml", "document.main"), ("/word/styles.xml", "styles"), ("/word/header1.xml", "header"),
        ].map { XMLElement("Override", ["PartName": $0, "ContentType": "\(contentType).\($1)+xml"]) }
        let drawn = (0..<charts).map { place in
            XMLElement(
                "Override",
                [
                    "PartName": "/word/\(PaperChart.file(place + 1))",
                    "ContentType": "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
                ]
            )
        }
        return XMLElement(
            "Types",
            ["xmlns": "http://schemas.openxmlformats.org/package/2006/content-types"],
            (defaults + overrides + drawn).map { .element($0) }
        )
    }

    private static func links(_ links: [(id: String, kind: String, target: String)]) -> XMLElement {
        XMLElement(
            "Relationships",
            ["xmlns": "http://schemas.openxmlformats.org/package/2006/relationships"],
            links.map { .element(XMLElement("Relationship", ["Id": $0.id, "Type": "\(relationships)/\($0.kind)", "Target": $0.target])) }
        )
    }

    /// The page number, centred.
    private static var header: XMLElement {
        let field = XMLElement("w:fldSimple", ["w:instr": " PAGE "], [.element(.run(nil, [.text("2")]))])
        let properties = XMLElement("w:pPr", [:], [.element(XMLElement("w:jc", ["w:val": "center"]))])
        return XMLElement(
            "w:hdr",
            ["xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"],
            [.element(XMLElement("w:p", [:], [.element(properties), .element(field)]))]
        )
    }
}
