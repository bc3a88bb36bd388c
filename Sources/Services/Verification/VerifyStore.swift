import AuditTrail
public import LifecycleModel
public import Store

/// Checks everything that must hold in a store (`Invariant.all`): the file, the log, every table against what the log gives when it is replayed,
/// money, councils, files, what jobs keep. It changes nothing.
public struct VerifyStore: Sendable {
    /// One thing that does not agree.
    public struct Finding: Sendable, Hashable {
        /// The invariant that does not hold.
        public let code: String
        /// The task, entry or row concerned.
        public let subject: String
        /// What does not agree.
        public let message: Phrase
    }

    /// Most rows told of each rule between rows.
    private static let limit = 20

    private let store: any Store

    /// Prepares the check.
    public init(_ store: any Store) {
        self.store = store
    }

    /// Does it, task by task in bounded memory, over one state of the store.
    ///
    /// - Parameters:
    ///   - vault: where attached files lie.
    ///   - progress: told after each task how many of how many are done.
    /// - Returns: everything that does not agree; empty when all is well.
    public func callAsFunction(vault: AttachmentVault, progress: (Int, Int) -> Void = { _, _ in }) throws -> [Finding] {
        try store.read { try Self.findings(vault: vault, in: $0, progress: progress) }
    }

    static func findings(vault: AttachmentVault, in reader: any StoreReader, progress: (Int, Int) -> Void = { _, _ in }) throws -> [Finding]
    {
        // What cannot be read as it should tells nothing about anything else.
        let structure = try reader.structureFaults().map(finding)
        guard !structure.contains(where: { $0.code == "pages" || $0.code == "schema" && $0.subject.hasPrefix("table ") }) else {
            return structure
        }
        let tasks = try TaskVerification(vault: vault, in: reader)
        var all = try structure + log(reader)
        let codes = try reader.taskCodes()
        for (index, code) in codes.enumerated() {
            all += try tasks.findings(of: code, in: reader)
            progress(index + 1, codes.count)
        }
        var walk = LogWalk()
        try walk.run(in: reader)
        all += try walk.register.findings(in: reader)
        all += try walk.indicators.findings(in: reader)
        all += try walk.personal.faults(in: reader).map {
            Finding(code: "personal-data", subject: "\($0.person), \($0.event)", message: $0.message)
        }
        all += Set(try reader.recordedCodes(.task)).subtracting(codes).sorted().map {
            Finding(
                code: "task-without-row",
                subject: $0,
                message: Phrase(vi: "Nhật ký có nhiệm vụ này nhưng bảng không có", en: "The log has this task, the table has not")
            )
        }
        all += try CouncilVerification().findings(in: reader)
        all += try BudgetVerification().findings(in: reader)
        all += try Definitions.altered(in: reader).map(finding)
        all += tasks.erasedFiles.findings(in: vault)
        return all + (try reader.brokenRows(limit: limit).map(finding))
    }

    /// The hashes of the log; one that is not whole says the rest by `audit verify`.
    private static func log(_ reader: any StoreReader) throws -> [Finding] {
        do {
            return try LogTileVerification.findings(of: try reader.verifyLog(), in: reader)
        } catch let fault as LogFault {
            return [Finding(code: "log", subject: fault.number.map { "\($0)" } ?? "", message: fault.explanation)]
        }
    }

    private static func finding(_ fault: StructureFault) -> Finding {
        let what: Phrase =
            switch fault.kind {
            case .pages:
                Phrase(vi: "Cấu trúc tệp hỏng: \(fault.reason.vi)", en: "The structure of the file is damaged: \(fault.reason[.en])")
            case .references: Phrase(vi: "Dẫn sai: \(fault.reason.vi)", en: "It \(fault.reason[.en])")
            case .schema:
                Phrase(
                    vi: "Lược đồ khác phiên bản này: \(fault.reason.vi)",
                    en: "The schema is not that of this version: it \(fault.reason[.en])"
                )
            }
        return Finding(code: fault.kind.rawValue, subject: fault.subject, message: what)
    }

    private static func finding(_ definition: DefinitionRow) -> Finding {
        Finding(
            code: "definition-altered",
            subject: definition.name,
            message: Phrase(
                vi: "Nội dung bộ quy tắc không khớp mã băm \(definition.hash.prefix(12))",
                en: "The definition is not that of its hash \(definition.hash.prefix(12))"
            )
        )
    }

    private static func finding(_ row: BrokenRow) -> Finding {
        let phrase = Invariant.of(row.rule).phrase
        return Finding(
            code: row.rule.rawValue,
            subject: row.subject,
            message: Phrase(vi: "Không đúng: \(phrase.vi)", en: "It does not hold that \(phrase[.en])")
        )
    }
}
