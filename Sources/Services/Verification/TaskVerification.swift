import CanonicalJSON
import Engine
import LifecycleModel
import Store

/// Replays tasks from the log and compares the outcome with the tables people read, and with the files beside the store.
struct TaskVerification {
    let vault: AttachmentVault
    let erasedFiles: ErasedFiles

    init(vault: AttachmentVault, in reader: any StoreReader) throws {
        self.vault = vault
        erasedFiles = ErasedFiles(hashes: try reader.erasedFiles())
    }

    func findings(of code: String, in reader: any StoreReader) throws -> [VerifyStore.Finding] {
        let events = try reader.events(of: EventRecord.Subject(.task, code))
        guard let row = try reader.task(code), !events.isEmpty else {
            let message = Phrase(vi: "Bảng có nhiệm vụ này nhưng nhật ký không có", en: "The table has this task, the log has not")
            return [VerifyStore.Finding(code: "task-without-events", subject: code, message: message)]
        }
        let state: TaskState
        do { state = try replay(events) } catch {
            return [VerifyStore.Finding(code: "replay-failed", subject: code, message: error.message)]
        }
        var findings: [VerifyStore.Finding] = []
        func check(_ holds: Bool, _ code: String, _ vi: String, _ en: String) {
            if !holds { findings.append(VerifyStore.Finding(code: code, subject: row.code, message: Phrase(vi: vi, en: en))) }
        }
        let names = try TaskNames(reader).names(of: state)
        let words = Projection.searchText(state, names: names)
        let expected = try Projection.row(state, lastEvent: events.last?.number ?? 0, searchText: words)
        let isTold = state.isTold(by: row.snapshot)
        check(
            isTold,
            "snapshot",
            "Ảnh chụp trạng thái khác kết quả chạy lại",
            "The snapshot differs from the replay"
        )
        var shown = row
        shown.snapshot = expected.snapshot
        check(
            shown == expected || !isTold,
            "task-row",
            "Dòng nhiệm vụ khác kết quả chạy lại",
            "The task's row differs from the replay"
        )
        check(
            try reader.deadlines(of: code) == Projection.deadlines(state),
            "deadline-rows",
            "Các thời hạn khác kết quả chạy lại",
            "The deadlines differ from the replay"
        )
        check(
            try reader.machines(of: code) == Projection.machines(state),
            "machine-rows",
            "Các hồ sơ con khác kết quả chạy lại",
            "The small machines differ from the replay"
        )
        let uses = try reader.uses(UseFilter(task: code))
        check(
            uses.results == UseProjection.results(state) && uses.evidence == UseProjection.evidence(state),
            "use-rows",
            "Kết quả và minh chứng ứng dụng khác kết quả chạy lại",
            "Results and proofs of use differ from the replay"
        )
        let documents = try reader.documents(of: code)
        let happenings = try events.map { try Happening(kind: $0.kind, payload: $0.payload) }
        check(
            Set(documents) == Set(Projection.documents(events, happenings, of: code)),
            "document-rows",
            "Các văn bản khác kết quả chạy lại",
            "The documents differ from the replay"
        )
        check(
            uses.moves == UseProjection.moves(events, happenings, of: code),
            "use-move-rows",
            "Diễn biến của kết quả và minh chứng khác kết quả chạy lại",
            "The moves of results and proofs differ from the replay"
        )
        check(
            try Set(reader.bars(of: code)) == Set(Projection.bars(state, in: reader)),
            "bar-rows",
            "Các hạn chế khác kết quả chạy lại",
            "The bars differ from the replay"
        )
        for document in documents {
            guard let hash = document.sha256, erasedFiles.hashes[hash] == nil else { continue }
            let held = vault.size(of: hash)
            check(
                held != nil && vault.holds(hash),
                "attachment",
                "Tệp \(hash.prefix(12)) thiếu hoặc đã bị sửa",
                "The file \(hash.prefix(12)) is missing or altered"
            )
            check(
                held == nil || held == document.size,
                "attachment-size",
                "Tệp \(hash.prefix(12)) không có kích thước đã ghi",
                "The file \(hash.prefix(12)) has not the size on record"
            )
        }
        check(
            try reader.definition(hash: state.definition) != nil,
            "definition",
            "Thiếu bộ quy tắc của nhiệm vụ",
            "The task's definition is missing"
        )
        return findings
    }
}
