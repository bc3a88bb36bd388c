/// The columns of one kind of file.
protocol TableColumn: RawRepresentable<String>, Hashable, CaseIterable, Sendable {
    /// The names that a Vietnamese header may use, besides the raw value.
    var vietnamese: [String] { get }
    /// Whether the column must be there and no cell of it may be empty.
    var isRequired: Bool { get }
}

enum OrganisationColumn: String, TableColumn {
    case code, name, kind, province

    var vietnamese: [String] {
        switch self {
        case .code: ["mã", "mã tổ chức"]
        case .name: ["tên", "tên tổ chức"]
        case .kind: ["loại", "loại hình", "loại tổ chức"]
        case .province: ["tỉnh", "tỉnh, thành phố", "tỉnh thành"]
        }
    }

    var isRequired: Bool { self != .province }
}

enum PersonColumn: String, TableColumn {
    case code, name, degree, organisation, field, roles, sex, email
    case erasedOn = "erased_on"

    var vietnamese: [String] {
        switch self {
        case .code: ["mã", "mã cá nhân", "mã người"]
        case .name: ["tên", "họ tên", "họ và tên"]
        case .degree: ["học vị", "học hàm, học vị", "học hàm học vị"]
        case .organisation: ["tổ chức", "đơn vị", "cơ quan", "nơi công tác"]
        case .field: ["lĩnh vực", "chuyên môn", "chuyên ngành"]
        case .roles: ["vai trò"]
        case .sex: ["giới", "giới tính"]
        case .email: ["thư điện tử", "địa chỉ thư điện tử", "e-mail", "hộp thư"]
        case .erasedOn: ["ngày xoá dữ liệu", "dữ liệu xoá ngày"]
        }
    }

    var isRequired: Bool { self == .code || self == .name }
}

enum ProgrammeColumn: String, TableColumn {
    case code, name
    case fromYear = "from_year"
    case toYear = "to_year"

    /// The columns as a file of ours has them.
    static let inOrder: [ProgrammeColumn] = [.code, .name, .fromYear, .toYear]

    var vietnamese: [String] {
        switch self {
        case .code: ["mã", "mã chương trình"]
        case .name: ["tên", "tên chương trình"]
        case .fromYear: ["từ năm", "năm bắt đầu"]
        case .toYear: ["đến năm", "năm kết thúc"]
        }
    }

    var isRequired: Bool { true }
}

enum TaskColumn: String, TableColumn {
    case code, title, year, regime, level, kind, field, programme, route, host, investigator, orderer, months
    case proposedOn = "proposed_on"
    case stateMoney = "state_money"
    case counterpartMoney = "counterpart_money"

    /// The columns as a file of ours has them.
    static let inOrder: [TaskColumn] = [
        .code, .title, .proposedOn, .year, .regime, .level, .kind, .field, .programme, .route, .host, .investigator, .orderer, .stateMoney,
        .counterpartMoney, .months,
    ]

    var vietnamese: [String] {
        switch self {
        case .code: ["mã", "mã nhiệm vụ"]
        case .title: ["tên", "tên nhiệm vụ"]
        case .proposedOn: ["ngày đề xuất"]
        case .year: ["năm", "năm danh mục"]
        case .regime: ["chế độ", "chế độ pháp lý", "quy định áp dụng"]
        case .level: ["cấp", "cấp quản lý"]
        case .kind: ["loại", "loại hình", "loại hình nhiệm vụ", "loại nhiệm vụ"]
        case .field: ["lĩnh vực"]
        case .programme: ["chương trình", "mã chương trình"]
        case .route: ["phương thức", "phương thức giao", "hình thức giao"]
        case .host: ["tổ chức chủ trì", "đơn vị chủ trì", "chủ trì"]
        case .investigator: ["chủ nhiệm", "chủ nhiệm nhiệm vụ"]
        case .orderer: ["đơn vị đặt hàng", "tổ chức đặt hàng", "bên đặt hàng"]
        case .stateMoney: ["kinh phí nhà nước", "ngân sách nhà nước", "kinh phí ngân sách"]
        case .counterpartMoney: ["kinh phí đối ứng", "vốn đối ứng", "đối ứng"]
        case .months: ["số tháng", "thời gian (tháng)", "thời gian thực hiện (tháng)"]
        }
    }

    var isRequired: Bool { self == .code || self == .title || self == .proposedOn }
}

enum HistoryColumn: String, TableColumn {
    case task, event, machine, actor, facts, documents, note
    case happenedOn = "happened_on"

    static let inOrder: [HistoryColumn] = [.task, .happenedOn, .event, .machine, .actor, .facts, .documents, .note]

    var vietnamese: [String] {
        switch self {
        case .task: ["mã", "nhiệm vụ", "mã nhiệm vụ"]
        case .happenedOn: ["ngày", "ngày xảy ra", "ngày diễn ra"]
        case .event: ["sự kiện"]
        case .machine: ["tiến trình con", "hồ sơ con"]
        case .actor: ["người ghi", "người thực hiện"]
        case .facts: ["thông tin", "dữ kiện"]
        case .documents: ["tài liệu", "văn bản"]
        case .note: ["ghi chú"]
        }
    }

    var isRequired: Bool { self == .task || self == .happenedOn || self == .event || self == .actor }
}
