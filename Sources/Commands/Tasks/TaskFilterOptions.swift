import ArgumentParser
import LifecycleModel
import Services
import Store

/// Which tasks a command looks at.
struct TaskFilterOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            say(
                "Tìm chữ trong tên, mã, đơn vị; không phân biệt hoa thường và dấu.",
                "Find words in title, code, parties; case and diacritics do not matter."
            ),
            valueName: say("chữ", "text")
        )
    )
    var find: String?
    @Option(help: ArgumentHelp(say("Chỉ giai đoạn này.", "Only this stage."), valueName: say("giai-đoạn", "stage")))
    var stage: String?
    @Option(
        help: ArgumentHelp(
            say("Chỉ trạng thái này (tên hoặc giai-đoạn/trạng-thái).", "Only this state (name or stage/state)."),
            valueName: say("trạng-thái", "state")
        )
    )
    var state: String?
    @Option(help: ArgumentHelp(say("Chỉ chế độ pháp lý này.", "Only this regime."), valueName: say("chế-độ", "regime")))
    var regime: String?
    @Option(help: ArgumentHelp(say("Chỉ tổ chức chủ trì này (mã).", "Only this host organisation (code)."), valueName: say("mã", "code")))
    var host: String?
    @Option(help: ArgumentHelp(say("Chỉ chương trình này (mã).", "Only this programme (code)."), valueName: say("mã", "code")))
    var programme: String?
    @Option(help: ArgumentHelp(say("Chỉ lĩnh vực này.", "Only this field."), valueName: say("lĩnh-vực", "field")))
    var field: String?
    @Option(help: ArgumentHelp(say("Chỉ loại nhiệm vụ này.", "Only this kind."), valueName: say("loại", "kind")))
    var kind: String?
    @Option(
        help: ArgumentHelp(
            say("Chỉ phương thức này: selection hoặc direct-assignment.", "Only this route: selection or direct-assignment."),
            valueName: say("phương-thức", "route")
        )
    )
    var route: String?
    @Option(
        help: ArgumentHelp(say("Chỉ cấp này: province hoặc base.", "Only this level: province or base."), valueName: say("cấp", "level"))
    )
    var level: String?
    @Option(help: ArgumentHelp(say("Chỉ năm này.", "Only this year."), valueName: say("năm", "year")))
    var year: Int64?
    @Flag(help: ArgumentHelp(say("Chỉ nhiệm vụ có việc quá hạn.", "Only tasks with something overdue.")))
    var overdue = false
    @Option(
        help: ArgumentHelp(
            say(
                "Chỉ nhiệm vụ có hạn trước ngày này, kể cả hạn đã quá.",
                "Only tasks with a deadline before this day, passed ones too."
            ),
            valueName: say("ngày", "date")
        )
    )
    var dueBefore: String?
    @Flag(help: ArgumentHelp(say("Chỉ nhiệm vụ chưa kết thúc.", "Only tasks that have not ended.")))
    var open = false

    /// The first day whose deadlines are not asked for; nil when deadlines do not narrow the list.
    func dueLimit(on day: CivilDate) throws -> CivilDate? {
        let asked = try dueBefore.map { try CivilDate(argument: $0, option: "--due-before") }
        return overdue ? min(day, asked ?? day) : asked
    }

    private static func contradicts(_ state: String, _ stage: String) -> UseCaseFault {
        UseCaseFault(
            .usage,
            "state-of-other-stage",
            Phrase(
                vi: "--state «\(state)» không thuộc giai đoạn «\(stage)» của --stage",
                en: "--state \"\(state)\" is not of the stage \"\(stage)\" that --stage asks for"
            ),
            hint: Phrase(vi: "Bỏ --stage, hoặc chỉ ghi tên trạng thái", en: "Leave --stage out, or give the state's name alone")
        )
    }

    /// The store's filter for a day.
    func filter(on day: CivilDate) throws -> TaskFilter {
        var filter = TaskFilter()
        filter.stage = stage
        filter.state = state
        if let state, let position = try? Position(parsing: state) {
            if let stage, stage != position.stage { throw Self.contradicts(state, stage) }
            filter.stage = position.stage
            filter.state = position.state
        }
        filter.regime = regime
        filter.host = host
        filter.programme = programme
        filter.field = field
        filter.kind = kind
        filter.route = route
        filter.level = level
        filter.year = year
        filter.openOnly = open
        filter.dueBefore = try dueLimit(on: day)
        filter.words = (find ?? "").split(separator: " ").map { VietnameseText.folded(String($0)) }
        return filter
    }
}
