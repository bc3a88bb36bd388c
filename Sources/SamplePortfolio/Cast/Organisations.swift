import LifecycleModel

/// The sample's organisations: all made up, and every name says so.
enum SampleOrganisations {
    /// Bodies of the province.
    static let department = "MAU-SKHCN"
    static let province = "MAU-UBND"
    static let finance = "MAU-STC"

    static let authorities: [(code: String, name: String)] = [
        (department, "Sở Khoa học và Công nghệ (mẫu)"), (province, "Ủy ban nhân dân tỉnh (mẫu)"), (finance, "Sở Tài chính (mẫu)"),
        ("MAU-HD", "Chuyên gia hội đồng tư vấn (mẫu)"),
    ]

    /// Organisations that carry tasks out, with the fields they work in.
    static let hosts: [(name: String, kind: String, fields: Set<Field>)] = [
        ("Viện Nông nghiệp Sông Mã (mẫu)", "institute", [.agriculture, .naturalScience]),
        ("Trung tâm Giống cây trồng Sông Chu (mẫu)", "public-unit", [.agriculture]),
        ("Trung tâm Giống vật nuôi Đồng Lương (mẫu)", "public-unit", [.agriculture]),
        ("Trung tâm Thủy sản ven biển (mẫu)", "public-unit", [.agriculture, .naturalScience]),
        ("Công ty cổ phần Nông nghiệp công nghệ cao Lam Sơn Xanh (mẫu)", "company", [.agriculture]),
        ("Công ty TNHH Giống cây lâm nghiệp Hòn Nẹ (mẫu)", "company", [.agriculture]),
        ("Hợp tác xã Dược liệu Mường Xanh (mẫu)", "cooperative", [.agriculture, .medicine]),
        (
            "Trường Đại học Tổng hợp Sông Mã (mẫu)", "university",
            [.agriculture, .naturalScience, .socialScience, .humanities, .engineering]
        ),
        ("Trường Đại học Nông Lâm Hàm Rồng (mẫu)", "university", [.agriculture, .naturalScience]),
        ("Trường Đại học Kỹ thuật Núi Nưa (mẫu)", "university", [.engineering, .naturalScience]),
        ("Trung tâm Ứng dụng công nghệ số (mẫu)", "public-unit", [.engineering]),
        ("Công ty cổ phần Cơ điện Biển Đông (mẫu)", "company", [.engineering]),
        ("Công ty cổ phần Vật liệu xây dựng Núi Đọ (mẫu)", "company", [.engineering]),
        ("Viện Công nghệ môi trường Bắc Trung Bộ (mẫu)", "institute", [.engineering, .naturalScience]),
        ("Trung tâm Quan trắc tài nguyên nước (mẫu)", "public-unit", [.naturalScience, .engineering]),
        ("Bệnh viện Đa khoa Trung tâm Sông Mã (mẫu)", "hospital", [.medicine]),
        ("Bệnh viện Nhi Hạc Thành (mẫu)", "hospital", [.medicine]),
        ("Bệnh viện Y học cổ truyền Sông Chu (mẫu)", "hospital", [.medicine]),
        ("Trường Cao đẳng Y Dược Hạc Thành (mẫu)", "college", [.medicine]),
        ("Công ty cổ phần Dược phẩm Núi Nưa (mẫu)", "company", [.medicine]),
        ("Trường Chính trị Lê Lai (mẫu)", "college", [.socialScience]),
        ("Viện Kinh tế và Phát triển vùng (mẫu)", "institute", [.socialScience]),
        ("Trường Đại học Văn hóa Hàm Rồng (mẫu)", "university", [.humanities, .socialScience]),
        ("Trung tâm Nghiên cứu lịch sử và di sản (mẫu)", "public-unit", [.humanities]),
        ("Viện Giáo dục và Con người xứ Thanh (mẫu)", "institute", [.socialScience, .humanities]),
        ("Trung tâm Bảo tồn di sản văn hóa (mẫu)", "public-unit", [.humanities]),
    ]

    /// Bodies that order tasks and use their results.
    static let orderers: [(name: String, fields: Set<Field>)] = [
        ("Sở Nông nghiệp và Môi trường (mẫu)", [.agriculture, .naturalScience]),
        ("Sở Y tế (mẫu)", [.medicine]),
        ("Sở Công Thương (mẫu)", [.engineering]),
        ("Sở Xây dựng (mẫu)", [.engineering]),
        ("Sở Văn hóa, Thể thao và Du lịch (mẫu)", [.humanities, .socialScience]),
        ("Sở Giáo dục và Đào tạo (mẫu)", [.socialScience, .humanities]),
        ("Sở Nội vụ (mẫu)", [.socialScience]),
        ("Ban Quản lý Khu kinh tế ven biển (mẫu)", [.engineering, .naturalScience]),
        ("Hội Nông dân tỉnh (mẫu)", [.agriculture]),
        ("Ủy ban nhân dân vùng Núi Nưa (mẫu)", [.agriculture, .humanities, .engineering]),
        ("Ủy ban nhân dân vùng Mường Xanh (mẫu)", [.agriculture, .medicine, .socialScience]),
        ("Ủy ban nhân dân vùng Biển Đông (mẫu)", [.agriculture, .naturalScience, .humanities]),
    ]

    static func host(_ index: Int) -> String { "MAU-CT-\(twoDigits(index + 1))" }
    static func orderer(_ index: Int) -> String { "MAU-DH-\(twoDigits(index + 1))" }

    /// All of them, as the register keeps them.
    static var all: [Organisation] {
        let rows =
            authorities.map { ($0.code, $0.name, "authority") } + hosts.enumerated().map { (host($0), $1.name, $1.kind) }
            + orderers.enumerated().map { (orderer($0), $1.name, "authority") }
        return rows.compactMap { code, name, kind in
            (try? OrganisationCode(code)).map { Organisation(code: $0, name: name, kind: kind, province: "Thanh Hóa") }
        }
    }
}

/// A number with at least two digits.
func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
/// A number with at least three digits.
func threeDigits(_ number: Int) -> String { number < 100 ? "0\(twoDigits(number))" : "\(number)" }
