import LifecycleModel
import Rules
import Yams

// Faults of a file as such, before it is read as rules.
extension Diagnostic {
    private static func error(
        _ code: String,
        _ file: String,
        line: Int = 1,
        column: Int = 1,
        vi: String,
        en: String,
        hint: Phrase? = nil
    ) -> Diagnostic {
        Diagnostic(
            severity: .error,
            file: file,
            line: line,
            column: column,
            code: code,
            message: Phrase(vi: vi, en: en),
            hint: hint
        )
    }

    static func noDirectory(_ path: String) -> Diagnostic {
        error("unreadable-file", path, vi: "không có thư mục quy tắc này", en: "there is no such rule directory")
    }

    static func noRegime(_ name: String, hint: Phrase?) -> Diagnostic {
        error("unknown-regime", name, vi: "không có chế độ ‘\(name)’", en: "there is no regime ‘\(name)’", hint: hint)
    }

    static func unreadable(_ file: String) -> Diagnostic {
        error("unreadable-file", file, vi: "không có hoặc không đọc được tệp", en: "the file is not there or cannot be read")
    }

    static func tooLarge(_ file: String, limit: Int) -> Diagnostic {
        error("file-too-large", file, vi: "tệp lớn hơn \(limit >> 20) MiB", en: "the file is larger than \(limit >> 20) MiB")
    }

    static func notUTF8(_ file: String, line: Int, column: Int) -> Diagnostic {
        error(
            "not-utf8",
            file,
            line: line,
            column: column,
            vi: "tệp không phải UTF-8",
            en: "the file is not UTF-8",
            hint: Phrase(vi: "lưu lại tệp với bảng mã UTF-8", en: "save the file as UTF-8")
        )
    }

    static func tab(_ file: String, line: Int, column: Int) -> Diagnostic {
        error(
            "tab",
            file,
            line: line,
            column: column,
            vi: "YAML không dùng ký tự tab để thụt dòng",
            en: "YAML does not allow tab characters for indentation",
            hint: Phrase(vi: "thay mỗi tab bằng dấu cách", en: "replace each tab with blanks")
        )
    }

    static func notNFC(_ file: String, line: Int, column: Int) -> Diagnostic {
        error(
            "not-nfc",
            file,
            line: line,
            column: column,
            vi: "chữ có dấu viết rời (không ở dạng NFC)",
            en: "a letter with a detached mark (not in NFC)",
            hint: Phrase(vi: "chuyển tệp sang Unicode dựng sẵn (NFC)", en: "convert the file to composed Unicode (NFC)")
        )
    }

    static func hidden(_ character: Unicode.Scalar, _ file: String, line: Int, column: Int) -> Diagnostic {
        error(
            "hidden-character",
            file,
            line: line,
            column: column,
            vi: "có ký tự ẩn \(character.codePoint): tệp đọc khác với chữ nhìn thấy",
            en: "the hidden character \(character.codePoint): the file reads otherwise than it looks",
            hint: Phrase(vi: "xóa ký tự này", en: "delete it")
        )
    }

    static func tooManyAliases(_ file: String, limit: Int) -> Diagnostic {
        error("too-many-aliases", file, vi: "quá \(limit) bí danh YAML (*tên)", en: "more than \(limit) YAML aliases (*name)")
    }

    static func tooManyNodes(_ file: String, limit: Int) -> Diagnostic {
        error("file-too-large", file, vi: "tệp có quá \(limit) giá trị", en: "the file holds more than \(limit) values")
    }

    static func empty(_ file: String) -> Diagnostic {
        error("empty-file", file, vi: "tệp trống", en: "the file is empty")
    }

    static func duplicateKey(_ key: String, _ file: String, line: Int, column: Int, earlier: Int?) -> Diagnostic {
        error(
            "duplicate-key",
            file,
            line: line,
            column: column,
            vi: earlier.map { "khóa ‘\(key)’ bị lặp, đã có ở dòng \($0)" } ?? "khóa ‘\(key)’ bị lặp",
            en: earlier.map { "the key ‘\(key)’ occurs twice, first on line \($0)" } ?? "the key ‘\(key)’ occurs twice"
        )
    }

    /// What Yams says about a text that is no YAML.
    static func yaml(_ fault: any Error, _ file: String) -> Diagnostic {
        switch fault {
        case YamlError.scanner(let context, let problem, let mark, _), YamlError.parser(let context, let problem, let mark, _),
            YamlError.composer(let context, let problem, let mark, _):
            let english = [problem, context?.text].compactMap { $0 }.joined(separator: " ")
            let (vietnamese, hint) = explained(problem)
            return error("yaml", file, line: mark.line, column: mark.column, vi: vietnamese, en: english, hint: hint)
        case YamlError.reader(let problem, let offset, _, let text):
            let before = text.prefix(offset ?? 0)
            let line = before.count { $0.isNewline } + 1
            let column = before.reversed().prefix { !$0.isNewline }.count + 1
            return error("yaml", file, line: line, column: column, vi: "có ký tự không được phép trong YAML", en: problem)
        default:
            return error("yaml", file, vi: "YAML không đọc được", en: "this is not readable as YAML")
        }
    }

    /// The commonest complaints of libyaml in Vietnamese, with what to do.
    private static func explained(_ problem: String) -> (String, Phrase?) {
        func has(_ words: String) -> Bool { problem.contains(words) }
        if has("mapping values are not allowed") {
            let hint = Phrase(vi: "đặt văn bản có dấu ‘: ’ trong ngoặc kép", en: "put a text that contains ‘: ’ in quotes")
            return ("dấu ‘:’ không được đứng ở đây", hint)
        }
        if has("cannot start any token") {
            let hint = Phrase(vi: "đặt giá trị trong ngoặc kép", en: "put the value in quotes")
            return ("ký tự không được đứng đầu một giá trị", hint)
        }
        if has("expected alphabetic or numeric") || has("undefined alias") {
            let hint = Phrase(vi: "viết \"*\" trong ngoặc kép", en: "write \"*\" in quotes")
            return ("dấu * đứng đầu được hiểu là bí danh YAML", hint)
        }
        if has("expected ',' or") { return ("thiếu dấu phẩy hoặc dấu đóng ngoặc", nil) }
        if has("block end") || has("expected <block end>") { return ("thụt dòng không khớp với các dòng trên", nil) }
        if has("expected ':'") { return ("thiếu dấu ‘:’ sau khóa", nil) }
        if has("end of stream") { return ("tệp kết thúc giữa chừng (thiếu dấu đóng?)", nil) }
        if has("another document") { return ("tệp có hơn một tài liệu YAML (---)", nil) }
        return ("YAML sai cú pháp: \(problem)", nil)
    }
}
