import Foundation
import LifecycleModel
import MailDelivery
import RuleLoading
import Rules
import Services
import Spreadsheets
import Store
import Terminal

/// The one place where errors of the layers below become what a person reads and how the program ends.
extension ErrorReport {
    /// Translates a known error; nil for one that is not ours (the argument parser's).
    init?(translating error: any Error) {
        switch error {
        case let report as ErrorReport: self = report
        case let fault as UseCaseFault: self.init(fault)
        case let fault as StoreError: self.init(fault)
        case let faults as RuleFileFaults: self.init(faults)
        case let fault as StreamFault:
            self.init(code: "output", message: fault.phrase, exit: .unavailable)
        case let fault as WorkbookFault:
            let exit: ExitStatus = fault.code == .notWritten ? .unavailable : .badData
            self.init(code: fault.code.rawValue, message: fault.phrase.sentence, exit: exit, hint: fault.hint?.sentence)
        case let refusal as Refusal: self.init(refusal)
        case let fault as MailFault:
            let exit: ExitStatus = fault.code == .noCurl ? .unavailable : .badData
            self.init(code: fault.code.rawValue, message: fault.phrase.sentence, exit: exit, hint: fault.hint.sentence)
        case let faults as TemplateFaults: self.init(faults)
        case let fault as any ExplainedError:
            self.init(code: "bad-data", message: fault.phrase.sentence, exit: .badData)
        case let fault as CocoaError:
            self.init(
                code: "file",
                message: Phrase(
                    vi: "Không đọc hoặc ghi được tệp: \(fault.filePath ?? "")",
                    en: "A file cannot be read or written: \(fault.filePath ?? "")"
                ),
                exit: .unavailable
            )
        default: return nil
        }
    }

    /// All faults of templates of letters, each at its place.
    private init(_ faults: TemplateFaults) {
        self.init(
            code: "mail-templates",
            message: Phrase(vi: "Mẫu thư có lỗi.", en: "Templates of letters have faults."),
            exit: .badData,
            faults: faults.faults.map { fault in
                ErrorReport(
                    code: fault.code.rawValue,
                    message: fault.phrase.sentence,
                    exit: .badData,
                    place: Place(file: fault.file, line: fault.line, column: .number(fault.column))
                )
            }
        )
    }

    /// For what nobody foresaw.
    static func unknown(_ error: any Error) -> ErrorReport {
        ErrorReport(
            code: "unknown",
            message: Phrase(vi: "Lỗi không lường trước: \(error)", en: "Unforeseen error: \(error)"),
            exit: .unavailable
        )
    }

    /// All faults of rule files or scenarios; the advice names the folder when one was named.
    init(_ faults: RuleFileFaults, rules: String? = nil) {
        let errors = faults.diagnostics.filter { $0.severity == .error }
        let checks = faults.subject == .rules
        let check = "nhiemvu rules check" + (rules.map { " --rules \($0.contains(" ") ? "'\($0)'" : $0)" } ?? "")
        self.init(
            code: checks ? "rule-files" : "scenario-files",
            message: faults.count.sentence,
            exit: .badData,
            hint: checks
                ? Phrase(vi: "Xem tất cả bằng «\(check)»", en: "See them all with \"\(check)\"") : nil,
            faults: (checks ? Array(errors.prefix(20)) : errors).map { diagnostic in
                ErrorReport(
                    code: diagnostic.code,
                    message: diagnostic.message,
                    exit: .badData,
                    place: Place(file: diagnostic.file, line: diagnostic.line, column: .number(diagnostic.column)),
                    hint: diagnostic.hint
                )
            }
        )
    }

    private init(_ fault: UseCaseFault) {
        let exit: ExitStatus =
            switch fault.kind {
            case .refused: .refused
            case .usage: .usage
            case .badData: .badData
            case .unavailable: .unavailable
            case .tryAgain: .tryAgain
            }
        self.init(code: fault.code, message: fault.message.sentence, exit: exit, hint: fault.hint?.sentence, blockers: fault.blockers)
    }

    /// The law refuses, for every reason it has; a sum beyond 64 bits is no question of law but bad data.
    private init(_ refusal: Refusal) {
        let isArithmetic = refusal.blockers.contains { $0.code == "arithmetic" }
        self.init(
            code: isArithmetic ? "arithmetic" : "refused",
            message: refusal.phrase.sentence,
            exit: isArithmetic ? .badData : .refused,
            blockers: isArithmetic ? [] : refusal.blockers
        )
    }

    private init(_ fault: StoreError) {
        let path = fault.subject
        let (message, hint, exit): (Phrase, Phrase?, ExitStatus) =
            switch fault.code {
            case .missing:
                (
                    Phrase(vi: "Chưa có kho dữ liệu tại «\(path)»", en: "There is no store at \"\(path)\""),
                    Phrase(
                        vi: "Tạo mới bằng «nhiemvu init», hoặc chỉ đúng chỗ bằng --store hay NHIEMVU_STORE",
                        en: "Make one with \"nhiemvu init\", or name the right place with --store or NHIEMVU_STORE"
                    ), .unavailable
                )
            case .exists:
                (
                    Phrase(vi: "Đã có tệp tại «\(path)»", en: "There is already a file at \"\(path)\""),
                    Phrase(vi: "Chọn chỗ khác bằng --store", en: "Choose another place with --store"), .unavailable
                )
            case .notAStore:
                (
                    Phrase(vi: "Tệp «\(path)» không phải kho dữ liệu của nhiemvu", en: "The file \"\(path)\" is not a store of nhiemvu"),
                    Phrase(
                        vi: """
                            Kiểm tra lại đường dẫn --store. Nếu tệp này từng là kho dữ liệu thì nó đã hỏng: giữ nguyên nó và đặt bản sao lưu \
                            gần nhất vào chỗ cũ; muốn lập kho mới thì dùng «nhiemvu init --store» với một tên khác
                            """,
                        en: """
                            Check the path given with --store. If this file was a store once, it is damaged: keep it as it is and put the \
                            newest backup in its place; to make a new store, use "nhiemvu init --store" with another name
                            """
                    ), .unavailable
                )
            case .damaged:
                (
                    Phrase(
                        vi: "Kho dữ liệu «\(path)» bị hỏng: \(fault.explanation?.vi ?? "SQLite báo «\(fault.cause)»")",
                        en: "The store \"\(path)\" is damaged: \(fault.explanation?[.en] ?? fault.cause)"
                    ),
                    Phrase(
                        vi: "Đừng ghi thêm; giữ nguyên tệp này và khôi phục từ bản sao lưu gần nhất",
                        en: "Write nothing more; keep this file as it is and restore the newest backup"
                    ), .unavailable
                )
            case .newerVersion:
                (
                    Phrase(
                        vi: "Kho dữ liệu «\(path)» do một phiên bản nhiemvu mới hơn ghi",
                        en: "The store \"\(path)\" was written by a newer nhiemvu"
                    ),
                    Phrase(vi: "Cài phiên bản mới của nhiemvu", en: "Install the newer nhiemvu"), .unavailable
                )
            case .busy:
                (
                    Phrase(vi: "Có người khác đang ghi vào «\(path)»", en: "Somebody else is writing to \"\(path)\""),
                    Phrase(vi: "Thử lại sau giây lát", en: "Try again in a moment"), .tryAgain
                )
            case .readOnly:
                (
                    fault.explanation ?? Phrase(vi: "Không được phép ghi vào «\(path)»", en: "\"\(path)\" cannot be written"),
                    Phrase(vi: "Kiểm tra quyền của tệp và thư mục chứa nó", en: "Check the rights of the file and of its folder"),
                    .unavailable
                )
            case .full:
                (
                    Phrase(
                        vi: "Đĩa đầy: «\(path)» không ghi thêm được; không có gì bị ghi dở",
                        en: "The disk is full: nothing was written to \"\(path)\""
                    ),
                    Phrase(vi: "Giải phóng chỗ trống rồi làm lại", en: "Free some space and do it again"), .unavailable
                )
            case .uncertain:
                (
                    Phrase(
                        vi: "Đĩa báo lỗi đúng lúc lưu vào «\(path)»: không rõ việc này đã được ghi trọn vẹn hay chưa được ghi",
                        en:
                            "The disk failed just when \"\(path)\" was saved: either all of this was recorded or nothing, nobody knows which"
                    ),
                    Phrase(
                        vi: "Sửa đĩa, rồi xem việc này đã có trong hồ sơ chưa («nhiemvu task log») trước khi làm lại",
                        en: "Mend the disk, then look whether it is in the record (\"nhiemvu task log\") before doing it again"
                    ), .unavailable
                )
            case .network:
                (
                    Phrase(
                        vi: "«\(path)» nằm trên đĩa mạng (\(fault.cause)): nhiều máy không dùng chung một kho được",
                        en: "\"\(path)\" is on a network disk (\(fault.cause)), where several machines cannot share a store"
                    ),
                    Phrase(
                        vi: """
                            Đặt kho trên đĩa của một máy và cùng làm việc trên máy đó; để chuyển kho về: «nhiemvu store restore "\(path)" --store \
                            CHỖ_MỚI». Bản sao lưu thì để trên đĩa mạng được
                            """,
                        en: """
                            Keep the store on a disk of one machine and work on that machine; to move it there: nhiemvu store restore \
                            "\(path)" --store NEW_PLACE. Backups may lie on a network disk
                            """
                    ), .unavailable
                )
            case .inputOutput:
                (
                    Phrase(
                        vi: "Đĩa báo lỗi khi đọc hoặc ghi «\(path)»; không có gì được ghi",
                        en: "The disk failed to read or write \"\(path)\"; nothing was recorded"
                    ),
                    Phrase(
                        vi: "Kiểm tra đĩa và kết nối của nó rồi làm lại; «nhiemvu store verify» cho biết kho còn nguyên hay không",
                        en: "Check the disk and its connection, then do it again; \"nhiemvu store verify\" says whether the store is whole"
                    ), .unavailable
                )
            default:
                (
                    Phrase(vi: "Lỗi kho dữ liệu «\(path)»: \(fault.cause)", en: "Store error at \"\(path)\": \(fault.cause)"), nil,
                    .unavailable
                )
            }
        self.init(code: fault.code.rawValue, message: message, exit: exit, hint: hint)
    }
}
