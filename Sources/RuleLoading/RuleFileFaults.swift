public import LifecycleModel
import Rules

/// The rule files cannot be used; everything that is wrong with them, in the order of files and lines.
public struct RuleFileFaults: ExplainedError {
    /// All diagnostics, warnings too; at least one is an error.
    public let diagnostics: [Diagnostic]

    /// How many errors there are, and the first.
    public var phrase: Phrase {
        let errors = diagnostics.filter { $0.severity == .error }
        let first = errors.first
        return Phrase(
            vi: "tệp quy tắc có \(errors.count) lỗi: \(first?.text(in: .vi) ?? "")",
            en: "the rule files have \(errors.count) errors: \(first?.text(in: .en) ?? "")"
        )
    }
}
