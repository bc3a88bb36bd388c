public import LifecycleModel

/// Something one person is to be told, written in the transaction that brings it.
public struct NoticeRow: Sendable, Hashable {
    /// Names for ever what is told to whom.
    public var key: String
    /// Code of the person.
    public var person: String
    /// The day it concerns.
    public var day: CivilDate
    /// Whether it goes out at once instead of in the digest of its day.
    public var isUrgent: Bool
    /// Task it is about; nil: none.
    public var task: String?
    /// What is told.
    public var text: Phrase
    /// The last day for what is to be done, where there is one.
    public var due: CivilDate?

    /// Creates a notice.
    public init(key: String, person: String, day: CivilDate, isUrgent: Bool, task: String?, text: Phrase, due: CivilDate?) {
        self.key = key
        self.person = person
        self.day = day
        self.isUrgent = isUrgent
        self.task = task
        self.text = text
        self.due = due
    }
}

/// A letter that waits to be delivered, or was.
public struct LetterRow: Sendable, Hashable {
    /// Names the letter for ever; part of its Message-ID.
    public var key: String
    /// Code of the person it goes to.
    public var person: String
    /// Address it goes to; nil: none is known.
    public var address: String?
    /// The day it concerns.
    public var day: CivilDate
    /// Whether it is urgent.
    public var isUrgent: Bool
    /// Subject and text.
    public var subject, body: String
    /// Where it stands.
    public var standing: Standing
    /// How often its delivery was tried.
    public var tries: Int
    /// From when on it is tried (again).
    public var retryAt: Moment
    /// Why it was not delivered.
    public var error: Phrase?
    /// When it was written, and when it was delivered or given up.
    public var writtenAt: Moment
    /// When it was delivered or given up.
    public var endedAt: Moment?

    /// Where a letter stands.
    public enum Standing: String, Sendable, Hashable, CaseIterable {
        /// to be delivered
        case waiting
        /// handed to the carrier, whose answer is not recorded yet
        case sending
        /// delivered
        case sent
        /// too old when its turn came; not delivered
        case skipped
        /// given up
        case dead
    }

    /// Creates a letter.
    public init(
        key: String,
        person: String,
        address: String?,
        day: CivilDate,
        isUrgent: Bool,
        subject: String,
        body: String,
        standing: Standing,
        tries: Int = 0,
        retryAt: Moment,
        error: Phrase? = nil,
        writtenAt: Moment,
        endedAt: Moment? = nil
    ) {
        self.key = key
        self.person = person
        self.address = address
        self.day = day
        self.isUrgent = isUrgent
        self.subject = subject
        self.body = body
        self.standing = standing
        self.tries = tries
        self.retryAt = retryAt
        self.error = error
        self.writtenAt = writtenAt
        self.endedAt = endedAt
    }
}

/// A value of an indicator as it was on a day, kept when it differs from the one kept before.
public struct IndicatorSnapshotRow: Sendable, Hashable {
    /// Identifier of the indicator or figure.
    public var indicator: String
    /// Year it is about.
    public var year: Int
    /// The day it was worked out for.
    public var day: CivilDate
    /// The value as printed.
    public var value: String

    /// Creates a row.
    public init(indicator: String, year: Int, day: CivilDate, value: String) {
        self.indicator = indicator
        self.year = year
        self.day = day
        self.value = value
    }
}
