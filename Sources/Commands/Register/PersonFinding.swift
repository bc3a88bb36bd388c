import ArgumentParser
import LifecycleModel
import Services
import Terminal

/// `nhiemvu person finding PERSON`
struct PersonFinding: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "finding",
            abstract: say(
                "Ghi việc khiến một người không được tham gia hội đồng: bị xử phạt, không khách quan, có lợi ích liên quan.",
                "Record what bars a person from councils: a penalty, proof of partiality, a related interest."
            ),
            discussion: say(
                """
                Chỉ ghi điều cần cho việc thành lập hội đồng. «person show» đánh số các việc đã ghi; --end đặt ngày cuối, --withdraw bỏ
                một việc ghi sai khỏi sổ đăng ký (nhật ký vẫn giữ).
                Ví dụ: nhiemvu person finding CG06 --ground sanction --evidence "QĐ 7/QĐ-XPHC" --from 2025-01-10 --until 2026-01-09
                       nhiemvu person finding CG06 --ground partiality --evidence "BB 3/BB-XM" --task NV-2025-047
                       nhiemvu person finding CG06 --end 1 --until 2025-12-31
                """,
                """
                Record no more than councils need. "person show" numbers what is recorded; --end sets the last day, --withdraw takes what was
                recorded by mistake out of the register (the log keeps it).
                Example: nhiemvu person finding CG06 --ground sanction --evidence "QĐ 7/QĐ-XPHC" --from 2025-01-10 --until 2026-01-09
                         nhiemvu person finding CG06 --ground partiality --evidence "BB 3/BB-XM" --task NV-2025-047
                         nhiemvu person finding CG06 --end 1 --until 2025-12-31
                """
            )
        )
    }
    @Argument(help: ArgumentHelp(say("Mã người.", "Code."), valueName: say("mã", "code"))) var code: String
    @Option(
        help: ArgumentHelp(
            say("Căn cứ: ", "The ground: ") + Person.Finding.grounds.map(\.rawValue).joined(separator: ", "),
            valueName: say("căn-cứ", "ground")
        )
    ) var ground: ConflictGround?
    @Option(
        help: ArgumentHelp(say("Việc gì, theo văn bản nào.", "What it is and which paper says so."), valueName: say("chữ", "text"))
    ) var evidence: String?
    @Option(help: ArgumentHelp(say("Ngày đầu có hiệu lực.", "The first day it stands."), valueName: say("ngày", "date"))) var from: String?
    @Option(help: ArgumentHelp(say("Ngày cuối có hiệu lực.", "The last day it stands."), valueName: say("ngày", "date"))) var until: String?
    @Option(help: ArgumentHelp(say("Đối với nhiệm vụ này.", "Towards this task."), valueName: say("mã", "code"))) var task: String?
    @Option(
        help: ArgumentHelp(
            say("Đối với nhiệm vụ của tổ chức này.", "Towards the tasks of this organisation."),
            valueName: say("mã", "code")
        )
    ) var organisation: String?
    @Option(
        help: ArgumentHelp(say("Đối với nhiệm vụ của người này.", "Towards the tasks of this person."), valueName: say("mã", "code"))
    ) var person: String?
    @Option(
        help: ArgumentHelp(
            say("Chấm dứt việc số này vào ngày --until (mặc định hôm nay).", "End the finding of this number on --until (default today)."),
            valueName: say("số", "number")
        )
    ) var end: Int?
    @Option(
        help: ArgumentHelp(
            say("Bỏ việc số này vì ghi sai.", "Take the finding of this number out, recorded by mistake."),
            valueName: say("số", "number")
        )
    ) var withdraw: Int?
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let change = try change(on: context.today)
        let (person, receipt) = try RegisterParty(try context.surroundings()).changing(try PersonCode(code), change)
        return Answer(RegisterReport.changed(.person(person), receipt))
    }

    private func change(on today: CivilDate) throws -> (inout Person) throws -> Void {
        let last = try until.map { try CivilDate(argument: $0, option: "--until") }
        let isNew = ground != nil || evidence != nil || from != nil || task != nil || organisation != nil || person != nil
        switch (isNew, end, withdraw) {
        case (false, let number?, nil):
            return { person in person.findings[try Self.place(number, in: person)].until = last ?? today }
        case (false, nil, let number?) where until == nil:
            return { person in person.findings.remove(at: try Self.place(number, in: person)) }
        case (true, nil, nil):
            guard let ground, let evidence else { throw Self.incomplete }
            let finding = Person.Finding(
                ground,
                evidence: try CheckedName(evidence, of: Phrase(vi: "Bằng chứng", en: "The evidence")).text,
                from: try from.map { try CivilDate(argument: $0, option: "--from") },
                until: last,
                concern: try concern
            )
            return { person in if !person.findings.contains(finding) { person.findings.append(finding) } }
        default: throw Self.incomplete
        }
    }

    private var concern: Person.Finding.Concern? {
        get throws {
            switch (task, organisation, person) {
            case (nil, nil, nil): return nil
            case (let code?, nil, nil): return .task(try TaskCode(code))
            case (nil, let code?, nil): return .organisation(try OrganisationCode(code))
            case (nil, nil, let code?): return .person(try PersonCode(code))
            default:
                throw UseCaseFault(
                    .usage,
                    "several-concerns",
                    Phrase(
                        vi: "Chỉ dùng một trong --task, --organisation, --person",
                        en: "Only one of --task, --organisation and --person"
                    )
                )
            }
        }
    }

    private static let incomplete = UseCaseFault(
        .usage,
        "finding-incomplete",
        Phrase(
            vi: "Ghi mới cần --ground và --evidence; hoặc chỉ dùng --end, hoặc chỉ dùng --withdraw",
            en: "A new finding needs --ground and --evidence; or give --end alone, or --withdraw alone"
        )
    )

    private static func place(_ number: Int, in person: Person) throws -> Int {
        guard person.findings.indices.contains(number - 1) else {
            throw UseCaseFault(
                .usage,
                "unknown-finding",
                Phrase(vi: "\(person.code) không có việc đã ghi số \(number)", en: "\(person.code) has no finding \(number)"),
                hint: Phrase(vi: "Xem «nhiemvu person show \(person.code)»", en: "See \"nhiemvu person show \(person.code)\"")
            )
        }
        return number - 1
    }
}
