import ArgumentParser
import CanonicalJSON
import Councils
import LifecycleModel
import Services
import Store
import Terminal

/// `nhiemvu council ballot SESSION MEMBER …`
struct CouncilBallot: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "ballot",
            abstract: say(
                "Ghi phiếu đánh giá: một phiếu, hỏi đáp từng người, hoặc cả hòm phiếu từ tệp.",
                "Record ballots: one, by prompt member by member, or a whole box from a file."
            ),
            discussion: say(
                """
                Ví dụ:
                  nhiemvu council ballot NV-2025-047 CG03 overview=10 content=20 products=14 use=13 plan=12,5 capacity=15 --subject 1
                  nhiemvu council ballot NV-2025-047 CG05 10 20 14 13 12 15 --subject 1      (theo thứ tự của mẫu phiếu)
                  nhiemvu council ballot NV-2025-047 CG04 --blank --subject 1
                  nhiemvu council ballot NV-2025-047 CG03 need=đ scale=đ novelty=k --correct "Ghi nhầm mục"
                  nhiemvu council ballot NV-2025-047 --box phieu.csv
                  nhiemvu council ballot NV-2025-047                      (hỏi đáp từng thành viên)
                """,
                """
                Examples:
                  nhiemvu council ballot NV-2025-047 CG03 overview=10 content=20 products=14 use=13 plan=12.5 capacity=15 --subject 1
                  nhiemvu council ballot NV-2025-047 CG05 10 20 14 13 12 15 --subject 1      (in the order of the form)
                  nhiemvu council ballot NV-2025-047 CG04 --blank --subject 1
                  nhiemvu council ballot NV-2025-047 CG03 need=y scale=y novelty=n --correct "Wrong item"
                  nhiemvu council ballot NV-2025-047 --box ballots.csv
                  nhiemvu council ballot NV-2025-047                      (prompts member by member)
                """
            )
        )
    }

    @OptionGroup var act: CouncilActOptions
    @Argument(help: ArgumentHelp(say("Thành viên bỏ phiếu.", "The member who votes."), valueName: say("mã", "person"))) var voter: String?
    @Argument(help: ArgumentHelp(say("Điểm hoặc đánh giá từng mục.", "Marks by criterion."), valueName: say("mục=điểm", "criterion=mark")))
    var marks: [String] = []
    @Option(
        help: ArgumentHelp(
            say("Hồ sơ được đánh giá, khi có nhiều.", "Which dossier, where there are several."),
            valueName: say("số", "number")
        )
    )
    var subject: String?
    @Flag(help: ArgumentHelp(say("Phiếu để trống.", "A blank ballot."))) var blank = false
    @Option(
        help: ArgumentHelp(
            say("Phiếu ghi không đúng quy định, vì sao.", "An irregular ballot, and why."),
            valueName: say("lý-do", "reason")
        )
    )
    var irregular: String?
    @Option(
        help: ArgumentHelp(
            say("Thay phiếu đã ghi của người này, vì sao.", "In place of the member's earlier ballot, and why."),
            valueName: say("lý-do", "reason")
        )
    )
    var correct: String?
    @Option(
        help: ArgumentHelp(
            say("Cả hòm phiếu: tệp CSV hoặc JSON, - là đầu vào chuẩn.", "A whole box: a CSV or JSON file, - for standard input."),
            valueName: say("tệp", "file")
        )
    )
    var box: String?
    @Flag(help: ArgumentHelp(say("Hỏi đáp cả khi đầu vào không phải bàn phím.", "Prompt even where the input is no keyboard.")))
    var prompt = false
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let act = try act.act(in: context)
        let surroundings = try context.surroundings()
        if let box { return try answer(box: box, act, surroundings) }
        guard let voter else { return try answer(asking: context, act, surroundings) }
        let record = try surroundings.store.read { try CouncilRecord(try CouncilCode(act.session, in: $0), in: $0) }
        let vote = CouncilHappening.Vote(by: try PersonCode(voter), on: try subjectID(of: record), try marks(for: record))
        let reason = try correct.map { try CheckedName($0, of: Phrase(vi: "Lý do", en: "The reason")).text }
        let answer = try RecordCouncil(surroundings).vote(act, [RecordCouncil.Cast(vote, insteadBecause: reason)])
        return answer.brief(Phrase(vi: "đã bỏ phiếu của \(voter) vào hòm", en: "the ballot of \(voter) is in the box"))
    }

    /// A whole box.
    private func answer(box: String, _ act: RecordCouncil.Act, _ surroundings: Surroundings) throws -> Answer {
        guard voter == nil, marks.isEmpty, !blank, irregular == nil, correct == nil, subject == nil else {
            throw UseCaseFault(.usage, "box-alone", Phrase(vi: "--box không đi với phiếu khác", en: "--box stands alone"))
        }
        let bytes = box == "-" ? try StandardInput.bytes() : try InputFile(box).bytes()
        let record = try surroundings.store.read { try CouncilRecord(try CouncilCode(act.session, in: $0), in: $0) }
        let casts: [RecordCouncil.Cast]
        do { casts = try BallotBox(for: record.session).casts(bytes) } catch let refusal as BallotBox.Rejection {
            throw ErrorReport(refusal, file: box)
        }
        let answer = try RecordCouncil(surroundings).vote(act, casts)
        return answer.brief(
            Phrase(vi: "đã bỏ \(casts.count) phiếu vào hòm", en: "\(casts.count) ballots are in the box"),
            json: ["recorded": JSONValue(casts.count)]
        )
    }

    /// Ballot by ballot, as somebody types them.
    private func answer(asking context: CommandContext, _ act: RecordCouncil.Act, _ surroundings: Surroundings) throws -> Answer {
        guard prompt || StandardInput.isTerminal else {
            throw UseCaseFault(
                .usage,
                "voter-missing",
                Phrase(vi: "Chưa nói phiếu của ai", en: "Whose ballot was not said"),
                hint: Phrase(
                    vi: "Nêu mã thành viên và điểm, --box TỆP, hoặc --prompt để hỏi đáp",
                    en: "Name a member and marks, --box FILE, or --prompt"
                )
            )
        }
        let record = try surroundings.store.read { try CouncilRecord(try CouncilCode(act.session, in: $0), in: $0) }
        let use = RecordCouncil(surroundings)
        // From here on it waits for people.
        context.console.endWork()
        let asking = BallotPrompt(
            act: act,
            use: use,
            screen: context.console.error,
            read: { readLine() },
            write: { try? StandardStream.error.write($0) }
        )
        let (after, saved) = try asking.run(record, voters: try use.voters(of: record))
        return Answer(
            Report(
                json: ["session": .string(after.code.description), "recorded": JSONValue(saved)],
                blocks: [
                    Paragraph(
                        StyledText("\n\(after.code): ", .accent)
                            + StyledText(say("đã lưu \(saved) phiếu trong lần này", "\(saved) ballots saved this time"))
                    )
                ]
            )
        )
    }

    private func subjectID(of record: CouncilRecord) throws -> String {
        let subjects = record.session.subjects
        if let subject { return try RecordCouncil.require(subject, of: record).id }
        if subjects.count == 1, let only = subjects.first { return only.id }
        throw UseCaseFault(
            .usage,
            "subject-missing",
            Phrase(vi: "Chưa nói đánh giá hồ sơ nào", en: "Which dossier is judged was not said"),
            hint: Phrase(
                vi: "Thêm --subject, một trong: \(subjects.map(\.id).joined(separator: ", "))",
                en: "Add --subject, one of: \(subjects.map(\.id).joined(separator: ", "))"
            )
        )
    }

    private func marks(for record: CouncilRecord) throws -> Ballot.Marks {
        guard [blank, irregular != nil, !marks.isEmpty].count(where: { $0 }) == 1 else {
            throw UseCaseFault(
                .usage,
                "marks-missing",
                Phrase(
                    vi: "Cần đúng một trong: các mục=điểm, --blank, --irregular",
                    en: "Exactly one is needed: criterion=mark …, --blank, --irregular"
                ),
                hint: try sheet(record).map { sheet in
                    let fields = sheet.fields.map { "\($0.id) (\($0.hint[Speech.language]))" }.joined(separator: "; ")
                    return Phrase(vi: "Các mục: \(fields)", en: "The criteria: \(fields)")
                }
            )
        }
        if blank { return .blank }
        if let irregular { return .irregular(try CheckedName(irregular, of: Phrase(vi: "Lý do", en: "The reason")).text) }
        let sheet = try BallotSheet(try RecordCouncil.require(try subjectID(of: record), of: record), under: record.session.law)
        return try sheet.marks(marks.contains { $0.contains("=") } ? try FactArguments(marks, option: "").facts : try sheet.named(marks))
    }

    private func sheet(_ record: CouncilRecord) throws -> BallotSheet? {
        try record.session.subjects.first.map { try BallotSheet($0, under: record.session.law) }
    }
}
