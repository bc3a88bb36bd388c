import CanonicalJSON
public import LifecycleModel

/// Where a command speaks: answers to stdout, everything else to stderr.
public struct Console: Sendable {
    /// What stdout leads to.
    public let output: Screen
    /// What stderr leads to.
    public let error: Screen
    /// How answers and errors are written.
    public let format: OutputFormat
    /// Whether notes and progress are left out.
    public let isQuiet: Bool

    /// A console on these screens.
    public init(output: Screen, error: Screen, format: OutputFormat, isQuiet: Bool = false) {
        self.output = output
        self.error = error
        self.format = format
        self.isQuiet = isQuiet
    }

    /// The console of this process.
    public init(environment: [String: String], language: Language, format: OutputFormat, isQuiet: Bool = false) {
        self.init(
            output: StandardStream.output.screen(environment: environment, language: language),
            error: StandardStream.error.screen(environment: environment, language: language),
            format: format,
            isQuiet: isQuiet
        )
    }

    /// Whether nobody wants to hear what is said only for people.
    public var isSilent: Bool { isQuiet && format == .table }

    /// So many bytes of an answer are written at once.
    private static let portion = 65536

    /// Prints an answer.
    public func show(_ report: Report) throws(StreamFault) {
        var text = ""
        try report.write(as: format, on: output) { piece throws(StreamFault) in
            text += piece
            guard text.utf8.count >= Self.portion else { return }
            try StandardStream.output.write(text)
            text.removeAll(keepingCapacity: true)
        }
        try StandardStream.output.write(text)
    }

    /// Prints an error and answers how the program ends.
    public func fail(_ report: ErrorReport) -> ExitStatus {
        tell(errorText(report))
        return report.exit
    }

    /// The error as it goes to stderr: JSON when answers are JSON, else text.
    public func errorText(_ report: ErrorReport) -> String {
        format == .json ? report.json(in: error.language).prettyText() + "\n" : report.text(on: error)
    }

    /// Says something beside the answer, unless quiet is wanted.
    public func note(_ text: Phrase) {
        guard !isQuiet else { return }
        for line in Paragraph(StyledText(text[error.language])).lines(on: error) { tell(line.rendered(on: error) + "\n") }
    }

    /// A bar for a long step; it never appears when quiet is wanted.
    public func progress(_ title: Phrase, total: Int) -> ProgressBar {
        let start = ContinuousClock.now
        return ProgressBar(title, total: total, on: error, now: { start.duration(to: .now) }) { text in
            guard !isQuiet else { return }
            StatusLine.shared.tell(text, by: error.isTerminal && text != StatusLine.erasure ? .bar : .nobody)
        }
    }

    /// Runs a long step with a bar that it moves itself, telling how much of how much is done.
    public func following<Result>(_ title: Phrase, _ step: (_ tell: (_ done: Int, _ total: Int) -> Void) throws -> Result) rethrows
        -> Result
    {
        var bar: ProgressBar?
        defer { bar?.finish() }
        return try step { done, total in
            if bar == nil { bar = progress(title, total: total) }
            bar?.advance(to: done)
        }
    }

    /// From now on a terminal shows that the program is at work, when that takes more than a moment and nothing else is told.
    public func beginWork() {
        if !isQuiet { StatusLine.shared.work(Phrase(vi: "Đang làm…", en: "Working…"), on: error) }
    }

    /// The work is done, or it waits for people.
    public func endWork() { StatusLine.shared.rest() }

    /// Where even stderr is gone, nobody can be told.
    private func tell(_ text: String) {
        StatusLine.shared.tell(text)
    }
}
