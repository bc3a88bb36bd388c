public import LifecycleModel

/// Shows how far a long step is, on stderr, and only when it takes more than a moment.
///
/// On a terminal one line is drawn over and over and is gone at the end. Elsewhere, in a log, plain lines are written now and then.
public struct ProgressBar {
    /// Nothing is shown before a step took this long.
    public static let patience = Duration.seconds(1)
    private static let redrawInterval = Duration.milliseconds(100)
    private static let logInterval = Duration.seconds(10)

    private let title: Phrase
    private let total: Int
    private let screen: Screen
    private let now: () -> Duration
    private let write: (String) -> Void
    private let startedAt: Duration
    private var done = 0
    private var lastShownAt: Duration?

    /// A bar that has not moved.
    /// - Parameters:
    ///   - title: What is going on.
    ///   - total: How many steps there are; 0 when nobody knows.
    ///   - screen: Where it is shown.
    ///   - now: A clock that never goes back.
    ///   - write: Takes what is to appear on stderr.
    public init(_ title: Phrase, total: Int, on screen: Screen, now: @escaping () -> Duration, write: @escaping (String) -> Void) {
        self.title = title
        self.total = total
        self.screen = screen
        self.now = now
        self.write = write
        startedAt = now()
    }

    /// Says how many steps are done by now.
    public mutating func advance(to done: Int) {
        self.done = done
        let time = now()
        let interval = screen.isTerminal ? Self.redrawInterval : Self.logInterval
        guard time - startedAt >= Self.patience, lastShownAt.map({ time - $0 >= interval }) ?? true else { return }
        lastShownAt = time
        show()
    }

    /// Takes the line away; in a log, writes a last one when there was any before.
    public mutating func finish() {
        guard lastShownAt != nil else { return }
        lastShownAt = nil
        if screen.isTerminal {
            write(StatusLine.erasure)
        } else {
            show()
        }
    }

    private func show() {
        guard screen.isTerminal else {
            write("\(words) \(figures)\n")
            return
        }
        let text = "\(words) "
        let room = screen.columns - VietnameseText.displayWidth(text) - VietnameseText.displayWidth(figures) - 2
        let bar = total > 0 && room >= 8 ? ShareBar(value: Int64(done), of: Int64(total)).text(cells: min(room, 40), on: screen) + " " : ""
        write("\r" + text + bar.rendered(on: screen) + figures + "\u{1B}[K")
    }

    private var words: String { VisibleText.of(title[screen.language], drawing: screen.usesDrawing) }

    private var figures: String {
        total > 0 ? "\(done)/\(total) (\(min(100, done * 100 / total)) %)" : "\(done)"
    }
}
