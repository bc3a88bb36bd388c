import ArgumentParser
import Services
import Store

/// `nhiemvu council box SESSION`
struct CouncilBox: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "box",
            abstract: say(
                "Bảng trống để điền cả hòm phiếu: mỗi dòng một phiếu của thành viên có mặt.",
                "An empty table for a whole box: a row for each ballot of the members present."
            ),
            discussion: say(
                "Ví dụ: nhiemvu council box NV-2025-047 --output phieu.csv; điền xong: nhiemvu council ballot NV-2025-047 --box phieu.csv",
                "Example: nhiemvu council box NV-2025-047 --output ballots.csv; filled in: nhiemvu council ballot NV-2025-047 --box ballots.csv"
            )
        )
    }
    @OptionGroup var session: CouncilSessionArgument
    @Option(help: ArgumentHelp(say("Tệp CSV để viết.", "The CSV file to write."), valueName: say("tệp", "file"))) var output: String?
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let table = try context.openStore(readOnly: true).read { reader in
            try BallotBox(for: try CouncilRecord(try CouncilCode(session.session, in: reader), in: reader).session).emptyTable()
        }
        return try OutputFile.write(table, to: output)
    }
}
