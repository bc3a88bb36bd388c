import CanonicalJSON
import Foundation
import Engine
import LifecycleModel
import Store

/// Puts the names of investigators into the labels of what a council judges: the log holds their codes.
struct SubjectNames {
    /// Stands between the host and the investigator.
    static let mark = " – "

    private let codes: Set<String>
    private let reader: any StoreReader

    /// The investigators whom the small machines of a task name.
    init(of state: TaskState, in reader: any StoreReader) {
        codes = Set(state.machines.flatMap { $0.1 }.compactMap { $0.facts["investigator"]?.text })
        self.reader = reader
    }

    /// The event with names in its labels; other events as they are.
    func named(_ event: EventRecord) throws -> EventRecord {
        guard event.kind == "council_formed", var payload = event.payload.object, let subjects = payload["subjects"]?.array else {
            return event
        }
        payload["subjects"] = .array(try subjects.map(named))
        var named = event
        named.payload = .object(payload)
        return named
    }

    private func named(_ subject: JSONValue) throws -> JSONValue {
        guard var object = subject.object, let label = object["label"].flatMap({ try? Phrase(json: $0) }) else { return subject }
        let parts = label.vi.components(separatedBy: Self.mark)
        guard let code = parts.last, codes.contains(code), let name = try reader.registered(.person, code: code)?["name"]?.string else {
            return subject
        }
        object["label"] = Phrase(vi: (parts.dropLast() + [name]).joined(separator: Self.mark)).json
        return .object(object)
    }
}
