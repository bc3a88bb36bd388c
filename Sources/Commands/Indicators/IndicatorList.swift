import ArgumentParser
import CanonicalJSON
import Indicators
import LifecycleModel
import Services
import Store
import Terminal

/// `nhiemvu indicator list`
struct IndicatorList: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list",
            abstract: say(
                "Các chỉ tiêu với hiện trạng, mục tiêu, giá trị (báo cáo hoặc tính từ hồ sơ) và khoảng cách.",
                "The indicators with baseline, target, value (reported or computed) and gap."
            ),
            discussion: say(
                "Mục tiêu là của năm hỏi; năm đó không có thì của mốc kế tiếp, kèm năm. Khoảng cách = giá trị − mục tiêu.\nVí dụ: nhiemvu indicator list --year 2025 --group science",
                "The target is that of the year, else of the next year that has one, named beside it. The gap is the value less the target.\nExample: nhiemvu indicator list --year 2025 --group science"
            )
        )
    }

    @OptionGroup var asked: YearOption
    @Option(help: ArgumentHelp(say("Chỉ nhóm này.", "This group alone."), valueName: say("nhóm", "group"))) var group: String?
    @OptionGroup var place: BookOption
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let library = try context.library().indicators()
        let book = try place.book(in: library)
        if let group, !book.groups.contains(where: { $0.id == group }) {
            let list = book.groups.map(\.id).joined(separator: ", ")
            throw UseCaseFault(
                .usage,
                "unknown-group",
                Phrase(vi: "Không có nhóm «\(group)»", en: "There is no group \"\(group)\""),
                hint: Phrase(vi: "Có: \(list)", en: "There are: \(list)")
            )
        }
        let year = try asked.year(in: context)
        let (register, computed) = try context.openStore(readOnly: true).read { reader in
            (
                try IndicatorRegister(book: book.id, in: reader),
                try ComputedIndicators(of: book, year: year, on: context.today, by: library, in: reader)
            )
        }
        let rows = book.entries.filter { group == nil || $0.group == group }.map { entry in
            IndicatorRow(
                entry: entry,
                year: year,
                entered: register.values[entry.number]?[year],
                computed: computed.figures[entry.number]
            )
        }
        let table = Table(
            columns: [
                Table.Column(say("Số", "No."), alignment: .right),
                Table.Column(say("Chỉ tiêu", "Indicator"), shrinkPriority: 1, minimumWidth: 24, overflow: .wrap),
                Table.Column(say("Đơn vị", "Unit"), shrinkPriority: 2, minimumWidth: 6, dropOrder: 1),
                Table.Column(
                    say("Hiện trạng", "Baseline"),
                    alignment: .right,
                    shrinkPriority: 3,
                    minimumWidth: 8,
                    overflow: .wrap,
                    dropOrder: 2
                ),
                Table.Column(say("Mục tiêu", "Target"), alignment: .right, shrinkPriority: 2, minimumWidth: 12, overflow: .wrap),
                Table.Column(say("Giá trị \(year)", "Value \(year)"), alignment: .right, isWhole: true),
                Table.Column(say("Khoảng cách", "Gap"), alignment: .right, isWhole: true),
                Table.Column(say("Nguồn", "Source"), shrinkPriority: 4, minimumWidth: 8, dropOrder: 3),
            ],
            rows: rows.map(\.cells)
        )
        let have = rows.count { $0.figure != nil }
        let met = rows.count { $0.isMet == true }
        let words = say(
            "\(rows.count) chỉ tiêu; \(have) đã có giá trị năm \(year), \(met) đạt mục tiêu. \(book.source)",
            "\(rows.count) indicators; \(have) have a value for \(year), \(met) reach their target. \(book.source)"
        )
        return Answer(Report(json: .array(rows.map(\.json)), blocks: [table, Paragraph(StyledText(words, .faint))]))
    }
}

/// One indicator in a year.
struct IndicatorRow {
    let entry: IndicatorBook.Entry
    let year: Int
    let entered: IndicatorRegister.Entered?
    /// What the tasks' records give.
    let computed: PrintedFigure?

    /// The value of the year.
    var figure: PrintedFigure? { computed ?? entered?.value.figure }

    private var target: (year: Int, figure: PrintedFigure)? { entry.target(for: year) }

    /// The value less the target of that very year; nil where one of them is no number.
    var gap: Fraction? {
        guard let target, let value = figure?.number, let aim = target.figure.number else { return nil }
        return try? value.subtracting(aim)
    }

    var isMet: Bool? { figure?.number.flatMap { target?.figure.isMet(by: $0) } }

    var cells: [StyledText] {
        let aim = target.map { $0.year == year ? $0.figure.text : "\($0.figure.text) (\($0.year))" } ?? "–"
        let value = figure.map { $0.text + (computed == nil && entered?.corrections ?? 0 > 0 ? "*" : "") } ?? "–"
        let source = entry.computedBy == nil ? entered?.value.source ?? "" : say("tính từ hồ sơ", "computed")
        let style: Style = isMet == true ? .good : isMet == false ? .bad : .plain
        return [
            StyledText("\(entry.number)", .accent), StyledText(entry.name[Speech.language]),
            StyledText(entry.unit?[Speech.language] ?? "", .faint), StyledText(entry.baseline.text, .faint), StyledText(aim),
            StyledText(value, figure == nil ? .faint : .strong),
            StyledText(gap.map { signed($0) } ?? "", style), StyledText(source, .faint),
        ]
    }

    private func signed(_ gap: Fraction) -> String {
        (gap > .zero ? "+" : "") + gap.rounded(decimals: 4)[Speech.language]
    }

    var json: JSONValue {
        [
            "number": JSONValue(entry.number), "name": .string(entry.name[Speech.language]), "group": .string(entry.group),
            "unit": JSONValue(entry.unit?[Speech.language]), "baseline": .string(entry.baseline.text), "year": JSONValue(year),
            "target": JSONValue(target?.figure.text), "target_year": target.map { JSONValue($0.year) } ?? .null,
            "value": JSONValue(figure?.text), "gap": JSONValue(gap?.rounded(decimals: 4)[.en]),
            "met": isMet.map { .bool($0) } ?? .null, "source": JSONValue(entered?.value.source), "entered_on": entered?.on.json ?? .null,
            "entered_by": JSONValue(entered?.actor), "corrections": JSONValue(entered?.corrections ?? 0),
            "computed_by": JSONValue(entry.computedBy), "known_part_by": JSONValue(entry.partlyBy), "lead": .string(entry.lead),
            "new": .bool(entry.isNew),
        ]
    }
}
