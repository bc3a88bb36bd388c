public import AuditTrail
public import CanonicalJSON

/// Personal data of an event, on its way beside the log; the event's payload holds the commitment to it in their place.
public struct PersonalPart: Sendable, Hashable {
    /// Code of the person.
    public let person: String
    /// The members that were taken out of the payload.
    public let content: JSONObject
    /// What nobody can guess, 32 bytes.
    public let salt: [UInt8]

    /// Creates a part, with a salt of its own unless it is read back.
    public init(person: String, content: JSONObject, salt: [UInt8] = Commitment.freshSalt()) {
        self.person = person
        self.content = content
        self.salt = salt
    }

    /// What the log holds of it: `Commitment` to the canonical JSON (RFC 8785) of `{"content":…,"person":…}`.
    public var commitment: TreeHash {
        let bound: JSONValue = ["content": .object(content), "person": .string(person)]
        return Commitment.to(bound.canonicalBytes, salt: salt)
    }
}

/// Personal data of an event as it is kept: whole, or erased.
public struct PersonalRow: Sendable, Hashable {
    /// What the log holds of it.
    public let commitment: TreeHash
    /// Number of the event it belongs to.
    public let event: Int64
    /// Code of the person.
    public let person: String
    /// The data; nil when they were erased.
    public let part: PersonalPart?
    /// The event by which they were erased; nil while they are there.
    public let erasedBy: Int64?

    /// Creates a row.
    public init(commitment: TreeHash, event: Int64, person: String, part: PersonalPart?, erasedBy: Int64?) {
        self.commitment = commitment
        self.event = event
        self.person = person
        self.part = part
        self.erasedBy = erasedBy
    }
}
