import Foundation
public import LifecycleModel
public import Store

/// Copies a store with its attached files while others work on it, proves the copy, and only then gives it its name.
public struct BackUpStore: Sendable {
    /// What is wanted.
    public struct Request: Sendable {
        /// A folder, or the file to make; nil for the folder `.backups` beside the store, which is made when it is missing.
        public var target: String?
        /// The day the copy is named after, in a folder.
        public var day: CivilDate
        /// Which older copies in the folder are removed afterwards; nil for none.
        public var thinning: BackupThinning?
        /// Only say what would happen.
        public var dryRun: Bool

        /// Creates a request.
        public init(to target: String? = nil, day: CivilDate, thinning: BackupThinning? = nil, dryRun: Bool = false) {
            self.target = target
            self.day = day
            self.thinning = thinning
            self.dryRun = dryRun
        }
    }

    /// What was made.
    public struct Answer: Sendable, Hashable {
        /// Path of the copy.
        public let path: String
        /// Its log, the same as that of the store at the moment it was copied; in a dry run as it is now.
        public let head: LogHead
        /// Bytes of the copied database; of the store's in a dry run.
        public let bytes: Int64
        /// Attached files that came along, and how many of them an older copy in the folder shares.
        public let files, shared: Int
        /// Names of older copies that were removed, or would be.
        public let removed: [String]
    }

    private let files: any StoreFiles
    private let store: String

    /// Prepares copies of the store at a path.
    public init(_ files: any StoreFiles, store: String) {
        self.files = files
        self.store = store
    }

    /// Does it.
    ///
    /// - Throws: `UseCaseFault` when there is no such folder, the name is taken or the copy is not whole; `StoreError` when the store cannot
    ///   be read, the disk is full or the folder cannot be written. Then nothing new is in the folder.
    public func callAsFunction(_ request: Request, progress: (CopyStep, Int, Int) -> Void = { _, _, _ in }) throws -> Answer {
        guard FileManager.default.fileExists(atPath: store) else { throw StoreError(.missing, subject: store) }
        let target = try path(for: request)
        if request.dryRun { return try plan(request, target) }
        let place = try CopyPlace(target)
        let older = backups(beside: target).map { AttachmentVault(besides: $0) }.last
        let (head, bytes, counts) = try place.making(files, from: store) {
            let head = try files.copy(store, to: place.temporary) { progress(.database, $0, $1) }
            // Files are kept before the event that names them is recorded, so all that the copy names are there by now.
            let vault = AttachmentVault(besides: place.temporary)
            let counts = try VaultCopy(source: AttachmentVault(besides: store), target: vault, older: older)() {
                progress(.files, $0, $1)
            }
            try files.withStore(place.temporary, readOnly: true) {
                try CopyProof(store: $0, vault: vault, head: head)(progress: progress)
            }
            try place.finish()
            return (head, try DurableFile.size(target), counts)
        }
        return Answer(
            path: target,
            head: head,
            bytes: bytes,
            files: counts.files,
            shared: counts.shared,
            removed: try thin(request, target)
        )
    }

    private func plan(_ request: Request, _ target: String) throws -> Answer {
        let isNewFolder = request.target == nil && !FileManager.default.fileExists(atPath: DurableFile.folder(of: target))
        if !isNewFolder { _ = try CopyPlace(target) }
        let (head, bytes) = try files.withStore(store, readOnly: true) { try $0.read { (try $0.head(), try $0.statistics().bytes) } }
        let count = AttachmentVault(besides: store).hashes().count
        return Answer(path: target, head: head, bytes: bytes, files: count, shared: 0, removed: removable(request, target))
    }

    /// The file to make.
    private func path(for request: Request) throws -> String {
        let name = BackupName(of: store, on: request.day).text
        guard let target = request.target else {
            let folder = store + ".backups"
            if !request.dryRun {
                do { try DurableFile.makeFolder(folder) } catch {
                    throw StoreError(StoreError.Code(writing: error), subject: folder, cause: "\(error)")
                }
            }
            return "\(folder)/\(name)"
        }
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: target, isDirectory: &isFolder), isFolder.boolValue {
            return target.hasSuffix("/") ? target + name : "\(target)/\(name)"
        }
        // Older copies lie in a folder; a disk that is not mounted is none.
        if request.thinning != nil, (target as NSString).pathExtension.isEmpty { throw CopyPlace.missing(target) }
        return target.hasSuffix("/") ? target + name : target
    }

    /// Copies of this store in the folder, oldest first.
    private func backups(beside target: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: DurableFile.folder(of: target))) ?? []
        return names.compactMap { BackupName(parsing: $0, of: store) }.sorted { $0.day < $1.day }.map {
            "\(DurableFile.folder(of: target))/\($0.text)"
        }
    }

    private func removable(_ request: Request, _ target: String) -> [String] {
        guard let thinning = request.thinning else { return [] }
        let made = (target as NSString).lastPathComponent
        let names = backups(beside: target).map { ($0 as NSString).lastPathComponent }
        return thinning.removable(Set(names + [made]), of: store).filter { $0 != made }
    }

    private func thin(_ request: Request, _ target: String) throws -> [String] {
        let names = removable(request, target)
        for name in names {
            let path = "\(DurableFile.folder(of: target))/\(name)"
            files.remove(path)
            let vault = AttachmentVault(besides: path).folder
            if FileManager.default.fileExists(atPath: vault) { try? FileManager.default.removeItem(atPath: vault) }
            guard !FileManager.default.fileExists(atPath: path), !FileManager.default.fileExists(atPath: vault) else {
                throw UseCaseFault(
                    .unavailable,
                    "backup-not-removed",
                    Phrase(
                        vi: "Đã tạo bản sao «\(target)» nhưng không xóa được bản cũ «\(path)»",
                        en: "The copy \"\(target)\" was made, but the older one \"\(path)\" cannot be removed"
                    ),
                    hint: Phrase(vi: "Kiểm tra quyền của thư mục", en: "Check the rights of the folder")
                )
            }
        }
        return names
    }
}
