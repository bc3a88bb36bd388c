import Foundation
import TestSupport
import Testing

/// Papers of a council by the program itself.
@Suite("Papers of councils")
struct CouncilPaperTests {
    private static let invitation = [
        "council", "invite", "NV-1", "--number", "45/GM-SKHCN", "--set", "meeting.time=08 giờ", "--set", "meeting.place=Phòng họp số 2",
        "--set", "meeting.agenda=Xét đề xuất", "--set", "signer.title=GIÁM ĐỐC", "--set", "signer.name=Lê A",
    ]

    @Test(
        "are explained and refused as recorded",
        arguments: [
            Run("help-council-minutes", "help council minutes"), Run("help-council-invite-en", "--lang en council invite --help"),
            Run("help-council-sheets", "help council sheets"),
            Run("council-minutes-sealed", "council minutes NV-1 --output x.docx", exit: 1),
            Run("council-minutes-early", "council minutes NV-1 --draft --output x.docx --set meeting.conclusion=Xong", exit: 1),
            Run("council-minutes-no-output", "council minutes NV-1", exit: 64),
            Run("council-invite-dry-run", invitation + ["--quiet", "--dry-run"]),
            Run("council-invite-empty", "council invite NV-1 --number 1 --output gm", exit: 1),
            Run("council-invite-full-folder", invitation + ["--quiet", "--output", "."], exit: 64),
        ]
    )
    func recorded(_ run: Run) throws {
        let desk = try CouncilDesk()
        let before = try desk.head()
        let names = try desk.folder.names().sorted()
        let outcome = try desk.run(run.arguments, environment: run.environment, input: run.input)
        #expect(outcome.exit == run.exit, "\(outcome.error)")
        try Golden.expect(run.name, run.arguments, outcome)
        #expect(try desk.head() == before)
        #expect(try desk.folder.names().filter { !$0.hasPrefix("tinh.db-") }.sorted() == names.filter { !$0.hasPrefix("tinh.db-") })
    }

    @Test("invitations and empty papers come as whole folders, one for each member")
    func folders() throws {
        let desk = try CouncilDesk()
        let invited = try desk.run(Self.invitation + ["--output", "gm"])
        #expect(invited.exit == 0, "\(invited.error)")
        let files = try FileManager.default.contentsOfDirectory(atPath: desk.folder.file("gm")).sorted()
        #expect(files == CouncilDesk.experts.map { "NV-1-GM-HĐ-\($0).docx" })
        let head = try desk.head()
        let sheets = try desk.run(["council", "sheets", "NV-1", "--as", "html", "--output", "phieu"])
        #expect(sheets.exit == 0, "\(sheets.error)")
        let papers = try FileManager.default.contentsOfDirectory(atPath: desk.folder.file("phieu"))
        #expect(papers.count == 18 && papers.contains("NV-1-C1-PĐG-P3.html"))
        let ballot = try String(contentsOfFile: desk.folder.file("phieu/NV-1-C1-PĐG-P3.html"), encoding: .utf8)
        #expect(ballot.contains("Chuyên gia P3") && ballot.contains("☐\u{A0}Đề nghị thực hiện"))
        #expect(try desk.head() == head)
        // The same number goes out once.
        #expect(try desk.run(Self.invitation + ["--output", "gm2"]).exit == 1)
        #expect(!FileManager.default.fileExists(atPath: desk.folder.file("gm2")))
        #expect(try desk.run(["store", "verify"]).exit == 0)
    }
}
