public import LifecycleModel

/// What is said of one result, and why.
public struct Verdict: Sendable, Hashable {
    /// What is said.
    public enum Outcome: String, Sendable, Hashable, CaseIterable {
        /// Counted, in use.
        case used
        /// Counted, not in use.
        case notUsed = "not-used"
        /// Not counted yet: its months are not over (right-censored).
        case open
    }

    /// One proof and what it does for the verdict.
    public struct Judged: Sendable, Hashable {
        /// The proof.
        public var evidence: EvidenceRecord
        /// How it stood as known on the day; nil: rejected, or not on record then.
        public var standing: EvidenceRecord.Standing?
        /// Why it does not count; nil: it counts.
        public var objection: Objection?

        /// Whether it stands before another: those that count first, by first use.
        func comes(before other: Judged) -> Bool {
            if (objection == nil) != (other.objection == nil) { return objection == nil }
            return (evidence.firstUseOn, evidence.key) < (other.evidence.firstUseOn, other.evidence.key)
        }
    }

    /// Why a proof does not count; the first that applies.
    public enum Objection: String, Sendable, Hashable, CaseIterable {
        /// Not recorded by the day as known on.
        case unknown
        /// Rejected.
        case rejected
        /// Of a kind that does not count.
        case kind
        /// It does not stand firmly enough.
        case standing
        /// Use began after the last day.
        case late
        /// It came to stand so only after the days allowed for it.
        case provedLate = "proved-late"
    }

    /// The result.
    public var result: ResultRecord
    /// The last day on which use had to begin.
    public var lastDay: CivilDate
    /// What is said.
    public var outcome: Outcome
    /// The proof that decides: the earliest use among those that count.
    public var deciding: EvidenceRecord?
    /// All proofs, those that count first, by first use.
    public var judged: [Judged]

    /// Whether it stands before another: by task, then by number of the result.
    func comes(before other: Verdict) -> Bool { (result.task, result.number) < (other.result.task, other.result.number) }
}

extension UseIndicator.Terms {
    /// Judges one result by what was on record on a day; nil when the acceptance itself was not.
    public func verdict(on result: ResultRecord, knownOn day: CivilDate) -> Verdict? {
        guard result.recordedOn <= day else { return nil }
        let lastDay = lastDay(acceptedOn: result.acceptedOn)
        var judged = result.evidence.map { evidence in
            Verdict.Judged(
                evidence: evidence,
                standing: evidence.lastChange(knownOn: day)?.standing,
                objection: objection(to: evidence, lastDay: lastDay, knownOn: day)
            )
        }
        if judged.count > 1 { judged.sort { $0.comes(before: $1) } }
        let deciding = judged.first { $0.objection == nil }?.evidence
        let outcome: Verdict.Outcome = lastDay > day ? .open : deciding == nil ? .notUsed : .used
        return Verdict(result: result, lastDay: lastDay, outcome: outcome, deciding: deciding, judged: judged)
    }

    /// Why a proof does not count; with no last day, whenever use began and was established counts.
    func objection(to evidence: EvidenceRecord, lastDay: CivilDate?, knownOn day: CivilDate) -> Verdict.Objection? {
        guard let change = evidence.lastChange(knownOn: day) else { return .unknown }
        guard change.standing != nil else { return .rejected }
        guard kinds.contains(evidence.kind) else { return .kind }
        guard let reached = evidence.day(of: standing, knownOn: day) else { return .standing }
        guard let lastDay else { return nil }
        guard evidence.firstUseOn <= lastDay else { return .late }
        if let proofWithin, reached > lastDay.adding(days: proofWithin) { return .provedLate }
        return nil
    }
}
