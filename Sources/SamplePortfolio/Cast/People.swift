import LifecycleModel

/// The sample's people. Nobody real: every given name is “Mẫu” with a number.
enum SamplePeople {
    /// Investigators of each host.
    static let investigatorsOfHost = 9

    /// People of the department, the province and the councils, and the roles they hold.
    static let officials: [(code: String, title: String, organisation: String, roles: [String])] =
        [
            ("MAU-CB-01", "Giám đốc", SampleOrganisations.department, ["department-director"]),
            ("MAU-CB-02", "Trưởng phòng", SampleOrganisations.department, ["department-head"]),
            ("MAU-CB-03", "Trưởng phòng", SampleOrganisations.department, ["department-head"]),
            ("MAU-CB-04", "Trưởng phòng", SampleOrganisations.department, ["department-head"]),
            ("MAU-CB-05", "Chuyên viên", SampleOrganisations.department, ["department-officer"]),
            ("MAU-CB-06", "Chuyên viên", SampleOrganisations.department, ["department-officer"]),
            ("MAU-CB-07", "Chuyên viên", SampleOrganisations.department, ["department-officer"]),
            ("MAU-CB-08", "Thư ký hành chính", SampleOrganisations.department, ["administrative-secretary"]),
            ("MAU-CB-09", "Kế toán trưởng", SampleOrganisations.department, ["department-finance"]),
            ("MAU-CB-10", "Chuyên viên thông tin", SampleOrganisations.department, ["information-officer"]),
            ("MAU-CB-11", "Chủ tịch", SampleOrganisations.province, ["province-chair"]),
            ("MAU-CB-12", "Chuyên viên", SampleOrganisations.finance, ["province-finance"]),
        ]
        + Field.allCases.indices.flatMap { index in
            [
                ("MAU-HD-\(twoDigits(index + 1))-CT", "GS.TS.", "MAU-HD", ["council-chair", "council-member"]),
                ("MAU-HD-\(twoDigits(index + 1))-TK", "TS.", "MAU-HD", ["council-secretary", "council-member"]),
            ]
        }

    /// The chief accountant of the department.
    static let finance = "MAU-CB-09"

    /// The person through whom an organisation acts.
    static func contact(of organisation: String) -> String { "\(organisation)-DM" }
    static func institutionHead(of organisation: String) -> String { "\(organisation)-TT" }
    static func institutionOfficer(of organisation: String) -> String { "\(organisation)-KH" }
    static func investigator(_ number: Int, of organisation: String) -> String { "\(organisation)-CN\(number + 1)" }

    /// The field that somebody of the councils judges; nil for everybody else.
    private static func fieldOfCouncil(_ code: String) -> String? {
        Field.allCases.enumerated().first { code.hasPrefix("MAU-HD-\(twoDigits($0.offset + 1))-") }?.element.rawValue
    }

    /// All of them, as the register keeps them.
    static var all: [Person] {
        var rows = officials.map { ($0.code, $0.title, $0.organisation, $0.roles, fieldOfCouncil($0.code)) }
        for index in SampleOrganisations.orderers.indices {
            let code = SampleOrganisations.orderer(index)
            rows.append((contact(of: code), "Đầu mối", code, ["orderer", "proposer"], nil))
        }
        for (index, host) in SampleOrganisations.hosts.enumerated() {
            let code = SampleOrganisations.host(index)
            rows.append((contact(of: code), "Đầu mối", code, ["host", "proposer"], nil))
            rows.append((institutionHead(of: code), "Thủ trưởng", code, ["institution-head"], nil))
            rows.append((institutionOfficer(of: code), "Quản lý khoa học", code, ["institution-officer"], nil))
            let fields = host.fields.map(\.rawValue).sorted()
            for number in 0..<investigatorsOfHost {
                rows.append(
                    (investigator(number, of: code), titles[number % titles.count], code, ["investigator"], fields[number % fields.count])
                )
            }
        }
        return rows.enumerated().compactMap { index, row in
            guard let code = try? PersonCode(row.0) else { return nil }
            return Person(
                code: code,
                name: "\(families[index % families.count]) \(isWoman(index) ? "Thị" : "Văn") Mẫu \(index + 1)",
                title: row.1,
                organisation: try? OrganisationCode(row.2),
                field: row.4,
                // As with any register, of some it is not on record.
                sex: index % 31 == 30 ? nil : isWoman(index) ? .female : .male,
                roles: row.3
            )
        }
    }

    private static func isWoman(_ index: Int) -> Bool { index % 3 == 1 }

    private static let titles = ["ThS.", "TS.", "ThS.", "PGS.TS.", "KS."]
    private static let families = [
        "Nguyễn", "Lê", "Trần", "Phạm", "Hoàng", "Đỗ", "Bùi", "Vũ", "Trịnh", "Hà", "Lương", "Mai", "Đặng", "Cao",
    ]
}
