import AuditTrail
import CanonicalJSON
import Councils
import LifecycleModel
import Store

/// Where a person's data are that an erasure reaches.
struct PersonalTraces {
    /// What is erased.
    let rows: [PersonalRow]
    /// Entries of the register among them.
    let entries: Int
    /// Sessions of councils among them, by code.
    let sessions: [String]
    /// Events that hold the data themselves, of versions that kept them in the log.
    private let inLog: [Int64]

    init(of person: Person, _ scope: ErasePersonalData.Scope, in reader: any StoreReader) throws {
        let subject = EventRecord.Subject(.person, person.code.text)
        let own = try reader.events(of: subject)
        // What stands now stays when only earlier data go.
        let standing = own.last { PersonalMembers.person(in: $0) != nil }.flatMap(PersonalMembers.committed)
        let present = try reader.personalRows(about: person.code.text).filter { $0.part != nil }
        rows = scope == .all ? present : present.filter { $0.commitment != standing && $0.isName(otherThan: person.titledName) }
        let events = try rows.compactMap { try reader.event($0.event) }
        entries = events.count { $0.subject == subject }
        sessions = Set(events.filter { $0.subject.kind == .council }.map(\.subject.code)).sorted()
        let councils = try reader.allRegistered(.council).filter { CouncilSummary.people($0.value).contains(person.code.text) }
        let all = own + (try councils.flatMap { try reader.events(of: EventRecord.Subject(.council, $0.code)) })
        inLog = all.filter { PersonalMembers.person(in: $0) == person.code.text && PersonalMembers.committed($0) == nil }.map(\.number)
    }

    /// Refuses when the log itself holds the data.
    func requireNoneInLog() throws {
        guard !inLog.isEmpty else { return }
        let numbers = inLog.prefix(5).map(String.init).joined(separator: ", ") + (inLog.count > 5 ? ", …" : "")
        throw UseCaseFault(
            .refused,
            "personal-in-log",
            Phrase(
                vi:
                    "\(inLog.count) sự kiện ghi dữ liệu cá nhân ngay trong nhật ký (\(numbers)): chúng có từ trước khi dữ liệu được giữ riêng",
                en: "\(inLog.count) events hold personal data in the log itself (\(numbers)): they are older than keeping them apart"
            ),
            hint: Phrase(
                vi: "Nhật ký không sửa được; xuất danh mục rồi nhập vào kho mới: «nhiemvu export», «nhiemvu import»",
                en: "The log cannot be changed; export the portfolio and import it into a new store: \"nhiemvu export\", \"nhiemvu import\""
            )
        )
    }
}

extension PersonalRow {
    /// Whether it holds a name, and another one; what shows a conflict holds none.
    fileprivate func isName(otherThan name: String) -> Bool {
        guard let content = part?.content, let own = content["name"]?.string else { return false }
        // An entry of the register holds more than a name; the record of a council holds that alone.
        return content.keys.count > 1 || own != name
    }
}
