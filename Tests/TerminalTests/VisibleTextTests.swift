import CanonicalJSON
import Terminal
import Testing

@Suite("VisibleText")
struct VisibleTextTests {
    @Test(
        "what would steer a terminal becomes visible",
        arguments: [
            ("\u{1B}[2Jxóa màn hình", "␛[2Jxóa màn hình"),
            ("chuông\u{07}", "chuông␇"),
            ("a\tb", "a␉b"),
            ("a\rb", "a␍b"),
            ("a\r\nb", "a\nb"),
            ("\u{7F}", "␡"),
            ("\u{9B}31m", "‹U+009B›31m"),
            ("gpj.\u{202E}exe", "gpj.‹U+202E›exe"),
            ("a\u{2028}b", "a‹U+2028›b"),
            ("\u{FEFF}mã", "‹U+FEFF›mã"),
            ("\u{E0041}", "‹U+E0041›"),
        ]
    )
    func neutralised(text: String, expected: String) {
        #expect(Array(VisibleText.of(text).unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test("without drawing, controls are written with a caret")
    func ascii() {
        #expect(VisibleText.of("\u{1B}[0m\u{7F}", drawing: false) == "^[[0m^?")
        #expect(VisibleText.of("\u{202E}", drawing: false) == "<U+202E>")
    }

    @Test("real text stays as it is", arguments: ["Nghiên cứu giống lúa đặc sản", "50 °C – 100 µm «đề tài» “…”", "日本語", "👨‍👩‍👧", "a\nb", ""])
    func unchanged(text: String) {
        #expect(Array(VisibleText.of(text).unicodeScalars) == Array(text.unicodeScalars))
    }

    @Test("data cannot colour a table or leave its cell")
    func table() {
        let table = Table(columns: [.init("Tên"), .init("Số")], rows: [["\u{1B}[31mđỏ\u{1B}]0;x\u{07}", "1\r\n2"]])
        let text = Report(json: .null, blocks: [table]).text(as: .table, on: Screen(usesColour: false))
        #expect(!text.utf8.contains(0x1B))
        #expect(text.contains("␛[31mđỏ␛]0;x␇ │ 1 2"))
    }
}
