public import LifecycleModel

extension TaskState {
    /// The whole state in a compact form, kept beside the log so that a task can be read without replaying it, and compared with a replay
    /// by `store verify`. Equal states have equal bytes. It can be made anew from the log at any time; nothing else depends on its form.
    public var snapshot: [UInt8] {
        var out = SnapshotWriter()
        out.write(code)
        out.write(regime)
        out.write(definition)
        out.write(position)
        out.write(end)
        out.write(countsAs) { $1.write($0) }
        reached.writeEntries(to: &out)
        facts.writeEntries(to: &out)
        machines.write(to: &out)
        out.write(clocks) { $0.write(to: &$1) }
        documents.write(to: &out)
        fired.write(to: &out)
        out.write(flags) { $0.write(to: &$1) }
        out.write(bars) { $0.write(to: &$1) }
        out.write(pages) { $1.write($0) }
        out.write(movedOn)
        out.write(lastHappenedOn)
        out.write(eventCount)
        out.write(exceptionCount)
        return out.finished()
    }

    /// Whether these bytes are the state's snapshot, in the form of today or as an older program wrote it.
    public func isTold(by snapshot: [UInt8]) -> Bool {
        let own = self.snapshot
        if own == snapshot { return true }
        guard let form = snapshot.first, form != SnapshotWriter.form else { return false }
        return (try? TaskState(snapshot: snapshot).snapshot) == own
    }

    /// Reads a snapshot back. Those of the first two forms, which older programs wrote, can be read too. What is in
    /// it is as it was written, as the checksum says; most of it is read when somebody asks.
    public init(snapshot: [UInt8]) throws(SnapshotFault) {
        var from = try SnapshotReader(snapshot)
        self.init(
            code: try from.text(),
            regime: try from.text(),
            definition: try from.text(),
            position: try from.text(),
            end: try from.optionalText(),
            countsAs: try from.list { from throws(SnapshotFault) in try from.text() },
            reached: try NameTable(entriesFrom: &from),
            facts: try NameTable(entriesFrom: &from),
            machines: try MachineTable(from: &from),
            clocks: try from.unreadList(),
            documents: try NameTable(from: &from),
            fired: try NameTable(from: &from),
            flags: try from.entries(Phrase.init(from:)),
            bars: try from.list(Bar.init(from:)),
            pages: try from.list { from throws(SnapshotFault) in try from.text() },
            movedOn: try from.date(),
            lastHappenedOn: try from.date(),
            eventCount: try from.tally(),
            exceptionCount: try from.tally()
        )
        guard from.isAtEnd else { throw from.fault }
    }
}

extension TaskState.Instance: SnapshotPart {
    /// Writes it.
    public func write(to out: inout SnapshotWriter) {
        out.write(number)
        out.write(state)
        out.write(end)
        facts.write(to: &out)
        fired.write(to: &out)
        out.write(openedOn)
        out.write(movedOn)
    }

    /// Goes over one.
    public static func passOver(_ from: inout SnapshotReader) throws(SnapshotFault) -> Bool {
        try from.skipNumbers()
        try from.skipText()
        try from.skipOptionalText()
        try from.skipPart()
        try from.skipPart()
        try from.skipNumbers(2)
        return true
    }

    /// Says nothing.
    public static var unreadable: Self {
        Self(number: 0, state: "", facts: NameTable(), fired: NameTable(), openedOn: .earliest, movedOn: .earliest)
    }

    /// Reads one.
    public init(from: inout SnapshotReader) throws(SnapshotFault) {
        self.init(
            number: try from.int(),
            state: try from.text(),
            end: try from.optionalText(),
            facts: try NameTable(from: &from),
            fired: try NameTable(from: &from),
            openedOn: try from.date(),
            movedOn: try from.date()
        )
    }
}

extension TaskState.Fired: SnapshotPart {
    /// Writes it.
    public func write(to out: inout SnapshotWriter) {
        out.write(by) { $1.write($0) }
        out.write(on)
        out.write(times)
    }

    /// Goes over one.
    public static func passOver(_ from: inout SnapshotReader) throws(SnapshotFault) -> Bool {
        for _ in 0..<(try from.count()) { try from.skipText() }
        try from.skipNumbers(2)
        return true
    }

    /// Says nothing.
    public static var unreadable: Self { .never }

    /// Reads one.
    public init(from: inout SnapshotReader) throws(SnapshotFault) {
        self.init(
            by: try from.list { from throws(SnapshotFault) in try from.text() },
            on: try from.date(),
            times: try from.tally()
        )
    }
}

extension TaskState.Bar {
    func write(to out: inout SnapshotWriter) {
        out.write(barred.party)
        out.write(barred.code)
        barred.reason.write(to: &out)
        out.write(barred.from)
        out.write(barred.until)
        out.write(barred.basis)
        out.write(liftedOn)
    }

    init(from: inout SnapshotReader) throws(SnapshotFault) {
        self.init(
            barred: Happening.Barred(
                party: try from.text(),
                code: try from.text(),
                reason: try Phrase(from: &from),
                from: try from.date(),
                until: try from.optionalDate(),
                basis: try from.optionalText()
            ),
            liftedOn: try from.optionalDate()
        )
    }
}

extension FactValue: SnapshotPart {
    /// Writes it.
    public func write(to out: inout SnapshotWriter) {
        switch self {
        case .bool(let value):
            out.write(count: 0)
            out.write(value)
        case .int(let value):
            out.write(count: 1)
            out.write(value)
        case .text(let value):
            out.write(count: Self.textKind)
            out.write(value)
        case .date(let value):
            out.write(count: 3)
            out.write(value)
        }
    }

    /// Goes over one.
    public static func passOver(_ from: inout SnapshotReader) throws(SnapshotFault) -> Bool {
        if try from.count() == Self.textKind { try from.skipText() } else { try from.skipNumbers() }
        return true
    }

    /// Says nothing.
    public static var unreadable: Self { .bool(false) }

    private static let textKind = 2

    /// Reads one.
    public init(from: inout SnapshotReader) throws(SnapshotFault) {
        switch try from.count() {
        case 0: self = .bool(try from.bool())
        case 1: self = .int(try from.int())
        case Self.textKind: self = .text(try from.text())
        case 3: self = .date(try from.date())
        default: throw from.fault
        }
    }
}

extension Array: SnapshotPart where Element: SnapshotPart {
    /// Writes it.
    public func write(to out: inout SnapshotWriter) {
        out.write(self) { $0.write(to: &$1) }
    }

    /// Goes over one.
    public static func passOver(_ from: inout SnapshotReader) throws(SnapshotFault) -> Bool {
        for _ in 0..<(try from.count()) { guard try Element.passOver(&from) else { return false } }
        return true
    }

    /// Says nothing.
    public static var unreadable: [Element] { [] }

    /// Reads one.
    public init(from: inout SnapshotReader) throws(SnapshotFault) {
        self = try from.list(Element.init(from:))
    }
}

extension CivilDate: SnapshotPart {
    /// Writes it.
    public func write(to out: inout SnapshotWriter) {
        out.write(self)
    }

    /// Goes over one.
    public static func passOver(_ from: inout SnapshotReader) throws(SnapshotFault) -> Bool {
        try from.skipNumbers()
        return true
    }

    /// Says nothing.
    public static var unreadable: CivilDate { .earliest }

    /// Reads one.
    public init(from: inout SnapshotReader) throws(SnapshotFault) {
        self = try from.date()
    }
}

extension AttachedDocument: SnapshotPart {
    /// Writes it.
    public func write(to out: inout SnapshotWriter) {
        out.write(form)
        out.write(number)
        out.write(date)
        out.write(sha256)
        out.write(fileName)
        out.write(size != nil)
        if let size { out.write(size) }
    }

    /// Goes over one.
    public static func passOver(_ from: inout SnapshotReader) throws(SnapshotFault) -> Bool {
        try from.skipText()
        try from.skipText()
        try from.skipNumbers()
        try from.skipOptionalText()
        try from.skipOptionalText()
        if try from.bool() { try from.skipNumbers() }
        return true
    }

    /// Says nothing.
    public static var unreadable: AttachedDocument { AttachedDocument(form: "", number: "", date: .earliest) }

    /// Reads one.
    public init(from: inout SnapshotReader) throws(SnapshotFault) {
        self.init(
            form: try from.text(),
            number: try from.text(),
            date: try from.date(),
            sha256: try from.optionalText(),
            fileName: try from.optionalText(),
            size: try from.bool() ? try from.int() : nil
        )
    }
}

extension Phrase {
    func write(to out: inout SnapshotWriter) {
        out.write(vi)
        out.write(en)
    }

    init(from: inout SnapshotReader) throws(SnapshotFault) {
        self.init(vi: try from.text(), en: try from.text())
    }
}
