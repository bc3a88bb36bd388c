import LifecycleModel
import Store
import TestSupport
import Testing

@Suite("Clocks, machines, documents and bars of every store")
struct BesideTasksContractTests {
    private static let code = "TH-2024-001"

    private func day(_ day: Int) -> CivilDate { CivilDate(year: 2024, month: 3, day: day) ?? .earliest }

    @Test("Clocks come back in order and are overwritten by identity", arguments: StoreFactory.all)
    func deadlines(factory: StoreFactory) throws {
        try factory.withStore { (store) throws in
            var report = DeadlineRow.sample("BC-1")
            (report.machine, report.number) = ("periodic-report", 2)
            var full = DeadlineRow.sample("NT-2", due: day(20), grace: day(25))
            (full.lock, full.basis, full.inputs) = (day(30), "TT 09/2024 Đ.12", [0, 0xFF])
            let first = DeadlineRow.sample("NT-1")
            try store.write { writer in
                try writer.record(.sample(Self.code))
                try writer.record(.sample("TH-2024-002"))
                try writer.save([full, report, first], of: Self.code)
                try writer.save([DeadlineRow.sample("NT-1", of: "TH-2024-002")], of: "TH-2024-002")
            }
            let kept = try store.read { try $0.deadlines(of: Self.code) }
            #expect(kept == [report, first, full])
            full.standing = "stopped"
            full.stoppedOn = day(18)
            try store.write { try $0.save([full], of: Self.code) }
            let after = try store.read { try $0.deadlines(of: Self.code) }
            #expect(after == [report, first, full])
        }
    }

    @Test("Open clocks are found by grace date, or due date without one", arguments: StoreFactory.all)
    func openDeadlines(factory: StoreFactory) throws {
        try factory.withStore { (store) throws in
            try store.write { writer in
                try writer.record(.sample(Self.code))
                try writer.save(
                    [
                        .sample("due-10", due: day(10)), .sample("due-5-grace-20", due: day(5), grace: day(20)),
                        .sample("stopped", due: day(1), standing: "stopped"), .sample("suspended", due: day(1), standing: "suspended"),
                    ],
                    of: Self.code
                )
            }
            for (before, ids) in [
                (day(10), []), (day(11), ["due-10"]), (day(20), ["due-10"]), (day(21), ["due-10", "due-5-grace-20"]),
                (nil, ["due-10", "due-5-grace-20"]),
            ] {
                let found = try store.read { try $0.openDeadlines(dueBefore: before) }.map(\.id)
                #expect(found == ids, "before \(before?.description ?? "-")")
            }
        }
    }

    @Test("Open clocks come with the host and the definition of their task", arguments: StoreFactory.all)
    func openDeadlineContents(factory: StoreFactory) throws {
        try factory.withStore { (store) throws in
            var clock = DeadlineRow.sample("BC-1", due: day(10), grace: day(12))
            (clock.machine, clock.number, clock.owner, clock.basis) = ("periodic-report", 2, "host", "TT 09/2024 Đ.12")
            try store.write { writer in
                var task = TaskRow.sample(Self.code)
                task.host = "VNN"
                try writer.record(task)
                try writer.record(.sample("TH-2024-002"))
                try writer.save([clock], of: Self.code)
                try writer.save([.sample("NT-1", of: "TH-2024-002", due: day(11))], of: "TH-2024-002")
            }
            let found = try store.read { try $0.openDeadlines(dueBefore: nil) }
            #expect(found.map(\.task) == ["TH-2024-002", Self.code])
            #expect(found.first?.host == nil)
            #expect(
                found.last
                    == OpenDeadline(
                        task: Self.code,
                        definition: DefinitionRow.sample().hash,
                        host: "VNN",
                        machine: "periodic-report",
                        number: 2,
                        id: "BC-1",
                        due: day(10),
                        grace: day(12),
                        owner: "host",
                        basis: "TT 09/2024 Đ.12"
                    )
            )
        }
    }

    @Test("A party's tasks tell whether they run, barred somebody or may bar", arguments: StoreFactory.all)
    func partyTasks(factory: StoreFactory) throws {
        try factory.withStore { (store) throws in
            func barring(_ id: String, _ due: CivilDate, _ standing: String = "open") -> DeadlineRow {
                var clock = DeadlineRow.sample(id, due: due, standing: standing)
                clock.acts = [.init(at: "due", act: "flag", subject: "late"), .init(at: "due", act: "bar", subject: "host")]
                if standing == "stopped" { clock.stoppedOn = day(2) }
                return clock
            }
            try store.write { writer in
                for (code, host, counts) in [
                    (Self.code, "VNN", ["awarded", "running"]), ("TH-2", "VNN", ["awarded"]), ("TH-3", "DHY", []),
                ] {
                    var task = TaskRow.sample(code)
                    (task.host, task.investigator, task.countsAs) = (host, "CN01", counts)
                    try writer.record(task)
                }
                var plain = DeadlineRow.sample("plain", due: day(1))
                plain.acts = [.init(at: "due", act: "flag", subject: "bar")]
                try writer.save([plain, barring("a", day(9)), barring("b", day(7)), barring("c", day(3), "stopped")], of: Self.code)
                let bar = BarRow(
                    party: "person",
                    code: "CN01",
                    task: "TH-2",
                    reason: Phrase(vi: "vì"),
                    from: day(1),
                    until: nil,
                    liftedOn: day(2),
                    basis: nil
                )
                try writer.replaceBars(of: "TH-2", with: [bar])
            }
            let barring = PartyTask(code: "TH-2", isRunning: false, hasBarred: true, barsAfter: nil)
            let running = PartyTask(code: Self.code, isRunning: true, hasBarred: false, barsAfter: day(7))
            let other = PartyTask(code: "TH-3", isRunning: false, hasBarred: false, barsAfter: nil)
            let found = try store.read { reader in
                [
                    try reader.tasks(of: .host, "VNN"), try reader.tasks(of: .investigator, "CN01"),
                    try reader.tasks(of: .investigator, "VNN"),
                ]
            }
            #expect(found == [[barring, running], [barring, running, other], []])
            #expect([day(7), day(8)].map(running.mayBar) == [false, true])
            #expect(barring.mayBar(on: day(1)))
        }
    }

    @Test("A clock of no known standing or of another task is refused", arguments: StoreFactory.all)
    func badDeadline(factory: StoreFactory) throws {
        try factory.withStore { (store) throws in
            try store.write { _ = try $0.record(.sample(Self.code)) }
            for bad in [DeadlineRow.sample(standing: "paused"), .sample(of: "TH-2024-002")] {
                let error = #expect(throws: StoreError.self) { try store.write { try $0.save([bad], of: Self.code) } }
                #expect(error?.code == .constraint)
            }
        }
    }

    @Test("Machines come back in order and move on", arguments: StoreFactory.all)
    func machines(factory: StoreFactory) throws {
        try factory.withStore { (store) throws in
            func machine(_ kind: String, _ number: Int64, _ state: String = "open", closed: Bool = false) -> MachineRow {
                MachineRow(task: Self.code, machine: kind, number: number, state: state, openedOn: day(1), isClosed: closed)
            }
            try store.write { writer in
                try writer.record(.sample(Self.code))
                try writer.save([machine("report", 10), machine("report", 9), machine("council", 1)], of: Self.code)
                try writer.save([machine("report", 9, "filed", closed: true)], of: Self.code)
            }
            let kept = try store.read { try $0.machines(of: Self.code) }
            #expect(kept == [machine("council", 1), machine("report", 9, "filed", closed: true), machine("report", 10)])
            let error = #expect(throws: StoreError.self) { try store.write { try $0.save([machine("report", 0)], of: Self.code) } }
            #expect(error?.code == .constraint)
        }
    }

    @Test("Documents are added, never replaced", arguments: StoreFactory.all)
    func documents(factory: StoreFactory) throws {
        try factory.withStore { (store) throws in
            let scan = DocumentRow(
                task: Self.code,
                event: 1,
                form: "QD-01",
                number: "12/QĐ-UBND",
                date: day(1),
                sha256: String(repeating: "0f", count: 32),
                fileName: "quyết định.pdf",
                size: 0
            )
            let note = DocumentRow(
                task: Self.code,
                event: 2,
                form: "BB-01",
                number: "",
                date: day(2),
                sha256: nil,
                fileName: nil,
                size: nil
            )
            try store.write { writer in
                try writer.record(.sample(Self.code))
                try writer.record(.sample(Self.code))
                try writer.add([note, scan])
                try writer.add([scan])
            }
            let kept = try store.read { try $0.documents(of: Self.code) }
            #expect(kept == [scan, scan, note])
        }
    }

    @Test("A document with an impossible hash, size or event is refused", arguments: StoreFactory.all)
    func badDocuments(factory: StoreFactory) throws {
        try factory.withStore { (store) throws in
            try store.write { _ = try $0.record(.sample(Self.code)) }
            for (event, hash, size) in [(1, "abc", 1), (1, String(repeating: "G", count: 64), 1), (1, nil, -1), (9, nil, 1)] {
                let bad = DocumentRow(
                    task: Self.code,
                    event: Int64(event),
                    form: "F",
                    number: "",
                    date: day(1),
                    sha256: hash,
                    fileName: nil,
                    size: Int64(size)
                )
                let error = #expect(throws: StoreError.self) { try store.write { try $0.add([bad]) } }
                #expect(error?.code == .constraint)
            }
        }
    }

    @Test("Bars of a task are replaced together; lifted ones no longer bar", arguments: StoreFactory.all)
    func bars(factory: StoreFactory) throws {
        try factory.withStore { (store) throws in
            func bar(_ code: String, of task: String = Self.code, from: Int, lifted: CivilDate? = nil) -> BarRow {
                BarRow(
                    party: "organisation",
                    code: code,
                    task: task,
                    reason: Phrase(vi: "Nộp chậm", en: ""),
                    from: day(from),
                    until: day(30),
                    liftedOn: lifted,
                    basis: nil
                )
            }
            try store.write { writer in
                try writer.record(.sample(Self.code))
                try writer.record(.sample("T-2"))
                try writer.replaceBars(of: "T-2", with: [bar("HDU", of: "T-2", from: 2)])
                try writer.replaceBars(of: Self.code, with: [bar("HDU", from: 9), bar("VNL", from: 1)])
                try writer.replaceBars(
                    of: Self.code,
                    with: [bar("HDU", from: 3), bar("HDU", from: 1, lifted: day(4)), bar("HDU", from: 1)]
                )
            }
            let hdu = try store.read { try $0.bars(party: "organisation", code: "HDU") }
            #expect(hdu == [bar("HDU", from: 1), bar("HDU", of: "T-2", from: 2), bar("HDU", from: 3)])
            let vnl = try store.read { try $0.bars(party: "organisation", code: "VNL") }
            #expect(vnl.isEmpty)
            let person = try store.read { try $0.bars(party: "person", code: "HDU") }
            #expect(person.isEmpty)
        }
    }
}
