public import CanonicalJSON

/// An error that can say in both languages what is wrong and, where it can, what to do.
public protocol ExplainedError: Error {
    /// What is wrong, one sentence without a full stop.
    var phrase: Phrase { get }
}

extension JSONFault: ExplainedError {
    /// The fault with its place.
    public var phrase: Phrase {
        Phrase(
            vi: "JSON hỏng tại dòng \(line), cột \(column): \(kind.vietnamese)",
            en: "broken JSON at line \(line), column \(column): \(kind)"
        )
    }
}

extension JSONFault.Kind {
    fileprivate var vietnamese: String {
        switch self {
        case .unexpectedEnd: "văn bản kết thúc giữa chừng"
        case .unexpectedByte: "ký tự không hợp lệ"
        case .trailingContent: "thừa nội dung sau giá trị"
        case .badNumber: "số viết sai"
        case .fractionalNumber: "số có phần lẻ, chỉ nhận số nguyên"
        case .integerOutOfRange: "số nguyên vượt 64 bit"
        case .bareControlCharacter: "ký tự điều khiển chưa được mã hóa"
        case .badEscape: "chuỗi thoát không có trong JSON"
        case .loneSurrogate: "nửa cặp surrogate"
        case .invalidUTF8: "không phải UTF-8"
        case .duplicateKey(let key): "khóa ‘\(key)’ bị lặp"
        case .tooDeep(let limit): "lồng sâu quá \(limit) tầng"
        }
    }
}

extension JSONShapeFault: ExplainedError {
    /// The fault with its path.
    public var phrase: Phrase {
        let place = path.isEmpty ? "giá trị" : "‘\(path)’"
        return Phrase(
            vi: found.map { "\(place) không đúng kiểu: cần \(expected), có \($0)" } ?? "thiếu \(place): cần \(expected)",
            en: description
        )
    }
}
