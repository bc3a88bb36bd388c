import ArgumentParser
import CanonicalJSON
import Indicators
import LifecycleModel
import Services
import Store
import Terminal

/// `nhiemvu indicator values NUMBER`
struct IndicatorValues: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "values",
            abstract: say(
                "Mọi giá trị đã ghi của một chỉ tiêu, kể cả giá trị đã được thay.",
                "Every value entered for an indicator, those replaced included."
            ),
            discussion: say("Ví dụ: nhiemvu indicator values 15", "Example: nhiemvu indicator values 15")
        )
    }

    @Argument(help: ArgumentHelp(say("Số chỉ tiêu.", "Number of the indicator."), valueName: say("số", "number"))) var number: Int
    @OptionGroup var place: BookOption
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let book = try place.book(in: try context.library().indicators())
        let entry = try EnterIndicator.entry(number, in: book)
        let history = try context.openStore(readOnly: true).read { try IndicatorRegister.history(book.id, number, in: $0) }
        let targets = book.years.map { year in
            KeyValues.Pair(say("Mục tiêu \(year)", "Target \(year)"), StyledText(entry.targets[year]?.text ?? "–"))
        }
        let pairs =
            [
                KeyValues.Pair(say("Đơn vị", "Unit"), StyledText(entry.unit?[Speech.language] ?? "–")),
                KeyValues.Pair(say("Hiện trạng", "Baseline"), StyledText("\(entry.baseline.text) (\(book.baselineOn))")),
            ] + targets + [
                KeyValues.Pair(say("Chủ trì", "Lead"), StyledText(entry.lead.isEmpty ? "–" : entry.lead)),
                KeyValues.Pair(say("Căn cứ", "Basis"), StyledText(book.source)),
            ] + (entry.note.map { [KeyValues.Pair(say("Ghi chú", "Note"), StyledText($0[Speech.language]))] } ?? [])
        let table = Table(
            columns: [
                Table.Column(say("Sự kiện", "Event"), alignment: .right), Table.Column(say("Năm", "Year")),
                Table.Column(say("Giá trị", "Value"), alignment: .right, isWhole: true), Table.Column(say("Ngày", "Day")),
                Table.Column(say("Người ghi", "By")), Table.Column(say("Nguồn", "Source"), shrinkPriority: 1, minimumWidth: 12),
                Table.Column(say("Minh chứng", "Evidence"), shrinkPriority: 2, minimumWidth: 8),
            ],
            rows: history.map { item in
                let style: Style = item.isReplaced ? .faint : .plain
                return [
                    StyledText("\(item.event.number)", style), StyledText("\(item.value.year)", style),
                    StyledText(item.value.figure.text + (item.isReplaced ? say(" (đã thay)", " (replaced)") : ""), style),
                    StyledText(item.event.happenedOn.shown, style), StyledText(item.event.actor, style),
                    StyledText(item.value.source, style), StyledText(item.value.evidence?.fileName ?? "", style),
                ]
            }
        )
        let values: any Block =
            history.isEmpty ? Paragraph(StyledText(say("Chưa có giá trị nào được ghi.", "No value was entered yet."), .faint)) : table
        let heading = Heading("\(entry.number). \(entry.name[Speech.language])")
        return Answer(Report(json: .array(history.map(\.json)), blocks: [heading, KeyValues(pairs), values]))
    }
}

extension IndicatorRegister.Entry {
    /// For programs.
    fileprivate var json: JSONValue {
        var object = value.json.object ?? JSONObject()
        object["event"] = .int(event.number)
        object["happened_on"] = event.happenedOn.json
        object["recorded_at"] = event.recordedAt.json
        object["actor"] = .string(event.actor)
        object["replaced"] = .bool(isReplaced)
        return .object(object)
    }
}
