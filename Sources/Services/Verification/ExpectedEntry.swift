import CanonicalJSON
import Store

/// What the register should say under a code.
struct ExpectedEntry {
    let kind: EventRecord.Subject.Kind
    let code: String
    let value: JSONValue
    /// What it is found by; nil: names of the rule files, which the log does not tell.
    let searchText: String?
}
