import ArgumentParser

/// `nhiemvu task …`
struct TaskGroup: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "task",
            abstract: say("Nhiệm vụ: danh sách, chi tiết, thực hiện, giải thích.", "Science tasks: list, show, act, explain."),
            discussion: say(
                "Ví dụ: nhiemvu task list --stage execution --overdue",
                "Example: nhiemvu task list --stage execution --overdue"
            ),
            subcommands: [
                TaskList.self, TaskShow.self, TaskNew.self, TaskExplain.self, TaskWhatIf.self, TaskDo.self, TaskPeople.self, TaskLog.self,
                TaskDossierCommand.self,
            ]
        )
    }
}
