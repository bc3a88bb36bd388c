import ArgumentParser
import CanonicalJSON
import LifecycleModel
import Services
import Store
import Terminal

/// `nhiemvu programme …`
struct ProgrammeGroup: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "programme",
            abstract: say("Chương trình KH&CN trọng điểm.", "Key programmes."),
            discussion: say("Ví dụ: nhiemvu programme list", "Example: nhiemvu programme list"),
            subcommands: [ProgrammeList.self, ProgrammeNew.self]
        )
    }
}

/// `nhiemvu programme list`
struct ProgrammeList: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list",
            abstract: say("Danh sách chương trình.", "List programmes."),
            discussion: say("Ví dụ: nhiemvu programme list", "Example: nhiemvu programme list")
        )
    }
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        try context.openStore(readOnly: true).read { reader in
            Answer(
                RegisterReport.list(
                    try reader.allRegistered(.programme),
                    find: nil,
                    columns: [
                        (say("Mã", "Code"), "code"), (say("Tên", "Name"), "name"), (say("Từ năm", "From"), "first_year"),
                        (say("Đến năm", "To"), "last_year"),
                    ]
                )
            )
        }
    }
}

/// `nhiemvu programme new`
struct ProgrammeNew: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "new",
            abstract: say("Ghi một chương trình mới.", "Enter a new programme."),
            discussion: say(
                "Ví dụ: nhiemvu programme new CT7 --name \"Chuyển đổi số\" --from 2026 --to 2030 --actor CV01",
                "Example: nhiemvu programme new CT7 --name \"Digital\" --from 2026 --to 2030 --actor CV01"
            )
        )
    }
    @Argument(help: ArgumentHelp(say("Mã chương trình.", "Code."), valueName: say("mã", "code"))) var code: String
    @Option(help: ArgumentHelp(say("Tên.", "Name."), valueName: say("chữ", "text"))) var name: String
    @Option(help: ArgumentHelp(say("Từ năm.", "First year."), valueName: say("năm", "year"))) var from: Int
    @Option(help: ArgumentHelp(say("Đến năm.", "Last year."), valueName: say("năm", "year"))) var to: Int
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        guard from <= to else {
            throw UseCaseFault(
                .badData,
                "wrong-years",
                Phrase(vi: "Năm đầu \(from) sau năm cuối \(to)", en: "The first year \(from) is after the last, \(to)")
            )
        }
        let entry = RegisterParty.Entry.programme(
            Programme(code: try ProgrammeCode(code), name: try CheckedName(name).text, years: from...to)
        )
        return Answer(RegisterReport.changed(entry, try RegisterParty(try context.surroundings())(entry, replacing: false)))
    }
}
