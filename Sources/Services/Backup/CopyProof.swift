import AuditTrail
import LifecycleModel
import Store

/// Shows that a copy of a store is whole: every event, every definition, every table and attached file, and that it ends where it should.
struct CopyProof {
    let store: any Store
    let vault: AttachmentVault
    /// What the log of the copy must be.
    let head: LogHead

    func callAsFunction(progress: (CopyStep, Int, Int) -> Void) throws {
        let found: LogHead
        do {
            found = try store.read { try $0.verifyLog(known: [head]) { progress(.log, Int($0), Int($1)) } }
        } catch let fault as LogFault {
            throw notWhole(fault.explanation, fault.number.map { Phrase(vi: "sự kiện số \($0)", en: "event \($0)") })
        }
        guard found == head else {
            throw notWhole(Phrase(vi: "nhật ký của bản sao khác bản gốc", en: "its log is not that of the original"), nil)
        }
        let findings = try VerifyStore(store)(vault: vault) { progress(.tasks, $0, $1) }
        guard let first = findings.first else { return }
        let subject = Phrase(vi: "\(first.subject)", en: "\(first.subject)")
        let more = Phrase(vi: " (\(findings.count) chỗ sai)", en: " (\(findings.count) faults)")
        throw notWhole(
            Phrase(
                vi: first.message.vi + (findings.count > 1 ? more.vi : ""),
                en: first.message[.en] + (findings.count > 1 ? more[.en] : "")
            ),
            subject
        )
    }

    private func notWhole(_ what: Phrase, _ place: Phrase?) -> UseCaseFault {
        let before = place.map { Phrase(vi: "\($0.vi): ", en: "\($0[.en]): ") }
        return UseCaseFault(
            .unavailable,
            "copy-not-whole",
            Phrase(
                vi: "Bản sao không đạt kiểm tra nên không được giữ lại: \(before?.vi ?? "")\(what.vi)",
                en: "The copy did not pass its check and was not kept: \(before?[.en] ?? "")\(what[.en])"
            ),
            hint: Phrase(
                vi: "Bản gốc có lỗi này: xem «nhiemvu audit verify» và «nhiemvu store verify» trên bản gốc, hoặc dùng một bản sao lưu khác",
                en: "The original has this fault: see \"nhiemvu audit verify\" and \"nhiemvu store verify\" on it, or use another backup"
            )
        )
    }
}
