import ArgumentParser
import CanonicalJSON
import Documents
import Foundation
import LifecycleModel
import Services
import Terminal

/// `nhiemvu doc check [FORM…]`
struct DocumentCheck: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "check",
            abstract: say(
                "Mở từng mẫu, đối chiếu mọi trường, điền thử bằng ví dụ.",
                "Open every template, compare its fields, fill it with the examples."
            ),
            discussion: say(
                "Ví dụ:\n  nhiemvu doc check\n  nhiemvu doc check B3-4-QĐPDKP --templates mau-cua-tinh --examples xem-thu",
                "Examples:\n  nhiemvu doc check\n  nhiemvu doc check B3-4-QĐPDKP --templates our-templates --examples look"
            )
        )
    }

    @Argument(help: ArgumentHelp(say("Mã mẫu (bỏ trống: tất cả).", "Form codes (left out: all)."), valueName: say("mẫu", "form")))
    var forms: [String] = []
    @Option(
        help: ArgumentHelp(
            say("Thư mục để ghi các mẫu đã điền ví dụ.", "Folder to write the filled examples to."),
            valueName: say("thư-mục", "dir")
        )
    )
    var examples: String?
    @OptionGroup var place: TemplateOptions
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let library = try place.library(in: context)
        let chosen = forms.isEmpty ? library.forms : try forms.map(library.form)
        var faults: [(form: String, code: String, message: Phrase, hint: Phrase?)] = []
        for form in chosen {
            do {
                let opened = try library.open(form)
                for fault in opened.template.check(with: library.catalogue).faults {
                    faults.append((form.code, fault.code.rawValue, fault.phrase, fault.hint))
                }
                let filled = opened.template.filled(library.catalogue.examples)
                for empty in filled.empty {
                    let message = Phrase(vi: "trường «\(empty.name)» thiếu ví dụ", en: "no example of \"\(empty.name)\"")
                    faults.append((form.code, "empty-field", message.mapped { "\(empty.place): \($0)" }, nil))
                }
                if let examples { try Self.write(filled.package, "\(examples)/\(form.code).docx") }
            } catch let fault as UseCaseFault {
                faults.append((form.code, fault.code, fault.message, fault.hint))
            }
        }
        let head = StyledText(
            say("\(chosen.count) mẫu, \(faults.count) lỗi", "\(chosen.count) forms, \(faults.count) faults"),
            faults.isEmpty ? .good : .bad
        )
        let points = faults.map { fault in
            Bullets.Point(
                StyledText("\(fault.form): ", .accent) + StyledText(fault.message[Speech.language])
                    + StyledText(fault.hint.map { "  → \($0[Speech.language])" } ?? "", .faint)
            )
        }
        return Answer(
            Report(
                json: [
                    "forms": .int(Int64(chosen.count)),
                    "faults": .array(
                        faults.map { fault in
                            ["form": .string(fault.form), "code": .string(fault.code), "message": fault.message.json]
                        }
                    ),
                ],
                blocks: [Paragraph(head)] + (points.isEmpty ? [] : [Bullets(points)])
            ),
            exit: faults.isEmpty ? .done : .faultsFound
        )
    }

    private static func write(_ package: WordPackage, _ path: String) throws {
        try FileManager.default.createDirectory(
            atPath: (path as NSString).deletingLastPathComponent,
            withIntermediateDirectories: true
        )
        let bytes: [UInt8]
        do throws(DocumentFault) { bytes = try package.archived() } catch { throw UseCaseFault(error) }
        _ = try OutputFile.write(to: path) { try OutputFile.put(bytes, to: $0) }
    }
}
