import ArgumentParser
import CanonicalJSON
import Foundation
import Importing
import LifecycleModel
import SamplePortfolio
import Services
import Store
import Terminal

/// `nhiemvu sample`
struct SampleCommand: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "sample",
            abstract: say("Nạp danh mục mẫu của Thanh Hóa (dữ liệu dựng lại).", "Load the sample portfolio of Thanh Hóa (made up)."),
            discussion: say(
                """
                Ví dụ:
                  nhiemvu sample --store mau.db
                  nhiemvu sample --output ./mau
                """,
                """
                Examples:
                  nhiemvu sample --store sample.db
                  nhiemvu sample --output ./sample
                """
            )
        )
    }

    @Flag(
        help: ArgumentHelp(
            say("Chỉ in mã một nhiệm vụ mẫu đang vướng, để xem giải thích.", "Only print the code of a blocked sample task.")
        )
    )
    var blocked = false
    @Option(
        help: ArgumentHelp(
            say("Viết các tệp CSV vào thư mục này thay vì nạp.", "Write the CSV files to this folder instead."),
            valueName: say("thư-mục", "dir")
        )
    )
    var output: String?
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        if blocked {
            return Answer(
                Report(json: ["code": .string(SamplePortfolio.blockedTask)], blocks: [Paragraph(StyledText(SamplePortfolio.blockedTask))])
            )
        }
        let portfolio = SamplePortfolio.make()
        if let output { return try write(portfolio, to: output) }
        return try load(portfolio, in: context)
    }

    private func write(_ portfolio: Portfolio, to folder: String) throws -> Answer {
        try PortfolioWriter().write(portfolio, toFolder: folder)
        return Answer(Report(written: portfolio, to: folder))
    }

    private func load(_ portfolio: Portfolio, in context: CommandContext) throws -> Answer {
        let store = try openOrMake(context)
        let clerk = try register(portfolio, context, store)
        let loading = PortfolioLoading(context: context, store: store, actor: clerk, today: max(context.today, SamplePortfolio.asOf))
        let summary = try loading(portfolio, ImportPortfolio.Options())
        let cohorts = try store.read { try CohortSummary(portfolio, in: $0) }
        let isNew = summary.receipt.events != nil
        let opening =
            isNew
            ? StyledText(say("Đã nạp danh mục mẫu: ", "Loaded the sample portfolio: "), .good)
                + StyledText(
                    say(
                        "\(summary.tasks) nhiệm vụ, \(summary.replayed) sự kiện đi qua quy tắc",
                        "\(summary.tasks) tasks, \(summary.replayed) events through the rules"
                    )
                )
            : StyledText(
                say(
                    "Danh mục mẫu đã có đủ trong hồ sơ (\(summary.known) sự kiện); không có gì thay đổi.",
                    "The whole sample is in the record already (\(summary.known) events); nothing changed."
                )
            )
        return Answer(
            Report(
                json: [
                    "made_up": true, "tasks": JSONValue(summary.tasks), "replayed": JSONValue(summary.replayed),
                    "known": JSONValue(summary.known), "cohorts": cohorts.json, "receipt": summary.receipt.json,
                ],
                blocks: [
                    Paragraph(opening), cohorts.table,
                    Paragraph(
                        StyledText(
                            say(
                                "Dữ liệu dựng lại: số lượng, số quyết định và ngày theo nguồn công bố; tên, người, tổ chức và tiền là hư cấu.",
                                "Made up: counts, decision numbers and dates follow published sources; titles, people, organisations and money are invented."
                            ),
                            .faint
                        )
                    ),
                    summary.receipt.block,
                ]
            )
        )
    }

    private func openOrMake(_ context: CommandContext) throws -> any Store {
        guard !context.storePath.contains("://"), !FileManager.default.fileExists(atPath: context.storePath) else {
            return try context.openStore()
        }
        let holidays = try context.library().holidays()
        _ = try MakeStore(context.storeFiles())(context.storePath, holidays: holidays) { try context.surroundings($0) }
        return try context.openStore()
    }

    /// Enters the sample's clerk, who then loads the rest, unless somebody else was named or the clerk is there.
    private func register(_ portfolio: Portfolio, _ context: CommandContext, _ store: any Store) throws -> String {
        guard context.actor.isEmpty else { return context.actor }
        let clerk = SamplePortfolio.clerk
        guard let person = portfolio.people.first(where: { $0.value.code.text == clerk })?.value else { return "" }
        let register = RegisterParty(try context.surroundings(store))
        let isKnown = try store.read { try $0.registered(.person, code: clerk) != nil }
        guard !isKnown else { return clerk }
        let department = portfolio.organisations.first { $0.value.code == person.organisation }?.value
        if let department, try store.read({ try $0.registered(.organisation, code: department.code.text) == nil }) {
            _ = try register(.organisation(department), replacing: false)
        }
        _ = try register(.person(person), replacing: false)
        return clerk
    }
}
