import Councils
import Engine
public import LifecycleModel
public import LumpSum
import Rules
public import Store

/// What the sessions of councils cost, from who was there and whose reviews were received.
public struct CouncilCost: Sendable {
    /// The session.
    public let code: CouncilCode
    /// What people call the council.
    public let label: Phrase
    /// The day it opened.
    public let heldOn: CivilDate
    /// Its fees.
    public let fees: SessionFees

    /// The cost of every session that was held, of one task or of all, in the order of their days.
    ///
    /// - Parameters:
    ///   - clerks: how many administrative secretaries serve a session; the record of a session does not name them.
    ///   - year: only sessions of that year.
    public static func all(of task: String?, year: Int?, clerks: Int, in reader: any StoreReader) throws -> [CouncilCost] {
        let definitions = Definitions()
        return try reader.allRegistered(.council).compactMap { code, _ in
            guard let code = CouncilCode(recorded: code), task.map({ $0 == code.task }) ?? true else { return nil }
            let record = try CouncilRecord(code, definitions: definitions, in: reader)
            guard !record.isCalledOff, let day = record.openedOn, year.map({ $0 == day.parts.year }) ?? true else { return nil }
            do {
                let law = try BudgetLaw(record.rules.regime)
                let fees = try SessionFees(record.session.law.kind, record.session.counts(clerks: clerks), under: law)
                return CouncilCost(code: code, label: record.session.law.label, heldOn: day, fees: fees)
            } catch let refusal as Refusal {
                throw UseCaseFault(.refused, "no-fees", refusal.phrase, blockers: refusal.blockers)
            }
        }.sorted { ($0.heldOn, $0.code.description) < ($1.heldOn, $1.code.description) }
    }
}

extension CouncilSession {
    /// How many of each fee a session has: those who came, and the reviews received, one for each thing judged.
    fileprivate func counts(clerks: Int) -> [BudgetRules.Fee: Int] {
        let came = roll.present.union(roll.left)
        let attending = composition.members.filter { came.contains($0.person) }
        let reviewers = composition.members.filter { roll.reviews.contains($0.person) && $0.seat == .reviewers }.count
        let things = max(subjects.count, 1)
        let chairs = attending.filter { $0.seat == .chair }.count
        return [
            .chair: chairs, .member: attending.count - chairs, .secretary: attending.filter { $0.seat == .secretary }.count,
            .clerk: attending.isEmpty ? 0 : clerks, .guest: roll.guests.count, .review: (roll.reviews.count - reviewers) * things,
            .reviewerReview: reviewers * things,
        ]
    }
}
