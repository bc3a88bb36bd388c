import CanonicalJSON
import LifecycleModel
import Store

/// Compares the register and the calendar in force with the last events about them.
struct RegisterVerification {
    private var entries: [EventRecord.Subject: JSONValue] = [:]
    private var people: [String: EventRecord] = [:]
    private var holidays: String?

    /// Takes the next event of the log.
    mutating func take(_ event: EventRecord) {
        switch event.subject.kind {
        case .person where event.kind == PersonalErasure.kind:
            guard let erasure = try? PersonalErasure(json: event.payload), erasure.scope == .all,
                let code = try? PersonCode(event.subject.code)
            else { return }
            people[code.text] = nil
            entries[event.subject] = Person(erased: code, by: Person.Erasure(on: event.happenedOn, event: event.number)).json
        case .person:
            people[event.subject.code] = event
            entries[event.subject] = event.payload
        case .organisation, .programme, .participation: entries[event.subject] = event.payload
        case .calendar: holidays = event.payload["table"]?.string
        default: break
        }
    }

    /// Everything that does not agree.
    func findings(in reader: any StoreReader) throws -> [VerifyStore.Finding] {
        var findings: [VerifyStore.Finding] = []
        var entries = entries
        for event in people.values {
            let rows = try reader.personalRows(at: event.number)
            entries[event.subject] = [event].opened(with: rows)[0].payload
        }
        for kind in [EventRecord.Subject.Kind.organisation, .person, .programme, .participation] {
            let kept = Dictionary(try reader.allRegistered(kind).map { ($0.code, $0.value) }) { first, _ in first }
            let known = Dictionary(entries.filter { $0.key.kind == kind }.map { ($0.key.code, $0.value) }) { first, _ in first }
            for code in Set(kept.keys).union(known.keys).sorted() where kept[code] != known[code] {
                findings.append(
                    VerifyStore.Finding(
                        code: "register",
                        subject: code,
                        message: Phrase(vi: "Mục đăng ký khác nhật ký", en: "The register's entry differs from the log")
                    )
                )
            }
        }
        if try reader.setting(AdoptedCalendar.setting).map({ String(decoding: $0, as: UTF8.self) }) != holidays {
            findings.append(
                VerifyStore.Finding(
                    code: "calendar",
                    subject: "holidays",
                    message: Phrase(vi: "Lịch đang dùng khác lịch đã áp dụng", en: "The calendar in force differs from the one adopted")
                )
            )
        }
        return findings
    }
}
