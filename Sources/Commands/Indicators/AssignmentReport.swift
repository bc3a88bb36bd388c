import ArgumentParser
import CanonicalJSON
import Indicators
import LifecycleModel
import RuleLoading
import Services
import Terminal

/// `nhiemvu assignment report NUMBER`
struct AssignmentReport: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "report",
            abstract: say("Ghi tình hình thực hiện một nhiệm vụ được giao.", "Record how an assigned job stands."),
            discussion: say(
                "Tình hình: under-way (đang thực hiện), held (tạm dừng), done (hoàn thành).\nVí dụ: nhiemvu assignment report II-13 --standing done --note \"QĐ 4120/QĐ-UBND ngày 28/11/2025\" --date 2025-11-28",
                "Standings: under-way, held, done.\nExample: nhiemvu assignment report II-13 --standing done --note \"QĐ 4120/QĐ-UBND of 28 November 2025\" --date 2025-11-28"
            )
        )
    }

    @Argument(help: ArgumentHelp(say("Số, như II-13.", "Number, such as II-13."), valueName: say("số", "number"))) var number: String
    @Option(help: ArgumentHelp(say("Tình hình.", "How it stands."), valueName: "under-way|held|done")) var standing: Standing
    @Option(help: ArgumentHelp(say("Nội dung báo cáo.", "What is reported."), valueName: say("chữ", "text"))) var note: String
    @OptionGroup var occasion: OccasionOptions
    @OptionGroup var options: GlobalOptions

    enum Standing: String, ExpressibleByArgument, CaseIterable {
        case underWay = "under-way"
        case held, done

        var reported: AssignmentStanding {
            switch self {
            case .underWay: .underWay
            case .held: .held
            case .done: .done
            }
        }
    }

    func answer(in context: CommandContext) throws -> Answer {
        let library = try context.library().indicators()
        let (status, receipt) = try ReportAssignment(try context.surroundings())(
            number,
            standing.reported,
            note: try CheckedName(note, of: Phrase(vi: "Nội dung báo cáo", en: "The report")).text,
            among: library.assignments,
            reporters: library.reporters,
            on: try occasion.day(in: context),
            dryRun: occasion.dryRun
        )
        var json = status.json(on: context.today).object ?? JSONObject()
        json["dry_run"] = .bool(receipt == nil)
        json["receipt"] = receipt?.json ?? .null
        let late = status.wasLate == true ? StyledText(say("  sau hạn", "  late"), .bad) : ""
        let pairs = [
            KeyValues.Pair(status.assignment.number, StyledText(status.assignment.content)),
            KeyValues.Pair(say("Chủ trì", "Lead"), StyledText(status.assignment.lead)),
            KeyValues.Pair(say("Hạn", "Due"), StyledText(status.assignment.due)),
            KeyValues.Pair(say("Tình hình", "Standing"), StyledText(standing.reported.phrase[Speech.language], .strong) + late),
        ]
        let note: any Block =
            receipt?.block ?? Paragraph(StyledText(say("Xem thử: chưa ghi gì.", "A trial: nothing was recorded."), .warning))
        return Answer(Report(json: .object(json), blocks: [KeyValues(pairs), note]))
    }
}
