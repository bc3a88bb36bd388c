import ArgumentParser
import CanonicalJSON
import LifecycleModel
import LumpSum
import Services
import Store
import Terminal

/// `nhiemvu budget whatif`
struct BudgetWhatIf: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "whatif",
            abstract: say(
                "Nếu cắt dự toán năm, hoặc gia hạn, thì từng nhiệm vụ thay đổi thế nào; không ghi gì.",
                "What a cut of a year's money or an extension would do to each task; nothing is written."
            ),
            discussion: say(
                """
                Ví dụ:
                  nhiemvu budget whatif --year 2026 --cut 2.000.000.000 --programme CT1
                  nhiemvu budget whatif --extend 6 --task NV-2024-003
                """,
                """
                Examples:
                  nhiemvu budget whatif --year 2026 --cut 2.000.000.000 --programme CT1
                  nhiemvu budget whatif --extend 6 --task NV-2024-003
                """
            )
        )
    }
    @Option(
        help: ArgumentHelp(say("Năm bị cắt (mặc định năm nay).", "Year that is cut (default this year)."), valueName: say("năm", "year"))
    )
    var year: Int?
    @Option(
        help: ArgumentHelp(
            say("Cắt số tiền này, hoặc tỷ lệ như 10%.", "Cut this sum, or a share such as 10%."),
            valueName: say("số-tiền|tỷ-lệ", "amount|share")
        )
    )
    var cut: String?
    @Option(help: ArgumentHelp(say("Gia hạn thêm số tháng này.", "Extend by so many months."), valueName: say("tháng", "months")))
    var extend: Int?
    @Option(
        help: ArgumentHelp(say("Chỉ nhiệm vụ này; dùng nhiều lần được.", "Only this task; may be repeated."), valueName: say("mã", "code"))
    )
    var task: [String] = []
    @Option(help: ArgumentHelp(say("Chỉ chương trình này.", "Only this programme."), valueName: say("mã", "code"))) var programme: String?
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        guard (cut == nil) != (extend == nil) else {
            throw UseCaseFault(
                .usage,
                "cut-or-extend",
                Phrase(vi: "Ghi --cut hoặc --extend, một trong hai", en: "Give either --cut or --extend")
            )
        }
        let year = year ?? BudgetRecord.year(of: context.today)
        return try context.openStore(readOnly: true).read { reader in
            for code in task { _ = try requireTask(code, in: reader) }
            var filter = TaskFilter()
            filter.programme = programme
            let tasks = try BudgetPortfolio(filter, on: context.today, in: reader).forecast(of: year, only: Set(task), in: reader)
            if let extend {
                guard (1...120).contains(extend) else {
                    throw UseCaseFault(
                        .usage,
                        "wrong-months",
                        Phrase(vi: "--extend phải từ 1 đến 120 tháng", en: "--extend must be 1 to 120 months")
                    )
                }
                let running = tasks.filter { $0.endsOn.map { $0 >= context.today } ?? false }
                return Answer(report(try WhatIf(extending: running, by: extend), extending: extend))
            }
            let undrawn = try tasks.map(\.undrawn).total()
            let sum = try Self.sum(cut ?? "", of: undrawn)
            return Answer(report(try WhatIf(cutting: sum, from: tasks), cuttingIn: year))
        }
    }

    /// An amount, or a whole share of what there is.
    private static func sum(_ text: String, of whole: Dong) throws -> Dong {
        guard text.hasSuffix("%") else { return try Dong(argument: text, option: "--cut") }
        guard let percent = Int64(text.dropLast()), (1...100).contains(percent) else {
            throw UseCaseFault(.badData, "wrong-share", Phrase(vi: "--cut: tỷ lệ phải từ 1% đến 100%", en: "--cut: a share is 1% to 100%"))
        }
        return try whole.percent(percent).quotient
    }

    private func report(_ result: WhatIf, cuttingIn year: Int) -> Report {
        var blocks: [any Block] = [
            Heading(say("Nếu cắt dự toán năm \(year) chưa tạm ứng", "If what is left of \(year) were cut")),
            Table(
                columns: [
                    Table.Column(say("Nhiệm vụ", "Task"), minimumWidth: 11),
                    BudgetView.figures(say("Đang còn", "Left now")),
                    BudgetView.figures(say("Sẽ còn", "Would be left")),
                    BudgetView.figures(say("Giảm", "Cut")),
                ],
                rows: result.changes.map {
                    [
                        StyledText($0.code, .accent), BudgetView.money($0.before.amount), BudgetView.money($0.after.amount),
                        BudgetView.money($0.before.amount - $0.after.amount),
                    ]
                },
                footer: [[StyledText(say("Cộng", "Total"), .strong), "", "", BudgetView.money(result.total.amount)]]
            ),
        ]
        if result.missing > .zero {
            blocks.append(
                Paragraph(
                    StyledText(
                        say(
                            "Không cắt được \(result.missing.formatted(.word)): đã tạm ứng hoặc chưa giao.",
                            "\(result.missing.formatted()) cannot be cut: it is advanced or was never allotted."
                        ),
                        .warning
                    )
                )
            )
        }
        return Report(json: json(result), blocks: blocks)
    }

    private func report(_ result: WhatIf, extending months: Int) -> Report {
        Report(
            json: json(result),
            blocks: [
                Heading(say("Nếu gia hạn \(months) tháng", "If extended by \(months) months")),
                Table(
                    columns: [
                        Table.Column(say("Nhiệm vụ", "Task"), minimumWidth: 11),
                        Table.Column(say("Kết thúc mới", "New end"), minimumWidth: 10),
                        Table.Column(
                            say("Kế hoạch chuyển sang năm sau", "Plan that moves to a later year"),
                            alignment: .right,
                            minimumWidth: 13
                        ),
                    ],
                    rows: result.changes.map {
                        [StyledText($0.code, .accent), StyledText($0.endsOn?.shown ?? ""), BudgetView.money($0.after.amount)]
                    },
                    footer: [[StyledText(say("Cộng", "Total"), .strong), "", BudgetView.money(result.total.amount)]]
                ),
            ]
        )
    }

    private func json(_ result: WhatIf) -> JSONValue {
        [
            "total": result.total.json, "missing": result.missing.json,
            "changes": .array(
                result.changes.map {
                    ["task": .string($0.code), "before": $0.before.json, "after": $0.after.json, "ends_on": $0.endsOn?.json ?? .null]
                }
            ),
        ]
    }
}
