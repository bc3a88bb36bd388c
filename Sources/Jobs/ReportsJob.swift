public import LifecycleModel
import Services
public import Store

/// A report that is due on a day.
public struct ReportPack: Sendable, Hashable {
    /// Names the report and its period: `monthly-2025-11`.
    public let id: String
    /// The last day to send it, for which its figures stand.
    public let day: CivilDate
    /// What people call it.
    public let label: Phrase

    /// Creates one.
    public init(id: String, day: CivilDate, label: Phrase) {
        self.id = id
        self.day = day
        self.label = label
    }
}

/// Whoever knows which reports are due and makes them.
public protocol ReportMaking {
    /// The reports whose last day lies in a span, by that day.
    func due(in span: ClosedRange<CivilDate>) throws -> [ReportPack]
    /// The files of a report with its figures as of its day, by name.
    func files(of pack: ReportPack, in reader: any StoreReader) throws -> [(name: String, bytes: [UInt8])]
}

/// Makes the reports on the days they are due, each once, as files in a folder.
public struct ReportsJob: Job {
    private let making: any ReportMaking
    private let folder: String

    /// Creates the job.
    public init(_ making: any ReportMaking, folder: String) {
        self.making = making
        self.folder = folder
    }

    /// Which it is.
    public var name: JobName { .reports }

    /// Makes what fell due since it ran last.
    public mutating func perform(_ run: JobRun) throws {
        for pack in try making.due(in: run.days.span) {
            run.counts.lookedAt += 1
            let key = "reports/\(pack.id)"
            if try run.surroundings.store.read({ try $0.isDone(key) }) { continue }
            let files = try run.surroundings.store.read { try making.files(of: pack, in: $0) }
            if !run.isTrial { try write(files) }
            let isNew = try run.transaction { try $0.note(DeedRow(key: key, job: name.rawValue, subject: pack.id, day: pack.day)) }
            if isNew { run.counts.changed += 1 }
            let names = files.map(\.name).joined(separator: ", ")
            run.note(Phrase(vi: "\(pack.label.vi): \(names)", en: "\(pack.label[.en]): \(names)"))
            run.advance()
        }
    }

    private func write(_ files: [(name: String, bytes: [UInt8])]) throws {
        try JobFolder.make(folder)
        for file in files { try JobFolder.write(file.bytes, to: "\(folder)/\(file.name)") }
    }
}
