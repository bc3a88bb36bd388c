import LifecycleModel
import Rules

extension BallotTally {
    /// For or against by a share.
    func votes(_ rule: DecisionRule.Votes, _ ballots: [Tally.CountedBallot]) throws(Refusal) -> Tally {
        let valid = ballots.filter { $0.void == nil }.map(\.ballot)
        let inFavour = valid.count { Self.isInFavour($0) }
        let whole = rule.among == .ballots ? valid.count : present
        let share = try law.number(rule.share)
        let needed = try exactly { () throws(FractionFault) in try share.value.multiplied(by: Fraction(Int64(whole))) }
        let got = Fraction(Int64(inFavour))
        let chair = valid.first { $0.voter == quorum.presiding }.map { Self.isInFavour($0) }
        var isCarried = whole > 0 && (rule.reach == .over ? got > needed : got >= needed)
        let (vi, en) =
            rule.reach == .over
            ? ("phải trên \(share.value)", "more than \(share.value) is needed")
            : ("cần ít nhất \(share.value)", "at least \(share.value) is needed")
        let (ofWhom, ofWhomEn) = rule.among == .ballots ? ("phiếu hợp lệ", "valid ballots") : ("thành viên có mặt", "members present")
        var steps = [
            WorkingStep(
                "Đồng ý \(inFavour)/\(whole) \(ofWhom), \(vi), tức \(rule.reach == .over ? "trên" : "từ") \(needed.shown().vi)",
                "\(inFavour) of \(whole) \(ofWhomEn) in favour; \(en), which is \(needed.shown()[.en])",
                share
            )
        ]
        if rule.chairBreaksTies, rule.reach == .over, whole > 0, got == needed {
            isCarried = chair ?? false
            steps.append(
                WorkingStep(
                    chair == true
                        ? Phrase(
                            vi: "Số phiếu bằng nhau: ý kiến của người chủ trì là đồng ý",
                            en: "Equal votes: the presiding member is in favour"
                        )
                        : Phrase(
                            vi: "Số phiếu bằng nhau: người chủ trì không đồng ý",
                            en: "Equal votes: the presiding member is not in favour"
                        ),
                    basis: decision.basis
                )
            )
        }
        return tally(
            ballots,
            .votes(inFavour: inFavour, of: whole, chairInFavour: chair),
            isCarried ? .recommended : .notRecommended,
            steps
        )
    }

    private static func isInFavour(_ ballot: Ballot) -> Bool {
        switch ballot.marks {
        case .items(let marks): marks.values.allSatisfy { $0 }
        case .choice(let choice): choice
        case .ratings(let ratings): ratings.overall >= .pass
        case .scores, .blank, .irregular: false
        }
    }

    /// Excellent, pass or fail by shares of the members present.
    func ratings(_ rule: DecisionRule.Ratings, _ ballots: [Tally.CountedBallot]) throws(Refusal) -> Tally {
        let overall = ballots.filter { $0.void == nil }.compactMap { ballot -> Rating? in
            if case .ratings(let ratings) = ballot.ballot.marks { ratings.overall } else { nil }
        }
        let (excellent, fail) = (overall.count { $0 == .excellent }, overall.count { $0 == .fail })
        let (high, low) = (try law.number(rule.excellent), try law.number(rule.fail))
        let whole = Fraction(Int64(present))
        let needed = try exactly { () throws(FractionFault) in try high.value.multiplied(by: whole) }
        let bearable = try exactly { () throws(FractionFault) in try low.value.multiplied(by: whole) }
        let fails = Fraction(Int64(fail)) > bearable
        let excels = present > 0 && fail == 0 && Fraction(Int64(excellent)) >= needed
        let steps = [
            WorkingStep(
                "Không đạt: \(fail)/\(present) thành viên có mặt, \(fails ? "nhiều hơn" : "không nhiều hơn") \(low.value) (\(bearable.shown().vi))",
                "Fail: \(fail) of \(present) members present, \(fails ? "" : "not ")more than \(low.value) (\(bearable.shown()[.en]))",
                low
            ),
            WorkingStep(
                "Xuất sắc: \(excellent)/\(present) thành viên có mặt, cần ít nhất \(high.value) (\(needed.shown().vi)) và không có phiếu Không đạt",
                "Excellent: \(excellent) of \(present) members present; at least \(high.value) (\(needed.shown()[.en])) and no fail are needed",
                high
            ),
        ]
        return tally(
            ballots,
            .ratings(excellent: excellent, pass: overall.count - excellent - fail, fail: fail),
            fails ? .fail : excels ? .excellent : .pass,
            steps
        )
    }
}
