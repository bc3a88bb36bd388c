import LifecycleModel
import RuleLoading
import Rules
import Testing
import WorkingCalendar

/// What well-formed rules become.
@Suite struct ReadingTests {
    private func regime(_ text: String) throws -> Regime {
        try RuleFolder(SoundRules.files(["z.yaml": text])).load()
    }

    @Test func patternsAreWrittenOut() throws {
        let regime = try regime(
            """
            transitions:
              - {event: a, label: A, from: "*", by: [officer]}
              - {event: b, label: B, from: ordering/*, by: [officer]}
              - {event: c, label: C, from: [ordering/screened, ordering/*], by: [officer]}
            """
        )
        let from = Dictionary(uniqueKeysWithValues: regime.task.transitions.map { ($0.event, $0.from) })
        #expect(from["a"] == ["ordering/proposed", "ordering/screened"])
        #expect(from["b"] == ["ordering/proposed", "ordering/screened"])
        #expect(from["c"] == ["ordering/screened", "ordering/proposed"])
    }

    @Test func everythingIsRead() throws {
        let regime = try regime(
            """
            parameters:
              share: {label: {vi: Tỷ lệ, en: Share}, value: 2/3, unit: fraction, basis: Điều 1, standing: model}
              since: {label: Từ ngày, value: 2025-10-01, unit: date, basis: Điều 1, standing: binding}
              allowed: {label: Được phép, value: true, unit: flag, basis: Điều 1, standing: binding}
            transitions:
              - event: note
                label: {vi: Ghi, en: Note}
                from: ordering/screened
                by: [officer]
                records: [score.on, score.mean?]
                documents: [A-1]
                produces: [B-2]
                requires:
                  - id: good
                    that: score.mean >= param.pass_mark
                    else: {vi: Thấp, en: Low}
                    basis: Điều 12
                    cure: [officer]
                  - {id: papers, documents: [A-1]}
                  - {id: other, separate-from: [screen]}
                  - {id: open, not-locked: T-1}
                  - {id: all, machines: {machine: report, every: [accepted]}}
                  - {id: two, machines: {machine: report, at-least: 2, in: [expected, accepted]}}
                  - {id: money, amount: {of: task.state_money, at-most: task.counterpart_money + 1}}
                effects:
                  - set: {score.good: score.mean > 0, score.mean: score.mean + 1}
                  - open: {machine: report, every: 6 months, from: score.on, count: 5}
                  - open: {machine: report, facts: {period: "1"}}
                  - close: {machine: report, in: [expected], to: dropped}
                  - raise: {flag: noted, label: Đã ghi}
                  - clear: noted
                  - bar: {party: host, reason: Chậm, months: 36, basis: Điều 9}
                  - lift: host
                  - bar: {party: key-members, reason: Chưa nộp}
                  - lift: secretary
                  - publish: priority-list
                record-within: 30
                basis: Điều 15
            deadlines:
              T-3:
                label: Trước ngày
                starts: [{on: note, from: score.on}]
                stops: [finish]
                suspended-in: [ordering/proposed]
                term: 1 month
                grace: 5 working-days
                lock: 6 months
                before: true
                roll: next-working-day
                reminders: [-30, 0, 7]
                owner: officer
                passing: [{at: grace, bar: host, reason: Chậm}, {at: lock, flag: shut, label: Khóa}]
                basis: Điều 1
                standing: model
            machines:
              report:
                label: Báo cáo
                initial: expected
                facts: {period: {type: int, label: Kỳ}}
                states:
                  expected: {label: Chờ}
                  accepted: {label: Nhận, end: completed}
                  dropped: {label: Bỏ, end: cancelled}
                transitions: [{event: accept, label: Nhận, from: expected, to: accepted, by: [officer]}]
                deadlines:
                  K-1:
                    label: Nộp
                    starts: [{on: opened, from: score.on}]
                    times: this.period
                    stops: [accept]
                    term: 6 months
                    owner: officer
                    passing: [{at: due, flag: report-late, label: Chậm}]
                    basis: Điều 1
                    standing: model
            """
        )
        #expect(regime.parameters["share"]?.value == .fraction(2, 3))
        #expect(regime.parameters["since"]?.value == .date(try CivilDate(parsing: "2025-10-01")))
        #expect(regime.parameters["allowed"]?.value == .flag(true))
        let note = try #require(regime.task.transitions.first { $0.event == "note" })
        #expect(note.to == nil && note.recordWithin == 30 && note.basis == "Điều 15" && note.produces == ["B-2"])
        #expect(note.records == [.init(fact: "score.on"), .init(fact: "score.mean", isRequired: false)])
        #expect(
            note.requires.map(\.condition) == [
                .clause("score.mean >= param.pass_mark"), .documents(["A-1"]), .separateFrom(["screen"]), .notLocked("T-1"),
                .machines("report", .every, ["accepted"]), .machines("report", .atLeast(2), ["expected", "accepted"]),
                .atMost(amount: "task.state_money", limit: "task.counterpart_money + 1"),
            ]
        )
        #expect(
            note.effects == [
                .set(fact: "score.good", expression: "score.mean > 0"), .set(fact: "score.mean", expression: "score.mean + 1"),
                .open(machine: "report", schedule: .init(everyMonths: 6, from: "score.on", count: 5), facts: [:]),
                .open(machine: "report", schedule: nil, facts: ["period": "1"]),
                .close(machine: "report", states: ["expected"], to: "dropped"),
                .raise(flag: "noted", label: Phrase(vi: "Đã ghi")), .clear(flag: "noted"),
                .bar(party: "host", reason: Phrase(vi: "Chậm"), months: 36, basis: "Điều 9"), .lift(party: "host"),
                .bar(party: "key-members", reason: Phrase(vi: "Chưa nộp"), months: nil, basis: nil), .lift(party: "secretary"),
                .publish(page: "priority-list"),
            ]
        )
        let clock = try #require(regime.task.deadlines["T-3"])
        #expect(clock.isBackward && clock.rollsForward && clock.reminders == [-30, 0, 7] && clock.suspendedIn == ["ordering/proposed"])
        #expect(clock.grace?.description == "5 working days" && clock.lock?.description == "6 months")
        #expect(
            clock.passing == [
                .init(at: .grace, act: .bar("host", Phrase(vi: "Chậm"))), .init(at: .lock, act: .flag("shut", Phrase(vi: "Khóa"))),
            ]
        )
        let report = try #require(regime.machines["report"]?.deadlines["K-1"])
        #expect(report.starts == [.init(event: nil, from: "score.on")] && report.times == "this.period")
        #expect(try Regime(canonical: regime.canonicalBytes) == regime)
    }

    /// Every kind of value survives the canonical form; the hash does not depend on the order in files.
    @Test func identity() throws {
        let one = try regime("roles: {a: {label: A, held-by: host}, b: {label: B, held-by: host}}")
        let two = try regime("roles: {b: {label: B, held-by: host}, a: {label: A, held-by: host}}")
        let other = try regime("roles: {b: {label: B, held-by: host}, a: {label: A, held-by: council}}")
        #expect(one.sha256 == two.sha256)
        #expect(one.sha256 != other.sha256)
        #expect(Regime.sha256(ofCanonical: Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}
