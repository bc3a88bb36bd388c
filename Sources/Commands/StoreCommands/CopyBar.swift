import LifecycleModel
import Services
import Terminal

/// Shows how far a backup or a restore is: a bar for each step of it.
struct CopyBar {
    private let console: Console
    private var step: CopyStep?
    private var bar: ProgressBar

    init(_ console: Console) {
        self.console = console
        bar = console.progress(Phrase(vi: "", en: ""), total: 0)
    }

    mutating func advance(_ step: CopyStep, to done: Int, of total: Int) {
        if self.step != step {
            bar.finish()
            bar = console.progress(step.title, total: max(total, 1))
            self.step = step
        }
        bar.advance(to: done)
    }

    mutating func finish() { bar.finish() }
}

extension CopyStep {
    fileprivate var title: Phrase {
        switch self {
        case .database: Phrase(vi: "Chép cơ sở dữ liệu", en: "Copying the database")
        case .files: Phrase(vi: "Chép tệp đính kèm", en: "Copying attached files")
        case .log: Phrase(vi: "Kiểm tra nhật ký bản sao", en: "Verifying the log of the copy")
        case .tasks: Phrase(vi: "Chạy lại nhiệm vụ bản sao", en: "Replaying the tasks of the copy")
        }
    }
}
