import OpenPackaging

/// The styles of official papers: Times New Roman, sizes and spaces after NĐ 30/2020/NĐ-CP, Phụ lục I. Officials see them by their
/// Vietnamese names in Word.
enum FormStyles {
    private struct Look {
        let style: FormStyle
        let name: String
        /// In half points.
        let size: Int
        var isBold = false
        var isItalic = false
        var alignment = "left"
        /// Indent of the first line in twips.
        var indent = 0
        /// Space before and after in twentieths of a point.
        var before = 0, after = 0
        /// 240 is a single line.
        var line = 240
        /// Whether a tab draws a dotted line to the right margin.
        var isDotted = false
        /// Whether it never stands at the end of a page, away from what follows.
        var isKept = false
    }

    private static let looks: [Look] = [
        Look(style: .body, name: "Thân văn bản", size: 28, alignment: "both", indent: 720, before: 60, after: 60, line: 264),
        Look(style: .flush, name: "Không thụt dòng", size: 28, alignment: "both", before: 40, after: 40, line: 264),
        Look(style: .basis, name: "Căn cứ", size: 28, isItalic: true, alignment: "both", indent: 720, before: 60, after: 60, line: 264),
        Look(style: .title, name: "Tên loại", size: 28, isBold: true, alignment: "center", before: 240),
        Look(style: .about, name: "Trích yếu", size: 28, isBold: true, alignment: "center"),
        Look(style: .authority, name: "Thẩm quyền", size: 28, isBold: true, alignment: "center", before: 180, after: 120),
        Look(style: .centre, name: "Căn giữa", size: 28, alignment: "center", before: 40, after: 40),
        Look(style: .heading, name: "Đề mục", size: 28, isBold: true, alignment: "both", indent: 720, before: 120, after: 60, isKept: true),
        Look(style: .right, name: "Căn phải", size: 28, isItalic: true, alignment: "right", before: 60, after: 60),
        Look(style: .code, name: "Mẫu số", size: 22, isBold: true, alignment: "right", after: 60),
        Look(style: .cell, name: "Ô bảng", size: 24, before: 20, after: 20),
        Look(style: .cellHead, name: "Đầu bảng", size: 24, isBold: true, alignment: "center", before: 40, after: 40),
        Look(style: .receivers, name: "Nơi nhận", size: 22),
        Look(style: .signature, name: "Chữ ký", size: 28, alignment: "center"),
        Look(style: .head, name: "Đầu văn bản", size: 24, alignment: "center"),
        Look(style: .dotted, name: "Dòng kẻ chấm", size: 28, before: 60, after: 60, line: 264, isDotted: true),
    ]

    static var part: XMLElement {
        XMLElement(
            "w:styles",
            ["xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"],
            ([defaults, normal] + looks.map(style) + [tableStyle(id: "BangTrong", name: "Bảng trống", hasBorders: false)]
                + [tableStyle(id: "BangKe", name: "Bảng kẻ", hasBorders: true)]).map { .element($0) }
        )
    }

    private static var defaults: XMLElement {
        let font = "Times New Roman"
        let run = XMLElement(
            "w:rPr",
            [:],
            [
                .element(XMLElement("w:rFonts", ["w:ascii": font, "w:hAnsi": font, "w:eastAsia": font, "w:cs": font])),
                .element(XMLElement("w:sz", ["w:val": "28"])), .element(XMLElement("w:szCs", ["w:val": "28"])),
                .element(XMLElement("w:lang", ["w:val": "vi-VN", "w:eastAsia": "vi-VN"])),
            ]
        )
        return XMLElement(
            "w:docDefaults",
            [:],
            [.element(XMLElement("w:rPrDefault", [:], [.element(run)])), .element(XMLElement("w:pPrDefault"))]
        )
    }

    private static var normal: XMLElement {
        XMLElement(
            "w:style",
            ["w:type": "paragraph", "w:default": "1", "w:styleId": "Normal"],
            [.element(XMLElement("w:name", ["w:val": "Normal"])), .element(XMLElement("w:qFormat"))]
        )
    }

    private static func style(_ look: Look) -> XMLElement {
        var run: [XMLElement] = []
        if look.isBold { run.append(XMLElement("w:b")) }
        if look.isItalic { run.append(XMLElement("w:i")) }
        run += [XMLElement("w:sz", ["w:val": String(look.size)]), XMLElement("w:szCs", ["w:val": String(look.size)])]
        let end = XMLElement("w:tab", ["w:val": "right", "w:leader": "dot", "w:pos": String(FormLayout.textWidth)])
        let paragraph =
            (look.isKept ? [XMLElement("w:keepNext")] : []) + (look.isDotted ? [XMLElement("w:tabs", [:], [.element(end)])] : []) + [
                XMLElement(
                    "w:spacing",
                    ["w:before": String(look.before), "w:after": String(look.after), "w:line": String(look.line), "w:lineRule": "auto"]
                ), XMLElement("w:ind", ["w:firstLine": String(look.indent)]), XMLElement("w:jc", ["w:val": look.alignment]),
            ]
        return XMLElement(
            "w:style",
            ["w:type": "paragraph", "w:customStyle": "1", "w:styleId": look.style.rawValue],
            [
                .element(XMLElement("w:name", ["w:val": look.name])), .element(XMLElement("w:basedOn", ["w:val": "Normal"])),
                .element(XMLElement("w:qFormat")), .element(XMLElement("w:pPr", [:], paragraph.map { .element($0) })),
                .element(XMLElement("w:rPr", [:], run.map { .element($0) })),
            ]
        )
    }

    private static func tableStyle(id: String, name: String, hasBorders: Bool) -> XMLElement {
        let sides = ["top", "left", "bottom", "right", "insideH", "insideV"]
        let borders = sides.map { XMLElement("w:\($0)", ["w:val": "single", "w:sz": "4", "w:space": "0", "w:color": "000000"]) }
        let margin = hasBorders ? "85" : "0"
        let margins = ["left", "right"].map { XMLElement("w:\($0)", ["w:w": margin, "w:type": "dxa"]) }
        var properties: [XMLElement] = []
        if hasBorders { properties.append(XMLElement("w:tblBorders", [:], borders.map { .element($0) })) }
        properties.append(XMLElement("w:tblCellMar", [:], margins.map { .element($0) }))
        return XMLElement(
            "w:style",
            ["w:type": "table", "w:customStyle": "1", "w:styleId": id],
            [
                .element(XMLElement("w:name", ["w:val": name])), .element(XMLElement("w:qFormat")),
                .element(XMLElement("w:tblPr", [:], properties.map { .element($0) })),
            ]
        )
    }
}
