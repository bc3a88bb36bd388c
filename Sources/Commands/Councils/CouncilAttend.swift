import ArgumentParser
import LifecycleModel
import Services

/// `nhiemvu council attend SESSION`
struct CouncilAttend: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "attend",
            abstract: say(
                "Điểm danh: ai đến, ai về, giấy ủy quyền, phiếu nhận xét, khách mời.",
                "Who came and left, authority for the deputy, written reviews, guests."
            ),
            discussion: say(
                """
                Ví dụ:
                  nhiemvu council attend NV-2025-047 --all
                  nhiemvu council attend NV-2025-047 CG02 CG03 --authority "E-GUQ ngày 10/12/2026" --guest "Đại diện Sở Tài chính"
                """,
                """
                Examples:
                  nhiemvu council attend NV-2025-047 --all
                  nhiemvu council attend NV-2025-047 CG02 CG03 --authority "E-GUQ of 10/12/2026" --guest "Department of finance"
                """
            )
        )
    }

    @OptionGroup var act: CouncilActOptions
    @Argument(help: ArgumentHelp(say("Thành viên có mặt.", "Members who came."), valueName: say("mã", "person"))) var arrived: [String] = []
    @Flag(help: ArgumentHelp(say("Tất cả thành viên có mặt.", "All members came."))) var all = false
    @Option(help: ArgumentHelp(say("Thành viên ra về giữa phiên.", "A member who left."), valueName: say("mã", "person"))) var left:
        [String] = []
    @Option(
        help: ArgumentHelp(say("Đã nhận phiếu nhận xét của thành viên.", "A member's written review came."), valueName: say("mã", "person"))
    )
    var review: [String] = []
    @Flag(help: ArgumentHelp(say("Đã nhận phiếu nhận xét của tất cả thành viên.", "All written reviews came."))) var allReviews = false
    @Option(
        help: ArgumentHelp(
            say("Giấy chủ tịch ủy quyền cho phó chủ tịch chủ trì.", "The chair's written authority for the deputy."),
            valueName: say("văn-bản", "paper")
        )
    )
    var authority: String?
    @Option(help: ArgumentHelp(say("Khách mời, không bỏ phiếu.", "A guest, without a vote."), valueName: say("tên", "name"))) var guest:
        [String] = []
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        var attendance = RecordCouncil.Attendance()
        attendance.arrived = try PersonCode.all(arrived)
        attendance.isEverybody = all
        attendance.left = try PersonCode.all(left)
        attendance.reviews = try PersonCode.all(review)
        attendance.isEveryReview = allReviews
        attendance.authority = try authority.map { try CheckedName($0, of: Phrase(vi: "Giấy ủy quyền", en: "The authority")).text }
        attendance.guests = try guest.map { try CheckedName($0, of: Phrase(vi: "Khách mời", en: "The guest")).text }
        return try context.councils().attend(try act.act(in: context), attendance).answer
    }
}
