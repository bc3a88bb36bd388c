public import CanonicalJSON
import Engine
import LifecycleModel
import Rules
public import Store

/// All sessions on record, each with what its task says today.
public struct CouncilRegister {
    /// One session in short.
    public struct Entry: Sendable {
        /// Code of the session.
        public let code: String
        /// Its entry in the register: kind, phase, members; never anything of ballots.
        public let value: JSONValue
        /// Title of the task.
        public let title: String
        /// Whether it was called off.
        public let isCalledOff: Bool
    }

    private let reader: any StoreReader

    /// The sessions of a store.
    public init(_ reader: any StoreReader) {
        self.reader = reader
    }

    /// The sessions found by words in their own entry (code, council, members) or in their task's; case and diacritics do not matter.
    public func entries(matching words: [String]) throws -> [Entry] {
        let words = words.map(VietnameseText.folded)
        let own = Set(try reader.allRegistered(.council, matching: words).map(\.code))
        var tasks: [String: (title: String, searchText: String, state: TaskState)] = [:]
        return try reader.allRegistered(.council, matching: []).compactMap { code, value in
            guard let session = CouncilCode(recorded: code) else { return nil }
            if tasks[session.task] == nil {
                let row = try requireTask(session.task, in: reader)
                tasks[session.task] = (row.title, row.searchText, try TaskState(of: row))
            }
            guard let task = tasks[session.task], own.contains(code) || words.allSatisfy({ task.searchText.contains($0) }) else {
                return nil
            }
            let end = task.state.instance(session.reference)?.end
            return Entry(code: code, value: value, title: task.title, isCalledOff: end == Machine.State.End.cancelled.rawValue)
        }
    }
}
