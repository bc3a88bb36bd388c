public import LifecycleModel
public import Rules

/// A fault or remark about a rule file, with its place.
public struct Diagnostic: Sendable, Hashable {
    /// How much it matters.
    public var severity: Finding.Severity
    /// The file, relative to the rule directory: `law-2013/execution.yaml`.
    public var file: String
    /// The line, from 1.
    public var line: Int
    /// The column, from 1, counted in Unicode scalars.
    public var column: Int
    /// What kind of fault: `unknown-key`.
    public var code: String
    /// What is wrong.
    public var message: Phrase
    /// What to do about it.
    public var hint: Phrase?

    /// Creates a diagnostic.
    public init(
        severity: Finding.Severity,
        file: String,
        line: Int = 1,
        column: Int = 1,
        code: String,
        message: Phrase,
        hint: Phrase? = nil
    ) {
        self.severity = severity
        self.file = file
        self.line = line
        self.column = column
        self.code = code
        self.message = message
        self.hint = hint
    }

    /// The severity in words: `lỗi`, `cảnh báo`, `lưu ý`.
    public var severityWord: Phrase {
        switch severity {
        case .error: Phrase(vi: "lỗi", en: "error")
        case .warning: Phrase(vi: "cảnh báo", en: "warning")
        case .info: Phrase(vi: "lưu ý", en: "note")
        }
    }

    /// One line as compilers write it: `file:line:column: error[code]: message (hint)`.
    public func text(in language: Language) -> String {
        let advice = hint.map { " (\($0[language]))" } ?? ""
        return "\(file):\(line):\(column): \(severityWord[language])[\(code)]: \(message[language])\(advice)"
    }
}

extension Diagnostic: Comparable {
    /// By file, line, column, seriousness, code.
    public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
        (left.file, left.line, left.column, left.severity, left.code, left.message.vi)
            < (right.file, right.line, right.column, right.severity, right.code, right.message.vi)
    }
}
