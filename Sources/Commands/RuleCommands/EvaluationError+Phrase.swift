import ExpressionExchange
import Expressions
import LifecycleModel
import Rules

extension EvaluationError {
    /// The reason in both languages, in words for people who do not program.
    var phrase: Phrase {
        switch kind {
        case .missingFact(let path): Phrase(vi: "thiếu số liệu ‘\(path)’", en: "the fact ‘\(path)’ is missing")
        case .noSuchKey(let key): Phrase(vi: "không có khóa \(key)", en: "there is no key \(key)")
        case .indexOutOfRange(let index, let count):
            Phrase(
                vi: "vị trí \(index) nằm ngoài danh sách có \(count) phần tử",
                en: "the place \(index) is outside of a list of \(count)"
            )
        case .duplicateKey(let key): Phrase(vi: "khóa \(key) đứng hai lần", en: "the key \(key) stands twice")
        case .unsupportedKeyType(let type):
            Phrase(
                vi: "\(ExpressionWords.type(type).vi) không làm khóa được",
                en: "\(ExpressionWords.type(type)[.en]) cannot be a key"
            )
        case .overflow(let what): Phrase(vi: "vượt giới hạn của kiểu: \(what)", en: "out of range: \(what)")
        case .divisionByZero: Phrase(vi: "chia cho 0", en: "division by zero")
        case .modulusByZero: Phrase(vi: "chia lấy dư cho 0", en: "remainder of a division by zero")
        case .unreadable(let text, let type):
            Phrase(
                vi: "không đọc được ‘\(text)’ thành \(ExpressionWords.type(type).vi)",
                en: "‘\(text)’ cannot be read as \(ExpressionWords.type(type)[.en])"
            )
        case .unknownTimeZone(let zone): Phrase(vi: "không có múi giờ ‘\(zone)’", en: "there is no time zone ‘\(zone)’")
        case .invalidArgument(let what): Phrase(vi: "giá trị không dùng được (\(what))", en: "invalid argument: \(what)")
        case .noMatchingOverload(let function, let arguments):
            ExpressionWords.impossible(function, of: arguments.map(ExpressionWords.type))
        case .unknownFunction(let name): Phrase(vi: "không có hàm ‘\(name)’", en: "there is no function ‘\(name)’")
        case .limitExceeded(let limit):
            Phrase(
                vi: "vượt giới hạn: \(ExpressionWords.limit(limit.rawValue).vi)",
                en: "beyond a limit: \(ExpressionWords.limit(limit.rawValue)[.en])"
            )
        }
    }
}

extension EvaluationAnswer.Wording {
    /// The words of this run's language.
    static var spoken: EvaluationAnswer.Wording {
        let language = Speech.language
        return EvaluationAnswer.Wording(
            fault: { fault in [fault.phrase[language], fault.hint?[language]].compactMap { $0 }.joined(separator: "; ") },
            error: { $0.phrase[language] }
        )
    }
}
