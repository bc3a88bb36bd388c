import LifecycleModel

/// Reads the lines of a form's source.
struct FormSourceReader {
    let shared: [String: String]
    private(set) var blocks: [FormSource.Block] = []

    init(shared: [String: String]) {
        self.shared = shared
    }

    private struct Line {
        let text: String
        let place: String
    }

    mutating func read(_ text: String, file: String, depth: Int) throws(DocumentFault) {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { number, line in
            Line(text: VietnameseText.composed(Self.trimmed(line)), place: "\(file):\(number + 1)")
        }[...]
        while let line = lines.popFirst() {
            if line.text.isEmpty || line.text.hasPrefix("// ") { continue }
            guard line.text.hasPrefix("@") else {
                blocks.append(.paragraph(.body, line.text))
                continue
            }
            let word = String(line.text.dropFirst().prefix { $0 != " " })
            let rest = Self.trimmed(line.text.dropFirst(1 + word.count))
            switch word {
            case "use":
                guard let text = shared[rest], depth < 4 else {
                    throw fault(line, Phrase(vi: "không có khối dùng chung «\(rest)»", en: "there is no shared block \"\(rest)\""))
                }
                try read(text, file: "shared/\(rest).txt", depth: depth + 1)
            case "head":
                let parts = Self.cells(rest)
                guard parts.count == 4 else { throw fault(line, Phrase(vi: "@head cần 4 phần", en: "@head takes 4 parts")) }
                blocks.append(.head(parts))
            case "lines":
                guard let number = Int(rest), (1...40).contains(number) else {
                    throw fault(line, Phrase(vi: "@lines cần một số từ 1 đến 40", en: "@lines takes a number from 1 to 40"))
                }
                blocks.append(.lines(number))
            case "receivers":
                let to = Self.entries("to:", &lines)
                guard !to.isEmpty else { throw fault(line, Phrase(vi: "@receivers cần «to:»", en: "@receivers needs \"to:\"")) }
                blocks.append(.receivers(to))
            case "table", "plain-table": blocks.append(try table(line, rest, &lines, hasHead: word == "table"))
            case "closing": blocks.append(try closing(line, &lines))
            case "signers": blocks.append(try signers(line, rest))
            case "newpage": blocks.append(.newPage)
            default:
                guard let style = FormStyle.words[word] else {
                    throw fault(line, Phrase(vi: "không có lệnh «@\(word)»", en: "there is no command \"@\(word)\""))
                }
                blocks.append(.paragraph(style, rest))
            }
        }
    }

    private func table(
        _ line: Line,
        _ widths: String,
        _ lines: inout ArraySlice<Line>,
        hasHead: Bool
    ) throws(DocumentFault) -> FormSource.Block {
        let isRoomy = widths.hasPrefix("roomy ")
        let columns = widths.split(separator: " ").dropFirst(isRoomy ? 1 : 0).compactMap { word -> FormSource.Column? in
            let digits = word.prefix { $0.isNumber }
            let alignment = ["": "left", "c": "center", "r": "right", "j": "both"][String(word.dropFirst(digits.count))]
            guard let width = Int(digits), 0...100 ~= width, let alignment else { return nil }
            return FormSource.Column(width: width, alignment: alignment)
        }
        guard !columns.isEmpty, columns.reduce(0, { $0 + $1.width }) == 100 else {
            throw fault(line, Phrase(vi: "bề rộng các cột phải cộng lại bằng 100", en: "the widths of the columns must add up to 100"))
        }
        var rows: [[String]] = []
        while let row = lines.first, row.text.hasPrefix("|") {
            lines.removeFirst()
            let cells = Self.cells(row.text.dropFirst().dropLast(row.text.hasSuffix("|") ? 1 : 0))
            guard cells.count == columns.count else {
                throw fault(
                    row,
                    Phrase(vi: "có \(cells.count) ô, cần \(columns.count)", en: "\(cells.count) cells instead of \(columns.count)")
                )
            }
            rows.append(cells)
        }
        return .table(columns, rows: rows, hasHead: hasHead, isRoomy: isRoomy)
    }

    /// The lines that follow with that word, without it.
    private static func entries(_ word: String, _ lines: inout ArraySlice<Line>) -> [String] {
        var entries: [String] = []
        while let next = lines.first, next.text.hasPrefix(word) {
            entries.append(trimmed(next.text.dropFirst(word.count)))
            lines.removeFirst()
        }
        return entries
    }

    private func closing(_ line: Line, _ lines: inout ArraySlice<Line>) throws(DocumentFault) -> FormSource.Block {
        var to: [String] = []
        var titles: [String] = []
        var name = ""
        while let next = lines.first {
            if next.text.hasPrefix("to:") {
                to.append(Self.trimmed(next.text.dropFirst(3)))
            } else if next.text.hasPrefix("as:") {
                titles.append(Self.trimmed(next.text.dropFirst(3)))
            } else if next.text.hasPrefix("name:") {
                name = Self.trimmed(next.text.dropFirst(5))
            } else {
                break
            }
            lines.removeFirst()
        }
        guard !titles.isEmpty, !name.isEmpty else {
            throw fault(line, Phrase(vi: "@closing cần «as:» và «name:»", en: "@closing needs \"as:\" and \"name:\""))
        }
        return .closing(to: to, titles: titles, name: name)
    }

    private func signers(_ line: Line, _ text: String) throws(DocumentFault) -> FormSource.Block {
        var signers: [FormSource.Signer] = []
        for part in Self.cells(text) {
            let words = part.split(separator: "=", maxSplits: 1).map { Self.trimmed($0) }
            // An empty place keeps the others where they stand: `@signers | TITLE = name` signs on the right.
            signers.append(FormSource.Signer(title: words.first ?? "", name: words.count == 2 ? words[1] : ""))
        }
        guard signers.contains(where: { !$0.title.isEmpty }) else {
            throw fault(line, Phrase(vi: "thiếu người ký", en: "a signer is missing"))
        }
        return .signers(signers)
    }

    private func fault(_ line: Line, _ message: Phrase) -> DocumentFault {
        DocumentFault(.wrongCatalogue, at: line.place, message)
    }

    /// Cells parted by ` | `; the bar of a tag, `{{field | way}}`, parts nothing.
    private static func cells(_ text: some StringProtocol) -> [String] {
        var cells = [""]
        var depth = 0
        for character in text {
            if character == "{" { depth += 1 }
            if character == "}" { depth -= 1 }
            if character == "|", depth == 0 { cells.append("") } else { cells[cells.count - 1].append(character) }
        }
        return cells.map { trimmed($0) }
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        let head = text.drop(while: \.isWhitespace)
        guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(head[...last])
    }
}
