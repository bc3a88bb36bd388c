import Foundation
import TestSupport
import Testing

/// Documents made at a desk with the forms that come with the program.
@Suite("Documents")
struct DocumentTests {
    @Test(
        "are listed, checked, drafted and issued as recorded",
        arguments: [
            Run("help-doc", "help doc"), Run("help-doc-render", "help doc render"),
            Run("help-doc-render-en", "--lang en doc render --help"),
            Run("doc-list-form", "doc list gm-hđ"), Run("doc-list-form-json", "doc list TB-TD --format json"),
            Run("doc-check", "doc check"),
            Run("doc-render-draft", "doc render TH-2022-001 QĐ-CD --draft --output du-thao.docx"),
            Run("doc-render-empty", "doc render TH-2022-001 TB-TD --output x.docx --number 1 --date 2022-03-01 --actor CV01", exit: 1),
            Run("doc-render-empty-json", "doc render TH-2022-001 TT11-M3 --output x.docx --format json --lang en --actor CV01", exit: 1),
            Run("doc-render-no-output", "doc render TH-2022-001 TB-TD", exit: 64),
            Run("doc-render-no-form", "doc render TH-2022-001 TB-TC1 --draft --output x.docx", exit: 64),
            Run(
                "doc-render-no-pdf",
                "doc render TH-2022-001 TB-TD --as pdf --draft --output x.pdf",
                exit: 69,
                environment: ["PATH": "/nowhere"]
            ),
            Run("doc-render-wrong-on", "doc render TH-2022-001 TB-TD --on one --draft --output x.docx", exit: 64),
            Run("doc-render-other-kind", "doc render TH-2022-001 TB-TD --draft --as html --output x.docx", exit: 64),
            Run("doc-render-no-machine", "doc render TH-2022-001 TB-TD --on report:9 --draft --output x.docx", exit: 64),
            Run("doc-render-no-data", "doc render TH-2022-001 TB-TD --data nothing.json --draft --output x.docx", exit: 69),
            Run("doc-no-templates", "doc check --templates nowhere", exit: 69),
        ]
    )
    func recorded(_ run: Run) throws {
        let desk = try Desk()
        let before = try desk.head()
        let outcome = try desk.run(run.arguments, environment: run.environment)
        #expect(outcome.exit == run.exit)
        try Golden.expect(run.name, run.arguments, outcome, on: desk)
        #expect(try desk.head() == before)
    }

    @Test("issued, the file has the recorded hash and every check holds")
    func issued() throws {
        let desk = try Desk()
        let data =
            #"{"host.account": "1", "document.number": "5/TB-SKHCN", "change.reason": "Mưa lũ", "suspension.from": "2022-03-30","#
            + #" "signer.title": "GIÁM ĐỐC", "signer.name": "Lê A", "contract.number": "4/HĐ"}"#
        try Data(data.utf8).write(to: URL(fileURLWithPath: desk.folder.file("du-lieu.json")))
        let words = ["doc", "render", "TH-2022-001", "TB-TD", "--data", "du-lieu.json", "--output", "tb.docx", "--actor", "CV01"]
        let outcome = try desk.run(words)
        #expect(outcome.exit == 0)
        try Golden.expect("doc-render-issued", words, outcome, on: desk)
        #expect(FileManager.default.contents(atPath: desk.folder.file("tb.docx"))?.starts(with: Data("PK".utf8)) == true)
        #expect(try desk.run(["store", "verify"]).exit == 0)
        #expect(try desk.run(["audit", "verify"]).exit == 0)
        #expect(try desk.run(words).exit == 1)
    }

    @Test("broken JSON is named with its file and place")
    func brokenData() throws {
        let desk = try Desk()
        try Data("{\"a\": }".utf8).write(to: URL(fileURLWithPath: desk.folder.file("du-lieu.json")))
        let outcome = try desk.run(["doc", "render", "TH-2022-001", "TB-TD", "--draft", "--data", "du-lieu.json", "--output", "x.docx"])
        #expect(outcome.exit == 65)
        #expect(outcome.error.contains("Tệp «du-lieu.json»: JSON hỏng tại dòng 1"), "\(outcome.error)")
    }

    @Test("a template that an official broke is found, with its place and how to mend it")
    func brokenTemplate() throws {
        let desk = try Desk()
        try FileManager.default.copyItem(atPath: "\(Program.package)/templates/documents", toPath: desk.folder.file("mau"))
        try Data("không phải".utf8).write(to: URL(fileURLWithPath: desk.folder.file("mau/TB-TD.docx")))
        try FileManager.default.removeItem(atPath: desk.folder.file("mau/TB-KT.docx"))
        let words = ["doc", "check", "TB-TD", "TB-KT", "TB-TC", "--templates", "mau", "--examples", "xem"]
        let outcome = try desk.run(words)
        #expect(outcome.exit == 2)
        try Golden.expect("doc-check-faults", words, outcome, on: desk)
        #expect(FileManager.default.fileExists(atPath: desk.folder.file("xem/TB-TC.docx")))
    }
}
