import OpenPackaging

/// How a paper lies: A4; 20 mm above and below, 30 mm on the left, 15 mm on the right (NĐ 30/2020/NĐ-CP, Phụ lục I), page numbers from the
/// second page on, in the upper margin.
enum FormPage {
    case portrait, landscape

    private var size: (width: Int, height: Int) { self == .portrait ? (11906, 16838) : (16838, 11906) }

    /// Width of the text in twips (1/1440 inch).
    var textWidth: Int { size.width - 1701 - 851 }

    /// The properties of the page.
    var section: XMLElement {
        let orientation: String? = self == .portrait ? nil : "landscape"
        return XMLElement(
            "w:sectPr",
            [:],
            [
                .element(XMLElement("w:headerReference", ["w:type": "default", "r:id": "rIdHeader"])),
                .element(XMLElement("w:pgSz", ["w:w": String(size.width), "w:h": String(size.height), "w:orient": orientation])),
                .element(
                    XMLElement(
                        "w:pgMar",
                        [
                            "w:top": "1134", "w:right": "851", "w:bottom": "1134", "w:left": "1701", "w:header": "567", "w:footer": "567",
                            "w:gutter": "0",
                        ]
                    )
                ),
                .element(XMLElement("w:titlePg")),
            ]
        )
    }
}
