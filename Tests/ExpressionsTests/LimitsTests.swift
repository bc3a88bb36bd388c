import Expressions
import Foundation
import Testing

/// No input exhausts the stack, the time or the memory.
@Suite struct LimitsTests {
    /// Texts that nest `count` deep in every way the grammar knows.
    static func nested(_ count: Int) -> [String] {
        let deep = { (open: String, core: String, close: String) in
            String(repeating: open, count: count) + core + String(repeating: close, count: count)
        }
        return [
            deep("(", "1", ")"), deep("[", "", "]"), deep("{1: ", "2", "}"), deep("!", "true", ""), deep("-", "x", ""),
            deep("f(", "1", ")"), deep("", "x", ".f"), deep("", "x", "[0]"), deep("", "x", ".f()"), deep("1 + ", "1", ""),
            deep("true ? 1 : ", "1", ""), deep("[1].all(x, ", "true", ")"), deep("[1].map(x, ", "x", ")"), deep("a && (b || ", "c", ")"),
            deep("x == (", "1", ")"), deep("[1].filter(x, x in [", "x", "].map(y, y))"), deep("has(a.b[", "1", "].c)"),
            deep("- -", "1", ""), deep("size([", "1", "])"), deep("(a.b(", "1", "))"), deep("{'a': [", "1", "]}"),
        ]
    }

    static func compileAndRun(_ source: String, isChecked: Bool) {
        let expression = try? Expression.compile(source, options: CompileOptions(isChecked: isChecked))
        _ = try? expression?.evaluate()
        _ = expression?.canonicalSource
        _ = expression?.references
        if let parsed = try? Expression.parse(source) { _ = try? Expression.parse(parsed.description) }
    }

    @Test("any nesting is read, checked, run and written on a small stack", arguments: [512 * 1024, 8 * 1024 * 1024])
    func smallStack(stackBytes: Int) {
        Runs.onThread(stackBytes: stackBytes) {
            for count in [24, 49, 98, 99, 100, 101, 400] {
                for source in Self.nested(count) {
                    Self.compileAndRun(source, isChecked: true)
                    Self.compileAndRun(source, isChecked: false)
                }
            }
        }
    }

    @Test("the nesting that the language asks for is allowed", arguments: nested(24))
    func requiredNesting(source: String) {
        let codes = Runs.faults(source, options: CompileOptions(isChecked: false)).map(\.code)
        #expect(!codes.contains(.limitExceeded))
    }

    @Test("deeper nesting is one fault that names the limit", arguments: ["(", "[", "f(", "-(", "a.b(", "{1:"])
    func tooDeep(open: String) throws {
        let faults = Runs.faults(String(repeating: open, count: 101) + "1", options: CompileOptions(isChecked: false))
        #expect(faults.map(\.code) == [.limitExceeded])
        #expect(faults.first?.parameters["limit"] == "depth")
    }

    @Test("chains of && and || are not deep, chains of + are")
    func chains() {
        let conjunction = Array(repeating: "true", count: 5_000).joined(separator: " && ")
        #expect(Runs.faults(conjunction).isEmpty)
        Runs.onThread(stackBytes: 512 * 1024) {
            #expect((try? Runs.value(conjunction)) == true)
        }
        let sum = Array(repeating: "1", count: 101).joined(separator: " + ")
        #expect(Runs.faults(sum).map(\.code) == [.limitExceeded])
        let shorter = Array(repeating: "1", count: 100).joined(separator: " + ")
        #expect(Runs.faults(shorter).isEmpty)
    }

    @Test("the source text is bounded")
    func sourceBytes() {
        let options = CompileOptions(limits: Limits(sourceBytes: 10))
        #expect(Runs.faults("1234567890", options: options).isEmpty)
        #expect(Runs.faults("12345678901", options: options).map(\.code) == [.limitExceeded])
    }

    @Test(
        "evaluation is bounded, and no operator absorbs the bound",
        arguments: [
            ("[1,2,3,4,5,6,7,8,9,10].all(a, [1,2,3,4,5,6,7,8,9,10].all(b, [1,2,3,4,5,6,7,8,9,10].all(c, a + b + c > 0)))", "steps"),
            ("[1,2,3,4,5,6,7,8,9,10].map(a, [1,2,3,4,5,6,7,8,9,10].map(b, [1,2,3,4,5,6,7,8,9,10].map(c, a))).size() > 0 || true", "steps"),
            ("['aaaaaaaaaaaaaaaa'].map(x, x+x).map(x, x+x).map(x, x+x).map(x, x+x)", "string-bytes"),
            ("[b'aaaaaaaaaaaaaaaa'].map(x, x+x).map(x, x+x).map(x, x+x).map(x, x+x)", "string-bytes"),
            ("[[1,2,3,4,5,6,7,8]].map(x, x+x).map(x, x+x).map(x, x+x).map(x, x+x)", "list-elements"),
            ("'aaaa'.matches('((a{10}){10}){10}')", "pattern-instructions"),
        ]
    )
    func bounded(source: String, limit: String) throws {
        let limits = Limits(steps: 2_000, stringBytes: 100, listElements: 50, patternInstructions: 500)
        let expression = try Expression.compile(source, options: CompileOptions(limits: limits))
        #expect(throws: EvaluationError(.limitExceeded(try #require(Limits.Name(rawValue: limit))))) { try expression.evaluate() }
    }

    @Test("comparing values that share parts pays for their full size")
    func sharedParts() throws {
        let doubling = String(repeating: ".map(x, [x, x])", count: 40)
        let source = "[[1]\(doubling)].all(y, y == y)"
        #expect(try Runs.errorCode(source) == "limit-exceeded")
    }
}
