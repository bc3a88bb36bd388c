import LifecycleModel
import RuleLoading
import Rules
import Testing

/// Twins of the validators that look into expressions, and the places they report.
@Suite struct ExpressionValidatorTests {
    @Test func clauses() throws {
        try expectMarked(
            """
            transitions:
              - event: note
                label: Ghi
                from: ordering/*
                by: [officer]
                requires:
                  - {id: a, that: score.mean, else: Không}  # <- type-mismatch
                  - {id: b, that: score.maen > 1, else: Không}  # <- unknown-field
                  - {id: c, that: scor.mean > 1, else: Không}  # <- unknown-name
                  - {id: d, that: score.mean > '1', else: Không}  # <- no-matching-overload
                  - {id: e, that: score.mean >, else: Không}  # <- unexpected-token
                  - {id: f, that: param.passmark > 1, else: Không}  # <- unknown-field
                  - {id: g, that: score.mean > 65 && score.mean * 100 > 2, else: Không}  # <- literal-number
                  - {id: h, amount: {of: task.state_money, at-most: score.good}}  # <- no-matching-overload
                effects:
                  - set: {score.good: score.mean > 0, score.mean: score.on}  # <- type-mismatch
            """
        )
    }

    @Test(arguments: [
        #"that: score.maen > 1"#,
        #"that: "score.maen > 1""#,
        #"that: 'score.maen > 1'"#,
        #"that: "\x73core.maen > 1""#,
        #"that: "s\u0063ore.maen > 1""#,
        "that: |\n          score.mean > 0 &&\n            score.maen > 1",
        "that: >-\n          score.mean > 0 &&\n          score.maen > 1",
        "that: >-\n\n          score.mean > 0 &&\n\n          score.maen > 1",
        "that: score.mean > 0 &&\n          score.maen > 1",
        "that: \"score.mean > 0 &&\n          score.maen > 1\"",
        "that: \"score.mean > 0 && \\\n          score.maen > 1\"",
        "that: 'task.title == \"Lúa ''đặc sản''\" && score.maen > 1'",
    ])
    func placesInsideScalars(field: String) throws {
        let text = """
            transitions:
              - event: note
                label: Ghi
                from: ordering/*
                by: [officer]
                requires:
                  - id: a
                    else: Không
            """
        let marked = text + "\n        " + field + "\n"
        let lines = marked.split(separator: "\n", omittingEmptySubsequences: false)
        let line = try #require(lines.firstIndex { $0.contains("maen") })
        let column = try #require(lines[line].firstRange(of: "maen").map { lines[line][..<$0.lowerBound].unicodeScalars.count })
        let diagnostics = try RuleFolder(SoundRules.files(["marked.yaml": marked])).check("sample").filter { $0.severity == .error }
        let found = try #require(diagnostics.first)
        #expect(found.code == "unknown-field")
        #expect((found.line, found.column) == (line + 1, column + 1), "\(found.text(in: .en))\n\(marked)")
        #expect(found.hint != nil)
    }
}
