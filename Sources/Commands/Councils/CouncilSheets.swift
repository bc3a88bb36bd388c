import ArgumentParser
import CanonicalJSON
import Councils
import Documents
import LifecycleModel
import Rules
import Services

/// `nhiemvu council sheets SESSION`
struct CouncilSheets: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "sheets",
            abstract: say(
                "In phiếu nhận xét và phiếu đánh giá còn trống cho từng thành viên, từng hồ sơ; không ghi sổ.",
                "Make the empty reviews and ballots, one for each member and dossier; nothing is recorded."
            ),
            discussion: say(
                """
                Ví dụ:
                  nhiemvu council sheets NV-2025-047 --output phieu
                  nhiemvu council sheets NV-2025-047 --only ballot --as pdf --output phieu-danh-gia
                """,
                """
                Examples:
                  nhiemvu council sheets NV-2025-047 --output sheets
                  nhiemvu council sheets NV-2025-047 --only ballot --as pdf --output ballots
                """
            )
        )
    }

    /// Which papers.
    enum Sheet: String, ExpressibleByArgument, CaseIterable {
        case review, ballot
    }

    @OptionGroup var session: CouncilSessionArgument
    @Option(
        help: ArgumentHelp(
            say("Thư mục để ghi, chưa có hoặc còn trống.", "Folder to write, new or empty."),
            valueName: say("thư-mục", "dir")
        )
    )
    var output: String
    @Option(
        help: ArgumentHelp(
            say("Chỉ phiếu nhận xét (review) hoặc phiếu đánh giá (ballot).", "Only reviews or only ballots."),
            valueName: "review|ballot"
        )
    )
    var only: Sheet?
    @OptionGroup var document: DocumentOptions
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let record = try context.councilRecord(session.session)
        let library = try document.place.library(in: context)
        let given = try document.given(in: context)
        let sheets = only.map { [$0] } ?? Sheet.allCases
        let subjects = record.session.subjects
        let members = try record.membersToWrite
        let requests = try sheets.flatMap { sheet in
            try subjects.flatMap { subject in
                let form = try library.sheet(sheet, on: subject, of: record)
                return members.map { member in
                    var request = RenderDocument.Request(
                        task: record.code.task,
                        form: form.code,
                        given: .object(given),
                        machine: record.code.reference,
                        isDraft: true
                    )
                    request.member = member.person
                    request.subject = subjects.count > 1 ? subject.id : nil
                    request.blank = "…………"
                    return request
                }
            }
        }
        return try DocumentBatch(document, requests, to: output, isBlank: true).made(in: context)
    }
}

extension TemplateLibrary {
    /// The form of a review or ballot: the printed one that the rules name, or the one for that kind of council.
    fileprivate func sheet(_ sheet: CouncilSheets.Sheet, on subject: Subject, of record: CouncilRecord) throws -> FormDefinition {
        switch sheet {
        case .review: return try paper(.review, of: record)
        case .ballot:
            let named = record.session.law.council.ballots[subject.form]?.form
            return try forms.first { $0.code == named } ?? paper(.ballot, of: record)
        }
    }
}
