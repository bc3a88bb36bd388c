import Dispatch
import Foundation
import SQLiteStore
import Store
import Synchronization

/// One act after the other of a story, each tried again and again on copies while one of its changes fails: each change there is, in each way.
struct Sweep {
    let ground: Ground
    /// Every how many changes one fails; 1 for all of them.
    let step: Int
    /// Acts whose text contains this are tried at every change all the same.
    let whole: String?
    /// Only acts whose text contains this.
    let only: String?
    let tally: Tally

    private struct Trial: Sendable {
        let act: Act
        let change: Change
        let blow: Blow
        let known: LogHead?
        let events: Int64
    }

    /// Does it.
    ///
    /// - Returns: what is not as it must be, one text for each trial.
    func callAsFunction() throws -> [String] {
        var complaints: [String] = []
        var known = try ground.head()
        for act in ground.scene.acts {
            let (changes, after) = try rehearse(act, known)
            if only.map(act.text.contains) ?? true {
                let events = (after?.size ?? 0) - (known?.size ?? 0)
                let step = whole.map(act.text.contains) ?? false ? 1 : step
                let chosen = changes.filter { $0.number % step == changes.count % step }
                complaints += attempt(
                    chosen.flatMap { change in
                        Self.failures(of: change).map {
                            Trial(act: act, change: change, blow: .failing(at: change.number, $0), known: known, events: events)
                        }
                    }
                )
            }
            known = try play(act)
        }
        return complaints
    }

    private static func failures(of change: Change) -> [Blow.Failure] {
        let kinds = Blow.Failure.Kind.allCases.filter { kind in
            switch kind {
            case .full: change.needsRoom
            case .broken: true
            case .short: change.needsRoom && change.kind == "write"
            }
        }
        return kinds.flatMap { kind in (kind == .short ? [false] : [false, true]).map { Blow.Failure(kind: kind, stays: $0) } }
    }

    private func rehearse(_ act: Act, _ known: LogHead?) throws -> ([Change], LogHead?) {
        try ground.onCopy { copy in
            let (outcome, changes) = try copy.run(act, .listed)
            guard outcome.exit == 0 else { throw Complaint("\(act.text)\n  undisturbed: \(outcome.output)\(outcome.error)") }
            return (changes, try copy.head())
        }
    }

    private func play(_ act: Act) throws -> LogHead? {
        _ = try ground.run(act, .listed)
        return try ground.head()
    }

    private func attempt(_ trials: [Trial]) -> [String] {
        let complaints = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: trials.count) { index in
            let trial = trials[index]
            do {
                try ground.onCopy("trial-\(index)") { try attempt(trial, on: $0) }
            } catch {
                complaints.withLock {
                    $0.append("\(trial.act.text)\n  \(trial.blow) (\(trial.change.kind) \(trial.change.path)): \(error)")
                }
            }
        }
        return complaints.withLock { $0 }
    }

    private func attempt(_ trial: Trial, on copy: Ground) throws {
        let names = try copy.copies()
        let outcome = try copy.run(trial.act, trial.blow, format: "table").outcome
        var inspection = Inspection(copy)
        let head = try inspection(known: trial.known, asksProgram: false)
        let grown = (head?.size ?? 0) - (trial.known?.size ?? 0)
        let isDone: Bool
        switch trial.act.kind {
        case .records, .creates: isDone = grown == trial.events && grown > 0
        case .copies: isDone = try copy.copies() != names
        case .runsJobs: isDone = outcome.exit == 0
        }
        tally.note(trial.blow, isDone ? outcome.exit == 0 ? .acknowledged : .recorded : .nothing)
        if outcome.exit == 0 {
            guard isDone else { throw Complaint("acknowledged, but not there") }
            return
        }
        try expectSane(outcome)
        // A disk that stays broken cannot be asked, and the message says so: all of it is there, or nothing.
        if isDone, ["không rõ việc này đã được ghi", "đã trọn vẹn tại chỗ"].contains(where: outcome.error.contains) { return }
        guard !isDone, grown == 0 || trial.act.kind == .runsJobs else {
            throw Complaint("refused, but \(grown) events are there: \(outcome.error)")
        }
        let again = try copy.run(trial.act, .listed).outcome
        guard again.exit == 0 else { throw Complaint("afterwards, undisturbed: \(again.output)\(again.error)\nbefore: \(outcome.error)") }
    }

    /// One message in the reader's language, and the exit code that operating.md names.
    private func expectSane(_ outcome: Child.Outcome) throws {
        guard outcome.exit == 69 else {
            throw Complaint("ended with \(outcome.exit.map { "\($0)" } ?? "a signal"): \(outcome.output)\(outcome.error)")
        }
        let messages = outcome.error.split(separator: "\n").count { $0.hasPrefix("Lỗi: ") }
        let isOne = messages == 1 || messages == 0 && outcome.output.contains("hỏng")
        let isRaw = ["SQLite error", "Error Domain", "không lường trước", "Error("].contains {
            (outcome.error + outcome.output).contains($0)
        }
        guard isOne, !isRaw else { throw Complaint("the message: \(outcome.output)\(outcome.error)") }
    }
}

extension Ground {
    /// Names of whole copies beside the store.
    func copies() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: place).filter { $0.hasSuffix(".db") && $0 != Scene.store }
    }

    /// The head of the log; nil: there is no store.
    func head() throws -> LogHead? {
        guard FileManager.default.fileExists(atPath: store) else { return nil }
        let opened = try SQLiteStore.open(store, readOnly: true)
        defer { try? opened.close() }
        return try opened.read { try $0.head() }
    }
}
