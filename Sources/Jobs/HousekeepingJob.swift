import Foundation
import LifecycleModel
public import Services
import Store

/// Removes what nobody needs: files that no event names, half-written files, and what is kept of very old runs. Never anything recorded.
public struct HousekeepingJob: Job {
    private let vault: AttachmentVault
    private let folders: [String]

    /// Files younger than this are left alone.
    static let patience: Duration = .seconds(7 * 86_400)
    /// Runs older than this are forgotten.
    static let memory: Duration = .seconds(2 * 366 * 86_400)

    /// Creates the job.
    ///
    /// - Parameters:
    ///   - vault: where attached files lie.
    ///   - folders: folders that jobs write files to, in which half-written ones may lie.
    public init(vault: AttachmentVault, folders: [String]) {
        self.vault = vault
        self.folders = folders
    }

    /// Which it is.
    public var name: JobName { .housekeeping }

    /// Tidies up.
    public mutating func perform(_ run: JobRun) throws {
        let old = Moment(milliseconds: run.now.milliseconds - Self.patience.components.seconds * 1000)
        let orphans = try run.surroundings.store.read { try OrphanFiles(in: vault).paths(olderThan: old, in: $0) }
        for path in orphans + drafts(olderThan: old) {
            run.counts.lookedAt += 1
            if !run.isTrial {
                do { try FileManager.default.removeItem(atPath: path) } catch {
                    run.counts.failed += 1
                    run.note(Phrase(vi: "Không xóa được \(path)", en: "\(path) cannot be removed"))
                    continue
                }
            }
            run.counts.changed += 1
            run.note(Phrase(vi: "Đã xóa \(path)", en: "Removed \(path)"))
        }
        let ancient = Moment(milliseconds: run.now.milliseconds - Self.memory.components.seconds * 1000)
        run.counts.changed += try run.transaction { try $0.forgetRuns(endedBefore: ancient) }
    }

    /// Files of the jobs' own folders that were never finished.
    private func drafts(olderThan moment: Moment) -> [String] {
        folders.flatMap { folder -> [String] in
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            return names.filter { $0.contains(".part") }.map { "\(folder)/\($0)" }.filter { path in
                let date = try? FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
                return date.map { Int64($0.timeIntervalSince1970 * 1000) < moment.milliseconds } ?? false
            }
        }
    }
}
