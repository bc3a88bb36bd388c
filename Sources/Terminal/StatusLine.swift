public import LifecycleModel
import Synchronization

/// The line of stderr that is drawn over: by a bar, or, when nothing has been told for a moment, by a sign that the program is at work.
public final class StatusLine: Sendable {
    /// The one of this process.
    public static let shared: StatusLine = {
        let start = ContinuousClock.now
        return StatusLine(now: { start.duration(to: .now) }) { try? StandardStream.error.write($0) }
    }()

    /// Who draws the line at the moment.
    public enum Holder: Sendable {
        /// What was told stays.
        case nobody
        /// A bar draws over its own line.
        case bar
    }

    /// How long nothing was told before the sign appears, and how often it is drawn again.
    static let patience = Duration.seconds(1)
    private static let redrawInterval = Duration.milliseconds(500)

    private struct State {
        var holder = Holder.nobody
        var toldAt: Duration
        var isSignShown = false
        /// Since when and with which words the program works; nil: it does not, or it waits for people.
        var work: (since: Duration, words: Phrase, screen: Screen)?
        var beats: Task<Void, Never>?
    }

    private let state: Mutex<State>
    private let now: @Sendable () -> Duration
    private let write: @Sendable (String) -> Void

    /// - Parameters:
    ///   - now: a clock that never goes back.
    ///   - write: takes what is to appear on stderr.
    init(now: @escaping @Sendable () -> Duration, write: @escaping @Sendable (String) -> Void) {
        state = Mutex(State(toldAt: now()))
        self.now = now
        self.write = write
    }

    /// Writes a text.
    ///
    /// - Parameter holder: who draws the line that it leaves behind.
    public func tell(_ text: String, by holder: Holder = .nobody) {
        state.withLock { state in
            takeAway(&state)
            write(text)
            state.holder = holder
            state.toldAt = now()
        }
    }

    /// From now on, until `rest`, a screen that is a terminal shows that the program is at work, whenever nothing is told for a moment.
    public func work(_ words: Phrase, on screen: Screen) {
        guard screen.isTerminal else { return }
        state.withLock { state in
            state.work = (now(), words, screen)
            state.toldAt = now()
            state.beats = Task.detached {
                try? await Task.sleep(for: Self.patience)
                while !Task.isCancelled {
                    self.beat()
                    try? await Task.sleep(for: Self.redrawInterval)
                }
            }
        }
    }

    /// Takes the sign away: the work is done, or it waits for people.
    public func rest() {
        state.withLock { state in
            takeAway(&state)
            state.beats?.cancel()
            state.beats = nil
            state.work = nil
        }
    }

    /// Draws the sign if it is time for it.
    func beat() {
        state.withLock { state in
            guard let work = state.work, case .nobody = state.holder, now() - state.toldAt >= Self.patience else { return }
            state.isSignShown = true
            let words = VisibleText.of(work.words[work.screen.language], drawing: work.screen.usesDrawing)
            write("\r\(words) \((now() - work.since).components.seconds) s\(Self.erasureToTheRight)")
        }
    }

    private func takeAway(_ state: inout State) {
        guard state.isSignShown else { return }
        state.isSignShown = false
        write(Self.erasure)
    }

    private static let erasureToTheRight = "\u{1B}[K"
    /// What takes a line away that was drawn over.
    static let erasure = "\r" + erasureToTheRight
}
