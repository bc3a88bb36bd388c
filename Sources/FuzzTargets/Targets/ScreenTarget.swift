import CanonicalJSON
import LifecycleModel
import Services
import Terminal

extension FuzzTarget {
    /// Texts of other people on a screen: shown, never obeyed; and what may be stored is composed and steers nothing.
    static let screen = FuzzTarget("screen", longest: 1 << 11, share: 3) { (bytes) throws(FuzzFinding) in
        let text = String(decoding: bytes, as: UTF8.self)
        for screen in [Screen(columns: 40), Screen(columns: 100, usesDrawing: false, language: .en)] {
            let table = Table(
                columns: [.init(text), .init("x", overflow: .wrap)],
                rows: [[StyledText(text), StyledText(text)], [StyledText(text)]]
            )
            let report = Report(json: ["text": .string(text)], blocks: [table, Paragraph(StyledText(text))])
            try expectHarmless(report.text(as: .table, on: screen))
            let error = ErrorReport(code: "x", message: Phrase(vi: text, en: text), exit: .badData, hint: Phrase(vi: text, en: text))
            try expectHarmless(error.text(on: screen))
            let again = try unrefused("the answer for programs is not JSON") { try JSONValue(parsing: report.text(as: .json, on: screen)) }
            try expect(again["text"]?.string.map { Array($0.utf8) } == Array(text.utf8), "the answer for programs has another text")
        }
        guard let checked = try? CheckedText(text, longest: 1000) else { return }
        try expect(VietnameseText.isComposed(checked.text), "a text that is not composed may be stored")
        try expect(checked.text.unicodeScalars.count <= 1000, "a text of \(checked.text.unicodeScalars.count) code points may be stored")
        try expectHarmless(checked.text.replacing("\t", with: " "))
    }

    /// No control character but the end of a line, nothing that turns the direction of writing round.
    private static func expectHarmless(_ text: String) throws(FuzzFinding) {
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A: continue
            case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029:
                throw FuzzFinding("U+\(String(scalar.value, radix: 16)) reaches the screen")
            default: continue
            }
        }
    }
}
