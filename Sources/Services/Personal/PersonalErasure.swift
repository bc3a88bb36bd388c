import AuditTrail
import CanonicalJSON
import LifecycleModel

/// What the log says of an erasure: by whose decision, why, and what was bound by which commitments.
struct PersonalErasure: Hashable {
    static let kind = "erased"

    let scope: ErasePersonalData.Scope
    let decision: String
    let reason: String
    let commitments: [TreeHash]
    let files: [String]
}

extension PersonalErasure: JSONRepresentable {
    init(json: JSONValue) throws(JSONShapeFault) {
        self.init(
            scope: try json.member("scope", expected: "all or earlier") { $0.string.flatMap(ErasePersonalData.Scope.init) },
            decision: try json.string(at: "decision"),
            reason: try json.string(at: "reason"),
            commitments: try json.member("commitments", expected: "hashes") { value in
                value.array.flatMap { list in
                    let hashes = list.compactMap { $0.string.flatMap(TreeHash.init(hex:)) }
                    return hashes.count == list.count ? hashes : nil
                }
            },
            files: try json.strings(at: "files")
        )
    }

    var json: JSONValue {
        [
            "scope": .string(scope.rawValue), "decision": .string(decision), "reason": .string(reason),
            "commitments": JSONValue(commitments.map(\.description)), "files": JSONValue(files),
        ]
    }
}
