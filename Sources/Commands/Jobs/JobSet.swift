import Jobs
import LifecycleModel
import MailDelivery
import Services
import Store

/// The jobs with what each needs of the surroundings.
struct JobSet {
    let context: CommandContext
    /// Whether files outside the store stay as they are.
    let isTrial: Bool

    /// Folders that jobs write to, beside the store unless the environment names others.
    var reports: String { context.environment["NHIEMVU_REPORTS"] ?? context.storePath + ".reports" }

    var checkpoints: String { context.environment["NHIEMVU_CHECKPOINTS"] ?? context.storePath + ".checkpoints" }

    /// A job ready to run.
    func job(_ name: JobName) throws -> any Job {
        switch name {
        case .obligations: ObligationsJob()
        case .deadlines: DeadlinesJob()
        case .reminders: RemindersJob()
        case .indicators: IndicatorsJob(try context.library())
        case .reports: ReportsJob(DueReports(library: try context.library()), folder: reports)
        case .messages: try messages()
        case .verify: VerifyJob(vault: AttachmentVault(besides: context.storePath))
        case .checkpoint: CheckpointJob(folder: checkpoints, signer: try LogKeyOptions.signer(from: nil, in: context))
        case .backup: BackupJob(try context.storeFiles(), store: try context.storeFile(), folder: context.environment["NHIEMVU_BACKUPS"])
        case .housekeeping:
            HousekeepingJob(
                vault: AttachmentVault(besides: context.storePath),
                folders: [reports, checkpoints, context.environment["NHIEMVU_BACKUPS"] ?? context.storePath + ".backups"]
            )
        }
    }

    private func messages() throws -> any Job {
        guard let folder = InstalledFolder.find("templates/mail", holding: "digest.txt") else {
            throw UseCaseFault(
                .unavailable,
                "no-mail-templates",
                Phrase(vi: "Không tìm thấy mẫu thư", en: "The templates of letters are not there"),
                hint: Phrase(vi: "Cài lại chương trình bằng «make install»", en: "Install the program again with ‘make install’")
            )
        }
        let templates = try MailTemplates(folder: folder)
        guard let text = context.environment["NHIEMVU_MAIL"], !text.isEmpty else {
            return MessagesJob(templates, language: Speech.language, sender: nil, carrier: nil)
        }
        let settings = try MailSettings(parsing: text)
        let carrier = isTrial ? nil : try settings.carrier(path: context.environment["PATH"] ?? "")
        return MessagesJob(templates, language: Speech.language, sender: settings.sender, carrier: carrier)
    }

    /// The job of that name.
    ///
    /// - Throws: `UseCaseFault` with the names there are.
    static func names(_ word: String) throws -> [JobName] {
        if word == "all" { return JobName.allCases }
        if let name = JobName(rawValue: word) { return [name] }
        let list = (["all"] + JobName.allCases.map(\.rawValue)).joined(separator: ", ")
        throw UseCaseFault(
            .usage,
            "unknown-job",
            Phrase(vi: "Không có việc «\(word)»", en: "There is no job \"\(word)\""),
            hint: Phrase(vi: "Có: \(list)", en: "There are: \(list)")
        )
    }
}
