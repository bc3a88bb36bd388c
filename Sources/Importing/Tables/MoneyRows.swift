import LifecycleModel

/// The columns of the file of money.
enum MoneyColumn: String, TableColumn {
    case task, entry, actor, movement, part, number, item, year, source, amount, text
    case happenedOn = "happened_on"
    case toItem = "to_item"
    case toYear = "to_year"
    case lumpSum = "lump_sum"

    static let inOrder: [MoneyColumn] = [
        .task, .entry, .happenedOn, .actor, .movement, .part, .number, .item, .toItem, .year, .toYear, .source, .lumpSum, .amount, .text,
    ]

    var vietnamese: [String] {
        switch self {
        case .task: ["mã", "nhiệm vụ", "mã nhiệm vụ"]
        case .entry: ["bút toán", "số bút toán"]
        case .happenedOn: ["ngày", "ngày xảy ra"]
        case .actor: ["người ghi", "người thực hiện"]
        case .movement: ["nghiệp vụ"]
        case .part: ["phần"]
        case .number: ["số", "đợt"]
        case .item: ["nội dung chi"]
        case .toItem: ["sang nội dung"]
        case .year: ["năm", "năm ngân sách"]
        case .toYear: ["sang năm"]
        case .source: ["nguồn"]
        case .lumpSum: ["khoán"]
        case .amount: ["số tiền"]
        case .text: ["diễn giải", "ghi chú"]
        }
    }

    var isRequired: Bool { [.task, .entry, .happenedOn, .actor, .movement].contains(self) }
}

extension MoneyDraft {
    init?(_ row: inout RowReader<MoneyColumn>, task: TaskCode?, latestDay: CivilDate?) {
        let happenedOn = row.date(.happenedOn, latest: latestDay)
        let actor: PersonCode? = row.code(.actor)
        let entry = row.number(.entry, within: 1...1_000_000)
        let movement = row.word(.movement, example: "advance_paid") { $0.allSatisfy { $0.isASCII && ($0.isLetter || $0 == "_") } }
        let number = row.number(.number, within: 1...100_000)
        let (year, toYear) = (row.number(.year, within: CivilDate.years), row.number(.toYear, within: CivilDate.years))
        let amount = row.money(.amount)
        guard row.isSound, let task, let happenedOn, let actor, let entry, let movement else { return nil }
        self.init(
            MoneyEntry(
                task: task,
                entry: entry,
                happenedOn: happenedOn,
                actor: actor,
                movement: movement,
                part: row.text(.part),
                number: number,
                item: row.text(.item),
                toItem: row.text(.toItem),
                year: year,
                toYear: toYear,
                source: row.text(.source),
                isLumpSum: row.text(.lumpSum) == "1",
                amount: amount,
                text: row.text(.text)
            ),
            source: row.source
        )
    }
}
