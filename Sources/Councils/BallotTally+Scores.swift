import LifecycleModel
import Rules

extension BallotTally {
    /// Points: void what deviates, take the mean, add the bonus, look at zeroes.
    func scores(_ rule: DecisionRule.Scores, _ ballots: [Tally.CountedBallot]) throws(Refusal) -> Tally {
        guard case .scores(let criteria, _)? = law.council.ballots[subject.form]?.content else {
            throw Refusal("ballot_kind", Phrase(vi: "mẫu phiếu không chấm điểm", en: "the ballot form has no points"))
        }
        var steps: [WorkingStep] = []
        let cast = try ballots.filter { $0.void == nil }.map { ballot throws(Refusal) in try ScoredBallot(ballot.ballot) }
        let meanOfAll = try Self.mean(cast.map(\.total))
        var counted = ballots
        if let amount = rule.deviation, let mean = meanOfAll {
            let share = try law.number(amount)
            let bound = try exactly { () throws(FractionFault) in try mean.multiplied(by: share.value) }
            steps.append(
                WorkingStep(
                    "Điểm trung bình của tất cả phiếu: \(mean.shown().vi); phiếu chênh lệch quá \(share.value.percentText) (\(bound.shown().vi) điểm) không hợp lệ",
                    "Mean of all ballots: \(mean.shown()[.en]); a ballot further off than \(share.value.percentText) (\(bound.shown()[.en]) points) is void",
                    share
                )
            )
            for (index, ballot) in ballots.enumerated() where ballot.void == nil {
                guard let total = cast.first(where: { $0.number == ballot.ballot.number })?.total else { continue }
                let distance = try exactly { () throws(FractionFault) in try total.subtracting(mean).magnitude() }
                guard distance > bound else { continue }
                let void = WorkingStep(
                    "\(total.shown().vi) điểm, chênh \(distance.shown().vi) so với \(mean.shown().vi), quá \(share.value.percentText)",
                    "\(total.shown()[.en]) points, \(distance.shown()[.en]) off \(mean.shown()[.en]), more than \(share.value.percentText)",
                    share
                )
                counted[index] = Tally.CountedBallot(ballot: ballot.ballot, void: void)
            }
        }
        let validNumbers = Set(counted.filter { $0.void == nil }.map(\.ballot.number))
        let valid = cast.filter { validNumbers.contains($0.number) }
        let mean = try Self.mean(valid.map(\.total))
        var criterionMeans: [String: Fraction] = [:]
        for criterion in criteria { criterionMeans[criterion.id] = try Self.mean(valid.compactMap { $0.points[criterion.id] }) }
        let deciding = criteria.filter(\.decidesTies).compactMap { criterionMeans[$0.id] }
        let decidingMean = try exactly { () throws(FractionFault) in deciding.isEmpty ? nil : try deciding.total() }
        let (total, passes) = try total(of: mean, rule, &steps)
        let zeroes = criteria.map { criterion in (criterion, cast.count { $0.points[criterion.id] == .zero }) }
        let worst = zeroes.max { $0.1 < $1.1 }
        let isBarred = try barred(by: worst, rule, &steps)
        let figures = ScoreFigures(
            cast: cast.count,
            meanOfAll: meanOfAll,
            mean: mean,
            total: total,
            lowest: valid.map(\.total).min(),
            highest: valid.map(\.total).max(),
            zeroes: worst?.1 ?? 0,
            zeroCriterion: worst.flatMap { $0.1 > 0 ? $0.0.id : nil },
            criterionMeans: criterionMeans,
            decidingMean: decidingMean
        )
        return tally(counted, .scores(figures), passes && !isBarred ? .recommended : .notRecommended, steps)
    }

    /// The mean with the bonus, and whether the mean is high enough.
    private func total(
        of mean: Fraction?,
        _ rule: DecisionRule.Scores,
        _ steps: inout [WorkingStep]
    ) throws(Refusal) -> (Fraction?, Bool) {
        guard let mean else {
            steps.append(WorkingStep(Phrase(vi: "Không còn phiếu hợp lệ nào", en: "No valid ballot is left"), basis: decision.basis))
            return (nil, false)
        }
        steps.append(
            WorkingStep(
                Phrase(
                    vi: "Điểm trung bình của các phiếu hợp lệ: \(mean.shown().vi)",
                    en: "Mean of the valid ballots: \(mean.shown()[.en])"
                ),
                basis: decision.basis
            )
        )
        var passes = true
        if let amount = rule.pass {
            let mark = try law.number(amount)
            passes = mean >= mark.value
            steps.append(
                WorkingStep(
                    "\(passes ? "Đạt" : "Chưa đạt") mức tối thiểu \(mark.value.shown().vi) điểm",
                    "\(passes ? "Reaches" : "Misses") the lowest mark of \(mark.value.shown()[.en])",
                    mark
                )
            )
        }
        guard let amount = rule.bonus, subject.isOfProposer, passes else { return (mean, passes) }
        let bonus = try law.number(amount)
        let total = try exactly { () throws(FractionFault) in try mean.adding(mean.multiplied(by: bonus.value)) }
        steps.append(
            WorkingStep(
                "Tổ chức chủ trì là tổ chức đề xuất nhiệm vụ: cộng \(bonus.value.percentText), tổng \(total.shown().vi)",
                "The host proposed the task: \(bonus.value.percentText) more, \(total.shown()[.en]) in all",
                bonus
            )
        )
        return (total, passes)
    }

    /// Whether too many members gave zero on one criterion. All ballots that were filled in properly count here, as the members did give zero.
    private func barred(
        by worst: (BallotForm.Criterion, Int)?,
        _ rule: DecisionRule.Scores,
        _ steps: inout [WorkingStep]
    ) throws(Refusal) -> Bool {
        guard let amount = rule.zeroes, let (criterion, zeroes) = worst else { return false }
        let share = try law.number(amount)
        let bearable = try exactly { () throws(FractionFault) in try share.value.multiplied(by: Fraction(Int64(present))) }
        let isBarred = Fraction(Int64(zeroes)) > bearable
        steps.append(
            zeroes == 0
                ? WorkingStep("Không tiêu chí nào bị cho điểm 0", "No criterion was given zero", share)
                : WorkingStep(
                    "Tiêu chí “\(criterion.label.vi)”: \(zeroes)/\(present) thành viên có mặt cho điểm 0, \(isBarred ? "quá" : "không quá") \(share.value)",
                    "“\(criterion.label[.en])”: \(zeroes) of \(present) members present gave zero, \(isBarred ? "" : "not ")more than \(share.value)",
                    share
                )
        )
        return isBarred
    }

    private static func mean(_ scores: [Fraction]) throws(Refusal) -> Fraction? {
        guard !scores.isEmpty else { return nil }
        return try exactly { () throws(FractionFault) in try scores.mean() }
    }
}

/// A ballot with its points added up.
private struct ScoredBallot {
    let number: Int
    let points: [String: Fraction]
    let total: Fraction

    init(_ ballot: Ballot) throws(Refusal) {
        number = ballot.number
        if case .scores(let scores) = ballot.marks { points = scores } else { points = [:] }
        let points = points
        total = try exactly { () throws(FractionFault) in try points.values.total() }
    }
}

extension Fraction {
    /// A share of one as per cent: `20 %`, `2/3` where per cent are not whole.
    fileprivate var percentText: String {
        100 % denominator == 0 ? "\(numerator * (100 / denominator)) %" : exactText
    }
}
