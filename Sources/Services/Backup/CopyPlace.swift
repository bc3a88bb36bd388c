import Foundation
import LifecycleModel
import Store

/// Where a copy of a store goes: made under another name, and given its own only when it is whole.
struct CopyPlace {
    /// The name it gets.
    let path: String
    /// The name it has until then.
    let temporary: String
    /// What a process left that was killed when it gave its copy the name.
    private let unfinished: UnfinishedCopy?

    /// Refuses a place where something is already, also what a lost store left behind: SQLite would take an old `-wal` for the copy's.
    ///
    /// - Parameter elsewhere: how another place is chosen.
    init(_ path: String, elsewhere: Phrase = Phrase(vi: "Chọn tên khác", en: "Choose another name")) throws {
        let files = FileManager.default
        let folder = DurableFile.folder(of: path)
        var isFolder: ObjCBool = false
        guard files.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            throw Self.missing(folder)
        }
        unfinished = UnfinishedCopy(of: path)
        for suffix in ["", "-wal", "-shm", "-journal", ".files"]
        where files.fileExists(atPath: path + suffix) && !(suffix == ".files" && unfinished != nil) {
            throw UseCaseFault(
                .unavailable,
                "copy-exists",
                Phrase(vi: "Đã có «\(path)\(suffix)»", en: "There is already \"\(path)\(suffix)\""),
                hint: elsewhere + Phrase(vi: ", hoặc chuyển tệp đó đi chỗ khác", en: ", or move that file away")
            )
        }
        self.path = path
        temporary = "\(path).\(ProcessInfo.processInfo.processIdentifier).part"
    }

    /// That a folder is not there.
    static func missing(_ folder: String) -> UseCaseFault {
        UseCaseFault(
            .unavailable,
            "folder-missing",
            Phrase(vi: "Không có thư mục «\(folder)»", en: "There is no folder \"\(folder)\""),
            hint: Phrase(vi: "Tạo thư mục trước, hoặc kiểm tra đường dẫn", en: "Make the folder first, or check the path")
        )
    }

    /// Runs the work that copies a store to the temporary name; whatever goes wrong, nothing of it is left, and it is told of the place
    /// itself, damage of the store that was copied.
    func making<Result>(_ files: any StoreFiles, from source: String, _ work: () throws -> Result) throws -> Result {
        do {
            try unfinished?.takeBack()
            return try work()
        } catch {
            abandon(files)
            throw told(error, source)
        }
    }

    /// Leaves nothing behind.
    func abandon(_ files: any StoreFiles) {
        files.remove(temporary)
        try? FileManager.default.removeItem(atPath: AttachmentVault(besides: temporary).folder)
    }

    /// Gives the copy its name. The attached files come first: where the store is, everything is. What is not certain to be on the disk under
    /// its name does not keep it.
    func finish() throws {
        let files = FileManager.default
        let (vault, named) = (AttachmentVault(besides: temporary).folder, AttachmentVault(besides: path).folder)
        if files.fileExists(atPath: vault) { try files.moveItem(atPath: vault, toPath: named) }
        do {
            try files.moveItem(atPath: temporary, toPath: path)
            try DurableFile.synchronise(folder: DurableFile.folder(of: path))
        } catch {
            if files.fileExists(atPath: path) {
                do { try files.moveItem(atPath: path, toPath: temporary) } catch { throw nameUncertain }
            }
            if files.fileExists(atPath: named) {
                // A disk too full to give it its old name back still lets it go.
                do { try files.moveItem(atPath: named, toPath: vault) } catch { try? files.removeItem(atPath: named) }
            }
            throw error
        }
    }

    private var nameUncertain: UseCaseFault {
        UseCaseFault(
            .unavailable,
            "copy-name-uncertain",
            Phrase(
                vi: "«\(path)» đã trọn vẹn tại chỗ, nhưng đĩa báo lỗi khi ghi tên tệp: nếu mất điện, tệp có thể mất tên",
                en: "\"\(path)\" is whole and in its place, but the disk failed to keep its name: it may lose it when the power goes"
            ),
            hint: Phrase(
                vi: "Kiểm tra đĩa; tốt nhất làm thêm một bản ở đĩa khác",
                en: "Check the disk; better make another one on another disk"
            )
        )
    }

    private func told(_ error: any Error, _ source: String) -> any Error {
        if var fault = error as? StoreError {
            if fault.subject == temporary { fault.subject = fault.code == .damaged ? source : path }
            return fault
        }
        guard let fault = error as? CocoaError else { return error }
        // Foundation's codes for reading.
        if 256..<512 ~= fault.code.rawValue { return StoreError(.inputOutput, subject: source, cause: "\(fault)") }
        return StoreError(StoreError.Code(writing: fault), subject: path, cause: "\(fault)")
    }
}

extension StoreError.Code {
    /// What an error of Foundation's on writing means.
    init(writing fault: any Error) {
        switch (fault as? CocoaError)?.code {
        case .fileWriteOutOfSpace: self = .full
        case .fileWriteUnknown: self = .inputOutput
        default: self = .readOnly
        }
    }
}
