import ArgumentParser
import Documents
import LifecycleModel
import Services
import Terminal

/// `nhiemvu doc …`
struct DocumentGroup: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "doc",
            abstract: say(
                "Văn bản theo mẫu Word: danh mục mẫu, kiểm tra mẫu, lập và ban hành.",
                "Documents by Word templates: list the forms, check them, make and issue."
            ),
            discussion: say(
                "Ví dụ: nhiemvu doc render NV-2022-0001 TT11-M11 --draft --output du-thao.docx",
                "Example: nhiemvu doc render NV-2022-0001 TT11-M11 --draft --output draft.docx"
            ),
            subcommands: [DocumentList.self, DocumentCheck.self, DocumentRender.self]
        )
    }
}

/// Where the templates lie.
struct TemplateOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            say(
                "Thư mục mẫu văn bản (mặc định $NHIEMVU_TEMPLATES hoặc bản đi kèm).",
                "Folder of templates (default $NHIEMVU_TEMPLATES or the copy that comes along)."
            ),
            valueName: say("thư-mục", "dir")
        )
    )
    var templates: String?

    /// The templates as given, else those that come along.
    ///
    /// - Throws: `UseCaseFault` when there are none or their lists are faulty.
    func library(in context: CommandContext) throws -> TemplateLibrary {
        if let given = templates ?? context.environment["NHIEMVU_TEMPLATES"] { return try TemplateLibrary(folder: given) }
        guard let folder = InstalledFolder.find("templates/documents", holding: "forms.csv") else {
            throw UseCaseFault(
                .unavailable,
                "templates-missing",
                Phrase(vi: "Không thấy thư mục mẫu văn bản", en: "There is no folder of templates"),
                hint: Phrase(
                    vi: "Chỉ đúng chỗ bằng --templates hoặc NHIEMVU_TEMPLATES",
                    en: "Name the right place with --templates or NHIEMVU_TEMPLATES"
                )
            )
        }
        return try TemplateLibrary(folder: folder)
    }
}
