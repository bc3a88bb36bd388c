import LifecycleModel
import Terminal
import Testing

@Suite("Screen")
struct ScreenTests {
    @Test(
        "colours follow NO_COLOR, CLICOLOR_FORCE, CLICOLOR, TERM and the terminal",
        arguments: [
            (true, [:], true),
            (false, [:], false),
            (true, ["NO_COLOR": "1"], false),
            (true, ["NO_COLOR": ""], true),
            (true, ["TERM": "dumb"], false),
            (true, ["CLICOLOR": "0"], false),
            (false, ["CLICOLOR_FORCE": "1"], true),
            (false, ["CLICOLOR_FORCE": "0"], false),
            (false, ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false),
        ] as [(Bool, [String: String], Bool)]
    )
    func colour(isTerminal: Bool, environment: [String: String], expected: Bool) {
        #expect(Screen(isTerminal: isTerminal, windowColumns: 80, environment: environment).usesColour == expected)
    }

    @Test(
        "drawing stops where the locale names another encoding",
        arguments: [
            ([:], true),
            (["LANG": "vi_VN.UTF-8"], true),
            (["LANG": "C.utf8"], true),
            (["LANG": "C"], false),
            (["LANG": "vi_VN.TCVN"], false),
            (["LANG": "vi_VN.UTF-8", "LC_ALL": "POSIX"], false),
            (["LANG": "C", "LC_CTYPE": "en_US.UTF-8"], true),
            (["LANG": "C", "LC_ALL": ""], false),
        ] as [([String: String], Bool)]
    )
    func drawing(environment: [String: String], expected: Bool) {
        #expect(Screen(isTerminal: true, windowColumns: 80, environment: environment).usesDrawing == expected)
    }

    @Test(
        "the width is COLUMNS, else the window's, else 100, within sensible bounds",
        arguments: [
            (132, [:], 132),
            (nil, [:], 100),
            (132, ["COLUMNS": "60"], 60),
            (nil, ["COLUMNS": "60"], 60),
            (132, ["COLUMNS": "wide"], 132),
            (nil, ["COLUMNS": "0"], 20),
            (nil, ["COLUMNS": "999999999"], 1000),
        ] as [(Int?, [String: String], Int)]
    )
    func width(window: Int?, environment: [String: String], expected: Int) {
        #expect(Screen(isTerminal: window != nil, windowColumns: window, environment: environment).columns == expected)
    }

    @Test("a dumb terminal is not drawn over")
    func dumb() {
        #expect(!Screen(isTerminal: true, windowColumns: 80, environment: ["TERM": "dumb"]).isTerminal)
    }

    @Test("styles colour only where colours are wanted")
    func styles() {
        let text = StyledText("quá hạn", .bad)
        #expect(text.rendered(on: Screen()) == "quá hạn")
        #expect(text.rendered(on: Screen(usesColour: true)) == "\u{1B}[1;31mquá hạn\u{1B}[0m")
        #expect(StyledText("thường").rendered(on: Screen(usesColour: true)) == "thường")
    }
}
