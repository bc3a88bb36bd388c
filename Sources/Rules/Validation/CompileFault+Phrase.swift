public import Expressions
public import LifecycleModel

extension CompileFault {
    /// The complaint in both languages.
    public var phrase: Phrase {
        func value(_ name: String) -> String { parameters[name] ?? "?" }
        let vietnamese =
            switch code {
            case .unexpectedCharacter: "ký tự ‘\(value("character"))’ không được đứng ở đây"
            case .unterminatedString: "chuỗi chữ thiếu dấu đóng"
            case .invalidEscape: "không có chuỗi thoát ‘\(value("escape"))’"
            case .invalidNumber: "số ‘\(value("number"))’ không đọc được"
            case .unexpectedToken: "gặp ‘\(value("found"))’, cần \(value("expected"))"
            case .reservedWord: "‘\(value("name"))’ là từ dành riêng"
            case .invalidMacro: "dùng sai ‘\(value("macro"))’"
            case .limitExceeded: "biểu thức vượt giới hạn \(value("limit"))"
            case .unsupported: "không hỗ trợ \(value("construct"))"
            case .unknownName: "không có tên ‘\(value("name"))’"
            case .unknownFunction: "không có hàm ‘\(value("name"))’"
            case .unknownField: "‘\(value("record"))’ không có ‘\(value("field"))’"
            case .notSelectable: "kiểu \(value("type")) không có thành phần ‘\(value("field"))’"
            case .noMatchingOverload: "‘\(value("function"))’ không dùng được với \(value("arguments"))"
            case .notIterable: "‘\(value("macro"))’ không duyệt được kiểu \(value("type"))"
            case .typeMismatch: "sai kiểu: cần \(value("expected")), có \(value("found"))"
            }
        return Phrase(vi: vietnamese, en: message)
    }

    /// The names that may have been meant.
    public var hint: Phrase? {
        guard let candidates = parameters["candidates"], !candidates.isEmpty else { return nil }
        let first = candidates.split(separator: ",").prefix(3).joined(separator: ",")
        return Phrase(vi: "có phải là: \(first)?", en: "did you mean: \(first)?")
    }
}
