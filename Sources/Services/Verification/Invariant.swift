public import LifecycleModel
import Store

/// Something that must hold in every store, and is checked by `VerifyStore`.
public struct Invariant: Sendable, Hashable {
    /// A stable word for programs.
    public let code: String
    /// What it is about.
    public let area: Area
    /// What must hold.
    public let phrase: Phrase

    /// What an invariant is about.
    public enum Area: String, Sendable, Hashable, CaseIterable {
        case file, log, tasks, clocks, use, papers, register, councils, money, indicators, people, jobs

        /// What people call it.
        public var phrase: Phrase {
            switch self {
            case .file: Phrase(vi: "Tệp", en: "File")
            case .log: Phrase(vi: "Nhật ký", en: "Log")
            case .tasks: Phrase(vi: "Nhiệm vụ", en: "Tasks")
            case .clocks: Phrase(vi: "Thời hạn", en: "Deadlines")
            case .use: Phrase(vi: "Ứng dụng", en: "Use")
            case .papers: Phrase(vi: "Văn bản", en: "Papers")
            case .register: Phrase(vi: "Sổ đăng ký", en: "Register")
            case .councils: Phrase(vi: "Hội đồng", en: "Councils")
            case .money: Phrase(vi: "Kinh phí", en: "Money")
            case .indicators: Phrase(vi: "Chỉ tiêu", en: "Indicators")
            case .people: Phrase(vi: "Người", en: "People")
            case .jobs: Phrase(vi: "Việc tự động", en: "Jobs")
            }
        }
    }

    private init(_ area: Area, _ code: String, _ vi: String, _ en: String) {
        self.code = code
        self.area = area
        phrase = Phrase(vi: vi, en: en)
    }

    /// All of them, by area.
    public static let all = replayed + RowRule.allCases.map(Invariant.init)

    /// Those that are checked by folding the log again, or by looking at the file.
    private static let replayed = [
        Invariant(.file, "pages", "các trang và chỉ mục của tệp nguyên vẹn", "the pages and indices of the file are whole"),
        Invariant(.file, "references", "dòng nào dẫn tới dòng khác thì dòng ấy có", "rows refer to rows that are there"),
        Invariant(
            .file,
            "schema",
            "bảng, chỉ mục, chốt chặn đúng như phiên bản này lập ra",
            "tables, indices and guards are those of this version"
        ),
        Invariant(.log, "log", "mọi mã băm và gốc của nhật ký tính lại đều khớp", "every hash and the root of the log are as recomputed"),
        Invariant(
            .log,
            "log-tiles",
            "mã băm của các đoạn nhật ký tính lại vẫn thế",
            "the hashes of the log's tiles are what its leaves give"
        ),
        Invariant(
            .log,
            "definition-altered",
            "nội dung mỗi bộ quy tắc khớp mã băm của nó",
            "every definition has the content of its hash"
        ),
        Invariant(.log, "definition", "bộ quy tắc của mỗi nhiệm vụ còn đó", "the definition of every task is there"),
        Invariant(.tasks, "replay-failed", "mỗi nhiệm vụ chạy lại được từ nhật ký", "every task replays from the log"),
        Invariant(.tasks, "task-without-row", "nhiệm vụ nào trong nhật ký cũng có dòng", "every task of the log has a row"),
        Invariant(.tasks, "task-without-events", "dòng nhiệm vụ nào cũng có trong nhật ký", "every task with a row is in the log"),
        Invariant(.tasks, "snapshot", "ảnh chụp trạng thái là kết quả chạy lại", "the snapshot is what the replay gives"),
        Invariant(.tasks, "task-row", "dòng nhiệm vụ là kết quả chạy lại", "the task's row is what the replay gives"),
        Invariant(.tasks, "machine-rows", "các hồ sơ con là kết quả chạy lại", "the small machines are what the replay gives"),
        Invariant(
            .tasks,
            "bar-rows",
            "các hạn chế là kết quả chạy lại, không thừa không thiếu",
            "the bars are what the replay gives, no more, no less"
        ),
        Invariant(.clocks, "deadline-rows", "các thời hạn là kết quả chạy lại", "the deadlines are what the replay gives"),
        Invariant(.clocks, "calendar", "lịch đang dùng là lịch đã áp dụng", "the calendar in force is the one adopted"),
        Invariant(.use, "use-rows", "kết quả và minh chứng là kết quả chạy lại", "results and proofs of use are what the replay gives"),
        Invariant(
            .use,
            "use-move-rows",
            "diễn biến của kết quả và minh chứng là kết quả chạy lại",
            "the moves of results and proofs are what the replay gives"
        ),
        Invariant(.papers, "document-rows", "các văn bản là kết quả chạy lại", "the documents are what the replay gives"),
        Invariant(
            .papers,
            "attachment",
            "tệp đính kèm nào cũng còn và đúng nội dung, trừ tệp đã xoá theo quyết định",
            "every attached file is there as it was, but for those erased by a decision"
        ),
        Invariant(.papers, "attachment-size", "tệp đính kèm đúng kích thước đã ghi", "every attached file has the size on record"),
        Invariant(.papers, "erased-file", "tệp đã xoá theo quyết định không còn", "files erased by a decision are gone"),
        Invariant(
            .register,
            "register",
            "mục đăng ký là lần ghi cuối trong nhật ký",
            "every entry of the register is what was recorded last"
        ),
        Invariant(.register, "register-words", "từ để tìm của mục đăng ký đúng", "the words entries are found by are right"),
        Invariant(.councils, "council-code", "mã phiên họp đọc được", "the codes of sessions can be read"),
        Invariant(.councils, "council-replay", "mỗi phiên họp chạy lại được từ nhật ký", "every session replays from the log"),
        Invariant(
            .councils,
            "council-entry",
            "mục đăng ký phiên họp là kết quả chạy lại",
            "the entry of a session is what the replay gives"
        ),
        Invariant(.councils, "council-count", "kết quả kiểm phiếu đếm lại vẫn thế", "the count, counted again, is the one recorded"),
        Invariant(
            .councils,
            "council-machine",
            "phiên họp và hồ sơ con của nó cùng kết thúc",
            "a session and its small machine end together"
        ),
        Invariant(.councils, "council-salt", "phiếu nào cũng có muối", "every ballot has its salt"),
        Invariant(
            .money,
            "budget-replay",
            "kinh phí mỗi nhiệm vụ chạy lại được từ nhật ký",
            "the money of every task replays from the log"
        ),
        Invariant(.money, "budget-entry", "mục đăng ký kinh phí là kết quả chạy lại", "the entry of the money is what the replay gives"),
        Invariant(.money, "budget-facts", "thông tin của nhiệm vụ khớp bút toán", "the facts of the task agree with its journal"),
        Invariant(.money, "budget-balance", "sổ kép cân bằng", "the journal balances"),
        Invariant(.money, "budget-overdrawn", "không khoản cấp, tạm ứng, công nợ nào âm", "no allotment, advance or debt is overdrawn"),
        Invariant(.money, "year-budget-entry", "ngân sách năm khớp nhật ký", "the budget of a year is what was recorded"),
        Invariant(.indicators, "indicator-entry", "giá trị chỉ tiêu khớp nhật ký", "values of indicators are what was recorded"),
        Invariant(.indicators, "assignment-entry", "việc được giao khớp nhật ký", "assigned jobs stand as they were reported"),
        Invariant(
            .people,
            "personal-data",
            "dữ liệu cá nhân đúng cam kết trong nhật ký, hoặc đã xoá theo quyết định",
            "personal data are what the log commits to, or erased by a decision"
        ),
    ]

    private init(_ rule: RowRule) {
        let (area, vi, en): (Area, String, String) =
            switch rule {
            case .deadlineOrder: (.clocks, "hạn, gia hạn, hạn cuối nối tiếp nhau", "due, grace and lock dates follow each other")
            case .deadlineStopped: (.clocks, "thời hạn đã dừng thì có ngày dừng", "a clock has a day of stopping just when it is stopped")
            case .deadlineAsleep: (.clocks, "lịch không đợi thời hạn đứng yên", "the calendar waits for no clock that stands still")
            case .evidenceResult: (.use, "minh chứng nói về một kết quả của nhiệm vụ", "a proof of use is about a result of its task")
            case .useMoveSubject: (.use, "diễn biến là của kết quả, minh chứng có thật", "a move is of a result or proof that is there")
            case .documentEvent: (.papers, "văn bản đi cùng sự kiện của nhiệm vụ", "a document came with an event of its task")
            case .documentFile: (.papers, "tệp có đủ mã băm, tên, kích thước", "a file has hash, name and size")
            case .barOrder: (.tasks, "hạn chế không hết trước khi bắt đầu", "a bar does not end before it begins")
            case .firstEvent: (.log, "nhiệm vụ bắt đầu bằng việc đăng ký, một lần", "a task begins with its registration, once")
            case .eventDefinition: (.log, "sự kiện nêu bộ quy tắc đã áp dụng", "events name the rules they were decided under")
            case .eventActor: (.log, "người ghi sự kiện có trong sổ đăng ký", "whoever recorded an event is in the register")
            case .taskParties: (.tasks, "các bên của nhiệm vụ có trong sổ đăng ký", "the parties of a task are in the register")
            case .taskMoney: (.tasks, "kinh phí không âm", "money of a task is not negative")
            case .personOrganisation: (.register, "tổ chức của một người có trong sổ", "the organisation of a person is in the register")
            case .personKin: (.register, "người thân có trong sổ", "relatives are in the register")
            case .participationParties:
                (.register, "người tham gia và nhiệm vụ có trong sổ", "whoever stands behind a task is in the register")
            case .councilTask: (.councils, "phiên họp thuộc một nhiệm vụ", "a session belongs to a task")
            case .councilMembers: (.councils, "thành viên có trong sổ đăng ký", "members are in the register")
            case .budgetTask: (.money, "kinh phí thuộc một nhiệm vụ", "money on record belongs to a task")
            case .erasedRoles: (.people, "người đã xoá dữ liệu không còn vai trò", "a person has no roles after their data were erased")
            case .jobRunEnd: (.jobs, "lần chạy xong thì có lúc xong", "a run that is over has an end")
            case .jobRunJob: (.jobs, "lần chạy thuộc một việc", "a run belongs to a job")
            case .letterEnd: (.jobs, "thư đã xong thì có lúc xong, thư đợi thì không", "a letter has an end just when it does not wait")
            case .letterPerson: (.jobs, "người nhận thư có trong sổ", "a letter goes to somebody in the register")
            case .noticePerson: (.jobs, "người được báo có trong sổ", "a notice goes to somebody in the register")
            case .noticeLetter: (.jobs, "thông báo nằm trong thư gửi đúng người", "a notice is in a letter to the same person")
            }
        self.init(area, rule.rawValue, vi, en)
    }

    /// The invariant a rule between rows is.
    static func of(_ rule: RowRule) -> Invariant { Invariant(rule) }
}
