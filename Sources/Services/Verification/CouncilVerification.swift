import CanonicalJSON
import Councils
import Engine
import LifecycleModel
import Store

/// Plays every council session again and compares: its entry in the register, the result that was announced, and what the task's small
/// machine says of it.
struct CouncilVerification {
    /// Everything that does not agree.
    func findings(in reader: any StoreReader) throws -> [VerifyStore.Finding] {
        let definitions = Definitions()
        return try reader.codes(of: .council).flatMap { try findings(of: $0, definitions, in: reader) }
    }

    /// What the register should say of sessions that can be replayed.
    func expected(in reader: any StoreReader) throws -> [ExpectedEntry] {
        let definitions = Definitions()
        return try reader.codes(of: .council).compactMap { text in
            guard let code = CouncilCode(recorded: text), !(try reader.events(of: code.subject)).isEmpty,
                let record = try? CouncilRecord(code, definitions: definitions, in: reader)
            else { return nil }
            let words = CouncilSummary.searchText(record)
            return ExpectedEntry(kind: .council, code: text, value: CouncilSummary.json(record), searchText: words)
        }
    }

    /// A result without the words why a ballot does not count.
    private static func withoutReasons(_ value: JSONValue) -> JSONValue {
        switch value {
        case .array(let items): .array(items.map(withoutReasons))
        case .object(let object):
            .object(JSONObject(object.filter { $0.key != "why_not" }.map { ($0.key, withoutReasons($0.value)) }))
        default: value
        }
    }

    private func findings(of text: String, _ definitions: Definitions, in reader: any StoreReader) throws -> [VerifyStore.Finding] {
        func finding(_ code: String, _ vi: String, _ en: String) -> VerifyStore.Finding {
            VerifyStore.Finding(code: code, subject: text, message: Phrase(vi: vi, en: en))
        }
        guard let code = CouncilCode(recorded: text) else {
            return [finding("council-code", "Mã phiên họp không đọc được", "The code of the session cannot be read")]
        }
        let record: CouncilRecord
        do { record = try CouncilRecord(code, definitions: definitions, in: reader) } catch let fault as UseCaseFault {
            // That is told of the task.
            guard fault.code != TaskState.damaged else { return [] }
            return [VerifyStore.Finding(code: "council-replay", subject: text, message: fault.message)]
        }
        var findings: [VerifyStore.Finding] = []
        if try reader.registered(.council, code: text) != CouncilSummary.json(record) {
            findings.append(
                finding("council-entry", "Mục đăng ký phiên họp khác nhật ký", "The register's entry of the session differs from the log")
            )
        }
        let announced = record.events.last { $0.kind == CouncilHappening.counted(by: []).kind }?.payload["result"]
        // What shows a conflict was told with the count by earlier versions, and may have been erased since.
        if let count = record.session.count, announced.map(Self.withoutReasons) != Self.withoutReasons(count.json) {
            findings.append(
                finding("council-count", "Kết quả kiểm phiếu khác kết quả đã ghi", "The count differs from the one that was recorded")
            )
        }
        if record.events.contains(where: { CouncilSummary.sealedKinds.contains($0.kind) && ($0.payload["salt"]?.string ?? "").isEmpty }) {
            findings.append(finding("council-salt", "Có phiếu không có muối", "A ballot has no salt"))
        }
        if let machine = record.machine, !record.isCalledOff, (machine.end != nil) != (record.session.phase == .concluded) {
            findings.append(finding("council-machine", "Hồ sơ con và phiên họp không khớp", "The small machine and the session disagree"))
        }
        return findings
    }
}
