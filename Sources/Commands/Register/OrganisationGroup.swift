import ArgumentParser
import CanonicalJSON
import LifecycleModel
import Services
import Store
import Terminal

/// `nhiemvu org …`
struct OrganisationGroup: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "org",
            abstract: say("Tổ chức: chủ trì, đặt hàng, phối hợp.", "Organisations: hosts, orderers, partners."),
            discussion: say("Ví dụ: nhiemvu org list --find vien", "Example: nhiemvu org list --find vien"),
            subcommands: [OrganisationList.self, OrganisationShow.self, OrganisationNew.self, OrganisationUpdate.self]
        )
    }
}

/// `nhiemvu org list`
struct OrganisationList: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list",
            abstract: say("Danh sách tổ chức.", "List organisations."),
            discussion: say("Ví dụ: nhiemvu org list --find vien", "Example: nhiemvu org list --find vien")
        )
    }
    @OptionGroup var search: FindOptions
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        try context.openStore(readOnly: true).read { reader in
            Answer(
                RegisterReport.list(
                    try reader.allRegistered(.organisation),
                    find: search.find,
                    columns: [
                        (say("Mã", "Code"), "code"), (say("Tên", "Name"), "name"), (say("Loại", "Kind"), "kind"),
                        (say("Tỉnh", "Province"), "province"),
                    ]
                )
            )
        }
    }
}

/// `nhiemvu org show CODE`
struct OrganisationShow: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: say("Một tổ chức, các nhiệm vụ và điều đang chặn nó.", "One organisation, its tasks and what bars it."),
            discussion: say("Ví dụ: nhiemvu org show TC01", "Example: nhiemvu org show TC01")
        )
    }
    @Argument(help: ArgumentHelp(say("Mã tổ chức.", "Code."), valueName: say("mã", "code"))) var code: String
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        try context.openStore(readOnly: true).read { reader in
            let value = try requireRegistered(.organisation, code, in: reader)
            let standing = try PartyStanding(party: .host, code: code, except: "", on: context.today, in: reader)
            var filter = TaskFilter()
            filter.host = code
            let tasks = try reader.tasks(filter)
            return Answer(
                RegisterReport.show(
                    value,
                    fields: [
                        (say("Mã", "Code"), "code"), (say("Tên", "Name"), "name"), (say("Loại", "Kind"), "kind"),
                        (say("Tỉnh", "Province"), "province"),
                    ],
                    further: PartyBlocks(standing: standing, tasks: tasks).blocks,
                    json: ["tasks": JSONValue(tasks.map(\.code)), "bars": standing.json]
                )
            )
        }
    }
}

/// `nhiemvu org new`
struct OrganisationNew: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "new",
            abstract: say("Ghi một tổ chức mới.", "Enter a new organisation."),
            discussion: say(
                "Ví dụ: nhiemvu org new TC09 --name \"Viện Nông nghiệp\" --kind public-service-unit --actor CV01",
                "Example: nhiemvu org new TC09 --name \"Institute\" --kind public-service-unit --actor CV01"
            )
        )
    }
    @Argument(help: ArgumentHelp(say("Mã tổ chức.", "Code."), valueName: say("mã", "code"))) var code: String
    @Option(help: ArgumentHelp(say("Tên.", "Name."), valueName: say("chữ", "text"))) var name: String
    @Option(help: ArgumentHelp(say("Loại.", "Kind."), valueName: say("loại", "kind"))) var kind: String = "other"
    @Option(help: ArgumentHelp(say("Tỉnh.", "Province."), valueName: say("chữ", "text"))) var province: String?
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let entry = RegisterParty.Entry.organisation(
            Organisation(code: try OrganisationCode(code), name: try CheckedName(name).text, kind: kind, province: province)
        )
        return Answer(RegisterReport.changed(entry, try RegisterParty(try context.surroundings())(entry, replacing: false)))
    }
}

/// `nhiemvu org update CODE`
struct OrganisationUpdate: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "update",
            abstract: say("Sửa thông tin một tổ chức.", "Change an organisation."),
            discussion: say(
                "Ví dụ: nhiemvu org update TC09 --name \"Viện Nông nghiệp Thanh Hóa\" --actor CV01",
                "Example: nhiemvu org update TC09 --name \"Institute of Agriculture\" --actor CV01"
            )
        )
    }
    @Argument(help: ArgumentHelp(say("Mã tổ chức.", "Code."), valueName: say("mã", "code"))) var code: String
    @Option(help: ArgumentHelp(say("Tên.", "Name."), valueName: say("chữ", "text"))) var name: String?
    @Option(help: ArgumentHelp(say("Loại.", "Kind."), valueName: say("loại", "kind"))) var kind: String?
    @Option(help: ArgumentHelp(say("Tỉnh.", "Province."), valueName: say("chữ", "text"))) var province: String?
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let surroundings = try context.surroundings()
        var organisation = try Organisation(json: try surroundings.store.read { try requireRegistered(.organisation, code, in: $0) })
        if let name { organisation.name = try CheckedName(name).text }
        if let kind { organisation.kind = kind }
        if let province { organisation.province = province }
        let entry = RegisterParty.Entry.organisation(organisation)
        return Answer(RegisterReport.changed(entry, try RegisterParty(surroundings)(entry, replacing: true)))
    }
}

/// What bars a party, and its tasks.
struct PartyBlocks {
    let standing: PartyStanding
    let tasks: [TaskRow]

    var blocks: [any Block] {
        var blocks: [any Block] = []
        if !standing.bars.isEmpty {
            blocks.append(Heading(say("Đang bị chặn nhận nhiệm vụ mới", "Barred from new tasks"), level: 2))
            blocks.append(
                Bullets(
                    standing.bars.map {
                        StyledText($0.text[Speech.language], .bad)
                            + StyledText(
                                "  \($0.task), \(say("từ", "since")) \($0.from.vietnamese)  \($0.basis.map { "[\($0)]" } ?? "")",
                                .faint
                            )
                    },
                    indent: 2
                )
            )
        }
        if !tasks.isEmpty {
            blocks.append(Heading(say("Nhiệm vụ", "Tasks"), level: 2))
            blocks.append(
                Bullets(
                    tasks.map { StyledText($0.code, .accent) + StyledText("  \($0.title)") + StyledText("  \($0.position)", .faint) },
                    indent: 2
                )
            )
        }
        return blocks
    }
}

extension PartyStanding {
    var json: JSONValue {
        .array(
            bars.map {
                ["task": .string($0.task), "reason": .string($0.text[Speech.language]), "from": $0.from.json, "basis": JSONValue($0.basis)]
            }
        )
    }
}
