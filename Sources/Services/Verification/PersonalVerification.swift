import AuditTrail
import CanonicalJSON
public import LifecycleModel
public import Store

/// Compares the personal data beside the log with the commitments in it: all are there, each is what was committed to, or an event says by whose
/// decision it was erased.
public struct PersonalVerification {
    /// One thing that does not agree.
    public struct Fault: Sendable, Hashable {
        /// Number of the event concerned.
        public let event: Int64
        /// Code of the person.
        public let person: String
        /// What does not agree.
        public let message: Phrase
    }

    /// Commitments in events, and those that events say were erased.
    private var committed: [TreeHash: (event: Int64, person: String)] = [:]
    private var erased: [TreeHash: Int64] = [:]

    init() {}

    /// Takes the next event of the log.
    mutating func take(_ event: EventRecord) {
        if event.subject.kind == .person, event.kind == PersonalErasure.kind, let erasure = try? PersonalErasure(json: event.payload) {
            for commitment in erasure.commitments { erased[commitment] = erased[commitment] ?? event.number }
        }
        guard let person = PersonalMembers.person(in: event), let commitment = PersonalMembers.committed(event) else { return }
        committed[commitment] = (event.number, person)
    }

    /// Everything that does not agree.
    func faults(in reader: any StoreReader) throws -> [Fault] {
        var faults: [Fault] = []
        var missing = committed
        try reader.eachPersonalRow { row in
            func fault(_ vi: String, _ en: String) {
                faults.append(Fault(event: row.event, person: row.person, message: Phrase(vi: vi, en: en)))
            }
            guard let known = committed[row.commitment], known.event == row.event, known.person == row.person else {
                return fault("sự kiện không cam kết về dữ liệu này", "its event holds no commitment to these data")
            }
            missing[row.commitment] = nil
            if let part = row.part {
                if part.commitment != row.commitment { fault("dữ liệu đã bị sửa", "the data were altered") }
                if erased[row.commitment] != nil { fault("nhật ký ghi đã xoá mà vẫn còn", "the log says that they were erased") }
            } else if row.erasedBy != erased[row.commitment] {
                fault("đã xoá mà nhật ký không ghi quyết định", "they were erased, and the log names no decision")
            }
        }
        for (event, person) in missing.values {
            faults.append(
                Fault(event: event, person: person, message: Phrase(vi: "thiếu dữ liệu cá nhân", en: "its personal data are missing"))
            )
        }
        return faults.sorted { ($0.event, $0.person) < ($1.event, $1.person) }
    }

    /// Everything that does not agree in a store.
    public static func faults(in reader: any StoreReader) throws -> [Fault] {
        var verification = PersonalVerification()
        try reader.eachEventAboutPeople { verification.take($0) }
        return try verification.faults(in: reader)
    }
}
