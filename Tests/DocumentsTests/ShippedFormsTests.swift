import Foundation
import LifecycleModel
import Testing

@testable import Documents

/// The forms that come with the program: each template opens, uses known fields alone, is whole with its examples, and is what its source says.
@Suite struct ShippedFormsTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../templates/documents").standardized.path

    static func bytes(_ name: String) throws -> [UInt8] {
        try [UInt8](Data(contentsOf: URL(filePath: "\(folder)/\(name)")))
    }

    static func forms() throws -> [FormDefinition] {
        try FormDefinition.read(bytes("forms.csv"), file: "forms.csv")
    }

    static func catalogue() throws -> FieldCatalogue {
        try FieldCatalogue(reading: bytes("fields.csv"), file: "fields.csv")
    }

    static let codes = (try? forms().map(\.code)) ?? []

    @Test func thereAreAtLeastTwentyFiveAndEachHasItsFiles() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder).map(VietnameseText.composed)
        #expect(Self.codes.count >= 25)
        #expect(Set(names.filter { $0.hasSuffix(".docx") }) == Set(Self.codes.map { "\($0).docx" }))
    }

    @Test(arguments: codes) func isWholeWithItsExamples(_ code: String) throws {
        let catalogue = try Self.catalogue()
        let template = try DocumentTemplate(reading: try Self.bytes("\(code).docx"))
        let (fields, faults) = template.check(with: catalogue)
        #expect(faults.map(\.phrase.vi) == [])
        #expect(fields.count >= 5)
        let filled = template.filled(catalogue.examples)
        #expect(filled.empty.map(\.name) == [])
        let outline = try DocumentOutline(of: filled.package)
        let text = outline.paragraphs.joined(separator: "\n") + outline.tables.joined().joined().joined(separator: "\n")
        #expect(!text.contains("{{") && !text.contains("}}"))
        #expect(text.contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"))
        #expect(try template.filled(catalogue.examples).package.archived() == filled.package.archived())
    }

    @Test(arguments: codes) func isWhatItsSourceSays(_ code: String) throws {
        let source = "\(Self.folder)/source"
        var shared: [String: String] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: "\(source)/shared") where name.hasSuffix(".txt") {
            shared[String(name.dropLast(4))] = String(decoding: try Self.bytes("source/shared/\(name)"), as: UTF8.self)
        }
        let text = String(decoding: try Self.bytes("source/\(code).txt"), as: UTF8.self)
        let made = try FormSource(text, file: "\(code).txt", shared: shared).template.archived()
        #expect(made == (try Self.bytes("\(code).docx")), "run make forms")
    }

    @Test func everyFieldIsUsedBySomeForm() throws {
        let catalogue = try Self.catalogue()
        var used: Set<String> = []
        for code in Self.codes {
            used.formUnion(try DocumentTemplate(reading: try Self.bytes("\(code).docx")).check(with: catalogue).fields)
        }
        #expect(catalogue.fields.map(\.name).filter { !used.contains($0) } == [])
    }

    @Test func officeValuesAreFieldsOfTheOffice() throws {
        let catalogue = try Self.catalogue()
        let values = try catalogue.officeValues(Self.bytes("office.csv"), file: "office.csv")
        #expect(values["office.place"] == .text("Thanh Hóa"))
        #expect(values["office.phone"] == nil)
        #expect(throws: DocumentFault.self) { try catalogue.officeValues(Array("field,value\ntask.title,x\n".utf8), file: "office.csv") }
    }
}
