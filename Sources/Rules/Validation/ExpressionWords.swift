public import LifecycleModel

/// The guard language in words for people who do not program: its types, its operators, its grammar.
public enum ExpressionWords {
    /// A type as ``ValueType`` or the run time names it: `list(string)` is a list, `google.protobuf.Timestamp` a date.
    ///
    /// What is none of the language's types is the name of a group of facts.
    public static func type(_ name: String) -> Phrase {
        let head = name.split(separator: "(", maxSplits: 1).first.map(String.init) ?? name
        return types[head] ?? Phrase(vi: "nhóm thông tin ‘\(name)’", en: "the group of facts ‘\(name)’")
    }

    /// Types separated by commas, those in parentheses left together: `int, map(string, int)` are two.
    static func types(in list: String) -> [Phrase] {
        var names = [""]
        var depth = 0
        for character in list {
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            if character == ",", depth == 0 {
                names.append("")
            } else if character != " " || !names[names.count - 1].isEmpty {
                names[names.count - 1].append(character)
            }
        }
        return names.filter { !$0.isEmpty }.map(type)
    }

    /// What cannot be done: an operator (`_>=_`, `-_`, `_[_]`) or a function with values of these types.
    public static func impossible(_ function: String, of types: [Phrase]) -> Phrase {
        let vietnamese = types.map(\.vi)
        let english = types.map { $0[.en] }
        let symbol = function.filter { $0 != "_" }
        let all = Phrase(
            vi: vietnamese.isEmpty ? "giá trị nào" : vietnamese.joined(separator: " và "),
            en: english.isEmpty ? "no value" : english.joined(separator: " and ")
        )
        guard function.hasPrefix("_") || function.hasSuffix("_") || function.hasPrefix("@") else {
            return Phrase(
                vi: "không dùng được hàm ‘\(function)’ với \(all.vi)",
                en: "the function ‘\(function)’ cannot be used with \(all[.en])"
            )
        }
        guard types.count == 2 else {
            return Phrase(vi: "không dùng được phép ‘\(symbol)’ với \(all.vi)", en: "‘\(symbol)’ cannot be used with \(all[.en])")
        }
        switch symbol {
        case "<", "<=", ">", ">=", "==", "!=":
            return Phrase(
                vi: "không so sánh ‘\(symbol)’ được giữa \(vietnamese[0]) và \(vietnamese[1])",
                en: "‘\(symbol)’ cannot compare \(english[0]) with \(english[1])"
            )
        case "in", "@in":
            return Phrase(
                vi: "không tìm được \(vietnamese[0]) trong \(vietnamese[1]) bằng ‘in’",
                en: "‘in’ cannot look for \(english[0]) in \(english[1])"
            )
        case "[]":
            return Phrase(
                vi: "không lấy được phần tử của \(vietnamese[0]) bằng \(vietnamese[1])",
                en: "no element of \(english[0]) can be had by \(english[1])"
            )
        default:
            return Phrase(
                vi: "không tính ‘\(symbol)’ được giữa \(vietnamese[0]) và \(vietnamese[1])",
                en: "‘\(symbol)’ cannot work on \(english[0]) and \(english[1])"
            )
        }
    }

    /// What stands at a place of an expression.
    static func found(_ text: String) -> Phrase {
        text == "end of expression"
            ? Phrase(vi: "biểu thức dừng ở đây", en: "the expression ends here") : Phrase(vi: "gặp ‘\(text)’", en: "‘\(text)’ stands here")
    }

    /// What should stand there.
    static func expected(_ text: String) -> Phrase {
        let vietnamese =
            switch text {
            case "a value": "một giá trị"
            case "a name": "một tên"
            case "a field name": "tên một thông tin"
            case "an argument": "một đối số"
            case "an operator or the end": "một phép tính hoặc hết biểu thức"
            default: quoted(text)
            }
        return Phrase(vi: vietnamese, en: quoted(text))
    }

    /// A symbol between the quotation marks of all messages.
    private static func quoted(_ text: String) -> String {
        text.count > 2 && text.hasPrefix("'") && text.hasSuffix("'") ? "‘\(text.dropFirst().dropLast())’" : text
    }

    /// A bound of the language.
    public static func limit(_ name: String) -> Phrase {
        limits[name] ?? Phrase(vi: name)
    }

    private static let limits: [String: Phrase] = [
        "source-bytes": Phrase(vi: "độ dài của biểu thức", en: "the length of an expression"),
        "depth": Phrase(vi: "số tầng lồng nhau", en: "how deep parts may be nested"),
        "steps": Phrase(vi: "số bước tính", en: "the steps of one evaluation"),
        "string-bytes": Phrase(vi: "độ dài của một chuỗi chữ", en: "the length of a text"),
        "list-elements": Phrase(vi: "số phần tử của một danh sách", en: "the elements of a list"),
        "pattern-instructions": Phrase(vi: "độ lớn của một mẫu so khớp", en: "the size of a pattern"),
    ]

    private static let types: [String: Phrase] = {
        let date = Phrase(vi: "một ngày", en: "a date")
        let duration = Phrase(vi: "một khoảng thời gian", en: "a length of time")
        return [
            "dyn": Phrase(vi: "một giá trị bất kỳ", en: "any value"),
            "null_type": Phrase(vi: "giá trị trống", en: "the empty value"),
            "bool": Phrase(vi: "một giá trị đúng/sai", en: "a yes or no"),
            "int": Phrase(vi: "một số nguyên", en: "a whole number"),
            "uint": Phrase(vi: "một số nguyên không âm", en: "a whole number without sign"),
            "double": Phrase(vi: "một số thập phân", en: "a decimal number"),
            "string": Phrase(vi: "một chuỗi chữ", en: "a text"),
            "bytes": Phrase(vi: "một dãy byte", en: "a sequence of bytes"),
            "timestamp": date, "google.protobuf.Timestamp": date,
            "duration": duration, "google.protobuf.Duration": duration,
            "list": Phrase(vi: "một danh sách", en: "a list"),
            "map": Phrase(vi: "một bảng tra", en: "a map"),
            "type": Phrase(vi: "một kiểu", en: "a type"),
        ]
    }()
}
