public import LifecycleModel
public import Rules

/// What is wrong with a ballot before it goes into the box, so that it can be mended while it is typed.
public struct BallotCheck: Sendable {
    private let form: BallotForm
    private let subject: Subject
    private let law: CouncilLaw

    /// A check of ballots about a subject; refused when the council has no such form.
    public init(_ subject: Subject, under law: CouncilLaw) throws(Refusal) {
        guard let form = law.council.ballots[subject.form] else {
            throw Refusal(
                "ballot_form_unknown",
                Phrase(
                    vi: "\(law.label.vi) không dùng phiếu ‘\(subject.form)’",
                    en: "\(law.label[.en]) has no ballot form ‘\(subject.form)’"
                ),
                cure: Phrase(
                    vi: "một trong: \(law.council.ballots.keys.sorted().joined(separator: ", "))",
                    en: "one of: \(law.council.ballots.keys.sorted().joined(separator: ", "))"
                )
            )
        }
        self.form = form
        self.subject = subject
        self.law = law
    }

    /// Refuses a form that does not say what the rule counts.
    func requireFit(to decision: DecisionRule) throws(Refusal) {
        guard !decision.counts(form.content) else { return }
        throw Refusal(
            "ballot_form_does_not_fit",
            Phrase(
                vi: "phiếu ‘\(subject.form)’ không dùng để kết luận về ‘\(subject.id)’",
                en: "the ballot form ‘\(subject.form)’ is not what ‘\(subject.id)’ is decided by"
            ),
            basis: decision.basis
        )
    }

    /// The points somebody typed for a criterion, such as `12` or `12,5`; refused with the range when they are out of it.
    public func points(_ text: String, for criterion: BallotForm.Criterion) throws(Refusal) -> Fraction {
        let points: Fraction
        do throws(FractionFault) {
            points = try Fraction(parsing: text)
        } catch {
            throw Refusal("score_unreadable", Phrase(vi: "\(criterion.label.vi): ", en: "\(criterion.label[.en]): ") + error.phrase)
        }
        try Refusal.check(try blockers(points, for: criterion))
        return points
    }

    /// Everything that is wrong with what stands on a ballot; none for a void one that says it is.
    public func blockers(_ marks: Ballot.Marks) throws(Refusal) -> [Blocker] {
        switch (marks, form.content) {
        case (.blank, _), (.irregular, _): return []
        case (.scores(let scores), .scores(let criteria, _)):
            var blockers = names(Set(scores.keys), Set(criteria.map(\.id)), of: criteria.map { ($0.id, $0.label) })
            for criterion in criteria {
                if let points = scores[criterion.id] { blockers += try self.blockers(points, for: criterion) }
            }
            return blockers
        case (.items(let marks), .items(let items)):
            return names(Set(marks.keys), Set(items.map(\.id)), of: items.map { ($0.id, $0.label) })
        case (.ratings(let ratings), .ratings(let scheme)):
            return try RatingCheck(scheme: scheme, form: form, subject: subject, law: law).blockers(ratings)
        case (.choice, .choice): return []
        default:
            return [
                Blocker(
                    code: "ballot_kind",
                    message: Phrase(
                        vi: "nội dung không đúng mẫu phiếu “\(form.label.vi)”",
                        en: "this is not what “\(form.label[.en])” asks for"
                    ),
                    basis: form.basis
                )
            ]
        }
    }

    private func blockers(_ points: Fraction, for criterion: BallotForm.Criterion) throws(Refusal) -> [Blocker] {
        guard case .scores(_, let amount) = form.content else { return [] }
        let name = criterion.label
        guard points >= .zero, points <= Fraction(Int64(criterion.most)) else {
            return [
                Blocker(
                    code: "score_out_of_range",
                    message: Phrase(
                        vi: "\(name.vi): điểm \(points.shown().vi) ngoài khoảng 0–\(criterion.most)",
                        en: "\(name[.en]): \(points.shown()[.en]) is not within 0–\(criterion.most)"
                    ),
                    parameters: [Blocker.Parameter("criterion", criterion.id)],
                    basis: form.basis
                )
            ]
        }
        let step = try law.number(amount)
        guard try exactly({ () throws(FractionFault) in try points.divided(by: step.value) }).isWhole else {
            let below = try exactly { () throws(FractionFault) in
                try Fraction(points.divided(by: step.value).floor).multiplied(by: step.value)
            }
            let above = try exactly { () throws(FractionFault) in try below.adding(step.value) }
            return [
                Blocker(
                    code: "score_step",
                    message: Phrase(
                        vi: "\(name.vi): điểm \(points.shown().vi) phải là bội số của \(step.value.shown().vi)",
                        en: "\(name[.en]): \(points.shown()[.en]) is no multiple of \(step.value.shown()[.en])"
                    ),
                    parameters: [Blocker.Parameter("criterion", criterion.id)],
                    basis: step.basis,
                    cure: Phrase(
                        vi: "ghi \(below.shown().vi) hoặc \(above.shown().vi)",
                        en: "write \(below.shown()[.en]) or \(above.shown()[.en])"
                    )
                )
            ]
        }
        return []
    }

    private func names(_ given: Set<String>, _ wanted: Set<String>, of labels: [(String, Phrase)]) -> [Blocker] {
        let missing = labels.filter { !given.contains($0.0) }.map { id, label in
            Blocker(
                code: "mark_missing",
                message: Phrase(vi: "chưa đánh giá: \(label.vi)", en: "not judged: \(label[.en])"),
                parameters: [Blocker.Parameter("criterion", id)],
                basis: form.basis
            )
        }
        return missing
            + given.subtracting(wanted).sorted().map { id in
                Blocker(
                    code: "mark_unknown",
                    message: Phrase(vi: "mẫu phiếu không có mục ‘\(id)’", en: "the form has no ‘\(id)’"),
                    parameters: [Blocker.Parameter("criterion", id)],
                    basis: form.basis
                )
            }
    }
}
