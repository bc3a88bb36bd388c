import LifecycleModel

/// What one `c` element says, until it ends.
struct CellReading {
    let address: CellAddress
    let type: String?
    let style: String?
    /// Text of `v`; nil when there is none.
    var value: String?
    /// Text within `is`.
    var inline = ""
    /// Text of `f`; nil when there is none.
    var formula: String?
}

/// What cells of a workbook mean.
struct CellMeaning {
    let texts: [String]
    let looks: CellLooks
    let dates: DateSystem

    /// What a cell holds; nil for an empty one.
    func content(of cell: CellReading, sheet: String) throws(WorkbookFault) -> OpenedCell.Content? {
        if cell.type == "inlineStr" {
            let text = EscapedText.plain(cell.inline)
            return text.isEmpty ? nil : .text(text)
        }
        guard let value = cell.value, !value.isEmpty || cell.type == "str" else { return cell.formula == nil ? nil : .uncalculated }
        let content: OpenedCell.Content? =
            switch cell.type {
            case "s": Int(value).flatMap { texts.indices.contains($0) ? .text(texts[$0]) : nil }
            case "str": .text(EscapedText.plain(value))
            case "b": ["0", "1", "false", "true"].contains(value) ? .bool(value == "1" || value == "true") : nil
            case "e": .error(value)
            case "d": day(value)
            case nil, "n": ExactDecimal(value).map { number($0, cell.style) }
            default: nil
            }
        guard let content else {
            throw WorkbookFault(
                .brokenCell,
                at: WorkbookFault.place(sheet, cell.address),
                Phrase(
                    vi: "giá trị «\(value.prefix(40))» hỏng (kiểu \(cell.type ?? "n"))",
                    en: "a broken value \"\(value.prefix(40))\" (type \(cell.type ?? "n"))"
                ),
                hint: Phrase(vi: "Gõ lại ô này rồi lưu", en: "Type this cell again and save")
            )
        }
        return content
    }

    private func number(_ number: ExactDecimal, _ style: String?) -> OpenedCell.Content {
        guard looks.showsDate(style), !number.isNegative, let serial = number.truncated, let day = dates.date(serial: serial) else {
            return .number(number)
        }
        return .date(day, hasTime: !number.isWhole)
    }

    /// A day as ISO 8601 writes it, which workbooks of the strict kind have.
    private func day(_ text: String) -> OpenedCell.Content? {
        let halves = text.split(separator: "T", maxSplits: 1)
        guard let first = halves.first, let day = try? CivilDate(parsing: String(first)) else { return nil }
        return .date(day, hasTime: halves.count == 2 && halves[1].contains { "123456789".contains($0) })
    }
}
