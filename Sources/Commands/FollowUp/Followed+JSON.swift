import CanonicalJSON
import Engine
import LifecycleModel
import Services

extension FollowedResult {
    /// For programs.
    var json: JSONValue {
        [
            "task": .string(task), "number": .int(number), "state": .string(state), "name": .string(name), "kind": .string(kind),
            "unit": .string(unit), "quantity": .int(quantity), "quality": .string(quality), "intended_user": .string(intendedUser),
            "delivered_quantity": deliveredQuantity.map(JSONValue.int) ?? .null, "delivered_quality": JSONValue(deliveredQuality),
            "goal": JSONValue(goal), "holder": JSONValue(holder),
            "earlier_holders": .array(
                earlierHolders.map { ["code": .string($0.code), "until": $0.until.json, "reason": .string($0.reason)] }
            ),
            "planned_use": JSONValue(plannedUse), "user": JSONValue(user), "withdrawn_for": JSONValue(withdrawnFor),
            "used_since": usedSince?.json ?? .null, "evidence": .array(evidence.map(\.json)),
        ]
    }
}

extension FollowedEvidence {
    /// For programs.
    var json: JSONValue {
        [
            "key": .string(key), "number": .int(number), "result": .int(result), "kind": .string(kind), "place": .string(place),
            "user": .string(user), "first_use_on": firstUseOn.json, "quantities": .string(quantities),
            "standing": .string(standing.rawValue), "rejected_for": JSONValue(rejectedFor),
            "figures": .object(figures.reduce(into: JSONObject()) { $0[$1.key] = $1.value.json }),
            "documents": .array(documents.map(\.json)),
            "changes": .array(
                changes.map {
                    [
                        "standing": .string($0.standing.rawValue), "happened_on": $0.happenedOn.json,
                        "recorded_at": .string($0.recordedAt.description), "event": .int($0.event), "actor": .string($0.actor),
                    ]
                }
            ),
        ]
    }
}
