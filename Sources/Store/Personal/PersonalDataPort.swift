public import AuditTrail
public import LifecycleModel

/// What can be asked about personal data beside the log.
public protocol PersonalDataReader {
    /// Personal data of the events about a subject, by event.
    func personalRows(of subject: EventRecord.Subject) throws -> [PersonalRow]
    /// Personal data of one person, by event.
    func personalRows(about person: String) throws -> [PersonalRow]
    /// Personal data of one event.
    func personalRows(at event: Int64) throws -> [PersonalRow]
    /// Calls the body with all personal data, by event, in bounded memory.
    func eachPersonalRow(_ body: (PersonalRow) throws -> Void) throws
    /// Calls the body with every event about people and councils, the only ones with personal data, in order and in bounded memory.
    func eachEventAboutPeople(_ body: (EventRecord) throws -> Void) throws
    /// Codes of the tasks that a file is attached to.
    func tasks(holdingFile sha256: String) throws -> [String]
    /// SHA-256 (hex) of attached files that were erased, each with the event by which it was.
    func erasedFiles() throws -> [String: Int64]
}

/// What can be changed of them: nothing but their being there.
public protocol PersonalDataWriter: PersonalDataReader {
    /// Erases personal data; their commitments stay. The bytes may linger in the file until `purge`.
    func erase(_ commitments: [TreeHash], by event: Int64) throws
    /// Notes that an attached file was erased.
    func noteErased(file sha256: String, by event: Int64) throws
    /// Empties the letters to a person: address, subject, text and answers of the carrier.
    ///
    /// - Parameters:
    ///   - waiting: whether also those that wait, which then are not sent.
    ///   - reason: why they are not sent.
    /// - Returns: how many were emptied.
    func emptyLetters(to person: String, waiting: Bool, because reason: Phrase, at moment: Moment) throws -> Int
}

/// A store whose file can be freed of what was erased.
public protocol PurgingStore: Store {
    /// Rewrites the file without anything that was erased or overwritten.
    ///
    /// - Returns: whether nothing is left: false while somebody else reads an older state of the store, whose pages must stay.
    func purge() throws -> Bool
}
