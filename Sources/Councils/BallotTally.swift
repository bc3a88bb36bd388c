import LifecycleModel
import Rules

/// Counts the ballots on one subject.
struct BallotTally {
    let session: CouncilSession
    let subject: Subject
    let decision: DecisionRule
    let quorum: Quorum

    var law: CouncilLaw { session.law }

    /// Members whose vote in the room counts as presence: those there, and those who voted and left.
    var present: Int {
        let voted = session.box.filter { $0.subject == subject.id && !$0.isMailed }.map(\.voter)
        return session.taking(part: session.roll.present.union(voted)).count
    }

    func tally() throws(Refusal) -> Tally {
        let sorted = sortedOut()
        switch decision.way {
        case .scores(let rule): return try scores(rule, sorted)
        case .votes(let rule): return try votes(rule, sorted)
        case .ratings(let rule): return try ratings(rule, sorted)
        case .collective: throw Refusal("no_ballots", Phrase(vi: "không bỏ phiếu", en: "there is no vote"))
        }
    }

    /// Every ballot on the subject, with the reason where it does not count whatever it says.
    private func sortedOut() -> [Tally.CountedBallot] {
        let ballots = session.box.filter { $0.subject == subject.id }
        let corrected = Dictionary(ballots.compactMap { ballot in ballot.correction.map { ($0.of, (ballot.number, $0.reason)) } }) {
            _,
            last in last
        }
        let members = Set(session.composition.members.map(\.person))
        let paper = law.council.ballots[subject.form]?.basis
        return ballots.map { ballot in
            let void: WorkingStep?
            if let (number, reason) = corrected[ballot.number] {
                void = WorkingStep(
                    Phrase(vi: "đã thay bằng phiếu số \(number): \(reason)", en: "superseded by ballot \(number): \(reason)"),
                    basis: nil
                )
            } else if !members.contains(ballot.voter) {
                void = WorkingStep(
                    Phrase(vi: "người bỏ phiếu đã được thay, không còn là thành viên", en: "the voter was replaced, no longer a member"),
                    basis: law.council.basis
                )
            } else if let conflict = session.bar(of: ballot.voter) {
                void = WorkingStep(
                    Phrase(vi: "người bỏ phiếu không được tham gia: ", en: "the voter may not take part: ") + conflict.ground.phrase,
                    basis: conflict.basis
                )
            } else if case .blank = ballot.marks {
                void = WorkingStep(Phrase(vi: "phiếu để trống", en: "blank"), basis: paper)
            } else if case .irregular(let fault) = ballot.marks {
                void = WorkingStep(Phrase(vi: "đánh giá không đúng quy định: \(fault)", en: "irregular: \(fault)"), basis: paper)
            } else {
                void = nil
            }
            return Tally.CountedBallot(ballot: ballot, void: void)
        }
    }

    func tally(
        _ ballots: [Tally.CountedBallot],
        _ figures: Tally.Figures,
        _ outcome: Tally.Outcome,
        _ steps: [WorkingStep]
    ) -> Tally {
        let valid = ballots.count { $0.void == nil }
        let first = WorkingStep(
            Phrase(
                vi: "Số phiếu trong hòm: \(ballots.count); hợp lệ: \(valid); không tính: \(ballots.count - valid)",
                en: "Ballots in the box: \(ballots.count); counted: \(valid); not counted: \(ballots.count - valid)"
            )
        )
        return Tally(subject: subject.id, present: present, ballots: ballots, figures: figures, outcome: outcome, steps: [first] + steps)
    }
}
