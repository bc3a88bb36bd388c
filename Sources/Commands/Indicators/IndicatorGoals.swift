import ArgumentParser
import Indicators
import LifecycleModel
import RuleLoading
import Services
import Store
import Terminal

/// `nhiemvu indicator goals`
struct IndicatorGoals: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "goals",
            abstract: say(
                "Mục tiêu của các chương trình: đăng ký, giao nộp, ứng dụng, khoảng cách.",
                "Goals of the programmes: promised, delivered, in use, gap."
            ),
            discussion: say(
                """
                Cộng số lượng của các kết quả ghi mục tiêu (followup result … --goal).
                Khoảng cách = giao nộp − mục tiêu; khoảng cách thứ hai = ứng dụng − mục tiêu.
                Kèm tỷ lệ nhiệm vụ nghiệm thu đạt đã được đưa vào ứng dụng.
                Ví dụ:
                  nhiemvu indicator goals
                  nhiemvu indicator goals --programme CT2-2021-2025 --as-known-on 2025-06-30
                """,
                """
                Quantities of the results that name a goal (followup result … --goal) are added up.
                The gap is what is delivered less the goal, the second one what is in use less the goal.
                With it comes the share of accepted tasks put into application.
                Examples:
                  nhiemvu indicator goals
                  nhiemvu indicator goals --programme CT2-2021-2025 --as-known-on 2025-06-30
                """
            )
        )
    }
    @Option(help: ArgumentHelp(say("Chỉ chương trình này.", "This programme alone."), valueName: say("mã", "code"))) var programme: String?
    @OptionGroup var known: KnownOnOption
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let library = try context.library().indicators()
        guard !library.goals.isEmpty else {
            throw UseCaseFault(
                .unavailable,
                "no-goals",
                Phrase(vi: "Thư mục quy tắc không có mục tiêu của chương trình nào", en: "The rule directory has no goals of programmes"),
                hint: Phrase(vi: "Các tệp ở workflows/indicators/", en: "The files are in workflows/indicators/")
            )
        }
        let day = try known.day(in: context)
        return try context.openStore(readOnly: true).read { reader in
            let names = try reader.names(of: .programme)
            if let programme {
                try requireKnown(programme, among: Set(names.keys).union(library.goals.flatMap(\.goals).compactMap(\.programme)).sorted())
            }
            let view = GoalsView(
                figures: try GoalFigures.all(by: library, programme: programme, knownOn: day, today: context.today, in: reader),
                programme: programme,
                knownOn: day,
                names: names
            )
            return Answer(Report(json: view.json, blocks: view.blocks, sheet: view.sheet))
        }
    }

    private func requireKnown(_ programme: String, among codes: [String]) throws {
        guard !codes.contains(programme) else { return }
        throw UseCaseFault(
            .usage,
            "unknown-programme",
            Phrase(vi: "Không có chương trình «\(programme)»", en: "There is no programme \"\(programme)\""),
            hint: Message.didYouMean(programme, among: codes)?.sentence
                ?? Phrase(vi: "Có: \(codes.joined(separator: ", "))", en: "There are: \(codes.joined(separator: ", "))")
        )
    }
}
