import CanonicalJSON
import Engine
import LifecycleModel
import Store

/// An attached file that is to be erased.
struct ErasedFile {
    let sha256: String

    /// Finds it.
    ///
    /// - Throws: `UseCaseFault` when there is no such file, it belongs to a task that goes on, or the person has no part in its task.
    init(_ file: ErasePersonalData.File, of person: PersonCode, in reader: any StoreReader) throws {
        let task = try requireTask(file.task, in: reader).code
        let documents = try reader.documents(of: task)
        let found = Set(
            documents.filter { $0.fileName == file.name || file.name.utf8.count >= 6 && $0.sha256?.hasPrefix(file.name) == true }
                .compactMap(\.sha256)
        )
        guard found.count == 1, let sha256 = found.first else {
            let names = documents.compactMap { document in document.sha256.map { "\($0.prefix(12)) \(document.fileName ?? "")" } }
            throw UseCaseFault(
                .usage,
                found.isEmpty ? "unknown-file" : "several-files",
                found.isEmpty
                    ? Phrase(vi: "\(task) không có tệp «\(file.name)»", en: "\(task) has no file \"\(file.name)\"")
                    : Phrase(vi: "\(task) có nhiều tệp «\(file.name)»", en: "\(task) has several files \"\(file.name)\""),
                hint: names.isEmpty
                    ? Phrase(vi: "Nhiệm vụ này không có tệp đính kèm", en: "The task has no attached files")
                    : Phrase(
                        vi: "Nêu ít nhất 6 chữ số đầu của mã băm: \(names.joined(separator: "; "))",
                        en: "Give at least the first 6 digits of its hash: \(names.joined(separator: "; "))"
                    )
            )
        }
        self.sha256 = sha256
        let holders = try reader.tasks(holdingFile: sha256)
        for holder in holders where try reader.task(holder)?.end == nil {
            throw Self.refused(
                "file-in-use",
                Phrase(
                    vi: "Tệp \(sha256.prefix(12)) thuộc \(holder), chưa kết thúc",
                    en: "The file \(sha256.prefix(12)) belongs to \(holder), which goes on"
                ),
                Phrase(vi: "Đợi nhiệm vụ kết thúc", en: "Wait for its end")
            )
        }
        guard try holders.allSatisfy({ try Self.hasPart(person, in: $0, reader) }) else {
            throw Self.refused(
                "file-of-others",
                Phrase(
                    vi: "\(person) không tham gia \(holders.joined(separator: ", "))",
                    en: "\(person) has no part in \(holders.joined(separator: ", "))"
                ),
                Phrase(vi: "Chỉ xoá tệp của nhiệm vụ người này tham gia", en: "Erase only files of tasks that the person has a part in")
            )
        }
    }

    private static func refused(_ code: String, _ message: Phrase, _ hint: Phrase) -> UseCaseFault {
        UseCaseFault(.refused, code, message, hint: hint)
    }

    /// Whether somebody led or carried out a task, applied for it, or sat in one of its councils.
    private static func hasPart(_ person: PersonCode, in task: String, _ reader: any StoreReader) throws -> Bool {
        let state = try TaskState(of: try requireTask(task, in: reader))
        if try TaskParticipation(of: state, in: reader).joined.participants.contains(where: { $0.person == person }) { return true }
        if (state.machines["dossier"] ?? []).contains(where: { $0.facts["investigator"]?.text == person.text }) { return true }
        return try reader.allRegistered(.council).contains { code, entry in
            CouncilCode(recorded: code)?.task == task && CouncilSummary.people(entry).contains(person.text)
        }
    }
}
