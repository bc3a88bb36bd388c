public import LifecycleModel
import Rules

/// A value that a session gives to the small machines `council-session` and `dossier`.
public enum SessionFact: Sendable, Hashable {
    /// A number of people, ballots, or points ×100.
    case int(Int64)
    /// Yes or no.
    case bool(Bool)
    /// A word of a choice.
    case word(String)
}

extension CouncilSession {
    /// What `council-session/open` records, by the names of its facts. A regime whose machine has no such fact leaves it out.
    public func openingFacts() throws(Refusal) -> [String: SessionFact] {
        let quorum = try quorum()
        let taking = taking(part: roll.present)
        let there = composition.members.filter { taking.contains($0.person) }
        func count(_ seat: Seat) -> Int64 { Int64(there.count { $0.seat == seat }) }
        return [
            "present": .int(Int64(quorum.present)), "chair_present": .bool(quorum.presiding != nil),
            "reviewers_present": .int(count(.reviewers)), "secretary_present": .bool(count(.secretary) > 0),
            "council_member_present": .bool(count(.councilMember) > 0), "reviews_received": .int(Int64(roll.reviews.count)),
        ]
    }

    /// What `council-session/conclude` records. Refused before the count, before a collective conclusion, and when points are no hundredths.
    ///
    /// Of several dossiers the session recommends one when there is a winner; votes are those of the dossier that got most, ratings those of a
    /// session on one subject.
    public func concludingFacts() throws(Refusal) -> [String: SessionFact] {
        if decision?.way == .collective {
            guard let recommends = conclusion?.recommends else { throw Self.notYet }
            return ["result": .word((recommends ? Tally.Outcome.recommended : .notRecommended).rawValue)]
        }
        guard let count else { throw Self.notYet }
        // Who voted and left is present for that vote, so a share of those present is a share of these.
        if let ranking = count.ranking {
            var facts: [String: SessionFact] = [
                "present": .int(Int64(count.tallies.map(\.present).max() ?? 0)),
                "ballots": .int(Int64(count.tallies.map(\.valid.count).max() ?? 0)),
            ]
            for tally in count.tallies where !tally.valid.isEmpty { _ = try rankingFacts(of: tally.subject) }
            facts["result"] = .word((ranking.winner == nil ? Tally.Outcome.notRecommended : .recommended).rawValue)
            // Dossiers are called by the numbers of their small machines; equal ones the count parted, so the record must say which it is.
            if let number = ranking.winner.flatMap({ Int64($0) }) { facts["proposed"] = .int(number) }
            return facts
        }
        guard let tally = try decisive(count.tallies) else { throw Self.notYet }
        var facts: [String: SessionFact] = [
            "present": .int(Int64(tally.present)), "ballots": .int(Int64(tally.valid.count)), "result": .word(tally.outcome.rawValue),
        ]
        switch tally.figures {
        case .votes(let inFavour, _, let chair):
            facts["votes_for"] = .int(Int64(inFavour))
            if let chair { facts["chair_for"] = .bool(chair) }
        case .ratings(let excellent, _, let fail):
            facts["votes_excellent"] = .int(Int64(excellent))
            facts["votes_fail"] = .int(Int64(fail))
        case .scores: break
        }
        return facts
    }

    /// The subject whose result is that of the session: the only one, or among several that are voted on one by one a recommended one, the one with
    /// most votes in favour among equals, so that the session recommends when it recommends any.
    private func decisive(_ tallies: [Tally]) throws(Refusal) -> Tally? {
        guard tallies.count > 1, law.council.judges?.inFavour == nil else {
            let recommended = tallies.filter { $0.outcome == .recommended }
            return (recommended.isEmpty ? tallies : recommended).max { $0.votesInFavour < $1.votesInFavour }
        }
        throw Refusal(
            "one_subject",
            Phrase(
                vi: "phiên họp xét \(tallies.count) nội dung, kết luận riêng từng nội dung",
                en: "the session judged \(tallies.count) subjects; each has a result of its own"
            )
        )
    }

    /// What `dossier/rank` records of one dossier: sums of points, which nothing is lost of. Refused before the count, without a valid ballot, and
    /// when points are no hundredths.
    public func rankingFacts(of subject: String) throws(Refusal) -> [String: SessionFact] {
        guard let tally = count?[try self.subject(subject).id] else { throw Self.notYet }
        guard case .scores(let figures) = tally.figures, let all = figures.meanOfAll, let mean = figures.mean, let lowest = figures.lowest,
            let highest = figures.highest
        else {
            throw Refusal(
                "no_score",
                Phrase(vi: "hồ sơ ‘\(subject)’ không có phiếu hợp lệ nào", en: "the dossier ‘\(subject)’ has no valid ballot")
            )
        }
        let valid = tally.valid.count
        return [
            "present": .int(Int64(tally.present)), "ballots": .int(Int64(figures.cast)), "void_ballots": .int(Int64(figures.cast - valid)),
            "all_points_x100": try Self.hundredths(all, times: figures.cast), "points_x100": try Self.hundredths(mean, times: valid),
            "lowest_x100": try Self.hundredths(lowest), "highest_x100": try Self.hundredths(highest),
            "zero_votes": .int(Int64(figures.zeroes)),
        ]
    }

    private static let notYet = Refusal("not_counted", Phrase(vi: "chưa kiểm phiếu", en: "the ballots have not been counted"))

    private static func hundredths(_ score: Fraction, times count: Int = 1) throws(Refusal) -> SessionFact {
        let sum = try exactly { () throws(FractionFault) in try score.multiplied(by: Fraction(100 * Int64(count))) }
        guard sum.isWhole else {
            throw Refusal(
                "points_not_hundredths",
                Phrase(
                    vi: "điểm trên phiếu nhỏ hơn một phần trăm điểm nên không ghi chính xác được; cần sửa bước điểm trong tệp quy tắc",
                    en: "points on the ballots are finer than a hundredth, so not recorded exactly; mend their step in the rule file"
                )
            )
        }
        return .int(sum.numerator)
    }
}

extension Tally {
    fileprivate var votesInFavour: Int {
        if case .votes(let inFavour, _, _) = figures { inFavour } else { 0 }
    }
}
