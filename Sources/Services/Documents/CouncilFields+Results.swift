import Councils
import Documents
import Engine
import LifecycleModel
import Rules

extension CouncilFields {
    /// A single value that comes out of the ballots.
    func result(_ fact: CouncilFact) throws -> FieldValue? {
        if fact == .result { return try outcome() }
        guard let count else { return nil }
        let tallies = count.tallies.filter { subject == nil || $0.subject == subject?.id }
        let valid = tallies.map(\.valid.count).reduce(0, +)
        let all = tallies.map(\.papers.count).reduce(0, +)
        switch fact {
        case .ballots: return .number(Int64(all))
        case .validBallots: return .number(Int64(valid))
        case .voidBallots: return .number(Int64(all - valid))
        case .winner: return applicant(winner(count))?.host.map { .text($0) }
        case .winnerInvestigator: return applicant(winner(count))?.investigator.map { .text($0) }
        case .runnerUp: return applicant(count.ranking?.runnerUp)?.host.map { .text($0) }
        default: break
        }
        guard tallies.count == 1, let tally = tallies.first else { return nil }
        switch (fact, tally.figures) {
        case (.votesFor, .votes(let inFavour, _, _)): return .number(Int64(inFavour))
        case (.votesAgainst, .votes(let inFavour, _, _)): return .number(Int64(tally.valid.count - inFavour))
        case (.votesExcellent, .ratings(let number, _, _)), (.votesPass, .ratings(_, let number, _)),
            (.votesFail, .ratings(_, _, let number)):
            return .number(Int64(number))
        case (.reportRatings, .ratings):
            let reports = tally.valid.compactMap { if case .ratings(let ratings) = $0.marks { ratings.report } else { nil } }
            return .text(Rating.counted(reports))
        default: return nil
        }
    }

    /// The dossier the council proposes: the first of several, or the only one when it is recommended.
    private func winner(_ count: VoteCount) -> String? {
        if let ranking = count.ranking { return ranking.winner }
        let recommended = count.tallies.filter { $0.outcome == .recommended }
        return recommended.count == 1 ? recommended[0].subject : nil
    }

    private func applicant(_ id: String?) -> (host: String?, investigator: String?)? {
        session.subjects.first { $0.id == id }.map { applicant($0) }
    }

    /// What the session gives to the task's record, in its words.
    private func outcome() throws -> FieldValue? {
        guard isTeam || count != nil, case .word(let word)? = try? session.concludingFacts()["result"] else { return nil }
        let choices = record.rules.regime.machine(CouncilCode.machine)?.facts["result"]?.choices ?? []
        return .choice(code: word, label: choices.first { $0.value == word }?.label.vi ?? word)
    }

    // MARK: Ballots

    private var subjects: [Subject] { session.subjects.filter { subject == nil || $0 == subject } }

    /// Every ballot in the box, also those that do not count, with the reason; those taken back are not among them.
    func scores(_ count: VoteCount) -> [[String: FieldValue]] {
        subjects.flatMap { subject in
            (count[subject.id]?.papers ?? []).map { counted in
                let (marks, total) = words(counted.ballot.marks, on: subject)
                return [
                    "member": .text(memberName(counted.ballot.voter)), "dossier": .text(shortName(subject)), "marks": .text(marks),
                    "total": .text(total),
                    "validity": .text(counted.void.map { "Không hợp lệ: \($0.text.vi)" } ?? "Hợp lệ"),
                ]
            }
        }
    }

    /// Ballots that were taken back, each with the reason the one in its place gives.
    func replaced(_ count: VoteCount) -> [[String: FieldValue]] {
        subjects.flatMap { subject in
            (count[subject.id]?.ballots ?? []).compactMap { counted -> [String: FieldValue]? in
                guard let (earlier, reason) = count[subject.id]?.earlier(than: counted.ballot) else { return nil }
                return [
                    "member": .text(memberName(earlier.voter)), "dossier": .text(shortName(subject)),
                    "total": .text(words(earlier.marks, on: subject).total), "reason": .text(reason),
                ]
            }
        }
    }

    /// What stands on a ballot, criterion by criterion, and on the whole.
    private func words(_ marks: Ballot.Marks, on subject: Subject) -> (marks: String, total: String) {
        let form = session.law.council.ballots[subject.form]
        switch (marks, form?.content) {
        case (.scores(let points), .scores(let criteria, _)?):
            return (
                criteria.map { points[$0.id]?.rounded().vi ?? "–" }.joined(separator: " + "),
                (try? points.values.total())?.rounded().vi ?? "–"
            )
        case (.items(let items), .items(let asked)?):
            let failed = asked.filter { items[$0.id] == false }.map(\.label.vi)
            return failed.isEmpty
                ? ("Đạt \(asked.count)/\(asked.count) nội dung", "Đề nghị thực hiện")
                : ("Không đạt: \(failed.joined(separator: "; "))", "Không đề nghị thực hiện")
        case (.ratings(let ratings), _): return ("Báo cáo tổng hợp: \(ratings.report.phrase.vi)", ratings.overall.phrase.vi)
        case (.choice(let inFavour), _): return ("", inFavour ? "Đồng ý" : "Không đồng ý")
        case (.blank, _): return ("Để trống", "–")
        case (.irregular, _), (.scores, _), (.items, _): return ("Không đúng quy định", "–")
        }
    }

    // MARK: Working

    /// How the result follows, each step with its article.
    func working(_ count: VoteCount) -> [[String: FieldValue]] {
        var rows = count.steps.map { step($0) }
        for tally in count.tallies where subject == nil || tally.subject == subject?.id {
            let name = count.tallies.count > 1 ? session.subjects.first { $0.id == tally.subject }.map(shortName) : nil
            // The first step counts the box with the ballots that were taken back; a paper tells of those handed out.
            rows.append(step(tally.handedOut, of: name))
            rows += tally.steps.dropFirst().map { step($0, of: name) }
        }
        return rows + (subject == nil ? count.ranking?.steps.map { step($0) } ?? [] : [])
    }

    private func step(_ step: WorkingStep, of name: String? = nil) -> [String: FieldValue] {
        return ["text": .text((name.map { "\($0): " } ?? "") + step.text.vi + article(of: step))]
    }

    /// The article of a step. What is only assumed is no law: a draft shows it as such, so that somebody confirms it, and an issued paper
    /// leaves it out.
    private func article(of step: WorkingStep) -> String {
        guard let basis = step.basis else { return "" }
        guard step.standing == .assumed else { return " (\(basis))" }
        return isDraft ? " [căn cứ tạm tính, chưa in trong bản ban hành: \(basis)]" : ""
    }
}

extension Tally {
    /// The ballots in the box, one a member; those that were taken back are not among them.
    var papers: [CountedBallot] {
        let replaced = Set(ballots.compactMap(\.ballot.correction?.of))
        return ballots.filter { !replaced.contains($0.ballot.number) }
    }

    /// The ballot in whose place another one stands, and why.
    func earlier(than ballot: Ballot) -> (ballot: Ballot, reason: String)? {
        guard let correction = ballot.correction else { return nil }
        return ballots.first { $0.ballot.number == correction.of }.map { ($0.ballot, correction.reason) }
    }

    /// How many papers were handed out, and how many of them count.
    fileprivate var handedOut: WorkingStep {
        WorkingStep(
            Phrase(
                vi: "Số phiếu phát ra: \(papers.count); hợp lệ: \(valid.count); không hợp lệ: \(papers.count - valid.count)",
                en: "Ballots handed out: \(papers.count); valid: \(valid.count); void: \(papers.count - valid.count)"
            )
        )
    }
}
