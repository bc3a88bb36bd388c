import AuditTrail
import CanonicalJSON
import Councils
import Engine
import LifecycleModel
import LumpSum
import Rules
import Store

extension DossierStory {
    /// The task for programs and curious people: everything that stands in `task.json`.
    func json(_ checkpoint: Checkpoint) throws -> JSONValue {
        [
            "format": .string(DossierManifest.format),
            "log": ["origin": .string(checkpoint.origin), "size": .int(checkpoint.size), "root": .string(checkpoint.root.description)],
            "task": task.json,
            "position_label": (regime?.task.states[task.position]?.label ?? Phrase(vi: task.position)).json,
            "results": .array(results), "evidence": .array(evidence),
            "participation": .object(JSONObject(participation.map { ($0.code, $0.value) })),
            "councils": .array(councils.map(council)), "money": try moneyJSON, "events": .array(events.map(entry)),
            "sealed_events": .array(sealed.map(JSONValue.int)),
        ]
    }

    /// The part `task.json`.
    func readable(_ checkpoint: Checkpoint) throws -> [UInt8] {
        Array((try json(checkpoint).prettyText(sortedKeys: true) + "\n").utf8)
    }

    private var results: [JSONValue] {
        UseProjection.results(task).map { row in
            [
                "number": .int(row.number), "name": .string(row.name), "kind": JSONValue(row.kind), "holder": JSONValue(row.holder),
                "state": .string(row.state), "goal": JSONValue(row.goal), "unit": JSONValue(row.unit),
                "quantity": row.quantity.map(JSONValue.int) ?? .null, "delivered": row.delivered.map(JSONValue.int) ?? .null,
            ]
        }
    }

    private var evidence: [JSONValue] {
        UseProjection.evidence(task).map { row in
            [
                "number": .int(row.number), "result": .int(row.result), "kind": JSONValue(row.kind),
                "used_on": JSONValue(row.usedOn?.description), "place": JSONValue(row.place), "user": JSONValue(row.user),
                "state": .string(row.state),
            ]
        }
    }

    /// A session; the count names every ballot with its marks, and there is none before it.
    private func council(_ record: CouncilRecord) -> JSONValue {
        var object = CouncilSummary.json(record).object ?? JSONObject()
        object["session"] = .string(record.code.description)
        object["count"] = record.session.count?.json ?? .null
        object["conclusion"] = record.session.conclusion?.json ?? .null
        return .object(object)
    }

    private var moneyJSON: JSONValue {
        get throws {
            guard let money, var object = try BudgetSummary(money).json.object else { return .null }
            object["on_record"] = .bool(money.isOnRecord)
            object["journal"] = .array(
                money.budget.journal.map { entry in
                    [
                        "day": entry.day.json, "kind": .string(entry.kind), "event": entry.event.map(JSONValue.int) ?? .null,
                        "postings": .array(
                            entry.postings.map {
                                ["account": .string($0.account.path.joined(separator: ":")), "amount": $0.amount.json]
                            }
                        ),
                    ]
                }
            )
            return .object(object)
        }
    }

    private func entry(_ event: EventRecord) -> JSONValue {
        [
            "number": .int(event.number), "subject": .string(event.subject.description), "kind": .string(event.kind),
            "happened_on": event.happenedOn.json, "recorded_at": .string(event.recordedAt.description), "actor": .string(event.actor),
            "definition": JSONValue(event.definition), "leaf_hash": .string(TreeHash(leaf: event.canonicalBytes).description),
        ]
    }
}
