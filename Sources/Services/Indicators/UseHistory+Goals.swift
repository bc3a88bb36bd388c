public import Indicators
public import LifecycleModel
import Store

extension UseHistory {
    /// The results that name a goal, promised and not withdrawn as known on a day, whether their task has passed or not. Which goal it is goes by what
    /// is on record now.
    public func goalResults(knownOn day: CivilDate) -> [GoalResult] {
        results.values.joined().compactMap { row in
            guard let goal = row.goal else { return nil }
            let known = moves(.result, row.number, of: row.task).filter { $0.recordedOn <= day }
            guard !known.isEmpty, !known.contains(where: { $0.state == "withdrawn" }) else { return nil }
            return GoalResult(
                task: row.task,
                number: Int(row.number),
                name: row.name,
                goal: goal,
                unit: row.unit,
                promised: row.quantity ?? 0,
                delivered: known.contains { $0.state == "delivered" } ? row.delivered ?? 0 : nil,
                evidence: proofs(of: row)
            )
        }
    }
}
