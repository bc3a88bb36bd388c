import Synchronization

/// How a clock was started, held once however often the clock is copied: it has a dozen texts whose references would be counted each
/// time.
///
/// One that was read from a snapshot keeps the bytes, and its texts are made when somebody asks: most clocks of a task stopped long ago
/// and nobody looks at them again. It is written back as it was.
final class StoredStart: Sendable, Hashable {
    /// Which clock.
    let reference: DeadlineReference
    private let source: Source
    private let made = AtomicLazyReference<Made>()

    private enum Source: Sendable {
        case value(DeadlineStarted)
        /// Bytes that were walked over, and what their numbers say.
        case record(SnapshotRecord, outline: DeadlineStarted)
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
        func read(_ from: inout SnapshotReader) throws(SnapshotFault) -> DeadlineStarted {
            try DeadlineStarted(of: reference, from: &from)
        }
        if from.canWalkOver {
            let (record, outline) = try from.walkOver(read)
            source = .record(record, outline: outline)
        } else {
            source = .value(try read(&from))
        }
    }

    /// All of it.
    var value: DeadlineStarted {
        switch source {
        case .value(let value): return value
        case .record(let record, let outline):
            if let made = made.load() { return made.value }
            var from = SnapshotReader(record)
            // Reading does not fail where walking over did not.
            let value = (try? DeadlineStarted(of: reference, from: &from)) ?? outline
            return made.storeIfNil(Made(value)).value
        }
    }

    func write(to out: inout SnapshotWriter) {
        reference.write(to: &out)
        switch source {
        case .value(let value): value.writeRest(to: &out)
        case .record(let record, outline: _): out.write(unchanged: record)
        }
    }

    static func == (left: StoredStart, right: StoredStart) -> Bool { left === right || left.value == right.value }

    func hash(into hasher: inout Hasher) { value.hash(into: &hasher) }
}
