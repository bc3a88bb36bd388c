public import LifecycleModel

/// Why a file is not taken as a document.
public enum AttachmentFault: ExplainedError, Sendable, Hashable {
    /// There is no such file, or it may not be read.
    case unreadable(path: String)
    /// A folder, link, device or pipe.
    case notAPlainFile(path: String)
    /// Nothing is in it.
    case empty(path: String)
    /// More bytes than allowed.
    case tooLarge(path: String, size: Int64, limit: Int64)
    /// The content is of no type that is taken.
    case unknownType(path: String)
    /// The name says one type, the content is another.
    case wrongEnding(path: String, type: AttachmentType)

    /// A stable word for programs.
    public var code: String {
        switch self {
        case .unreadable: "attachment_unreadable"
        case .notAPlainFile: "attachment_not_a_file"
        case .empty: "attachment_empty"
        case .tooLarge: "attachment_too_large"
        case .unknownType: "attachment_unknown_type"
        case .wrongEnding: "attachment_wrong_ending"
        }
    }

    /// What is wrong.
    public var phrase: Phrase {
        switch self {
        case .unreadable(let path):
            Phrase(vi: "không đọc được tệp ‘\(path)’", en: "the file ‘\(path)’ cannot be read")
        case .notAPlainFile(let path):
            Phrase(vi: "‘\(path)’ không phải tệp thường (thư mục hoặc liên kết)", en: "‘\(path)’ is no plain file (a folder or link)")
        case .empty(let path):
            Phrase(vi: "tệp ‘\(path)’ rỗng", en: "the file ‘\(path)’ is empty")
        case .tooLarge(let path, let size, let limit):
            Phrase(
                vi: "tệp ‘\(path)’ có \(size) byte, lớn hơn mức \(limit) byte",
                en: "the file ‘\(path)’ has \(size) bytes, more than \(limit)"
            )
        case .unknownType(let path):
            Phrase(vi: "nội dung tệp ‘\(path)’ không thuộc loại được nhận", en: "the content of ‘\(path)’ is of no type that is taken")
        case .wrongEnding(let path, let type):
            Phrase(
                vi: "tệp ‘\(path)’ có nội dung \(type.rawValue), khác với đuôi tệp",
                en: "the content of ‘\(path)’ is \(type.rawValue), unlike its ending"
            )
        }
    }

    /// How to mend it.
    public var hint: Phrase {
        switch self {
        case .unreadable: Phrase(vi: "kiểm tra đường dẫn và quyền đọc", en: "check the path and the right to read it")
        case .notAPlainFile: Phrase(vi: "chỉ đường dẫn tới chính tệp", en: "name the file itself")
        case .empty: Phrase(vi: "đính kèm tệp có nội dung", en: "attach a file with content")
        case .tooLarge: Phrase(vi: "giảm độ phân giải bản quét hoặc tách tệp", en: "scan at a lower resolution or split the file")
        case .unknownType: Phrase(vi: "nhận: \(Self.taken); không nhận tệp có macro", en: "taken: \(Self.taken); not files with macros")
        case .wrongEnding(_, let type): Phrase(vi: "đổi đuôi tệp thành .\(type.endings[0])", en: "change the ending to .\(type.endings[0])")
        }
    }

    private static var taken: String {
        AttachmentType.allCases.flatMap(\.endings).map { ".\($0)" }.joined(separator: " ")
    }
}
