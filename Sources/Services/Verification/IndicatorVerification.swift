import CanonicalJSON
import LifecycleModel
import Store

/// Folds what was reported of indicators and assigned jobs again and compares it with the register.
struct IndicatorVerification {
    private var events: [EventRecord.Subject: [EventRecord]] = [:]

    /// Takes the next event of the log.
    mutating func take(_ event: EventRecord) {
        if event.subject.kind == .indicator || event.subject.kind == .assignment { events[event.subject, default: []].append(event) }
    }

    /// What the register should say.
    func expected() throws -> [ExpectedEntry] {
        try events.compactMap { subject, own in
            let value = try subject.kind == .indicator ? IndicatorRegister.json(of: own) : AssignmentRegister.json(of: own)
            return value.map { ExpectedEntry(kind: subject.kind, code: subject.code, value: $0, searchText: nil) }
        }
    }

    /// Everything that does not agree.
    func findings(in reader: any StoreReader) throws -> [VerifyStore.Finding] {
        var findings: [VerifyStore.Finding] = []
        for kind in [EventRecord.Subject.Kind.indicator, .assignment] {
            let kept = Dictionary(try reader.allRegistered(kind).map { ($0.code, $0.value) }) { first, _ in first }
            let told = events.filter { $0.key.kind == kind }
            let codes = Set(kept.keys).union(told.keys.map(\.code)).sorted()
            for code in codes {
                let own = told[EventRecord.Subject(kind, code)] ?? []
                let expected =
                    kind == .indicator ? (own.isEmpty ? nil : try IndicatorRegister.json(of: own)) : try AssignmentRegister.json(of: own)
                guard kept[code] != expected else { continue }
                findings.append(
                    VerifyStore.Finding(
                        code: "\(kind.rawValue)-entry",
                        subject: code,
                        message: Phrase(vi: "Mục đăng ký khác nhật ký", en: "The register's entry differs from the log")
                    )
                )
            }
        }
        return findings
    }
}
