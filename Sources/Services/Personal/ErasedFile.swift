import LifecycleModel
import Store

/// An attached file that is to be erased.
struct ErasedFile {
    let sha256: String

    init(_ file: ErasePersonalData.File, in reader: any StoreReader) throws {
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
    }
}
