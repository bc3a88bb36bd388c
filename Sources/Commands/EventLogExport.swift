import LifecycleModel
import ProcessExchange
import Services
import Store

/// Writes the record of tasks as an XES event log, a task at a time.
struct EventLogExport {
    private let reader: any StoreReader
    private let regime: String?
    private let surroundings: LogSurroundings

    /// Prepares the export; with a regime, only what was recorded under it.
    init(_ reader: any StoreReader, regime: String? = nil) {
        self.reader = reader
        self.regime = regime
        let labels = RegimeLabels(reader)
        let people = People(reader)
        surroundings = LogSurroundings(language: Speech.language, definition: labels.regime, person: people.person)
    }

    /// The log of one task.
    func write(_ task: TaskRow, to target: OutputFile?) throws {
        var log = XESWriter(name: task.code)
        try add(task.code, to: &log)
        try OutputFile.put(Array(log.finish().utf8), to: target)
    }

    /// The log of all tasks, in the order they came in.
    func write(to target: OutputFile?) throws {
        var log = XESWriter(name: regime ?? "nhiemvu")
        try reader.eachEvent(after: 0) { event in
            guard event.subject.kind == .task, event.kind == Activity.registered else { return true }
            try add(event.subject.code, to: &log)
            try OutputFile.put(Array(log.take().utf8), to: target)
            return true
        }
        try OutputFile.put(Array(log.finish().utf8), to: target)
    }

    private func add(_ code: String, to log: inout XESWriter) throws {
        let record = try reader.events(of: EventRecord.Subject(.task, code))
        if let one = try LoggedCase(code, record: record, under: regime, in: surroundings) { log.add(one) }
    }
}

/// People of the register, each read once.
private final class People {
    private var known: [String: Person?] = [:]
    private let reader: any StoreReader

    init(_ reader: any StoreReader) {
        self.reader = reader
    }

    func person(_ code: String) -> Person? {
        if let person = known[code] { return person }
        let person = (try? reader.registered(.person, code: code)).flatMap { $0 }.flatMap { try? Person(json: $0) }
        known[code] = person
        return person
    }
}
