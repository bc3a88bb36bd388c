public import LifecycleModel
import Rules

/// The rule files, or the scenarios, indicators or reports beside them, cannot be used; everything that is wrong with them, in the order of files and lines.
public struct RuleFileFaults: ExplainedError {
    /// What cannot be used.
    public enum Subject: Sendable, Hashable {
        case rules, scenarios, indicators, reports, publicData
    }

    /// What cannot be used.
    public let subject: Subject
    /// All diagnostics, warnings too; at least one is an error.
    public let diagnostics: [Diagnostic]

    init(_ subject: Subject = .rules, diagnostics: [Diagnostic]) {
        self.subject = subject
        self.diagnostics = diagnostics
    }

    /// How many errors there are, and the first.
    public var phrase: Phrase {
        let first = diagnostics.first { $0.severity == .error }
        return Phrase(vi: "\(count.vi): \(first?.text(in: .vi) ?? "")", en: "\(count.en): \(first?.text(in: .en) ?? "")")
    }

    /// How many errors there are.
    public var count: Phrase {
        let errors = diagnostics.count { $0.severity == .error }
        let files =
            switch subject {
            case .rules: Phrase(vi: "tệp quy tắc", en: "the rule files have")
            case .scenarios: Phrase(vi: "tệp kịch bản", en: "the scenario files have")
            case .indicators: Phrase(vi: "tệp chỉ tiêu", en: "the files of indicators have")
            case .reports: Phrase(vi: "tệp báo cáo", en: "the files of reports have")
            case .publicData: Phrase(vi: "tệp dữ liệu công khai", en: "the file of public data has")
            }
        return Phrase(
            vi: "\(files.vi) có \(errors) lỗi",
            en: "\(files.en) \(errors) \(errors == 1 ? "error" : "errors")"
        )
    }
}
