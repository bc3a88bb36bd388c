import ArgumentParser
import Engine
import LifecycleModel
import Services
import Store
import Terminal

/// Which task, on which day: common to the commands that record what becomes of results.
struct FollowUpActOptions: ParsableArguments {
    @Argument(help: ArgumentHelp(say("Mã nhiệm vụ.", "Task code."), valueName: say("mã", "code"))) var code: String
    @OptionGroup var occasion: OccasionOptions

    /// Records the deeds together and answers with the results afterwards.
    ///
    /// - Parameter paper: the option that takes the document the rules ask for.
    func record(_ deeds: [RecordFollowUp.Deed], paper: String = "--document", in context: CommandContext) throws -> Answer {
        let surroundings = try context.surroundings()
        let answer: RecordFollowUp.Answer
        do {
            answer = try RecordFollowUp(surroundings)(deeds, task: code, on: try occasion.day(in: context), dryRun: occasion.dryRun)
        } catch let refusal as UseCaseFault {
            throw refusal.inFollowUpOptions(paper: paper)
        }
        return try surroundings.store.read { reader in
            var view = try FollowUpView(answer.history, day: context.today, in: reader)
            view.receipt = .some(answer.receipt)
            return Answer(Report(json: view.json, blocks: view.blocks))
        }
    }

    /// A document given as `number:date[@file]` or, where the form is not the one the rules ask for, `form:number:date[@file]`.
    func document(_ text: String?, form: String = "", in context: CommandContext) throws -> [AttachedDocument] {
        guard let text else { return [] }
        let vault = occasion.dryRun ? nil : AttachmentVault(besides: context.storePath)
        return [try DocumentArgument(text, form: form, option: "--document").attached(to: vault)]
    }
}

/// Which result.
struct ResultArgument: ParsableArguments {
    @Argument(help: ArgumentHelp(say("Kết quả số.", "Number of the result."), valueName: say("số", "number"))) var result: Int64

    /// The small machine.
    var machine: MachineReference { UseMachine.result.reference(result) }
}

/// `nhiemvu followup result TASK`
struct FollowUpResult: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "result",
            abstract: say("Đăng ký một kết quả của nhiệm vụ.", "Promise a result of a task."),
            discussion: say(
                """
                Ví dụ:
                  nhiemvu followup result NV-2024-001 --name "Giống lúa chịu mặn" --kind kind-1 --quantity 2 --unit giống \\
                    --quality "Năng suất từ 60 tạ/ha" --for "Hợp tác xã trong tỉnh" --goal crop-varieties
                """,
                """
                Example:
                  nhiemvu followup result NV-2024-001 --name "Salt-tolerant rice" --kind kind-1 --quantity 2 --unit varieties \\
                    --quality "At least 6 t/ha" --for "Cooperatives of the province" --goal crop-varieties
                """
            )
        )
    }
    @OptionGroup var act: FollowUpActOptions
    @Option(help: ArgumentHelp(say("Tên kết quả.", "Its name."), valueName: say("tên", "name"))) var name: String
    @Option(help: ArgumentHelp(say("Dạng kết quả.", "Its kind."), valueName: "kind-1|kind-2|kind-3")) var kind: String
    @Option(help: ArgumentHelp(say("Số lượng đăng ký.", "Quantity promised."), valueName: say("số", "number"))) var quantity: Int64
    @Option(help: ArgumentHelp(say("Đơn vị tính.", "Unit."), valueName: say("đơn-vị", "unit"))) var unit: String
    @Option(help: ArgumentHelp(say("Mức chất lượng đăng ký.", "Quality promised."), valueName: say("mức", "quality"))) var quality: String
    @Option(name: .customLong("for"), help: ArgumentHelp(say("Nơi dự kiến sử dụng.", "Intended user."), valueName: say("nơi", "user")))
    var intendedUser: String
    @Option(
        help: ArgumentHelp(
            say(
                "Mục tiêu của chương trình mà kết quả phục vụ, xem indicator goals.",
                "Goal of the programme that it serves; see indicator goals."
            ),
            valueName: say("mã", "id")
        )
    )
    var goal: String?
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        try act.record(
            [
                RecordFollowUp.Deed(
                    on: .task,
                    "promise-result",
                    facts: [
                        "result.name": name, "result.kind": kind, "result.quantity": "\(quantity)", "result.unit": unit,
                        "result.quality": quality, "result.intended_user": intendedUser,
                    ]
                )
            ] + (goal.map { [RecordFollowUp.Deed.onOpened(.result, "name-goal", facts: ["this.goal": $0])] } ?? []),
            in: context
        )
    }
}

/// `nhiemvu followup deliver TASK RESULT`
struct FollowUpDeliver: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "deliver",
            abstract: say("Ghi nhận kết quả đã giao nộp sau nghiệm thu.", "Record what was delivered of a result."),
            discussion: say(
                "Ví dụ: nhiemvu followup deliver NV-2025-012 1 --quantity 2 --quality \"Đạt theo thuyết minh\"",
                "Example: nhiemvu followup deliver NV-2025-012 1 --quantity 2 --quality \"As promised\""
            )
        )
    }
    @OptionGroup var act: FollowUpActOptions
    @OptionGroup var result: ResultArgument
    @Option(help: ArgumentHelp(say("Số lượng giao nộp.", "Quantity delivered."), valueName: say("số", "number"))) var quantity: Int64
    @Option(help: ArgumentHelp(say("Mức chất lượng đạt được.", "Quality reached."), valueName: say("mức", "quality"))) var quality: String
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let facts = ["this.delivered_quantity": "\(quantity)", "this.delivered_quality": quality]
        return try act.record([RecordFollowUp.Deed(on: result.machine, "deliver", facts: facts)], in: context)
    }
}

/// `nhiemvu followup plan TASK RESULT`
struct FollowUpPlan: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "plan",
            abstract: say("Ghi kế hoạch ứng dụng, đơn vị sử dụng một kết quả.", "Plan the use of a result, or name its user."),
            discussion: say(
                "Ví dụ: nhiemvu followup plan NV-2025-012 1 --use \"Nhân rộng tại ba huyện ven biển\" --user TC-012",
                "Example: nhiemvu followup plan NV-2025-012 1 --use \"Three coastal districts\" --user TC-012"
            )
        )
    }
    @OptionGroup var act: FollowUpActOptions
    @OptionGroup var result: ResultArgument
    @Option(help: ArgumentHelp(say("Kế hoạch ứng dụng.", "Planned use."), valueName: say("kế-hoạch", "use"))) var use: String?
    @Option(help: ArgumentHelp(say("Đơn vị sử dụng.", "Who is to use it."), valueName: say("mã-tổ-chức", "organisation"))) var user: String?
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if use == nil, user == nil { throw ValidationError(say("Cần --use, --user hoặc cả hai", "Give --use, --user or both")) }
    }

    func answer(in context: CommandContext) throws -> Answer {
        var deeds: [RecordFollowUp.Deed] = []
        if let use { deeds.append(RecordFollowUp.Deed(on: result.machine, "plan-use", facts: ["this.planned_use": use])) }
        if let user { deeds.append(RecordFollowUp.Deed(on: result.machine, "name-user", facts: ["this.user": user])) }
        return try act.record(deeds, in: context)
    }
}

/// `nhiemvu followup transfer TASK RESULT`
struct FollowUpTransfer: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "transfer",
            abstract: say("Chuyển kết quả cho tổ chức khác chịu trách nhiệm ứng dụng.", "Let another organisation answer for a result."),
            discussion: say(
                "Ví dụ: nhiemvu followup transfer NV-2025-012 1 --to TC-012 --reason \"Tổ chức chủ trì giải thể\" --document 15/BB:2026-03-02@bb.pdf",
                "Example: nhiemvu followup transfer NV-2025-012 1 --to TC-012 --reason \"The host is dissolved\" --document 15/BB:2026-03-02@bb.pdf"
            )
        )
    }
    @OptionGroup var act: FollowUpActOptions
    @OptionGroup var result: ResultArgument
    @Option(help: ArgumentHelp(say("Tổ chức nhận.", "Who takes it over."), valueName: say("mã-tổ-chức", "organisation"))) var to: String
    @Option(help: ArgumentHelp(say("Lý do.", "Why."), valueName: say("lý-do", "reason"))) var reason: String
    @Option(help: ArgumentHelp(say("Văn bản chuyển giao.", "The paper."), valueName: say("số:ngày[@tệp]", "number:date[@file]")))
    var document: String?
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let facts = ["this.new_holder": to, "this.transfer_reason": reason]
        let documents = try act.document(document, in: context)
        return try act.record([RecordFollowUp.Deed(on: result.machine, "transfer", facts: facts, documents: documents)], in: context)
    }
}
