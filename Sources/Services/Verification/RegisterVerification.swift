import CanonicalJSON
import LifecycleModel
import Store

/// Folds what was recorded of organisations, people, programmes and who stands behind tasks, and compares it with the register; the calendar in
/// force with the last one adopted.
struct RegisterVerification {
    private static let kinds: [EventRecord.Subject.Kind] = [.organisation, .person, .programme, .participation]

    private var entries: [EventRecord.Subject: JSONValue] = [:]
    private var people: [String: EventRecord] = [:]
    /// The last table of holidays that was adopted.
    private(set) var holidays: String?

    /// Takes the next event of the log.
    mutating func take(_ event: EventRecord) {
        switch event.subject.kind {
        case .person where event.kind == PersonalErasure.kind:
            // Of a person whose data are gone already only files can be erased.
            guard people[event.subject.code] != nil, let erasure = try? PersonalErasure(json: event.payload), erasure.scope == .all,
                let code = try? PersonCode(event.subject.code)
            else { return }
            people[code.text] = nil
            entries[event.subject] = Person(erased: code, by: Person.Erasure(on: event.happenedOn, event: event.number)).json
        case .person where PersonalMembers.person(in: event) != nil:
            people[event.subject.code] = event
            entries[event.subject] = event.payload
        // Of people whose data were erased in another store, nothing lies beside the log.
        case .person where event.payload["erased"] != nil:
            people[event.subject.code] = nil
            entries[event.subject] = event.payload
        case .organisation, .programme, .participation: entries[event.subject] = event.payload
        case .calendar: holidays = event.payload["table"]?.string
        default: break
        }
    }

    /// What the register should say.
    func expected(in reader: any StoreReader) throws -> [ExpectedEntry] {
        var entries = entries
        for event in people.values {
            entries[event.subject] = [event].opened(with: try reader.personalRows(at: event.number))[0].payload
        }
        return entries.map { subject, value in
            let words = RegisterParty.searchText(subject.code, value)
            return ExpectedEntry(kind: subject.kind, code: subject.code, value: value, searchText: words)
        }
    }

    /// Everything that does not agree.
    func findings(in reader: any StoreReader) throws -> [VerifyStore.Finding] {
        var findings: [VerifyStore.Finding] = []
        func add(_ code: String, _ subject: String, _ vi: String, _ en: String) {
            findings.append(VerifyStore.Finding(code: code, subject: subject, message: Phrase(vi: vi, en: en)))
        }
        let all = Dictionary(grouping: try expected(in: reader), by: \.kind)
        for kind in Self.kinds {
            let kept = Dictionary(try reader.allRegistered(kind).map { ($0.code, $0.value) }) { first, _ in first }
            let words = try reader.searchTexts(kind)
            let known = Dictionary((all[kind] ?? []).map { ($0.code, $0) }) { first, _ in first }
            for code in Set(kept.keys).union(known.keys).sorted() {
                if kept[code] != known[code]?.value {
                    add("register", code, "Mục đăng ký khác nhật ký", "The register's entry differs from the log")
                } else if words[code] != known[code]?.searchText {
                    add("register-words", code, "Từ để tìm không phải của mục này", "The words it is found by are not those of the entry")
                }
            }
        }
        if try reader.setting(AdoptedCalendar.setting).map({ String(decoding: $0, as: UTF8.self) }) != holidays {
            add("calendar", "holidays", "Lịch đang dùng khác lịch đã áp dụng", "The calendar in force differs from the one adopted")
        }
        return findings
    }
}
