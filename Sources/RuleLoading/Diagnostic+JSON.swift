public import CanonicalJSON
public import LifecycleModel
import Rules

extension Diagnostic {
    /// The form other programs read: `{file, line, column, code, message, hint?}` in the wanted language.
    public func json(in language: Language) -> JSONValue {
        var object: JSONObject = [
            "file": .string(file), "line": JSONValue(line), "column": JSONValue(column), "code": .string(code),
            "message": .string(message[language]),
        ]
        if let hint { object["hint"] = .string(hint[language]) }
        return .object(object)
    }
}

extension Sequence where Element == Diagnostic {
    /// The answer of `rules check --format json`: `{"errors":[…],"warnings":[…],"notes":[…]}`.
    public func json(in language: Language) -> JSONValue {
        func list(_ severity: Finding.Severity) -> JSONValue {
            .array(filter { $0.severity == severity }.map { $0.json(in: language) })
        }
        return ["errors": list(.error), "warnings": list(.warning), "notes": list(.info)]
    }

    /// Whether any of them forbids using the files.
    public var hasErrors: Bool {
        contains { $0.severity == .error }
    }
}
