public import ArgumentParser
import LifecycleModel
import Terminal

/// Options every command takes.
struct GlobalOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            say("Kho dữ liệu (mặc định $NHIEMVU_STORE hoặc ./nhiemvu.db).", "The store (default $NHIEMVU_STORE or ./nhiemvu.db)."),
            valueName: say("đường-dẫn", "path")
        )
    )
    var store: String?

    @Option(
        help: ArgumentHelp(
            say("Mã người thực hiện (mặc định $NHIEMVU_ACTOR).", "Code of the person acting (default $NHIEMVU_ACTOR)."),
            valueName: say("mã", "id")
        )
    )
    var actor: String?

    @Option(
        help: ArgumentHelp(
            say(
                "Thư mục quy tắc (mặc định $NHIEMVU_RULES hoặc bản đi kèm).",
                "Folder of rule files (default $NHIEMVU_RULES or the copy that comes along)."
            ),
            valueName: say("thư-mục", "dir")
        )
    )
    var rules: String?

    @Option(
        help: ArgumentHelp(
            say(
                "Ngày coi như hôm nay, để tra cứu và chạy thử; không đổi thời điểm ghi.",
                "The day to take as today, for queries and trials; never changes the moment recorded."
            ),
            valueName: say("ngày", "date")
        )
    )
    var now: String?

    @Option(help: ArgumentHelp(say("Ngôn ngữ: vi hoặc en.", "Language: vi or en."), valueName: "vi|en"))
    var lang: Language?

    @Option(
        help: ArgumentHelp(say("Cách in: table, json hoặc csv.", "How to print: table, json or csv."), valueName: say("dạng", "format"))
    )
    var format: OutputFormat = .table

    @Flag(
        name: [.customLong("quiet"), .customShort("q")],
        help: ArgumentHelp(say("Không in ghi chú và tiến độ.", "No notes, no progress."))
    )
    var quiet = false

    @Flag(
        name: [.customLong("yes"), .customShort("y")],
        help: ArgumentHelp(say("Trả lời «có» cho mọi câu hỏi.", "Answer yes to every question."))
    )
    var yes = false
}

extension Language: ExpressibleByArgument {}
extension OutputFormat: ExpressibleByArgument {}
