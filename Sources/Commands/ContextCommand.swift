import ArgumentParser
import Terminal

/// A command of ours: it gets a context and answers with a report; printing, errors and exit codes are the runner's.
protocol ContextCommand: ParsableCommand {
    /// The options every command takes.
    var options: GlobalOptions { get }

    /// Does the work.
    ///
    /// - Returns: what to print, and how the program ends when that is not 0.
    func answer(in context: CommandContext) throws -> Answer
}

/// What a command answers.
struct Answer {
    /// What to print; nil for nothing.
    var report: Report?
    /// How the program ends.
    var exit: ExitStatus = .done
    /// Whether the report only says that a file was written: left out when quiet is wanted, unless a program reads it.
    var isNote = false

    init(_ report: Report?, exit: ExitStatus = .done, isNote: Bool = false) {
        self.report = report
        self.isNote = isNote
        self.exit = exit
    }
}
