public import CanonicalJSON
public import LifecycleModel

extension ErrorReport {
    /// The error for programs: `{"error":{"code","message","file","line","column","hint","blockers":[…],"faults":[…]}}`.
    ///
    /// All fields are there, null where they do not apply. A fault has the first six of them.
    public func json(in language: Language) -> JSONValue {
        var error = fields(in: language)
        error["blockers"] = .array(blockers.map { $0.json(in: language) })
        error["faults"] = .array(faults.map { .object($0.fields(in: language)) })
        return ["error": .object(error)]
    }

    private func fields(in language: Language) -> JSONObject {
        let column: JSONValue =
            switch place?.column {
            case .number(let number): JSONValue(number)
            case .name(let name): JSONValue(name)
            case nil: .null
            }
        return [
            "code": JSONValue(code),
            "message": JSONValue(message[language]),
            "file": JSONValue(place?.file),
            "line": place?.line.map(JSONValue.init) ?? .null,
            "column": column,
            "hint": JSONValue(hint?[language]),
        ]
    }
}
