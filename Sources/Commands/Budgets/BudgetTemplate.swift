import ArgumentParser
import CanonicalJSON
import Engine
import EstimateSheets
import LifecycleModel
import LumpSum
import RuleLoading
import Rules
import Services
import Spreadsheets
import Store
import Terminal

/// `nhiemvu budget template [TASK]`
struct BudgetTemplate: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "template",
            abstract: say(
                "Tạo bảng tính dự toán (.xlsx) cho tổ chức chủ trì điền.",
                "Make the workbook (.xlsx) of an estimate for a host to fill."
            ),
            discussion: say(
                """
                Nội dung chi, mức giới hạn và định mức thù lao lấy từ chế độ của nhiệm vụ, kèm căn cứ; điền xong ghi bằng «budget plan … --file».
                Ví dụ:
                  nhiemvu budget template NV-2025-014 --output du-toan.xlsx
                  nhiemvu budget template --regime law-2013 --years 2026-2028 --output mau.xlsx
                """,
                """
                Items, limits and rates of labour are those of the task's regime, with their articles; once filled it is recorded by
                "budget plan … --file".
                Examples:
                  nhiemvu budget template NV-2025-014 --output estimate.xlsx
                  nhiemvu budget template --regime law-2013 --years 2026-2028 --output empty.xlsx
                """
            )
        )
    }
    @Argument(
        help: ArgumentHelp(
            say("Mã nhiệm vụ; bỏ trống thì mẫu trống theo --regime.", "Task code; left out: an empty form of --regime."),
            valueName: say("mã", "code")
        )
    )
    var code: String?
    @Option(help: ArgumentHelp(say("Tệp .xlsx.", "The .xlsx file."), valueName: say("tệp", "file"))) var output: String
    @Option(
        help: ArgumentHelp(
            say(
                "Các năm, mặc định thời gian của hợp đồng hoặc ba năm từ năm nay.",
                "The years; default those of the contract, or three from this year."
            ),
            valueName: say("năm[-năm]", "year[-year]")
        )
    )
    var years: String?
    @Option(help: ArgumentHelp(say("Chế độ của mẫu trống.", "Regime of an empty form."), valueName: say("mã", "id")))
    var regime: String?
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if (code == nil) == (regime == nil) {
            throw ValidationError(say("Ghi mã nhiệm vụ hoặc --regime, một trong hai", "Give either a task code or --regime"))
        }
    }

    func answer(in context: CommandContext) throws -> Answer {
        let given = try years.map(Self.years)
        let template = try code.map { try ofTask($0, given, in: context) } ?? empty(given, in: context)
        let bytes = try WorkbookWriter().bytes(of: template.workbook(createdOn: context.today))
        return try OutputFile.write(to: output) { try OutputFile.put(bytes, to: $0) }
    }

    private func ofTask(_ code: String, _ given: ClosedRange<Int>?, in context: CommandContext) throws -> EstimateTemplate {
        try context.openStore(readOnly: true).read { reader in
            let record = try BudgetRecord(code, in: reader)
            let title = record.task.fact("task.title")?.text
            let host = try record.task.fact("task.host")?.text.map { code in
                try reader.registered(.organisation, code: code)?["name"]?.string ?? code
            }
            var subject = EstimateWords.taskPrefix + record.task.code + (title.map { ": \($0)" } ?? "")
            if let host { subject += ". Tổ chức chủ trì: \(host)" }
            let estimate = record.budget.estimate
            let planned = estimate?.years ?? []
            let years = try given ?? standing(record, in: context)
            guard planned.allSatisfy({ years.contains($0) }) else {
                let list = planned.map(String.init).joined(separator: ", ")
                throw UseCaseFault(
                    .usage,
                    "years-too-few",
                    Phrase(vi: "Dự toán đã ghi có tiền ở các năm \(list)", en: "The estimate on record has money in \(list)"),
                    hint: Phrase(vi: "Mở rộng --years", en: "Widen --years")
                )
            }
            return EstimateTemplate(
                law: record.budget.law,
                subject: subject,
                years: years,
                estimate: estimate,
                normsHold: record.budget.law.normsHold(listedOn: record.terms.listedOn)
            )
        }
    }

    /// The years of the contract and of what is planned; three from this year when there is neither.
    private func standing(_ record: BudgetRecord, in context: CommandContext) throws -> ClosedRange<Int> {
        let terms = record.terms
        var years = record.budget.estimate?.years ?? []
        if let from = terms.signedOn ?? terms.awardedOn, let to = terms.endsOn {
            years += [BudgetRecord.year(of: from), BudgetRecord.year(of: to)]
        }
        guard let first = years.min(), let last = years.max() else {
            let year = BudgetRecord.year(of: context.today)
            return year...year + 2
        }
        return first...last
    }

    private func empty(_ given: ClosedRange<Int>?, in context: CommandContext) throws -> EstimateTemplate {
        let compiled = try context.library().regime(regime ?? "")
        let year = BudgetRecord.year(of: context.today)
        return EstimateTemplate(
            law: try BudgetLaw(compiled.regime),
            subject: "Chế độ \(compiled.regime.id): \(compiled.regime.label.vi)",
            years: given ?? year...year + 2
        )
    }

    /// Reads `2026-2028` or `2026`: at most ten years.
    private static func years(_ text: String) throws -> ClosedRange<Int> {
        let parts = text.split(whereSeparator: { $0 == "-" || $0 == "–" }).map { Int($0) }
        guard (1...2).contains(parts.count), let first = parts[0], let last = parts.last ?? nil, first <= last, last - first < 10,
            BudgetLine.years.contains(first), BudgetLine.years.contains(last)
        else {
            throw UseCaseFault(
                .usage,
                "wrong-years",
                Phrase(vi: "--years «\(text)» không phải khoảng năm", en: "--years \"\(text)\" is no range of years"),
                hint: Phrase(vi: "Ghi như 2026-2028, nhiều nhất mười năm", en: "Write 2026-2028, at most ten years")
            )
        }
        return first...last
    }
}
