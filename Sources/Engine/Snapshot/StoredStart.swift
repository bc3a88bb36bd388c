import LifecycleModel
import Rules
import WorkingCalendar

/// How a clock was started, held once however often the clock is copied: it has a dozen texts whose references would be counted each
/// time.
///
/// One that was read from a snapshot keeps the bytes, and its texts are made when somebody asks: most clocks of a task stopped long ago
/// and nobody looks at them again. It is written back as it was.
final class StoredStart: Sendable, Hashable {
    /// Which clock.
    let reference: DeadlineReference
    private let source: Source
    private let made = MadeOnce()

    private enum Source: Sendable {
        case value(DeadlineStarted)
        /// Bytes that were passed over.
        case record(SnapshotRecord)
    }

    private final class Made: Sendable {
        let value: DeadlineStarted

        init(_ value: DeadlineStarted) {
            self.value = value
        }
    }

    init(_ value: DeadlineStarted) {
        reference = value.reference
        source = .value(value)
    }

    init(from: inout SnapshotReader) throws(SnapshotFault) {
        let reference = try DeadlineReference(from: &from)
        self.reference = reference
        if let record = try from.passOver() {
            source = .record(record)
        } else {
            source = .value(try DeadlineStarted(of: reference, from: &from))
        }
    }

    /// All of it.
    var value: DeadlineStarted {
        switch source {
        case .value(let value): return value
        case .record(let record):
            if let made = made.object(as: Made.self) { return made.value }
            var from = SnapshotReader(record)
            // What the checksum speaks for can be read. Whoever forged both gets a start that says nothing, and is told of by `store verify`.
            let value = (try? DeadlineStarted(of: reference, from: &from)) ?? DeadlineStarted(unreadable: reference)
            return made.keep(Made(value)).value
        }
    }

    func write(to out: inout SnapshotWriter) {
        reference.write(to: &out)
        switch source {
        case .value(let value): out.writeWithLength { value.writeRest(to: &$0) }
        case .record(let record): out.write(unchanged: record)
        }
    }

    static func == (left: StoredStart, right: StoredStart) -> Bool { left === right || left.value == right.value }

    func hash(into hasher: inout Hasher) { value.hash(into: &hasher) }
}

extension DeadlineStarted {
    init(unreadable reference: DeadlineReference) {
        self.init(
            reference: reference,
            dates: DeadlineDates(due: .earliest, grace: nil, lock: nil),
            start: .earliest,
            terms: DeadlineTerms(term: .zero),
            owner: "",
            basis: nil,
            standing: "",
            passing: []
        )
    }
}
