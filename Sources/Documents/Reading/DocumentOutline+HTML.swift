import OpenPackaging

extension DocumentOutline {
    /// The document as one HTML page that needs nothing else: for reading on a screen, with the layout of the paper as far as HTML goes.
    public func html(title: String) -> String {
        var text = """
            <!DOCTYPE html>
            <html lang="vi">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>\(XMLElement.escaped(title))</title>
            <style>
            body { font: 14pt "Times New Roman", "Liberation Serif", serif; max-width: 165mm; margin: 20mm auto; padding: 0 5mm; }
            p { margin: .25em 0; white-space: pre-wrap; min-height: .6em; } table { border-collapse: collapse; width: 100%; margin: .4em 0; }
            td { vertical-align: top; padding: .15em .35em; } table.ke td { border: 1px solid #000; font-size: 12pt; }
            .ThanVanBan, .CanCu, .DeMuc { text-align: justify; text-indent: 12.7mm; } .CanCu, .CanPhai { font-style: italic; }
            .TenLoai, .TrichYeu, .ThamQuyen, .CanGiua, .ChuKy, .DauVanBan, .DauBang { text-align: center; } .CanPhai, .MauSo { text-align: right; }
            .TenLoai, .TrichYeu, .ThamQuyen, .DeMuc, .MauSo, .DauBang { font-weight: bold; } .DauVanBan { font-size: 12pt; }
            .NoiNhan, .MauSo { font-size: 11pt; }
            @media print { .trang { break-before: page; } }
            </style></head>
            <body>

            """
        for block in blocks { text += Self.html(block) }
        return text + "</body>\n</html>\n"
    }

    private static func html(_ block: Block) -> String {
        switch block {
        case .paragraph(let paragraph): return html(paragraph)
        case .table(let rows, let isRuled):
            let lines = rows.map { row in
                "<tr>" + row.map { cell in "<td>" + cell.map(html).joined() + "</td>" }.joined() + "</tr>\n"
            }
            return "<table\(isRuled ? " class=\"ke\"" : "")>\n" + lines.joined() + "</table>\n"
        }
    }

    private static func html(_ paragraph: Paragraph) -> String {
        // A style that a template's author made need not be known here; its name can be anything.
        let known = paragraph.style.flatMap(FormStyle.init(rawValue:))?.rawValue
        let classes = (known.map { [$0] } ?? []) + (paragraph.breaksPage ? ["trang"] : [])
        let alignments = ["left": "left", "center": "center", "right": "right", "both": "justify"]
        let style = paragraph.alignment.flatMap { alignments[$0] }.map { " style=\"text-align: \($0)\"" } ?? ""
        let name = classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\""
        let content = paragraph.pieces.map { piece in
            let text = XMLElement.escaped(piece.text).replacing("&#10;", with: "<br>").replacing("&#9;", with: "\t")
            let italic = piece.isItalic ? "<i>\(text)</i>" : text
            return piece.isBold ? "<b>\(italic)</b>" : italic
        }
        return "<p\(name)\(style)>\(content.joined())</p>\n"
    }
}
