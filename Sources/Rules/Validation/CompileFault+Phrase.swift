public import Expressions
public import LifecycleModel

extension CompileFault {
    /// The complaint in both languages, in words for people who do not program.
    ///
    /// The names that may have been meant are not in it: they are the ``hint``.
    public var phrase: Phrase {
        func value(_ name: String) -> String { parameters[name] ?? "?" }
        func type(_ name: String) -> Phrase { ExpressionWords.type(value(name)) }
        switch code {
        case .unexpectedCharacter:
            return Phrase(vi: "ký tự ‘\(value("character"))’ không được đứng ở đây", en: "‘\(value("character"))’ cannot stand here")
        case .unterminatedString: return Phrase(vi: "chuỗi chữ thiếu dấu đóng", en: "the text has no closing quote")
        case .invalidEscape:
            return Phrase(vi: "không có chuỗi thoát ‘\(value("escape"))’", en: "the escape ‘\(value("escape"))’ is not allowed here")
        case .invalidNumber:
            return Phrase(vi: "số ‘\(value("number"))’ không đọc được", en: "the number ‘\(value("number"))’ cannot be read")
        case .unexpectedToken:
            let found = ExpressionWords.found(value("found"))
            let expected = ExpressionWords.expected(value("expected"))
            return Phrase(vi: "\(found.vi), cần \(expected.vi)", en: "\(found[.en]) where \(expected[.en]) should stand")
        case .reservedWord:
            return Phrase(vi: "‘\(value("name"))’ là từ dành riêng", en: "‘\(value("name"))’ is a reserved word")
        case .invalidMacro: return wrongMacro(value("macro"))
        case .limitExceeded:
            let limit = ExpressionWords.limit(value("limit"))
            return Phrase(vi: "biểu thức vượt giới hạn: \(limit.vi)", en: "the expression goes beyond a limit: \(limit[.en])")
        case .unsupported:
            return Phrase(vi: "ngôn ngữ quy tắc không có cách viết ‘Tên{…}’", en: "the rules' language has no ‘Name{…}’")
        case .unknownName: return Phrase(vi: "không có tên ‘\(value("name"))’", en: "there is no name ‘\(value("name"))’")
        case .unknownFunction: return Phrase(vi: "không có hàm ‘\(value("name"))’", en: "there is no function ‘\(value("name"))’")
        case .unknownField:
            return Phrase(
                vi: "‘\(value("record"))’ không có ‘\(value("field"))’",
                en: "‘\(value("record"))’ has no ‘\(value("field"))’"
            )
        case .notSelectable:
            return Phrase(
                vi: "\(type("type").vi) không có thành phần ‘\(value("field"))’",
                en: "\(type("type")[.en]) has no part ‘\(value("field"))’"
            )
        case .noMatchingOverload:
            return ExpressionWords.impossible(value("function"), of: ExpressionWords.types(in: value("arguments")))
        case .notIterable:
            return Phrase(
                vi: "‘\(value("macro"))’ cần một danh sách hoặc một bảng tra, ở đây là \(type("type").vi)",
                en: "‘\(value("macro"))’ needs a list or a map, here is \(type("type")[.en])"
            )
        case .typeMismatch:
            return Phrase(
                vi: "cần \(type("expected").vi), ở đây là \(type("found").vi)",
                en: "\(type("expected")[.en]) is needed, here is \(type("found")[.en])"
            )
        }
    }

    private func wrongMacro(_ macro: String) -> Phrase {
        parameters["reason"] == "no-variable"
            ? Phrase(
                vi: "đối số đầu của ‘\(macro)’ phải là một tên đơn, như ‘x’ trong ‘\(macro)(x, …)’",
                en: "the first argument of ‘\(macro)’ must be a simple name, such as ‘x’ in ‘\(macro)(x, …)’"
            )
            : Phrase(
                vi: "‘\(macro)’ cần một thông tin trong một nhóm, như ‘\(macro)(award.on)’",
                en: "‘\(macro)’ needs a fact in a group, such as ‘\(macro)(award.on)’"
            )
    }

    /// The names that may have been meant.
    public var hint: Phrase? {
        guard let candidates = parameters["candidates"], !candidates.isEmpty else { return nil }
        let first = candidates.split(separator: ",").prefix(3).joined(separator: ",")
        return Phrase(vi: "có phải là: \(first)?", en: "did you mean: \(first)?")
    }
}
