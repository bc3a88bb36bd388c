import Importing
import LifecycleModel

/// One line of a made-up estimate.
struct PlannedLine {
    let item: String
    let year: Int
    /// The source; nil for the state.
    let source: String?
    let isLumpSum: Bool
    let amount: Int64

    /// Writes item, year, source, kind and amount into a row.
    func write(to row: inout MoneyEntry) {
        (row.item, row.year, row.source, row.isLumpSum, row.amount) = (item, year, source, isLumpSum, Dong(amount))
    }
}

/// Makes up an estimate that adds up to an award: usual shares of usual items, in whole millions but for what makes the sum right.
enum EstimateTelling {
    private static let lumpShares: [(item: String, percent: Int64)] = [
        ("management", 4), ("workshops", 4), ("travel", 7), ("surveys", 9), ("materials-normed", 8), ("energy", 4), ("documents", 3),
        ("services", 11),
    ]

    static func lines(
        state: Int64,
        lumpSum: Int64,
        counterpart: Int64,
        isFinalProduct: Bool,
        from start: CivilDate,
        months: Int,
        _ chance: inout Chance
    ) -> [PlannedLine] {
        let years = Array(start.parts.year...start.adding(months: max(months, 1)).parts.year)
        var lines: [PlannedLine] = []
        var labour = lumpSum
        for (item, percent) in lumpShares {
            let share = percent == 4 && item == "management" ? min(percent * lumpSum / 100, 300_000_000) : percent * lumpSum / 100
            let amount = (share * Int64(chance.number(80...100)) / 100).inMillions
            labour -= amount
            lines += spread(item, amount, years, isLumpSum: true)
        }
        if isFinalProduct {
            // Few assets: far below 15 % and a billion.
            let assets = min(lumpSum / 100 * 6, 400_000_000).inMillions
            labour -= assets
            lines += spread("assets-bought", assets, [years[0]], isLumpSum: true)
        }
        lines += spread("labour", labour, years, isLumpSum: true)
        let outside = state - lumpSum
        let assets = (outside * Int64(chance.number(35...65)) / 100).inMillions
        lines += spread("assets-bought", assets, [years[0]], isLumpSum: false)
        lines += spread("materials", outside - assets, years, isLumpSum: false)
        let own = (counterpart / 2).inMillions
        lines += spread("labour", own, years, source: "counterpart")
        lines += spread("materials", counterpart - own, years, source: "counterpart")
        return lines.filter { $0.amount > 0 }
    }

    /// A sum over years: more in those in the middle, the first takes what makes it right.
    private static func spread(
        _ item: String,
        _ amount: Int64,
        _ years: [Int],
        isLumpSum: Bool = false,
        source: String? = nil
    ) -> [PlannedLine] {
        guard amount > 0 else { return [] }
        var rest = amount
        var lines: [PlannedLine] = []
        for year in years.dropFirst() {
            let part = (amount / Int64(years.count)).inMillions
            rest -= part
            lines.append(PlannedLine(item: item, year: year, source: source, isLumpSum: isLumpSum, amount: part))
        }
        lines.insert(PlannedLine(item: item, year: years[0], source: source, isLumpSum: isLumpSum, amount: rest), at: 0)
        return lines
    }
}

extension Int64 {
    /// The whole millions in it.
    fileprivate var inMillions: Int64 { self / 1_000_000 * 1_000_000 }
}
