import Expressions
import Foundation
import Testing

/// The published conformance cases of the Common Expression Language.
@Suite struct ConformanceTests {
    static let options = CompileOptions(timeZones: { name, seconds in
        TimeZone(identifier: name)?.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds)))
    })

    /// Cases whose expected value contradicts the language, with the reason. They are run all the same; should one pass, that is reported.
    static let faulty: [String: Comment] = [
        "parse.json/bytes_literals/triple_double_quoted_unescaped_punctuation": """
        The expression has no backslash, the expected bytes have one before '?': the protobuf text escape '\\?' was not undone when the \
        case was converted. Google's C++ implementation gives what we give.
        """
    ]

    @Test(
        "published case",
        .enabled(if: ConformanceFolder.location != nil, "SKIPPED: the folder shared/conformance/cel is not there; set NHIEMVU_SHARED"),
        arguments: ConformanceFolder.cases()
    )
    func publishedCase(_ published: ConformanceCase) throws {
        var options = Self.options
        options.isChecked = published.isChecked
        let expression: Expression
        do {
            expression = try Expression.compile(published.expression, declarations: try published.declarations, options: options)
        } catch {
            #expect(published.expectsError, "\(error)")
            return
        }
        if let type = try published.expectedType { #expect(expression.type == type) }
        guard !published.isCheckOnly else { return }
        let outcome = Result { try expression.evaluate(try published.bindings) }
        guard let expected = try published.expectedValue else {
            #expect(throws: EvaluationError.self) { try outcome.get() }
            return
        }
        let value = try outcome.get()
        if let reason = Self.faulty[published.id] {
            withKnownIssue(reason) { #expect(value == expected) }
        } else {
            #expect(value == expected)
        }
    }

    @Test(
        "canonical source of published cases reads back as the same tree",
        .enabled(if: ConformanceFolder.location != nil, "SKIPPED: the folder shared/conformance/cel is not there; set NHIEMVU_SHARED"),
        arguments: ConformanceFolder.cases()
    )
    func canonicalSource(_ published: ConformanceCase) throws {
        let parsed = try Expression.parse(published.expression)
        #expect(try Expression.parse(parsed.description) == parsed)
    }
}
