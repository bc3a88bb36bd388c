import LifecycleModel

/// What a column of the open data holds: its type in the words of Frictionless Table Schema, and its meaning.
struct PublicColumn {
    let type: String
    let meaning: Phrase

    private init(_ type: String, _ vi: String, _ en: String) {
        self.type = type
        meaning = Phrase(vi: vi, en: en)
    }

    /// The column of that name, which means the same in every table.
    init?(named name: String) {
        switch name {
        case "code": self.init("string", "Mã", "Code")
        case "title": self.init("string", "Tên nhiệm vụ", "Title")
        case "level": self.init("string", "Cấp quản lý: province cấp tỉnh, base cấp cơ sở", "Level: province, base")
        case "kind": self.init("string", "Loại, theo từ của tệp quy tắc", "Kind, in the words of the rule files")
        case "field": self.init("string", "Lĩnh vực nghiên cứu", "Field of science")
        case "route": self.init("string", "Phương thức: tuyển chọn, giao trực tiếp, tài trợ", "Route: selection, direct assignment, grant")
        case "regime": self.init("string", "Chế độ pháp lý", "Legal regime")
        case "programme":
            self.init("string", "Mã chương trình; trống là ngoài chương trình", "Code of the programme; empty outside of programmes")
        case "host":
            self.init(
                "string",
                "Mã tổ chức chủ trì hoặc tổ chức chịu trách nhiệm ứng dụng",
                "Code of the host, or of who answers for the use"
            )
        case "orderer": self.init("string", "Mã cơ quan đặt hàng", "Code of the ordering body")
        case "list_year": self.init("integer", "Năm của danh mục", "Year of the list")
        case "stage": self.init("string", "Giai đoạn", "Stage")
        case "awarded_on": self.init("date", "Ngày phê duyệt", "Day of the award")
        case "accepted_on": self.init("date", "Ngày nghiệm thu đạt", "Day it passed acceptance")
        case "months": self.init("integer", "Thời gian thực hiện, tháng", "Duration in months")
        case "total_money": self.init("integer", "Tổng kinh phí được duyệt từ mọi nguồn, đồng", "Money awarded from all sources, đồng")
        case "name": self.init("string", "Tên", "Name")
        case "province": self.init("string", "Tỉnh", "Province")
        case "tasks": self.init("integer", "Số nhiệm vụ", "Number of tasks")
        case "accepted": self.init("integer", "Số nhiệm vụ đã nghiệm thu đạt", "Tasks that passed acceptance")
        case "results": self.init("integer", "Số kết quả của nhiệm vụ đã nghiệm thu", "Results of accepted tasks")
        case "results_in_use": self.init("integer", "Số kết quả có minh chứng ứng dụng được tính", "Results proved to be in use")
        case "year":
            self.init("integer", "Năm; ở bảng use là năm có tháng thứ 12 sau nghiệm thu", "Year; in use that of month 12 after acceptance")
        case "planned": self.init("integer", "Dự toán ngân sách nhà nước, đồng", "Planned of state money, đồng")
        case "allotted": self.init("integer", "Được giao trong năm, đồng", "Allotted in the year, đồng")
        case "advanced": self.init("integer", "Đã tạm ứng trong năm, đồng", "Advanced in the year, đồng")
        case "cleared": self.init("integer", "Đã thanh toán trong năm, đồng", "Cleared in the year, đồng")
        case "task": self.init("string", "Mã nhiệm vụ", "Code of the task")
        case "number": self.init("integer", "Số thứ tự kết quả trong nhiệm vụ", "Number among the task's results")
        case "last_day": self.init("date", "Ngày cuối được tính ứng dụng", "Last day on which use counts")
        case "verdict":
            self.init("string", "used đã ứng dụng, not-used chưa, open chưa đủ thời gian", "used, not-used, or open: not due yet")
        case "first_use_on": self.init("date", "Ngày bắt đầu sử dụng có minh chứng được tính", "First use that is proved")
        case "in_use": self.init("integer", "Số kết quả được ứng dụng đúng hạn (tử số)", "Results in use in time (numerator)")
        case "counted": self.init("integer", "Số kết quả được tính (mẫu số)", "Results counted (denominator)")
        case "percent": self.init("number", "Tỷ lệ %", "Per cent")
        case "open": self.init("integer", "Số kết quả chưa đủ thời gian", "Results not due yet")
        case "target": self.init("string", "Mục tiêu của kế hoạch cho năm đó", "The plan's target for that year")
        default: return nil
        }
    }
}
