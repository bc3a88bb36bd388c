import ArgumentParser
import LifecycleModel
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
    @Flag(help: ArgumentHelp(say("Chỉ nhiệm vụ chưa kết thúc.", "Only tasks that have not ended.")))
    var open = false

    /// The store's filter for a day.
    func filter(on day: CivilDate) -> TaskFilter {
        var filter = TaskFilter()
        filter.stage = stage
        filter.state = state
        if let state, let position = try? Position(parsing: state) {
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
        filter.overdueOn = overdue ? day : nil
        filter.words = (find ?? "").split(separator: " ").map { VietnameseText.folded(String($0)) }
        return filter
    }
}
