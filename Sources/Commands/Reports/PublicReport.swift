import ArgumentParser
import CanonicalJSON
import LifecycleModel
import RuleLoading
import Services
import Store
import Terminal

/// `nhiemvu report public`
struct PublicReport: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "public",
            abstract: say(
                "Dữ liệu mở: nhiệm vụ, tổ chức, kinh phí, kết quả, ứng dụng (CSV và JSON).",
                "Open data: tasks, hosts, money, results, use (CSV and JSON)."
            ),
            discussion: say(
                """
                Chỉ những cột mà tệp workflows/reports/public.yaml cho công khai, mỗi cột kèm lý do và căn cứ; không có dữ liệu cá nhân; nhiệm vụ phải
                giữ bí mật không nằm trong bảng nào và được đếm. Thư mục có README.md và datapackage.json tả từng cột, ghi gốc nhật ký.

                Ví dụ: nhiemvu report public --as-of 2025-12-31 --output du-lieu-mo
                """,
                """
                Only the columns that workflows/reports/public.yaml makes public, each with its reason and basis; nothing about persons; tasks that are
                secret are in no table and are counted. README.md and datapackage.json tell the columns and the root of the log.

                Example: nhiemvu report public --as-of 2025-12-31 --output open-data
                """
            )
        )
    }

    @OptionGroup var day: ReportDay
    @Option(help: ArgumentHelp(say("Thư mục mới cho các tệp.", "A new folder for the files."), valueName: say("thư-mục", "folder")))
    var output: String
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let library = try context.library()
        guard let rules = try library.publicRules() else {
            throw UseCaseFault(
                .unavailable,
                "nothing-public",
                Phrase(
                    vi: "Thư mục quy tắc không có tệp \(PublicRules.file), nên không có gì được công khai",
                    en: "The folder of rules has no \(PublicRules.file), so nothing is public"
                ),
                hint: Phrase(
                    vi: "Chép tệp đó từ bộ quy tắc kèm theo phần mềm",
                    en: "Copy the file from the rules that come with the program"
                )
            )
        }
        let data = try context.openStore(readOnly: true).read { reader in
            try PublicData(rules, by: try library.indicators(), asOf: try day.day(in: context), in: reader)
        }
        let folder = try OutputFolder(output)
        do { for file in data.files { try folder.add(file.bytes, named: file.name) } } catch {
            folder.abandon()
            throw error
        }
        try folder.finish()
        return Answer(report(data))
    }

    private func report(_ data: PublicData) -> Report {
        let withheld = data.withheld.map(\.tasks).reduce(0, +)
        return Report(
            json: [
                "output": .string(output), "stamp": data.stamp.json, "withheld_tasks": JSONValue(withheld),
                "tables": .array(
                    data.tables.map { ["table": .string($0.rules.name), "rows": JSONValue($0.rows.count)] }
                ),
            ],
            blocks: [
                KeyValues(
                    data.tables.map {
                        KeyValues.Pair($0.rules.label[Speech.language], StyledText(say("\($0.rows.count) dòng", "\($0.rows.count) rows")))
                    }
                ),
                Paragraph(
                    StyledText(
                        say("\(withheld) nhiệm vụ không công khai. Đã xuất: ", "\(withheld) tasks withheld. Exported: ")
                    ) + StyledText(output, .accent)
                ),
            ]
        )
    }
}
