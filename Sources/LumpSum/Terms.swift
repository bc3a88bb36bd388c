public import LifecycleModel
public import Rules

/// What the award and the contract fix, and how far the task has come: what the reckoning takes from the task itself.
public struct Terms: Sendable, Hashable {
    /// State money approved so far; nil before the award.
    public var approved: Dong?
    /// The lump-summed part of it; nil before the award.
    public var lumpSum: Dong?
    /// Counterpart money approved; nil before the award.
    public var counterpart: Dong?
    /// The lump-sum mode approved; nil before the award.
    public var mode: LumpSumMode?
    /// The day of the award.
    public var awardedOn: CivilDate?
    /// The day the contract was signed.
    public var signedOn: CivilDate?
    /// The day the contract ends, extended or not.
    public var endsOn: CivilDate?
    /// The day the task was put on the ordered list.
    public var listedOn: CivilDate?
    /// Whether it has passed acceptance.
    public var hasPassed: Bool

    /// Creates terms.
    public init(
        approved: Dong? = nil,
        lumpSum: Dong? = nil,
        counterpart: Dong? = nil,
        mode: LumpSumMode? = nil,
        awardedOn: CivilDate? = nil,
        signedOn: CivilDate? = nil,
        endsOn: CivilDate? = nil,
        listedOn: CivilDate? = nil,
        hasPassed: Bool = false
    ) {
        self.approved = approved
        self.lumpSum = lumpSum
        self.counterpart = counterpart
        self.mode = mode
        self.awardedOn = awardedOn
        self.signedOn = signedOn
        self.endsOn = endsOn
        self.listedOn = listedOn
        self.hasPassed = hasPassed
    }
}
