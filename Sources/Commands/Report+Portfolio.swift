import CanonicalJSON
import Importing
import Terminal

extension Report {
    /// What to say once a portfolio's CSV files are in a folder.
    init(written portfolio: Portfolio, to folder: String) {
        let (tasks, history) = (portfolio.tasks.count, portfolio.history.count)
        self.init(
            json: ["output": .string(folder), "tasks": JSONValue(tasks), "history": JSONValue(history)],
            blocks: [
                Paragraph(
                    StyledText(say("Đã viết ", "Wrote "), .good)
                        + StyledText(
                            say("\(tasks) nhiệm vụ, \(history) dòng lịch sử vào ", "\(tasks) tasks, \(history) rows of history to ")
                        ) + StyledText(folder, .accent)
                )
            ]
        )
    }
}
