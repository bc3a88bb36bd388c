import Councils
import LifecycleModel
import Rules
import Terminal

/// The tally sheet: every ballot, those that do not count with the reason, the working step by step, and what follows.
struct CountView {
    let count: VoteCount
    let session: CouncilSession

    var blocks: [any Block] {
        var blocks: [any Block] = []
        if !session.countingBoard.isEmpty {
            let names = session.countingBoard.map { code in session.composition.members.first { $0.person == code }?.name ?? code.text }
            blocks.append(
                Paragraph(StyledText(say("Ban kiểm phiếu: ", "Counted by: "), .faint) + StyledText(names.joined(separator: ", ")))
            )
        }
        for tally in count.tallies { blocks += sheet(tally) }
        if let ranking = count.ranking, count.tallies.count > 1 { blocks += order(ranking) }
        return blocks
    }

    private func sheet(_ tally: Tally) -> [any Block] {
        let subject = session.subjects.first { $0.id == tally.subject }
        let title =
            say("Kiểm phiếu", "Count") + (count.tallies.count > 1 ? " \(tally.subject): " : ": ") + (subject?.label[Speech.language] ?? "")
        return [
            Heading(title, level: 2), ballots(tally), steps(count.steps + tally.steps),
            Paragraph(
                StyledText(say("Kết quả: ", "Result: "))
                    + StyledText(Self.outcome(tally.outcome), tally.outcome.isFavourable ? .good : .bad)
            ),
        ]
    }

    private func ballots(_ tally: Tally) -> any Block {
        Table(
            columns: [
                Table.Column(say("Phiếu", "Ballot"), alignment: .right),
                Table.Column(say("Thành viên", "Member"), shrinkPriority: 2, minimumWidth: 10, overflow: .wrap),
                Table.Column(say("Nội dung", "Marks"), shrinkPriority: 1, minimumWidth: 12, overflow: .wrap),
                Table.Column(say("Tính", "Counts")),
                Table.Column(say("Vì sao không", "Why not"), shrinkPriority: 3, minimumWidth: 10, overflow: .wrap),
            ],
            rows: tally.ballots.map { counted in
                let member = session.composition.members.first { $0.person == counted.ballot.voter }
                return [
                    StyledText(String(counted.ballot.number)),
                    StyledText(member.map { "\($0.name) (\(counted.ballot.voter))" } ?? counted.ballot.voter.text),
                    StyledText(text(counted.ballot.marks, tally.subject)),
                    counted.void == nil ? StyledText("✓", .good) : StyledText("✗", .bad),
                    StyledText(counted.void?.text[Speech.language] ?? "", .faint),
                ]
            }
        )
    }

    private func text(_ marks: Ballot.Marks, _ subject: String) -> String {
        switch marks {
        case .scores(let points):
            let form = session.subjects.first { $0.id == subject }?.form ?? ""
            guard case .scores(let criteria, _)? = session.law.council.ballots[form]?.content else { return "" }
            let parts = criteria.map { points[$0.id]?.shown()[Speech.language] ?? "?" }.joined(separator: " + ")
            let total = (try? points.values.total())?.shown()[Speech.language] ?? "?"
            return "\(parts) = \(total)"
        case .items(let items):
            let form = session.subjects.first { $0.id == subject }?.form ?? ""
            guard case .items(let all)? = session.law.council.ballots[form]?.content else { return "" }
            let failed = all.filter { items[$0.id] == false }.map { $0.label[Speech.language] }.joined(separator: ", ")
            return failed.isEmpty ? say("Đạt tất cả", "all met") : say("Không đạt: ", "not met: ") + failed
        case .ratings(let ratings): return ratings.overall.phrase[Speech.language]
        case .choice(let inFavour): return inFavour ? say("Đồng ý", "in favour") : say("Không đồng ý", "against")
        case .blank: return say("để trống", "blank")
        case .irregular: return say("không đúng quy định", "irregular")
        }
    }

    private func order(_ ranking: Ranking) -> [any Block] {
        [
            Heading(say("Xếp hạng", "Ranking"), level: 2),
            Table(
                columns: [
                    Table.Column(say("Hạng", "Rank"), alignment: .right),
                    Table.Column(say("Hồ sơ", "Dossier"), shrinkPriority: 1, overflow: .wrap),
                    Table.Column(say("Tổng điểm", "Score")), Table.Column(say("Đủ điều kiện", "Eligible")),
                ],
                rows: ranking.places.map { place in
                    let label = session.subjects.first { $0.id == place.subject }?.label[Speech.language] ?? ""
                    return [
                        StyledText(String(place.rank), place.subject == ranking.winner ? .good : .plain),
                        StyledText("\(place.subject)  \(label)", place.subject == ranking.winner ? .strong : .plain),
                        StyledText(place.total?.shown()[Speech.language] ?? "–"),
                        place.isEligible ? StyledText("✓", .good) : StyledText("✗", .bad),
                    ]
                }
            ),
            steps(ranking.steps),
        ]
    }

    private func steps(_ steps: [WorkingStep]) -> any Block {
        Bullets(
            steps.map { step in
                StyledText(step.text[Speech.language]) + StyledText(step.basis.map { "  \($0)" } ?? "", .faint)
                    + StyledText(step.standing == .assumed ? say(" (tạm tính)", " (assumed)") : "", .warning)
            }
        )
    }

    /// What people call a result.
    static func outcome(_ outcome: Tally.Outcome) -> String {
        switch outcome {
        case .recommended: say("Đề nghị thực hiện", "recommended")
        case .notRecommended: say("Không đề nghị thực hiện", "not recommended")
        case .excellent: say("Xuất sắc", "excellent")
        case .pass: say("Đạt", "pass")
        case .fail: say("Không đạt", "fail")
        }
    }
}

extension Tally.Outcome {
    fileprivate var isFavourable: Bool {
        switch self {
        case .recommended, .excellent, .pass: true
        case .notRecommended, .fail: false
        }
    }
}
