import LifecycleModel
import Terminal
import Testing

@Suite("ProgressBar")
struct ProgressBarTests {
    /// A clock and a stream that the test moves and reads.
    private final class Scene {
        var time = Duration.zero
        var written: [String] = []

        func bar(total: Int, on screen: Screen) -> ProgressBar {
            ProgressBar(Phrase(vi: "Nạp lịch sử", en: "Loading"), total: total, on: screen, now: { self.time }) { self.written.append($0) }
        }
    }

    @Test("nothing is shown for a step under a second")
    func quick() {
        let scene = Scene()
        var bar = scene.bar(total: 10, on: Screen(columns: 60, isTerminal: true))
        for step in 1...9 {
            scene.time += .milliseconds(110)
            bar.advance(to: step)
        }
        bar.finish()
        #expect(scene.written.isEmpty)
    }

    @Test("on a terminal one line is drawn over, ten times a second at most, and taken away at the end")
    func terminal() {
        let scene = Scene()
        var bar = scene.bar(total: 100, on: Screen(columns: 61, isTerminal: true))
        scene.time = .seconds(1)
        bar.advance(to: 50)
        scene.time += .milliseconds(50)
        bar.advance(to: 51)
        scene.time += .milliseconds(50)
        bar.advance(to: 52)
        bar.finish()
        bar.finish()
        #expect(scene.written.count == 3)
        #expect(
            scene.written.first == "\rNạp lịch sử " + String(repeating: "█", count: 17) + String(repeating: "░", count: 17)
                + " 50/100 (50 %)\u{1B}[K"
        )
        #expect(scene.written.dropFirst().first?.contains("52/100") == true)
        #expect(scene.written.last == "\r\u{1B}[K")
    }

    @Test("the line is never as wide as the screen, which would scroll it", arguments: [20, 30, 40, 80, 200])
    func narrow(columns: Int) {
        let scene = Scene()
        var bar = scene.bar(total: 100, on: Screen(columns: columns, isTerminal: true))
        scene.time = .seconds(2)
        bar.advance(to: 100)
        let line = scene.written.joined().drop { $0 == "\r" }.prefix { $0 != "\u{1B}" }
        #expect(VietnameseText.displayWidth(String(line)) < max(columns, 30))
    }

    @Test("in a log there is a plain line after a second, then every ten, and one at the end")
    func log() {
        let scene = Scene()
        var bar = scene.bar(total: 100, on: Screen(language: .en))
        for second in 1...25 {
            scene.time = .seconds(second)
            bar.advance(to: second * 4)
        }
        bar.finish()
        #expect(
            scene.written == ["Loading 4/100 (4 %)\n", "Loading 44/100 (44 %)\n", "Loading 84/100 (84 %)\n", "Loading 100/100 (100 %)\n"]
        )
    }

    @Test("where nobody knows the total only the count is shown")
    func unknownTotal() {
        let scene = Scene()
        var bar = scene.bar(total: 0, on: Screen(isTerminal: true))
        scene.time = .seconds(1)
        bar.advance(to: 7)
        #expect(scene.written == ["\rNạp lịch sử 7\u{1B}[K"])
    }
}
