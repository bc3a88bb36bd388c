import ArgumentParser
import CanonicalJSON
import Documents
import LifecycleModel
import Services
import Terminal

/// `nhiemvu doc list [FORM]`
struct DocumentList: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list",
            abstract: say("Danh mục mẫu; hoặc các trường của một mẫu.", "The forms; or the fields of one form."),
            discussion: say(
                "Ví dụ:\n  nhiemvu doc list\n  nhiemvu doc list B3-4-QĐPDKP",
                "Examples:\n  nhiemvu doc list\n  nhiemvu doc list B3-4-QĐPDKP"
            )
        )
    }

    @Argument(help: ArgumentHelp(say("Mã mẫu.", "Form code."), valueName: say("mẫu", "form"))) var form: String?
    @OptionGroup var place: TemplateOptions
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let library = try place.library(in: context)
        guard let form else { return Answer(Self.forms(library)) }
        let opened = try library.open(try library.form(form))
        let names = opened.template.check(with: library.catalogue).fields
        return Answer(Self.fields(names.compactMap { library.catalogue[$0] }, of: opened.form))
    }

    private static func forms(_ library: TemplateLibrary) -> Report {
        let table = Table(
            columns: [
                Table.Column(say("Mẫu", "Form")), Table.Column(say("Tên", "Name"), shrinkPriority: 1, minimumWidth: 24, overflow: .wrap),
                Table.Column(say("Người ký", "Signed by"), shrinkPriority: 3, minimumWidth: 12, overflow: .wrap),
                Table.Column(say("Căn cứ", "Basis"), shrinkPriority: 2, minimumWidth: 16, overflow: .wrap),
            ],
            rows: library.forms.map { form in
                [
                    StyledText(form.code, .accent), StyledText(form.label[Speech.language]),
                    StyledText(form.signer.label[Speech.language]), StyledText(form.basis, .faint),
                ]
            }
        )
        return Report(
            json: .array(
                library.forms.map { form in
                    [
                        "form": .string(form.code), "label": form.label.json, "basis": .string(form.basis),
                        "signed_by": .string(form.signer.rawValue), "file": .string(library.path(of: form)),
                    ]
                }
            ),
            blocks: [table]
        )
    }

    private static func fields(_ fields: [FieldDefinition], of form: FormDefinition) -> Report {
        let table = Table(
            columns: [
                Table.Column(say("Trường", "Field")), Table.Column(say("Kiểu", "Type")),
                Table.Column(say("Ý nghĩa", "Meaning"), shrinkPriority: 1, minimumWidth: 20, overflow: .wrap),
                Table.Column(say("Nguồn", "Source"), shrinkPriority: 2, minimumWidth: 16, overflow: .wrap),
                Table.Column(say("Ví dụ", "Example"), shrinkPriority: 3, minimumWidth: 16),
            ],
            rows: fields.map { field in
                [
                    StyledText(field.name, .accent), StyledText(field.type.meaning[Speech.language]),
                    StyledText(field.meaning[Speech.language]), StyledText(field.source.text, .faint),
                    StyledText(field.example.first?.shown.replacing("\n", with: " ") ?? "", .faint),
                ]
            }
        )
        return Report(
            json: [
                "form": .string(form.code), "label": form.label.json,
                "fields": .array(
                    fields.map { field in
                        [
                            "field": .string(field.name), "type": .string(field.type.rawValue), "meaning": field.meaning.json,
                            "source": .string(field.source.text), "examples": .array(field.example.map { .string($0.shown) }),
                        ]
                    }
                ),
            ],
            blocks: [Heading("\(form.code)  \(form.label[Speech.language])"), table]
        )
    }
}
