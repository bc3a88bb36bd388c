import AuditTrail
import Engine
import LifecycleModel
public import Store

/// Writes the tables for reading anew where they are not what the log gives. The log, definitions, personal data, attached files and what jobs keep
/// are never touched: what is wrong with those is told and stays.
public struct RepairStore: Sendable {
    /// What came of it.
    public struct Answer: Sendable {
        /// What did not agree before.
        public let before: [VerifyStore.Finding]
        /// What does not agree now: nothing that tables for reading could mend.
        public let after: [VerifyStore.Finding]
        /// Tasks whose rows were mended by writing them anew or taking them away.
        public let tasks: [String]
        /// Entries of the register that were written anew or taken away, as `kind/code`.
        public let entries: [String]
    }

    private let store: any Store
    private let vault: AttachmentVault

    /// Prepares the repair.
    public init(_ store: any Store, vault: AttachmentVault) {
        self.store = store
        self.vault = vault
    }

    /// Does it, in one transaction.
    ///
    /// - Parameter progress: told after each task how many of how many are checked.
    /// - Throws: `UseCaseFault` when the file or the log is not whole: then nothing says what the tables should hold.
    public func callAsFunction(progress: (Int, Int) -> Void = { _, _ in }) throws -> Answer {
        try store.write { writer in
            let before = try VerifyStore.findings(vault: vault, in: writer, progress: progress)
            try Self.requireWhole(before)
            let known = Set(try writer.recordedCodes(.task))
            let told = Dictionary(grouping: before, by: \.subject)
            // Rows that refer to none are told by table and place, not by task.
            let isLoose = before.contains { $0.code == "references" }
            let codes = known.union(try writer.taskCodes())
            for code in codes.sorted() where isLoose || told[code] != nil {
                if known.contains(code) { try rewrite(code, in: writer) } else { try writer.removeTask(code) }
            }
            if before.contains(where: { $0.code == LogTileVerification.code }) { try writer.rebuildLogTiles() }
            let entries = before.isEmpty ? [] : try rewriteRegister(in: writer)
            let after = before.isEmpty ? [] : try VerifyStore.findings(vault: vault, in: writer)
            let left = Dictionary(grouping: after, by: \.subject)
            let mended = codes.filter { code in told[code].map { Set($0.map(\.code)) != Set((left[code] ?? []).map(\.code)) } ?? false }
            return Answer(before: before, after: after, tasks: mended.sorted(), entries: entries)
        }
    }

    /// Invariants without which nothing says what the tables should hold.
    static let barriers: Set<String> = ["pages", "log", "definition-altered", "schema", RowRule.firstEvent.rawValue]

    private static func requireWhole(_ findings: [VerifyStore.Finding]) throws {
        guard let first = findings.first(where: { barriers.contains($0.code) }) else { return }
        throw UseCaseFault(
            .unavailable,
            "not-repairable",
            Phrase(
                vi: "Không sửa được từ nhật ký: \(first.subject): \(first.message.vi)",
                en: "It cannot be mended from the log: \(first.subject): \(first.message[.en])"
            ),
            hint: Phrase(vi: "Khôi phục từ bản sao lưu: «nhiemvu store restore»", en: "Restore a backup: \"nhiemvu store restore\"")
        )
    }

    /// All rows of a task from its events; one whose events cannot be replayed is left as it is.
    private func rewrite(_ code: String, in writer: any StoreWriter) throws {
        let events = try writer.events(of: EventRecord.Subject(.task, code))
        let state: TaskState
        do throws(UseCaseFault) { state = try replay(events) } catch { return }
        let happenings = try events.map { try Happening(kind: $0.kind, payload: $0.payload) }
        try writer.removeProjections(of: code)
        try Projection.save(state, lastEvent: events.last?.number ?? 0, to: writer)
        try Projection.keep(events, happenings, of: code, to: writer)
    }

    /// The register and the calendar in force.
    private func rewriteRegister(in writer: any StoreWriter) throws -> [String] {
        var walk = LogWalk()
        try walk.run(in: writer)
        let expected =
            try walk.register.expected(in: writer) + walk.indicators.expected() + CouncilVerification().expected(in: writer)
            + BudgetVerification().expected(in: writer)
        let wanted = Dictionary(expected.map { (EventRecord.Subject($0.kind, $0.code), $0) }) { first, _ in first }
        var changed: [String] = []
        for kind in EventRecord.Subject.Kind.allCases where kind != .task && kind != .definition && kind != .calendar {
            let words = try writer.searchTexts(kind)
            let recorded = Set(try writer.recordedCodes(kind))
            for (code, _) in try writer.allRegistered(kind) where !recorded.contains(code) {
                try writer.unregister(kind, code: code)
                changed.append("\(kind.rawValue)/\(code)")
            }
            for (subject, entry) in wanted where subject.kind == kind {
                let text = entry.searchText ?? words[subject.code] ?? VietnameseText.folded(subject.code)
                guard try writer.registered(kind, code: subject.code) != entry.value || words[subject.code] != text else { continue }
                try writer.register(kind, code: subject.code, value: entry.value, searchText: text)
                changed.append(subject.description)
            }
        }
        let holidays = walk.register.holidays.map { Array($0.utf8) }
        if try writer.setting(AdoptedCalendar.setting) != holidays {
            if let holidays { try writer.set(AdoptedCalendar.setting, to: holidays) } else { try writer.unset(AdoptedCalendar.setting) }
            changed.append("calendar/holidays")
        }
        return changed.sorted()
    }
}
