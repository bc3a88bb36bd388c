import Services
import Testing

@Suite struct CheckedTextTests {
    @Test(arguments: [
        "a\u{1B}[2Jb", "a\u{202E}b", "a\u{2028}b", "a\u{85}b", "a\u{200F}b", "a\u{200B}b", "a\u{FEFF}b", "a\u{E0041}b", "a\u{0}b", "a\rb",
    ])
    func whatSteers(_ text: String) {
        #expect(throws: TextFault.self) { try CheckedText(text, longest: 100) }
    }

    @Test func linesWhereThereMayBeSeveral() throws {
        #expect(try CheckedText("a\n\tb", longest: 100).text == "a\n\tb")
        #expect(throws: TextFault.unwanted(0x0A)) { try CheckedText("a\nb", longest: 100, isOneLine: true) }
    }

    /// One letter with a thousand marks is one character to Swift.
    @Test func marksWithoutEnd() {
        let text = "a" + String(repeating: "\u{335}", count: 1000)
        #expect(text.count == 1)
        #expect(throws: TextFault.tooLong(1001, longest: 100)) { try CheckedText(text, longest: 100) }
    }

    @Test func composed() throws {
        #expect(try CheckedText("e\u{302}\u{301}", longest: 1).text.unicodeScalars.elementsEqual("ế".unicodeScalars))
    }
}
