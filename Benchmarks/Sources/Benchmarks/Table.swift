/// Prints the figures as one table, ratios first, and says which were missed.
struct Table {
    let thresholds: Thresholds

    /// Prints everything; answers whether all ratios were reached.
    func print(_ figures: [Figure]) -> Bool {
        var failed = false
        let header = ["ratio", "wanted", "measured", "wanted", "beside it", "", "what"]
        var rows: [[String]] = [header]
        for figure in figures.sorted(by: { ($0.limit != nil ? 0 : 1) < ($1.limit != nil ? 0 : 1) }) {
            let ratioBound = thresholds.ratios[figure.id]
            let bound = thresholds.figures[figure.id]
            let ratioMissed = figure.limit.map { !(ratioBound?.admits($0.ratio) ?? true) } ?? false
            let missed = !(bound?.admits(figure.value) ?? true)
            failed = failed || ratioMissed
            rows.append([
                figure.limit.map { "\(Table.short($0.ratio))\(ratioMissed ? " ✗" : "")" } ?? "",
                ratioBound?.description ?? "",
                "\(Table.short(figure.value)) \(figure.unit)\(missed ? " (!)" : "")",
                bound?.description ?? "",
                figure.limit.map { "\(Table.short($0.value)) \(figure.unit)" } ?? "",
                figure.limit?.name ?? "",
                figure.name,
            ])
        }
        let widths = header.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        for row in rows {
            let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
            Swift.print(cells.joined(separator: "  "))
        }
        return !failed
    }

    /// A number as people read it: thousands apart, few decimals.
    static func short(_ value: Double) -> String {
        guard abs(value) < 1000 else {
            let digits = String(Int(value.rounded()))
            var text = ""
            for (place, digit) in digits.enumerated() {
                if place > 0, (digits.count - place) % 3 == 0 { text.append(" ") }
                text.append(digit)
            }
            return text
        }
        let hundredths = (value * 100).rounded() / 100
        return abs(value) >= 100 ? String(Int(value.rounded())) : "\(hundredths)"
    }
}
