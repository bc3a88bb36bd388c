import LifecycleModel
import Services
public import Store

/// Copies the store with its attached files, proves the copy by opening and verifying it, and thins older ones; once a day.
public struct BackupJob: Job {
    private let files: any StoreFiles
    private let path: String
    private let folder: String?

    /// Creates the job.
    ///
    /// - Parameters:
    ///   - path: the store's file.
    ///   - folder: where copies go; nil: the folder `.backups` beside the store.
    public init(_ files: any StoreFiles, store path: String, folder: String?) {
        self.files = files
        self.path = path
        self.folder = folder
    }

    /// Which it is.
    public var name: JobName { .backup }

    /// Makes the copy of the day, unless it was made.
    public mutating func perform(_ run: JobRun) throws {
        let key = "backup/\(run.days.last)"
        guard try !run.surroundings.store.read({ try $0.isDone(key) }) else { return }
        run.counts.lookedAt = 1
        let backUp = BackUpStore(files, store: path)
        do {
            let answer = try backUp(
                BackUpStore.Request(to: folder, day: run.days.last, thinning: .standard, dryRun: run.isTrial)
            ) { _, _, _ in run.stayAlive() }
            let what = "\(answer.path): \(answer.head.size)"
            run.note(
                run.isTrial
                    ? Phrase(vi: "Sẽ tạo \(answer.path)", en: "Would make \(answer.path)")
                    : Phrase(vi: "\(what) sự kiện, gốc \(answer.head.root)", en: "\(what) events, root \(answer.head.root)")
            )
            for name in answer.removed { run.note(Phrase(vi: "Tỉa bản cũ \(name)", en: "Removed the old copy \(name)")) }
            run.counts.changed = 1 + answer.removed.count
        } catch let fault as UseCaseFault where fault.code == "copy-exists" {
            // Made by hand, or by a run that broke off after it: it was proved before it got its name.
            run.note(Phrase(vi: "Bản sao của ngày này đã có", en: "The copy of this day is there"))
        }
        _ = try run.transaction { try $0.note(DeedRow(key: key, job: name.rawValue, subject: path, day: run.days.last)) }
    }
}
