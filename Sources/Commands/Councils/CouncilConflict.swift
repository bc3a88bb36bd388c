public import ArgumentParser
public import LifecycleModel
import Services

/// `nhiemvu council conflict SESSION PERSON`
struct CouncilConflict: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "conflict",
            abstract: say(
                "Ghi xung đột lợi ích phát hiện sau khi đã xếp thành viên; phiếu của người đó không được tính.",
                "Record a conflict found after a member was seated; the member's ballots are void."
            ),
            discussion: say(
                "Ví dụ: nhiemvu council conflict NV-2025-047 CG06 --ground relative --evidence \"Đơn phản ánh ngày 12/12/2026\"",
                "Example: nhiemvu council conflict NV-2025-047 CG06 --ground relative --evidence \"Letter of 12/12/2026\""
            )
        )
    }
    @OptionGroup var act: CouncilActOptions
    @Argument(help: ArgumentHelp(say("Thành viên.", "The member."), valueName: say("mã", "person"))) var person: String
    @Option(
        help: ArgumentHelp(
            say("Căn cứ, khi không suy ra được từ dữ liệu.", "The ground, where the data do not show it.") + " "
                + ConflictGround.allCases.map(\.rawValue).joined(separator: ", "),
            valueName: say("căn-cứ", "ground")
        )
    )
    var ground: ConflictGround?
    @Option(help: ArgumentHelp(say("Tài liệu chứng minh.", "The paper that shows it."), valueName: say("tài-liệu", "paper"))) var evidence:
        String?
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        guard (ground == nil) == (evidence == nil) else {
            throw UseCaseFault(
                .usage,
                "ground-and-evidence",
                Phrase(vi: "--ground và --evidence đi với nhau", en: "--ground and --evidence go together"),
                hint: Phrase(
                    vi: "Ví dụ: --ground partiality --evidence \"Đơn số 12/ĐT\"; hoặc bỏ cả hai để tìm trong dữ liệu đã ghi",
                    en: "Such as --ground partiality --evidence \"Letter 12\"; or neither, to look into what is recorded"
                )
            )
        }
        var shown: (ConflictGround, String)?
        if let ground, let evidence { shown = (ground, try CheckedName(evidence, of: Phrase(vi: "Tài liệu", en: "The paper")).text) }
        return try context.councils().discover(try act.act(in: context), of: try PersonCode(person), shownBy: shown).answer
    }
}

extension ConflictGround: ExpressibleByArgument {}
