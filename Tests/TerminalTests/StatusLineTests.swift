import LifecycleModel
import Synchronization
import Testing

@testable import Terminal

@Suite("StatusLine")
struct StatusLineTests {
    /// A clock and a stream that the test moves and reads.
    private final class Scene: Sendable {
        private let state = Mutex((time: Duration.zero, written: ""))

        var written: String { state.withLock(\.written) }
        var line: StatusLine {
            StatusLine(now: { self.state.withLock(\.time) }) { text in self.state.withLock { $0.written += text } }
        }

        func pass(_ time: Duration) { state.withLock { $0.time += time } }
    }

    private let words = Phrase(vi: "Đang làm…", en: "Working…")
    private let terminal = Screen(columns: 60, isTerminal: true, language: .en)

    @Test("the sign appears after a second of silence, tells how long it takes, and is gone before anything else is told")
    func sign() {
        let scene = Scene()
        let line = scene.line
        line.work(words, on: terminal)
        scene.pass(.milliseconds(900))
        line.beat()
        #expect(scene.written.isEmpty)
        scene.pass(.milliseconds(200))
        line.beat()
        scene.pass(.seconds(2))
        line.beat()
        line.tell("Mind the gap.\n")
        #expect(scene.written == "\rWorking… 1 s\u{1B}[K\rWorking… 3 s\u{1B}[K\r\u{1B}[KMind the gap.\n")
        line.rest()
    }

    @Test("it does not draw over a bar, and comes back when the bar is gone")
    func bar() {
        let scene = Scene()
        let line = scene.line
        line.work(words, on: terminal)
        line.tell("\rLoading 1/2", by: .bar)
        scene.pass(.seconds(5))
        line.beat()
        #expect(scene.written == "\rLoading 1/2")
        line.tell(StatusLine.erasure)
        line.beat()
        #expect(scene.written.hasSuffix("1/2\r\u{1B}[K"))
        scene.pass(.seconds(1))
        line.beat()
        line.rest()
        #expect(scene.written.hasSuffix("\rWorking… 6 s\u{1B}[K\r\u{1B}[K"))
    }

    @Test("nothing is drawn when nobody watches, before the work or after it")
    func silent() {
        let scene = Scene()
        let line = scene.line
        scene.pass(.seconds(5))
        line.beat()
        line.work(words, on: Screen(columns: 60, isTerminal: false))
        scene.pass(.seconds(5))
        line.beat()
        line.work(words, on: terminal)
        line.rest()
        scene.pass(.seconds(5))
        line.beat()
        line.rest()
        #expect(scene.written.isEmpty)
    }
}
