import LifecycleModel

extension OrganisationDraft {
    init?(_ row: inout RowReader<OrganisationColumn>, code: OrganisationCode?) {
        guard row.isSound, let code, let name = row.text(.name), let kind = row.text(.kind) else { return nil }
        self.init(Organisation(code: code, name: name, kind: kind, province: row.text(.province)), source: row.source)
    }
}

extension PersonDraft {
    init?(_ row: inout RowReader<PersonColumn>, code: PersonCode?, latestDay: CivilDate?) {
        let erasedOn = row.date(.erasedOn, latest: latestDay)
        let organisation: OrganisationCode? = row.code(.organisation)
        let roles = Self.roles(&row)
        let sex = Self.sex(&row)
        let email = Self.email(&row)
        guard row.isSound, let code, let name = row.text(.name) else { return nil }
        if let erasedOn {
            let erased = Person(erased: code, by: Person.Erasure(on: erasedOn, event: nil))
            let hasData = name != erased.name || [.degree, .organisation, .field, .roles, .sex, .email].contains { row.text($0) != nil }
            if hasData { row.fault(.dataOfErased, .erasedOn, Self.stillThere, hint: Self.takeAway) }
            guard row.isSound else { return nil }
            self.init(erased, source: row.source)
            return
        }
        let person = Person(
            code: code,
            name: name,
            title: row.text(.degree),
            organisation: organisation,
            field: row.text(.field),
            sex: sex,
            email: email,
            roles: roles
        )
        self.init(person, source: row.source)
    }

    private static let stillThere = Phrase(
        vi: "dữ liệu cá nhân của người này đã xoá, mà dòng này vẫn ghi dữ liệu",
        en: "the personal data of this person were erased, and this row still has some"
    )
    private static let takeAway = Phrase(
        vi: "chỉ để lại mã, họ tên ghi bằng mã; hoặc bỏ ngày ở cột này",
        en: "leave the code alone, with the code for a name; or take the day out of this column"
    )

    private static func sex(_ row: inout RowReader<PersonColumn>) -> Person.Sex? {
        guard let text = row.text(.sex) else { return nil }
        let word = VietnameseText.composed(text).lowercased()
        if let sex = Person.Sex.allCases.first(where: { $0.rawValue == word || $0.phrase.vi == word }) { return sex }
        row.fault(
            .badWord,
            .sex,
            Phrase(vi: "‘\(CellText.quoted(text))’ không phải giới tính", en: "‘\(CellText.quoted(text))’ is no sex"),
            hint: Phrase(vi: "ghi nữ hoặc nam; chưa rõ thì để trống", en: "write female or male; leave it empty where it is not known")
        )
        return nil
    }

    private static func email(_ row: inout RowReader<PersonColumn>) -> MailAddress? {
        guard let text = row.text(.email) else { return nil }
        do {
            return try MailAddress(text)
        } catch {
            row.fault(.badAddress, .email, error.phrase, hint: error.hint)
            return nil
        }
    }

    private static func roles(_ row: inout RowReader<PersonColumn>) -> [String] {
        var roles: [String] = []
        for part in row.text(.roles)?.split(separator: "|") ?? [] {
            let role = CellText.trimmed(String(part))
            if FactPath.isEventName(role) {
                if !roles.contains(role) { roles.append(role) }
            } else {
                row.fault(
                    .badWord,
                    .roles,
                    Phrase(
                        vi: "‘\(CellText.quoted(role))’ không phải vai trò trong quy tắc",
                        en: "‘\(CellText.quoted(role))’ is not a role of the rule files"
                    ),
                    hint: Phrase(
                        vi: "các vai trò cách nhau bằng dấu |, ví dụ: department-officer|council-secretary",
                        en: "roles are parted by |, such as department-officer|council-secretary"
                    )
                )
            }
        }
        return roles
    }
}

extension ProgrammeDraft {
    init?(_ row: inout RowReader<ProgrammeColumn>, code: ProgrammeCode?) {
        let first = row.number(.fromYear, within: CivilDate.years)
        let last = row.number(.toYear, within: CivilDate.years)
        if let first, let last, first > last {
            row.fault(
                .yearsReversed,
                .toYear,
                Phrase(vi: "năm kết thúc \(last) trước năm bắt đầu \(first)", en: "the last year \(last) is before the first \(first)"),
                hint: Phrase(vi: "đổi chỗ hai năm", en: "exchange the two years")
            )
        }
        guard row.isSound, let code, let name = row.text(.name), let first, let last else { return nil }
        self.init(Programme(code: code, name: name, years: first...last), source: row.source)
    }
}
