import Foundation
import LifecycleModel
import RuleLoading
import SQLiteStore
import Services
import Store
import Terminal
import WorkingCalendar

/// What a running command has at hand, made from its options and the environment; everything is opened when first asked for.
struct CommandContext {
    let options: GlobalOptions
    let environment: [String: String]
    let console: Console
    /// The moment of this run.
    let now: Moment
    /// The day it is taken to be.
    let today: CivilDate

    init(_ options: GlobalOptions, environment: [String: String], moment: Moment) throws {
        self.options = options
        self.environment = environment
        console = Console(environment: environment, language: Speech.language, format: options.format, isQuiet: options.quiet)
        now = moment
        if let text = options.now ?? environment["NHIEMVU_NOW"] {
            today = try CivilDate(now: text)
        } else {
            today = moment.civilDate
        }
        // A slip is told even by commands that need neither.
        if let rules = options.rules { try RulesDirectory.requireFolder(rules) }
        if let language = environment["NHIEMVU_LANG"], !language.isEmpty, Language(rawValue: language) == nil {
            throw UseCaseFault(
                .badData,
                "wrong-language",
                Phrase(vi: "NHIEMVU_LANG: «\(language)» không phải vi hoặc en", en: "NHIEMVU_LANG: \"\(language)\" is neither vi nor en")
            )
        }
    }

    /// Path of the store.
    var storePath: String { options.store ?? environment["NHIEMVU_STORE"] ?? "nhiemvu.db" }

    /// Code of the person acting; empty when nobody was named.
    var actor: String { options.actor ?? environment["NHIEMVU_ACTOR"] ?? "" }

    /// The day that was named, by an option or the environment; nil: nobody named one, and a report goes by its log.
    var namedDay: CivilDate? { options.now == nil && environment["NHIEMVU_NOW"] == nil ? nil : today }

    /// The folder of rule files.
    func rulesDirectory() throws -> String {
        try RulesDirectory.find(given: options.rules ?? environment["NHIEMVU_RULES"])
    }

    /// The rule files, read when first needed.
    func library() throws -> RuleLibrary {
        RuleLibrary(directory: try rulesDirectory())
    }

    /// Opens the store.
    func openStore(readOnly: Bool = false) throws -> any Store {
        let (file, patience) = (try storeFile(), try patience())
        return try console.following(Phrase(vi: "Đưa kho lên phiên bản này", en: "Bringing the store up to date")) { tell in
            try SQLiteStore.open(file, readOnly: readOnly, patience: patience, upgrading: tell)
        }
    }

    /// Stores as files, to copy them.
    func storeFiles() throws -> any StoreFiles { SQLiteStoreFiles(patience: try patience()) }

    /// The file of the store.
    func storeFile() throws -> String {
        if storePath.contains("://") {
            throw UseCaseFault(
                .unavailable,
                "store-kind",
                Phrase(vi: "Chưa hỗ trợ kho «\(storePath)»", en: "A store like \"\(storePath)\" is not supported yet"),
                hint: Phrase(vi: "Dùng đường dẫn tới một tệp", en: "Give the path of a file")
            )
        }
        return storePath
    }

    /// How long to wait while somebody else is writing: `NHIEMVU_WAIT` seconds.
    private func patience() throws -> Duration {
        guard let text = environment["NHIEMVU_WAIT"] else { return SQLiteStore.defaultPatience }
        guard let seconds = Int64(text), 0...3600 ~= seconds else {
            throw UseCaseFault(
                .badData,
                "wrong-wait",
                Phrase(vi: "NHIEMVU_WAIT: «\(text)» không phải số giây 0–3600", en: "NHIEMVU_WAIT: \"\(text)\" is not 0–3600 seconds")
            )
        }
        return .seconds(seconds)
    }

    /// What use cases need, on an opened store.
    func surroundings(_ store: any Store) throws -> Surroundings {
        let calendar = try store.read { try AdoptedCalendar.read(in: $0) }
        return Surroundings(
            store: store,
            actor: actor,
            today: today,
            now: now,
            calendar: calendar ?? WorkingCalendar(.empty),
            rules: try? library()
        )
    }

    /// Opens the store and collects what use cases need.
    func surroundings(readOnly: Bool = false) throws -> Surroundings {
        try surroundings(try openStore(readOnly: readOnly))
    }
}

extension CivilDate {
    /// Reads `DATE` or `DATETHH:MM`; the time of day must be one, but nothing is counted by it.
    fileprivate init(now text: String) throws {
        let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        try self.init(argument: String(parts[0]), option: "--now")
        guard parts.count == 2 else { return }
        let time = parts[1].split(separator: ":", omittingEmptySubsequences: false).map { $0.count == 2 ? Int($0) : nil }
        guard time.count == 2, let hour = time[0], let minute = time[1], 0..<24 ~= hour, 0..<60 ~= minute else {
            throw UseCaseFault(
                .badData,
                "wrong-time",
                Phrase(vi: "--now: ‘\(parts[1])’ không phải giờ dạng HH:MM", en: "--now: ‘\(parts[1])’ is not a time HH:MM")
            )
        }
    }

    /// Reads a date a person gave to an option, `YYYY-MM-DD` or `dd/MM/yyyy`.
    init(argument text: String, option: String) throws {
        do {
            if text.contains("/") { try self.init(parsingVietnamese: text) } else { try self.init(parsing: text) }
        } catch {
            throw UseCaseFault(.badData, "wrong-date", Phrase(vi: "\(option): \(error.phrase.vi)", en: "\(option): \(error.phrase[.en])"))
        }
    }
}
