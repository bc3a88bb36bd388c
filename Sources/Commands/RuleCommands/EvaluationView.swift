import ExpressionExchange
import Expressions
import LifecycleModel
import Rules
import Terminal

/// What came of evaluating an expression, for people.
struct EvaluationView {
    let expression: String
    let answer: EvaluationAnswer

    var blocks: [any Block] {
        switch answer.outcome {
        case .value(let value): [Paragraph(StyledText(value.literalText, .good))] + typeBlock
        case .checked: [Paragraph(StyledText(say("✓ Đúng kiểu", "✓ Sound"), .good))] + typeBlock
        case .noValue(let error): [Paragraph(StyledText("✗ ", .bad) + StyledText(error.phrase[Speech.language]))] + typeBlock
        case .notCompiled(let failure): failure.faults.map { FaultyExpression(expression, $0) }
        case .notRead(let fault): [Paragraph(StyledText("✗ \(fault)", .bad))]
        }
    }

    private var typeBlock: [any Block] {
        answer.type.map { [KeyValues([KeyValues.Pair(say("Kiểu", "Type"), StyledText($0.description, .accent))])] } ?? []
    }
}

/// A complaint with the line it is about and a caret under the place.
struct FaultyExpression: Block {
    private let source: String
    private let fault: CompileFault

    init(_ source: String, _ fault: CompileFault) {
        self.source = source
        self.fault = fault
    }

    func lines(on screen: Screen) -> [StyledText] {
        let complaint =
            StyledText("✗ ", .bad) + StyledText("\(fault.location.line):\(fault.location.column) ", .strong)
            + StyledText(fault.phrase[screen.language])
        let hint = fault.hint.map { Paragraph(StyledText("→ " + $0[screen.language], .faint), indent: 2).lines(on: screen) } ?? []
        return excerpt(on: screen) + Paragraph(complaint).lines(on: screen) + hint
    }

    /// As much of the line around the place as fits, and the caret.
    private func excerpt(on screen: Screen) -> [StyledText] {
        let rows = source.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        guard rows.indices.contains(fault.location.line - 1) else { return [] }
        // Tabs and other controls as blanks, so that columns stay columns.
        let row = rows[fault.location.line - 1].map { [.control, .format].contains($0.properties.generalCategory) ? " " : $0 }
        let place = min(fault.location.column - 1, row.count)
        let first = max(0, place - screen.columns / 2)
        func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(row[range])) }
        let shown = text(first..<min(row.count, first + screen.columns - 4))
        let blanks = String(repeating: " ", count: VietnameseText.displayWidth(text(first..<place)))
        return [StyledText(shown), StyledText(blanks) + StyledText("^", .bad)]
    }
}
