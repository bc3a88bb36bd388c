import ArgumentParser
import LifecycleModel
import Rules
import Services
import Terminal

/// `nhiemvu council seat SESSION`
struct CouncilSeat: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "seat",
            abstract: say(
                "Xếp thành viên hội đồng; từ chối người có xung đột lợi ích.",
                "Seat members; people with a conflict of interest are refused."
            ),
            discussion: say(
                """
                Ví dụ:
                  nhiemvu council seat NV-2025-047 --chair CG01 --deputy CG02 --reviewer CG03 --reviewer CG04 --secretary CG05 --member CG06 --member CG07
                  nhiemvu council seat NV-2025-047 --remove CG07 --reason "Đi công tác" --member CG08
                """,
                """
                Examples:
                  nhiemvu council seat NV-2025-047 --chair CG01 --deputy CG02 --reviewer CG03 --reviewer CG04 --secretary CG05 --member CG06 --member CG07
                  nhiemvu council seat NV-2025-047 --remove CG07 --reason "Abroad" --member CG08
                """
            )
        )
    }

    @OptionGroup var act: CouncilActOptions
    @Option(help: ArgumentHelp(say("Chủ tịch, tổ trưởng.", "Chair."), valueName: say("mã", "person"))) var chair: [String] = []
    @Option(help: ArgumentHelp(say("Phó chủ tịch, tổ phó.", "Deputy chair."), valueName: say("mã", "person"))) var deputy: [String] = []
    @Option(help: ArgumentHelp(say("Ủy viên phản biện.", "Reviewer."), valueName: say("mã", "person"))) var reviewer: [String] = []
    @Option(help: ArgumentHelp(say("Ủy viên thư ký khoa học.", "Scientific secretary."), valueName: say("mã", "person"))) var secretary:
        [String] = []
    @Option(
        help: ArgumentHelp(
            say("Trong tổ thẩm định: người của hội đồng tư vấn.", "In an appraisal team: somebody of the council."),
            valueName: say("mã", "person")
        )
    )
    var councilMember: [String] = []
    @Option(help: ArgumentHelp(say("Ủy viên.", "Member."), valueName: say("mã", "person"))) var member: [String] = []
    @Option(
        help: ArgumentHelp(
            say(
                "Đã tham gia hội đồng trước của nhiệm vụ theo hồ sơ giấy.",
                "Sat in an earlier council of the task, by papers not on record here."
            ),
            valueName: say("mã", "person")
        )
    )
    var satEarlier: [String] = []
    @Option(
        help: ArgumentHelp(
            say(
                "Thành viên là đại diện: manager (cơ quan quản lý), user (tổ chức ứng dụng), orderer (cơ quan đặt hàng).",
                "A member who is a representative: manager (managing body), user (likely user), orderer (ordering body)."
            ),
            valueName: say("mã=bên", "person=side")
        )
    )
    var represents: [String] = []
    @Option(
        help: ArgumentHelp(
            say("Đưa ra khỏi danh sách, kèm --reason.", "Take out of the list, with --reason."),
            valueName: say("mã", "person")
        )
    )
    var remove: [String] = []
    @Option(help: ArgumentHelp(say("Lý do.", "The reason."), valueName: say("lý-do", "reason"))) var reason: String?
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        var seating = RecordCouncil.Seating()
        let seats: [(Seat, [String])] = [
            (.chair, chair), (.deputy, deputy), (.reviewers, reviewer), (.secretary, secretary), (.councilMember, councilMember),
            (.member, member),
        ]
        for (seat, people) in seats { seating.seats += try PersonCode.all(people).map { ($0, seat) } }
        seating.removed = try PersonCode.all(remove)
        seating.reason = reason ?? ""
        seating.satEarlier = Set(try PersonCode.all(satEarlier))
        seating.represents = try Representation.all(represents)
        guard !seating.seats.isEmpty || !seating.removed.isEmpty || !seating.satEarlier.isEmpty || !seating.represents.isEmpty else {
            throw UseCaseFault(
                .usage,
                "nothing-to-record",
                Phrase(vi: "Chưa nêu ai", en: "Nobody was named"),
                hint: Phrase(
                    vi: "Dùng --chair, --deputy, --reviewer, --secretary, --member",
                    en: "Use --chair, --deputy, --reviewer, --secretary, --member"
                )
            )
        }
        return try context.councils().seat(try act.act(in: context), seating).answer
    }
}
