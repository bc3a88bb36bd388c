import ArgumentParser
import CanonicalJSON
import Indicators
import LifecycleModel
import RuleLoading
import Services
import Store
import Terminal

/// `nhiemvu assignment …`
struct AssignmentGroup: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "assignment",
            abstract: say(
                "Nhiệm vụ được giao trong kế hoạch: ai chủ trì, hạn, tình hình.",
                "Jobs that the plan assigns: who leads, until when, how they stand."
            ),
            discussion: say("Ví dụ: nhiemvu assignment overdue", "Example: nhiemvu assignment overdue"),
            subcommands: [AssignmentList.self, AssignmentOverdue.self, AssignmentReport.self]
        )
    }
}

/// `nhiemvu assignment list`
struct AssignmentList: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list",
            abstract: say("Danh sách nhiệm vụ được giao.", "List the assigned jobs."),
            discussion: say(
                "Ví dụ: nhiemvu assignment list --lead \"Sở Khoa học và Công nghệ\" --overdue",
                "Example: nhiemvu assignment list --lead \"Sở Khoa học và Công nghệ\" --overdue"
            )
        )
    }

    @Option(
        help: ArgumentHelp(
            say("Chỉ của cơ quan chủ trì có tên chứa chữ này.", "Only those whose lead's name has this text."),
            valueName: say("chữ", "text")
        )
    )
    var lead: String?
    @Flag(help: ArgumentHelp(say("Chỉ nhiệm vụ quá hạn.", "Only what is overdue."))) var overdue = false
    @Option(help: ArgumentHelp(say("Chỉ tình hình này.", "Only this standing."), valueName: say("tình-hình", "standing")))
    var standing: Standing?
    @OptionGroup var options: GlobalOptions

    enum Standing: String, ExpressibleByArgument, CaseIterable {
        case notReported = "not-reported"
        case underWay = "under-way"
        case held, done
    }

    func answer(in context: CommandContext) throws -> Answer {
        var statuses = try context.assignments().led(by: lead)
        if overdue { statuses = statuses.filter { $0.isOverdue(on: context.today) } }
        if let standing { statuses = statuses.filter { $0.standing.rawValue == standing.rawValue } }
        return Answer(AssignmentPage(statuses, day: context.today).report)
    }
}

/// `nhiemvu assignment overdue`
struct AssignmentOverdue: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "overdue",
            abstract: say("Nhiệm vụ được giao đã quá hạn, lâu nhất trước.", "Assigned jobs that are overdue, the longest first."),
            discussion: say(
                "Kết thúc bằng mã 2 khi có nhiệm vụ quá hạn.\nVí dụ: nhiemvu assignment overdue --now 2025-12-31",
                "Ends with code 2 when something is overdue.\nExample: nhiemvu assignment overdue --now 2025-12-31"
            )
        )
    }

    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let day = context.today
        let late = try context.assignments().statuses.enumerated().compactMap { index, status in
            status.daysLate(on: day).map { (days: $0, index: index, status: status) }
        }
        let statuses = late.sorted { ($1.days, $0.index) < ($0.days, $1.index) }.map(\.status)
        return Answer(AssignmentPage(statuses, day: day).report, exit: statuses.isEmpty ? .done : .faultsFound)
    }
}

extension CommandContext {
    /// The assigned jobs with what was reported of them.
    fileprivate func assignments() throws -> AssignmentRegister {
        let jobs = try library().indicators().assignments
        return try openStore(readOnly: true).read { try AssignmentRegister(jobs, in: $0) }
    }
}
