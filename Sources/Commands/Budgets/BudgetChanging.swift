import ArgumentParser
import LifecycleModel
import LumpSum
import Rules
import Services
import Store
import Terminal

/// `nhiemvu budget adjust TASK`
struct BudgetAdjust: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "adjust",
            abstract: say(
                "Điều chỉnh: chuyển giữa các nội dung trong phần khoán, hoặc đặt lại phần ngoài khoán.",
                "Change: move money between items within the lump sum, or set the part outside it anew."
            ),
            discussion: say(
                """
                Trong phần khoán chủ nhiệm được chuyển, tổng không đổi (TTLT 27/2015, Điều 10.1a); ngoài khoán do cấp có thẩm quyền quyết định (10.3b).
                Ví dụ:
                  nhiemvu budget adjust NV-2025-014 --move labour:travel=15.000.000 --reason "Thêm 2 đợt khảo sát" --doc QĐ-NB:7/QĐ:2026-05-04
                  nhiemvu budget adjust NV-2025-014 --item assets-bought:2026=95.000.000 --reason "Giá thiết bị tăng"
                """,
                """
                Within the lump sum the principal investigator moves money, the total stays (TTLT 27/2015, Điều 10.1a); outside it the authority
                decides (10.3b).
                Examples:
                  nhiemvu budget adjust NV-2025-014 --move labour:travel=15.000.000 --reason "Two more surveys" --doc QĐ-NB:7/QĐ:2026-05-04
                  nhiemvu budget adjust NV-2025-014 --item assets-bought:2026=95.000.000 --reason "Equipment costs more"
                """
            )
        )
    }
    @OptionGroup var act: BudgetActOptions
    @Option(
        help: ArgumentHelp(
            say(
                "Chuyển tiền giữa hai nội dung trong phần khoán; dùng nhiều lần được.",
                "Moves money between two lump-summed items; may be repeated."
            ),
            valueName: say("từ:sang=số-tiền", "from:to=amount")
        )
    )
    var move: [String] = []
    @OptionGroup var lines: BudgetLineOptions
    @OptionGroup var year: BudgetYearOptions
    @Option(help: ArgumentHelp(say("Lý do.", "Why."), valueName: say("lý-do", "reason"))) var reason: String
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let day = try act.occasion.day(in: context)
        let why = try CheckedName(reason, of: Phrase(vi: "Lý do", en: "The reason")).text
        let outside = try lines.lines(on: day)
        guard move.isEmpty != outside.isEmpty else {
            throw UseCaseFault(
                .usage,
                "move-or-set",
                Phrase(vi: "Ghi --move (trong khoán) hoặc --item (ngoài khoán), một trong hai", en: "Give either --move or --item")
            )
        }
        if move.isEmpty { return try act.record(.setOutside(outside, reason: why), in: context) }
        let moves = try move.map { try BudgetMove(argument: $0, year: year.year(on: day)) }
        return try act.record(.move(moves, reason: why), in: context)
    }
}

extension BudgetMove {
    /// Reads `FROM:TO=AMOUNT`.
    fileprivate init(argument text: String, year: Int) throws {
        let pair = try WordPair(text, option: "--move", form: say("từ:sang=số-tiền", "from:to=amount"))
        let items = pair.name.split(separator: ":").map(String.init)
        guard items.count == 2 else {
            throw UseCaseFault(
                .usage,
                "wrong-pair",
                Phrase(vi: "--move: «\(text)» không có dạng từ:sang=số-tiền", en: "--move: \"\(text)\" is not from:to=amount")
            )
        }
        self.init(from: items[0], to: items[1], year: year, amount: try Dong(argument: pair.value, option: "--move"))
    }
}

/// `nhiemvu budget settle TASK`
struct BudgetSettle: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "settle",
            abstract: say(
                "Quyết toán một lần sau thanh lý, chia kinh phí tiết kiệm.",
                "Settle once after liquidation and split what was saved."
            ),
            discussion: say(
                """
                Thực chi lấy từ các báo cáo năm (budget spend), hoặc từ --item nếu có.
                Ví dụ: nhiemvu budget settle NV-2023-005 --host-has-fund --doc QĐ-QT:120/QĐ-SKHCN:2026-10-02
                """,
                """
                What was spent comes from the yearly reports (budget spend), or from --item where given.
                Example: nhiemvu budget settle NV-2023-005 --host-has-fund --doc QĐ-QT:120/QĐ-SKHCN:2026-10-02
                """
            )
        )
    }
    @OptionGroup var act: BudgetActOptions
    @OptionGroup var lines: BudgetLineOptions
    @Option(
        help: ArgumentHelp(
            say(
                "Kinh phí của việc không thực hiện; phải nộp trả, không phải tiết kiệm.",
                "Money of work not done; it goes back and is no saving."
            ),
            valueName: say("số-tiền", "amount")
        )
    )
    var notDone: String = "0"
    @Flag(
        help: ArgumentHelp(
            say("Tổ chức chủ trì có Quỹ phát triển hoạt động sự nghiệp.", "The host has a fund for developing its work.")
        )
    )
    var hostHasFund = false
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let spent = try lines.lines(on: try act.occasion.day(in: context))
        let notDone = try Dong(argument: notDone, option: "--not-done")
        return try act.record(.settle(spent: spent.isEmpty ? nil : spent, notDone: notDone, hostHasFund: hostHasFund), in: context)
    }
}

/// `nhiemvu budget recover TASK`
struct BudgetRecover: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "recover",
            abstract: say(
                "Nhiệm vụ không hoàn thành: quyết định mức hoàn trả, ghi số đã nộp.",
                "A failed task: decide what is repaid, record what was paid."
            ),
            discussion: say(
                """
                Ví dụ:
                  nhiemvu budget recover NV-2021-010 --fault subjective --unused 20.000.000 --proper 370.000.000 --unproven 10.000.000 \\
                    --decided 141.000.000 --doc QĐ-THKP:44/QĐ-UBND:2025-07-21
                  nhiemvu budget recover NV-2021-010 --paid 50.000.000
                """,
                """
                Examples:
                  nhiemvu budget recover NV-2021-010 --fault subjective --unused 20.000.000 --proper 370.000.000 --unproven 10.000.000 \\
                    --decided 141.000.000 --doc QĐ-THKP:44/QĐ-UBND:2025-07-21
                  nhiemvu budget recover NV-2021-010 --paid 50.000.000
                """
            )
        )
    }
    /// Whose fault it is.
    enum Fault: String, ExpressibleByArgument, CaseIterable {
        case objective, subjective
    }

    @OptionGroup var act: BudgetActOptions
    @Option(help: ArgumentHelp(say("Nguyên nhân.", "The cause."), valueName: "objective|subjective")) var fault: Fault?
    @Option(help: ArgumentHelp(say("Chưa sử dụng.", "Not used."), valueName: say("số-tiền", "amount"))) var unused: String = "0"
    @Option(help: ArgumentHelp(say("Đã sử dụng đúng quy định.", "Properly used."), valueName: say("số-tiền", "amount"))) var proper:
        String = "0"
    @Option(help: ArgumentHelp(say("Không chứng minh được.", "Not proven."), valueName: say("số-tiền", "amount"))) var unproven: String =
        "0"
    @Option(
        help: ArgumentHelp(
            say("Mức hoàn trả quyết định (mặc định mức tối thiểu).", "What is to be repaid (default the least)."),
            valueName: say("số-tiền", "amount")
        )
    )
    var decided: String?
    @Option(help: ArgumentHelp(say("Số tiền đã nộp.", "What was paid."), valueName: say("số-tiền", "amount"))) var paid: String?
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        if paid != nil, fault != nil {
            throw UseCaseFault(
                .usage,
                "decide-or-pay",
                Phrase(
                    vi: "--fault để quyết định, --paid để ghi số đã nộp: chỉ một trong hai",
                    en: "--fault decides, --paid records a payment: one of them"
                )
            )
        }
        if let paid { return try act.record(.repay(try Dong(argument: paid, option: "--paid")), in: context) }
        guard let fault else {
            throw UseCaseFault(
                .usage,
                "decide-or-pay",
                Phrase(vi: "Ghi --fault … để quyết định, hoặc --paid để ghi số đã nộp", en: "Give --fault … to decide, or --paid")
            )
        }
        var recovery = Recovery(
            isHostsFault: fault == .subjective,
            unused: try Dong(argument: unused, option: "--unused"),
            proper: try Dong(argument: proper, option: "--proper"),
            unproven: try Dong(argument: unproven, option: "--unproven"),
            decided: .zero
        )
        recovery.decided =
            try decided.map { try Dong(argument: $0, option: "--decided") }
            ?? context.openStore(readOnly: true).read { reader in
                let record = try BudgetRecord(act.code, in: reader)
                return try Recovery.least(
                    isHostsFault: recovery.isHostsFault,
                    unused: recovery.unused,
                    proper: recovery.proper,
                    unproven: recovery.unproven,
                    mode: record.terms.mode ?? .partial,
                    under: record.budget.law
                ).amount
            }
        return try act.record(.decide(recovery), in: context)
    }
}
