import ExpressionExchange
import Expressions

extension FuzzTarget {
    /// The guard language: what is read is printed so that it reads back the same, faults stand within the text, evaluating ends.
    static let expression = FuzzTarget("expression", longest: 1 << 12, share: 4) { (bytes) throws(FuzzFinding) in
        let source = String(decoding: bytes, as: UTF8.self)
        let length = source.utf8.count
        var reprinted: (Syntax, Syntax?)?
        do throws(CompileFailure) {
            let parsed = try Expression.parse(source)
            // What was given as raw characters may be printed in more bytes than are read.
            if parsed.description.utf8.count <= Limits.standard.sourceBytes {
                reprinted = (parsed, try? Expression.parse(parsed.description))
            }
        } catch {
            try expect(!error.faults.isEmpty, "a refusal without a reason")
            for fault in error.faults {
                try expect(0...length ~= fault.location.offset && fault.location.line >= 1, "a fault outside of the text: \(fault)")
            }
        }
        if let (parsed, again) = reprinted { try expect(again == parsed, "it is printed as \(parsed), which reads as another tree") }
        for isChecked in [true, false] {
            _ =
                EvaluationRequest(expression: source, facts: facts, declarations: declarations, isChecked: isChecked).answer().exchange()
                .line
        }
    }

    /// Patterns of `matches`: the first line is the pattern, the rest the text it is held against.
    static let pattern = FuzzTarget("pattern", longest: 1 << 11, share: 4) { (bytes) throws(FuzzFinding) in
        let halves = String(decoding: bytes, as: UTF8.self).split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        let request = EvaluationRequest(
            expression: "text.matches(pattern)",
            facts: ["pattern": .string(String(halves[0])), "text": .string(halves.count == 2 ? String(halves[1]) : "")],
            declarations: Declarations(variables: ["pattern": .string, "text": .string])
        )
        if case .value(let value) = request.answer().outcome, case .bool = value { return }
        if case .value = request.answer().outcome { throw FuzzFinding("a match is no yes or no") }
    }

    /// Questions as other programs ask them (`rules eval`): read or refused, answered, and the answer is read again.
    static let question = FuzzTarget("question", longest: 1 << 12, share: 4) { (bytes) throws(FuzzFinding) in
        guard let json = try? ExchangeJSON(parsing: bytes), let request = try? EvaluationRequest(exchange: json) else { return }
        let line = request.answer().exchange().line
        _ = try unrefused("an answer is not read") { try ExchangeJSON(parsing: Array(line.utf8)) }
    }

    private static let declarations = Declarations(
        variables: [
            "task": .record("task", fields: ["money": .int, "title": .string, "on": .timestamp, "months": .int, "flags": .list(.string)]),
            "n": .int, "u": .uint, "d": .double, "s": .string, "l": .list(.int), "m": .map(.string, .int), "x": .dyn,
        ]
    )

    private static let facts: [String: Value] = [
        "n": .int(Int64.max), "u": .uint(7), "d": .double(0.5), "s": .string("Thanh Hóa"), "l": .list([.int(1), .int(-2), .int(3)]),
        "x": .string("2025-12-31"),
    ]
}
