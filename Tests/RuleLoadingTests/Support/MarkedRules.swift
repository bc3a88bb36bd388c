import Foundation
import LifecycleModel
import RuleLoading
import Rules
import Testing

/// A finding where it was made, or should have been.
struct Mark: Hashable, Comparable, CustomStringConvertible {
    let line: Int
    let code: String
    var description: String { "\(line): \(code)" }

    static func < (left: Mark, right: Mark) -> Bool { (left.line, left.code) < (right.line, right.code) }
}

/// Checks rules in which a comment `# <- code` (or several codes) stands on each line that must be reported.
///
/// All errors in the marked file must be marked; warnings and notes only when their code is marked somewhere in it. Errors in the
/// other files of the sound regime are never expected.
func expectMarked(
    _ text: String,
    life: String? = SoundRules.life,
    location: SourceLocation = #_sourceLocation
) throws {
    var expected: [Mark] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        guard let arrow = line.range(of: "# <- ") else { continue }
        expected += line[arrow.upperBound...].split(separator: " ").map { Mark(line: index + 1, code: String($0)) }
    }
    let codes = Set(expected.map(\.code))
    let diagnostics = try RuleFolder(SoundRules.files(["marked.yaml": text], life: life)).check("sample")
    let own = diagnostics.filter { $0.file == "sample/marked.yaml" && ($0.severity == .error || codes.contains($0.code)) }
    let found = own.map { Mark(line: $0.line, code: $0.code) }
    #expect(found.sorted() == expected.sorted(), sourceLocation: location)
    let others = diagnostics.filter { $0.file != "sample/marked.yaml" && $0.severity == .error }
    #expect(others.isEmpty, "\(others.map { $0.text(in: .en) })", sourceLocation: location)
    #expect(own.allSatisfy { !$0.message.vi.isEmpty && !$0.message.en.isEmpty }, sourceLocation: location)
}
