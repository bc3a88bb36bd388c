public import ArgumentParser
import CanonicalJSON
import LifecycleModel
import Services
import Store
import Terminal

/// `nhiemvu person …`
struct PersonGroup: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "person",
            abstract: say(
                "Người: chuyên gia, cán bộ, chủ nhiệm và vai trò của họ.",
                "People: experts, officials, investigators and their roles."
            ),
            discussion: say(
                "Ví dụ: nhiemvu person list --role department-officer",
                "Example: nhiemvu person list --role department-officer"
            ),
            subcommands: [
                PersonList.self, PersonShow.self, PersonNew.self, PersonUpdate.self, PersonFinding.self, PersonConflicts.self,
                PersonErase.self,
            ]
        )
    }

    /// The roles a person has.
    static func roles(_ person: JSONValue) -> [String] { (person["roles"]?.array ?? []).compactMap(\.string) }

    /// Columns and fields of a person.
    static var fields: [(title: String, field: String)] {
        [
            (say("Mã", "Code"), "code"), (say("Họ tên", "Name"), "name"), (say("Học hàm, học vị", "Degree"), "title"),
            (say("Tổ chức", "Organisation"), "organisation"), (say("Lĩnh vực", "Field"), "field"), (say("Vai trò", "Roles"), "roles"),
        ]
    }
}

/// `nhiemvu person list`
struct PersonList: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list",
            abstract: say("Danh sách người.", "List people."),
            discussion: say(
                "Ví dụ: nhiemvu person list --role department-officer",
                "Example: nhiemvu person list --role department-officer"
            )
        )
    }
    @OptionGroup var search: FindOptions
    @Option(help: ArgumentHelp(say("Chỉ người có vai trò này.", "Only people with this role."), valueName: say("vai-trò", "role")))
    var role: String?
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        try context.openStore(readOnly: true).read { reader in
            let people = try reader.allRegistered(.person).filter { entry in
                guard let role else { return true }
                return entry.value["roles"]?.array?.contains(.string(role)) ?? false
            }
            let labels = try RoleLabels(of: Set(people.flatMap { PersonGroup.roles($0.value) }), reader) { try context.library().all() }
            return Answer(RegisterReport.list(people, find: search.find, columns: PersonGroup.fields, roles: labels))
        }
    }
}

/// `nhiemvu person show CODE`
struct PersonShow: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: say("Một người, các nhiệm vụ làm chủ nhiệm và điều đang chặn.", "One person, tasks led and what bars them."),
            discussion: say("Ví dụ: nhiemvu person show CN001", "Example: nhiemvu person show CN001")
        )
    }
    @Argument(help: ArgumentHelp(say("Mã người.", "Code."), valueName: say("mã", "code"))) var code: String
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        try context.openStore(readOnly: true).read { reader in
            let value = try requireRegistered(.person, code, in: reader)
            let standing = try PartyStanding(party: .investigator, code: code, except: "", on: context.today, in: reader)
            var filter = TaskFilter()
            filter.investigator = code
            let tasks = try reader.tasks(filter)
            let erasures = try ErasureRecord.all(of: code, in: reader)
            return Answer(
                RegisterReport.show(
                    value,
                    fields: PersonGroup.fields + [(say("Giới tính", "Sex"), "sex"), (say("Thư điện tử", "E-mail"), "email")],
                    roles: try RoleLabels(of: Set(PersonGroup.roles(value)), reader) { try context.library().all() },
                    further: PersonRecordBlocks(
                        person: try Person(json: value),
                        names: try PartyNames(reader),
                        erasures: erasures
                    ).blocks
                        + PartyBlocks(standing: standing, tasks: tasks).blocks,
                    json: [
                        "tasks": JSONValue(tasks.map(\.code)), "bars": standing.json, "erasures": .array(erasures.map(\.json)),
                    ]
                )
            )
        }
    }
}

extension Person.Sex: ExpressibleByArgument {}

extension MailAddress {
    /// Reads an address from the command line.
    ///
    /// - Throws: `UseCaseFault` that says what is wrong and how an address is written.
    fileprivate init(argument text: String) throws {
        do throws(MailAddressFault) {
            try self.init(text)
        } catch {
            throw UseCaseFault(.badData, "bad-address", error.phrase, hint: error.hint)
        }
    }
}

/// What can be said of a person.
struct PersonOptions: ParsableArguments {
    @Option(help: ArgumentHelp(say("Học hàm, học vị.", "Degree."), valueName: say("chữ", "text"))) var degree: String?
    @Option(help: ArgumentHelp(say("Mã tổ chức.", "Organisation's code."), valueName: say("mã", "code"))) var organisation: String?
    @Option(help: ArgumentHelp(say("Lĩnh vực chuyên môn.", "Field of expertise."), valueName: say("lĩnh-vực", "field"))) var field: String?
    @Option(
        help: ArgumentHelp(
            say("Giới tính, cho biểu thống kê; chưa rõ thì không ghi.", "Sex, for statistics; left out where it is not known."),
            valueName: "female|male"
        )
    )
    var sex: Person.Sex?
    @Option(
        help: ArgumentHelp(
            say("Địa chỉ thư điện tử công vụ, nơi nhận thông báo.", "E-mail address at work, where messages go."),
            valueName: say("địa-chỉ", "address")
        )
    )
    var email: String?
    @Option(help: ArgumentHelp(say("Vai trò; dùng nhiều lần được.", "A role; may be repeated."), valueName: say("vai-trò", "role")))
    var role: [String] = []
}

/// `nhiemvu person new`
struct PersonNew: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "new",
            abstract: say("Ghi một người mới.", "Enter a new person."),
            discussion: say(
                "Ví dụ: nhiemvu person new CV09 --name \"Nguyễn Thị Mẫu\" --organisation SKHCN --role department-officer --actor CV01",
                "Example: nhiemvu person new CV09 --name \"Nguyễn Thị Mẫu\" --organisation SKHCN --role department-officer --actor CV01"
            )
        )
    }
    @Argument(help: ArgumentHelp(say("Mã người.", "Code."), valueName: say("mã", "code"))) var code: String
    @Option(help: ArgumentHelp(say("Họ tên.", "Name."), valueName: say("chữ", "text"))) var name: String
    @OptionGroup var person: PersonOptions
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        try RoleNames(context).check(person.role)
        let entry = RegisterParty.Entry.person(
            Person(
                code: try PersonCode(code),
                name: try CheckedName(name).text,
                title: person.degree,
                organisation: try person.organisation.map { try OrganisationCode($0) },
                field: person.field,
                sex: person.sex,
                email: try person.email.map { try MailAddress(argument: $0) },
                roles: person.role
            )
        )
        return Answer(RegisterReport.changed(entry, try RegisterParty(try context.surroundings())(entry, replacing: false)))
    }
}

/// `nhiemvu person update CODE`
struct PersonUpdate: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "update",
            abstract: say("Sửa thông tin một người; --role thay toàn bộ vai trò.", "Change a person; --role replaces all roles."),
            discussion: say(
                """
                --kin ghi người thân: MÃ là vợ/chồng (spouse), bố/mẹ (parent), con (child) hay anh chị em ruột (sibling) của người này; ghi ở một
                bên là đủ.
                Ví dụ: nhiemvu person update CV09 --role manager --role accountant --actor CV01
                       nhiemvu person update CG06 --kin CN01=spouse:"Lý lịch khoa học" --actor CV01
                """,
                """
                --kin records a relative: CODE is the spouse, parent, child or sibling of this person; one side is enough.
                Example: nhiemvu person update CV09 --role manager --role accountant --actor CV01
                         nhiemvu person update CG06 --kin CN01=spouse:"Scientific CV" --actor CV01
                """
            )
        )
    }
    @Argument(help: ArgumentHelp(say("Mã người.", "Code."), valueName: say("mã", "code"))) var code: String
    @Option(help: ArgumentHelp(say("Họ tên.", "Name."), valueName: say("chữ", "text"))) var name: String?
    @OptionGroup var person: PersonOptions
    @Option(
        help: ArgumentHelp(
            say("Người thân và văn bản nêu điều đó; dùng nhiều lần được.", "A relative and the paper that says so; may be repeated."),
            valueName: say("mã=quan-hệ:văn-bản", "code=tie:paper")
        )
    ) var kin: [String] = []
    @Option(
        help: ArgumentHelp(
            say("Bỏ quan hệ với người này; dùng nhiều lần được.", "Take the tie to this person out; may be repeated."),
            valueName: say("mã", "code")
        )
    ) var noKin: [String] = []
    @Flag(help: ArgumentHelp(say("Bỏ địa chỉ thư điện tử.", "Take the e-mail address out."))) var noEmail = false
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if person.email != nil, noEmail {
            throw ValidationError(say("--email không đi cùng --no-email", "--email does not go with --no-email"))
        }
    }

    func answer(in context: CommandContext) throws -> Answer {
        if !person.role.isEmpty { try RoleNames(context).check(person.role) }
        let name = try name.map { try CheckedName($0).text }
        let organisation = try person.organisation.map { try OrganisationCode($0) }
        let kin = try kin.map { try Person.Kin(argument: $0) }
        let email = try person.email.map { try MailAddress(argument: $0) }
        let ended = try noKin.map { try PersonCode($0) }
        let (changed, receipt) = try RegisterParty(try context.surroundings()).changing(try PersonCode(code)) { known in
            if let name { known.name = name }
            if let degree = person.degree { known.title = degree }
            if let organisation { known.organisation = organisation }
            if let field = person.field { known.field = field }
            if let sex = person.sex { known.sex = sex }
            if noEmail { known.email = nil }
            if let email { known.email = email }
            if !person.role.isEmpty { known.roles = person.role }
            for other in ended {
                guard known.kin.contains(where: { $0.person == other }) else { throw UseCaseFault(noTieOf: known.code, to: other) }
                known.kin.removeAll { $0.person == other }
            }
            for tie in kin {
                known.kin.removeAll { $0.person == tie.person }
                known.kin.append(tie)
            }
        }
        return Answer(RegisterReport.changed(.person(changed), receipt))
    }
}

/// The roles the rule files know.
struct RoleNames {
    private let known: Set<String>

    init(_ context: CommandContext) throws {
        known = try context.library().roleNames()
    }

    /// Refuses a role that no rule file knows.
    func check(_ roles: [String]) throws {
        for role in roles where !known.contains(role) {
            throw UseCaseFault(
                .usage,
                "unknown-role",
                Phrase(vi: "Không có vai trò «\(role)» trong quy tắc", en: "The rules know no role \"\(role)\""),
                hint: Message.didYouMean(role, among: known.sorted())
                    ?? Phrase(
                        vi: "Các vai trò: \(known.sorted().joined(separator: ", "))",
                        en: "Roles: \(known.sorted().joined(separator: ", "))"
                    )
            )
        }
    }
}
