import Foundation
import Store
import TestSupport

/// One telling of a story, every act of which is attacked until it is recorded or has withstood enough.
struct Life {
    /// Attacks on one act, at most.
    private static let patience = 3

    let ground: Ground
    private var random: SeededRandom
    private var inspection: Inspection
    private var known: LogHead?
    let tally: Tally
    /// How an attack is printed, so that it can be found again.
    let name: String

    init(_ ground: Ground, name: String, seed: UInt64, tally: Tally) {
        self.ground = ground
        self.name = name
        self.tally = tally
        random = SeededRandom(seed: seed)
        inspection = Inspection(ground)
    }

    /// Tells the story.
    ///
    /// - Throws: `Complaint` at the first thing that is not as it must be; the ground is left as it was found.
    mutating func callAsFunction() throws {
        known = try ground.head()
        do {
            for act in ground.scene.acts where tally.hasRoom { try attack(act) }
            known = try inspection(known: known, asksProgram: true)
        } catch {
            throw Complaint("\(name): \(error)")
        }
    }

    private mutating func attack(_ act: Act) throws {
        let rehearsal = try rehearse(act)
        for _ in 0..<Self.patience where tally.take() {
            let blow = draw(rehearsal)
            do {
                if try isRecorded(act, under: blow, rehearsal) { return }
            } catch {
                throw Complaint("\(act.text)\n  \(blow): \(error)")
            }
        }
        // After all that the act itself must still go well.
        let outcome = try ground.run(act, .listed).outcome
        guard outcome.exit == 0 else { throw Complaint("\(act.text)\n  afterwards, undisturbed: \(outcome.output)\(outcome.error)") }
        known = try inspection(known: known, asksProgram: false)
    }

    /// What the act does when nobody disturbs it.
    private struct Rehearsal {
        let changes: [Change]
        let events: Int64
        let microseconds: Int
    }

    private func rehearse(_ act: Act) throws -> Rehearsal {
        let before = known?.size ?? 0
        return try ground.onCopy { copy in
            let (outcome, changes) = try copy.run(act, .listed)
            guard outcome.exit == 0 else { throw Complaint("\(act.text)\n  undisturbed: \(outcome.output)\(outcome.error)") }
            let after = try copy.head()?.size ?? 0
            return Rehearsal(changes: changes, events: after - before, microseconds: outcome.microseconds)
        }
    }

    private mutating func draw(_ rehearsal: Rehearsal) -> Blow {
        let place = Int.random(in: 1...rehearsal.changes.count + 1, using: &random)
        let seed = random.next()
        return switch Int.random(in: 0..<3, using: &random) {
        case 0: .timed(Int.random(in: 0...rehearsal.microseconds * 11 / 10, using: &random))
        case 1: .killed(at: place, seed: seed)
        default: .unplugged(at: place, seed: seed)
        }
    }

    /// Attacks the act, inspects what is left, and says whether the act is done.
    private mutating func isRecorded(_ act: Act, under blow: Blow, _ rehearsal: Rehearsal) throws -> Bool {
        let names = act.kind == .copies ? try ground.copies() : []
        let outcome = try ground.run(act, blow).outcome
        if let exit = outcome.exit, exit != 0 { throw Complaint("ended with \(exit): \(outcome.output)\(outcome.error)") }
        let isAcknowledged = outcome.exit == 0
        let before = known
        known = try inspection(known: known, asksProgram: Int.random(in: 0..<3, using: &random) == 0)
        let grown = (known?.size ?? 0) - (before?.size ?? 0)
        let isDone: Bool
        switch act.kind {
        case .copies:
            guard grown == 0 else { throw Complaint("a copy recorded \(grown) events") }
            isDone = try ground.copies() != names
        case .creates, .records:
            guard grown == 0 || grown == rehearsal.events else {
                throw Complaint("\(grown) of \(rehearsal.events) events are there: half-done")
            }
            isDone = grown > 0
        case .runsJobs:
            isDone = isAcknowledged
        }
        guard isDone || !isAcknowledged else { throw Complaint("acknowledged, but not there") }
        tally.note(blow, isAcknowledged ? .acknowledged : isDone ? .recorded : .nothing)
        return isDone
    }
}
