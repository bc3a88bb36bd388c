import OpenPackaging

/// Lays a form out as WordprocessingML after NĐ 30/2020/NĐ-CP, Phụ lục I: the one place where letterhead, tables and signatures are drawn.
enum FormLayout {
    /// Width of the text in twips (1/1440 inch): A4 without 30 mm on the left and 15 mm on the right.
    static let textWidth = FormPage.portrait.textWidth

    static func package(_ blocks: [FormSource.Block]) -> WordPackage {
        let content = blocks.enumerated().flatMap { index, block in
            // The last lines go with the signature: it never stands on a page alone.
            let isLast = index + 1 < blocks.count && blocks[index + 1].isSignature
            return isLast ? elements(block).map(keptWithNext) : elements(block)
        }
        return FormPackage.package(document: document(content, .portrait))
    }

    /// The main part with that content.
    static func document(_ content: [XMLElement], _ page: FormPage) -> XMLElement {
        let body = XMLElement("w:body", [:], (content + [page.section]).map { .element($0) })
        return XMLElement(
            "w:document",
            [
                "xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            ],
            [.element(body)]
        )
    }

    /// What a block of a form's source looks like.
    static func elements(_ block: FormSource.Block, _ page: FormPage = .portrait) -> [XMLElement] {
        switch block {
        case .head(let parts): head(parts, page.textWidth)
        case .paragraph(let style, let text): paragraphs(style, text)
        case .table(let columns, let rows, let hasHead, let isRoomy):
            [table(columns, rows, hasHead: hasHead, isRoomy: isRoomy), spacer]
        case .lines(let number): (0..<number).map { _ in dottedLine }
        case .receivers(let to): [spacer] + receivers(to)
        case .closing(let to, let titles, let name): [keptWithNext(spacer), closing(to, titles, name, page.textWidth)]
        case .signers(let signers): [keptWithNext(spacer), self.signers(signers, page.textWidth)]
        case .newPage: [XMLElement("w:p", [:], [.element(.run(nil, [XMLElement("w:br", ["w:type": "page"])]))])]
        }
    }

    // MARK: Paragraphs

    private static func paragraphs(_ style: FormStyle, _ text: String) -> [XMLElement] {
        let main = paragraph(style, text)
        // The subject is followed by a line of a third to a half of its width (NĐ 30, Phụ lục I, mục II.5).
        return style == .about ? [main, rule(width: textWidth, share: 0.28)] : [main]
    }

    /// A line of dots from margin to margin, drawn by a tab: as long as the page is wide, whatever the letters.
    private static var dottedLine: XMLElement {
        let properties = XMLElement("w:pPr", [:], [.element(XMLElement("w:pStyle", ["w:val": FormStyle.dotted.rawValue]))])
        return XMLElement("w:p", [:], [.element(properties), .element(.run(nil, [XMLElement("w:tab")]))])
    }

    static func paragraph(_ style: FormStyle, _ text: String, alignment: String? = nil) -> XMLElement {
        let text = style.isTitle ? WordPairs.kept(text) : text
        var properties = XMLElement("w:pPr", [:], [.element(XMLElement("w:pStyle", ["w:val": style.rawValue]))])
        if let alignment { properties.children.append(.element(XMLElement("w:jc", ["w:val": alignment]))) }
        return XMLElement("w:p", [:], [.element(properties)] + FormRuns.runs(text).map { .element($0) })
    }

    /// A paragraph of text in which nothing is markup; line breaks become breaks of Word.
    static func plain(_ style: FormStyle, _ text: String, alignment: String? = nil, isBold: Bool = false) -> XMLElement {
        var properties = XMLElement("w:pPr", [:], [.element(XMLElement("w:pStyle", ["w:val": style.rawValue]))])
        if let alignment { properties.children.append(.element(XMLElement("w:jc", ["w:val": alignment]))) }
        var content: [XMLElement] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { content.append(XMLElement("w:br")) }
            content.append(.text(String(line)))
        }
        let format = isBold ? XMLElement("w:rPr", [:], [.element(XMLElement("w:b"))]) : nil
        return XMLElement("w:p", [:], [.element(properties), .element(.run(format, content))])
    }

    private static func keptWithNext(_ element: XMLElement) -> XMLElement {
        guard element.name == "w:p" else { return element }
        var result = element
        result.children = element.children.map { child in
            guard case .element(var properties) = child, properties.name == "w:pPr" else { return child }
            // The schema wants the style first.
            let place = properties.first("w:pStyle") == nil ? 0 : 1
            properties.children.insert(.element(XMLElement("w:keepNext")), at: place)
            return .element(properties)
        }
        return result
    }

    /// An empty paragraph with a line above it, centred.
    static func rule(width: Int, share: Double) -> XMLElement {
        let side = String(Int(Double(width) * (1 - share) / 2))
        let border = XMLElement("w:top", ["w:val": "single", "w:sz": "6", "w:space": "1", "w:color": "000000"])
        return XMLElement(
            "w:p",
            [:],
            [
                .element(
                    XMLElement(
                        "w:pPr",
                        [:],
                        [
                            .element(XMLElement("w:pStyle", ["w:val": FormStyle.head.rawValue])),
                            .element(XMLElement("w:pBdr", [:], [.element(border)])),
                            .element(XMLElement("w:spacing", ["w:before": "80", "w:after": "60", "w:line": "80", "w:lineRule": "exact"])),
                            .element(XMLElement("w:ind", ["w:left": side, "w:right": side])),
                        ]
                    )
                )
            ]
        )
    }

    static let spacer = XMLElement(
        "w:p",
        [:],
        [
            .element(
                XMLElement(
                    "w:pPr",
                    [:],
                    [.element(XMLElement("w:spacing", ["w:before": "0", "w:after": "0", "w:line": "120", "w:lineRule": "exact"]))]
                )
            )
        ]
    )

    // MARK: Letterhead

    private static func head(_ parts: [String], _ textWidth: Int) -> [XMLElement] {
        let widths = [4000, textWidth - 4000]
        var left = parts[0].isEmpty ? [] : [paragraph(.head, parts[0])]
        left += [paragraph(.head, "**\(parts[1])**"), rule(width: widths[0], share: 0.35)]
        if !parts[2].isEmpty { left.append(paragraph(.head, parts[2])) }
        var right = [
            paragraph(.head, "**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**"), paragraph(.head, "**^Độc lập - Tự do - Hạnh phúc^**"),
            rule(width: widths[1], share: 0.57),
        ]
        if !parts[3].isEmpty { right.append(paragraph(.head, "__^\(parts[3])^__")) }
        return [bareTable(widths, [[left, right]]), spacer]
    }

    // MARK: Signatures

    private static func closing(_ to: [String], _ titles: [String], _ name: String, _ textWidth: Int) -> XMLElement {
        let left = to.isEmpty ? [] : receivers(to)
        return bareTable(
            [4300, textWidth - 4300],
            [[left, titles.map { paragraph(.signature, "**\($0)**") } + space + [paragraph(.signature, "**\(name)**")]]]
        )
    }

    private static func receivers(_ to: [String]) -> [XMLElement] {
        [paragraph(.receivers, "**__^Nơi nhận:^__**")] + to.map { paragraph(.receivers, $0) }
    }

    private static func signers(_ signers: [FormSource.Signer], _ textWidth: Int) -> XMLElement {
        let width = textWidth / max(signers.count, 1)
        return bareTable(
            signers.map { _ in width },
            [
                signers.map { signer in
                    guard !signer.title.isEmpty else { return [] }
                    return [paragraph(.signature, "**\(signer.title)**"), paragraph(.signature, "__(Ký, ghi rõ họ tên)__")]
                        + names(signer.name)
                }
            ]
        )
    }

    /// Room to sign above each name; sections stand in paragraphs of their own.
    private static func names(_ name: String) -> [XMLElement] {
        guard !name.isEmpty else { return space }
        return name.split(separator: "<br>").map { $0.trimmingBlanks }.flatMap { part in
            part.hasPrefix("{{#") || part.hasPrefix("{{/")
                ? [paragraph(.signature, part)] : space + [paragraph(.signature, "**\(part)**")]
        }
    }

    /// Room for the signature and the seal.
    private static var space: [XMLElement] { (0..<4).map { _ in paragraph(.signature, "") } }

    // MARK: Tables

    private static func table(_ columns: [FormSource.Column], _ rows: [[String]], hasHead: Bool, isRoomy: Bool) -> XMLElement {
        let widths = columns.map { $0.width * textWidth / 100 }
        let content = rows.enumerated().map { index, row in
            let isHead = hasHead && index == 0
            let cells = row.enumerated().map { column, text in
                cell(
                    text.split(separator: "<br>", omittingEmptySubsequences: false).map {
                        paragraph(
                            isHead ? .cellHead : .cell,
                            $0.trimmingBlanks,
                            alignment: isHead ? nil : columns[column].alignment
                        )
                    },
                    widths[column]
                )
            }
            let height = isRoomy && !isHead ? [XMLElement("w:trHeight", ["w:val": "1020", "w:hRule": "atLeast"])] : []
            let rules = [XMLElement("w:cantSplit")] + height + (isHead ? [XMLElement("w:tblHeader")] : [])
            return XMLElement(
                "w:tr",
                [:],
                [.element(XMLElement("w:trPr", [:], rules.map { .element($0) }))] + cells.map { .element($0) }
            )
        }
        return table(style: "BangKe", widths, content)
    }

    private static func bareTable(_ widths: [Int], _ rows: [[[XMLElement]]]) -> XMLElement {
        table(
            style: "BangTrong",
            widths,
            rows.map { row in
                let cells = zip(row, widths).map { content, width in cell(content.isEmpty ? [paragraph(.head, "")] : content, width) }
                return XMLElement(
                    "w:tr",
                    [:],
                    [.element(XMLElement("w:trPr", [:], [.element(XMLElement("w:cantSplit"))]))] + cells.map { .element($0) }
                )
            }
        )
    }

    static func table(style: String, _ widths: [Int], _ rows: [XMLElement]) -> XMLElement {
        let properties = XMLElement(
            "w:tblPr",
            [:],
            [
                .element(XMLElement("w:tblStyle", ["w:val": style])),
                .element(XMLElement("w:tblW", ["w:w": String(widths.reduce(0, +)), "w:type": "dxa"])),
                .element(XMLElement("w:jc", ["w:val": "center"])),
                .element(XMLElement("w:tblLayout", ["w:type": "fixed"])),
            ]
        )
        let grid = XMLElement("w:tblGrid", [:], widths.map { .element(XMLElement("w:gridCol", ["w:w": String($0)])) })
        return XMLElement("w:tbl", [:], [.element(properties), .element(grid)] + rows.map { .element($0) })
    }

    private static func cell(_ content: [XMLElement], _ width: Int) -> XMLElement {
        let properties = XMLElement("w:tcPr", [:], [.element(XMLElement("w:tcW", ["w:w": String(width), "w:type": "dxa"]))])
        return XMLElement("w:tc", [:], [.element(properties)] + content.map { .element($0) })
    }
}

extension Substring {
    /// The text without blanks at its ends.
    fileprivate var trimmingBlanks: String {
        let head = drop { $0 == " " }
        guard let last = head.lastIndex(where: { $0 != " " }) else { return "" }
        return String(head[...last])
    }
}
