import Councils
public import Documents
import Foundation
import LifecycleModel
import PlainFiles

/// The folder of Word templates: `forms.csv`, `fields.csv`, `office.csv` and a DOCX file for each form.
public struct TemplateLibrary: Sendable {
    /// The folder.
    public let folder: String
    /// The forms in the order of their list.
    public let forms: [FormDefinition]
    /// The fields.
    public let catalogue: FieldCatalogue
    /// What stands in every paper of the office.
    public let office: [String: FieldValue]

    /// A template as it is used.
    public struct Opened: Sendable {
        /// The form.
        public let form: FormDefinition
        /// The template.
        public let template: DocumentTemplate
        /// SHA-256 (hex) of the file.
        public let sha256: String
    }

    /// Reads the lists of a folder; templates are opened when asked for.
    ///
    /// - Throws: `UseCaseFault` with file and line.
    public init(folder: String) throws {
        self.folder = folder
        let lists = try ["fields.csv", "forms.csv", "office.csv"].map { try Self.bytes("\(folder)/\($0)") }
        do throws(DocumentFault) {
            catalogue = try FieldCatalogue(reading: lists[0], file: "\(folder)/fields.csv")
            forms = try FormDefinition.read(lists[1], file: "\(folder)/forms.csv")
            office = try catalogue.officeValues(lists[2], file: "\(folder)/office.csv")
        } catch {
            throw UseCaseFault(error)
        }
    }

    /// The form of that code, or a word about the likeliest one.
    public func form(_ code: String) throws -> FormDefinition {
        let wanted = VietnameseText.composed(code)
        if let form = forms.first(where: { $0.code.lowercased() == wanted.lowercased() }) { return form }
        let near = VietnameseText.nearest(to: wanted, among: forms.map(\.code), limit: 3)
        throw UseCaseFault(
            .usage,
            "unknown-form",
            Phrase(vi: "Không có mẫu «\(code)»", en: "There is no form \"\(code)\""),
            hint: near.isEmpty
                ? Phrase(vi: "Xem danh sách bằng «nhiemvu doc list»", en: "See \"nhiemvu doc list\"")
                : Phrase(vi: "Có phải ý bạn là: \(near.joined(separator: ", "))?", en: "Did you mean: \(near.joined(separator: ", "))?")
        )
    }

    /// The form of that purpose for the council of a session.
    public func paper(_ purpose: CouncilPaper.Purpose, of record: CouncilRecord) throws -> FormDefinition {
        let kind = record.session.law.kind
        let fitting = forms.filter { $0.council?.purpose == purpose && ($0.council?.kind == kind || $0.council?.kind == nil) }
        if let form = fitting.first { return form }
        throw UseCaseFault(
            .unavailable,
            "no-form-for-council",
            Phrase(
                vi: "Thư mục mẫu không có mẫu «\(purpose.rawValue)» cho \(record.session.law.label.vi)",
                en: "The templates have no \(purpose.rawValue) for this council: \(record.session.law.label[.en])"
            ),
            hint: Phrase(
                vi: "Thêm mẫu với cột council «\(kind) \(purpose.rawValue)» trong forms.csv",
                en: "Add one with \"\(kind) \(purpose.rawValue)\" in the column council of forms.csv"
            )
        )
    }

    /// Opens the template of a form.
    ///
    /// - Throws: `UseCaseFault` when the file is missing or refused.
    public func open(_ form: FormDefinition) throws -> Opened {
        let path = path(of: form)
        let bytes = try Self.bytes(path)
        do throws(DocumentFault) {
            return Opened(
                form: form,
                template: try DocumentTemplate(reading: bytes),
                sha256: AttachmentVault.described(bytes, named: "").sha256
            )
        } catch {
            throw UseCaseFault(error, in: path)
        }
    }

    /// Where the template of a form lies.
    public func path(of form: FormDefinition) -> String { "\(folder)/\(form.code).docx" }

    private static func bytes(_ path: String) throws -> [UInt8] {
        // What is in it, and how large that may become, is for whoever unpacks it.
        guard let bytes = try? PlainFile.read(path, atMost: 64 << 20, followsLinks: true) else {
            throw UseCaseFault(
                .unavailable,
                "template-missing",
                Phrase(vi: "Không có tệp «\(path)»", en: "There is no file \"\(path)\""),
                hint: Phrase(
                    vi: "Chỉ đúng thư mục mẫu bằng --templates hoặc NHIEMVU_TEMPLATES",
                    en: "Name the right folder with --templates or NHIEMVU_TEMPLATES"
                )
            )
        }
        return bytes
    }
}

extension UseCaseFault {
    /// A fault of a template or a value, for the command line.
    public init(_ fault: DocumentFault, in file: String = "") {
        let message = file.isEmpty ? fault.phrase : fault.phrase.mapped { "\(file): \($0)" }
        self.init(.badData, fault.code.rawValue, message, hint: fault.hint)
    }
}
