import WorkingCalendar

extension Clock: SnapshotPart {
    /// Writes it.
    public func write(to out: inout SnapshotWriter) {
        start.write(to: &out)
        dates.write(to: &out)
        out.write(pauses) { pause, out in
            out.write(pause.from)
            out.write(pause.until)
        }
        out.write(stopped?.on)
        if let stopped { out.write(stopped.manner.rawValue) }
    }

    /// Only one that was stopped may stay unread.
    public static func passOver(_ from: inout SnapshotReader) throws(SnapshotFault) -> Bool {
        try from.skipText()
        try from.skipNumbers()
        try from.skipText()
        try from.skipPart()
        try from.skipNumbers(3)
        try from.skipNumbers(2 * (try from.count()))
        guard try from.optionalDate() != nil else { return false }
        try from.skipText()
        return true
    }

    /// Says nothing.
    public static var unreadable: Clock { Clock(started: DeadlineStarted(unreadable: DeadlineReference(machine: .task, id: ""))) }

    /// Reads one.
    public init(from: inout SnapshotReader) throws(SnapshotFault) {
        let start = try StoredStart(from: &from)
        let dates = try DeadlineDates(from: &from)
        let pauses = try from.list { from throws(SnapshotFault) in
            Pause(from: try from.date(), until: try from.optionalDate())
        }
        let stopped = try from.optionalDate().map { day throws(SnapshotFault) in
            DeadlineStopped(reference: start.reference, on: day, manner: try from.word())
        }
        self.init(start: start, dates: dates, pauses: pauses, stopped: stopped)
    }
}

extension DeadlineReference {
    func write(to out: inout SnapshotWriter) {
        out.write(machine.kind)
        out.write(machine.number)
        out.write(id)
    }

    init(from: inout SnapshotReader) throws(SnapshotFault) {
        self.init(machine: MachineReference(kind: try from.text(), number: try from.int()), id: try from.text())
    }
}

extension DeadlineStarted {
    /// Writes everything but its reference.
    func writeRest(to out: inout SnapshotWriter) {
        dates.write(to: &out)
        out.write(start)
        terms.write(to: &out)
        out.write(owner)
        out.write(basis)
        out.write(standing)
        out.write(passing) { act, out in
            out.write(act.at)
            out.write(act.act)
            out.write(act.subject)
            out.write(act.text != nil)
            act.text?.write(to: &out)
        }
    }

    /// Reads the rest of the start of a clock.
    init(of reference: DeadlineReference, from: inout SnapshotReader) throws(SnapshotFault) {
        self.init(
            reference: reference,
            dates: try DeadlineDates(from: &from),
            start: try from.date(),
            terms: try DeadlineTerms(from: &from),
            owner: try from.text(),
            basis: try from.optionalText(),
            standing: try from.text(),
            passing: try from.list { from throws(SnapshotFault) in
                PassingAct(
                    at: try from.text(),
                    act: try from.text(),
                    subject: try from.text(),
                    text: try from.bool() ? try .init(from: &from) : nil
                )
            }
        )
    }
}

extension DeadlineDates {
    fileprivate func write(to out: inout SnapshotWriter) {
        out.write(due)
        out.write(grace)
        out.write(lock)
    }

    fileprivate init(from: inout SnapshotReader) throws(SnapshotFault) {
        self.init(due: try from.date(), grace: try from.optionalDate(), lock: try from.optionalDate())
    }
}

extension DeadlineTerms {
    fileprivate func write(to out: inout SnapshotWriter) {
        term.write(to: &out)
        out.write(grace != nil)
        grace?.write(to: &out)
        out.write(lock != nil)
        lock?.write(to: &out)
        out.write(direction.rawValue)
        out.write(roll.rawValue)
    }

    fileprivate init(from: inout SnapshotReader) throws(SnapshotFault) {
        self.init(
            term: try Term(from: &from),
            grace: try from.bool() ? try Term(from: &from) : nil,
            lock: try from.bool() ? try Term(from: &from) : nil,
            direction: try from.word(),
            roll: try from.word()
        )
    }
}

extension Term {
    fileprivate func write(to out: inout SnapshotWriter) {
        out.write(Int64(amount))
        out.write(unit.rawValue)
    }

    fileprivate init(from: inout SnapshotReader) throws(SnapshotFault) {
        let amount = Int(try from.int())
        let unit: Unit = try from.word()
        guard let term = try? Term(amount, unit) else { throw from.fault }
        self = term
    }
}
