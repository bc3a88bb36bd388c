import ArgumentParser
import Engine
import LifecycleModel
import Services

/// Words to look for.
struct FindOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(say("Tìm chữ, không phân biệt dấu.", "Find words; diacritics do not matter."), valueName: say("chữ", "text"))
    ) var find: String?

    /// The single words; none when nothing is looked for.
    var words: [String] { (find ?? "").split(separator: " ").map(String.init) }
}

/// Which kind of council, where all are meant unless one is named.
struct CouncilKindOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            say("Loại hội đồng (mặc định mọi loại trong chế độ của nhiệm vụ).", "Kind of council (default all of the task's regime)."),
            valueName: say("loại", "kind")
        )
    ) var council: String?
}

/// What comes with an event: facts and documents.
struct EventMatterOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            say("Thông tin ghi kèm; dùng nhiều lần được.", "A fact that comes with it; may be repeated."),
            valueName: say("thông-tin=giá-trị", "fact=value")
        )
    )
    var set: [String] = []
    @Option(
        help: ArgumentHelp(
            say("Văn bản kèm: mẫu:số:ngày[@tệp]; dùng nhiều lần được.", "A document: form:number:date[@file]; may be repeated."),
            valueName: say("mẫu:số:ngày[@tệp]", "form:number:date[@file]")
        )
    )
    var doc: [String] = []

    /// The facts by name.
    func facts() throws -> [String: String] { try FactArguments(set).facts }

    /// The documents, their files kept beside the store; of a trial no file is kept.
    func documents(in context: CommandContext, isTrial: Bool) throws -> [AttachedDocument] {
        let vault = AttachmentVault(besides: context.storePath)
        return try doc.map { try DocumentArgument($0).attached(to: isTrial ? nil : vault) }
    }
}

/// When it happened, and whether to try it only.
struct OccasionOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(say("Ngày xảy ra (mặc định hôm nay).", "The day it happened (default today)."), valueName: say("ngày", "date"))
    )
    var date: String?
    @Flag(help: ArgumentHelp(say("Chỉ xem điều sẽ xảy ra, không ghi.", "Show what would happen, write nothing."))) var dryRun = false

    /// The day that was named, or today.
    func day(in context: CommandContext) throws -> CivilDate {
        try date.map { try CivilDate(argument: $0, option: "--date") } ?? context.today
    }
}
