import LifecycleModel
import RuleLoading
import Rules
import Testing

/// Twins of the validators that look at parts for themselves: labels, numbers, clocks, facts every task has.
@Suite struct PartValidatorTests {
    @Test func labels() throws {
        try expectMarked(
            """
            roles:
              helper: {held-by: department}  # <- missing-label
            parameters:
              share: {label: {en: Share}, value: 1/2, unit: fraction, basis: Điều 1, standing: binding}  # <- missing-label
            forms:
              C-1: {basis: Điều 1}  # <- missing-label
            facts:
              other:
                colour: {type: choice, label: Màu, choices: {red: {en: Red}}}  # <- missing-label
                note: {type: text}  # <- missing-label
            stages:
              - {stage: late, states: {kept: {end: completed}}}  # <- missing-label missing-label
            transitions:
              - {event: keep, from: ordering/*, to: late/kept, by: [officer]}  # <- missing-label
              - event: note
                label: Ghi
                from: ordering/*
                by: [helper]
                requires:
                  - id: good
                    that: score.good
                    else: {en: Not good}  # <- missing-label
                effects:
                  - raise: {flag: seen}  # <- missing-label
            deadlines:
              T-3:  # <- missing-label
                starts: [{on: note}]
                stops: [keep]
                term: 1 year
                owner: officer
                passing:
                  - {at: due, flag: late}  # <- missing-label
                basis: Điều 3
                standing: model
            """
        )
    }

    @Test func numbersAndTheirBasis() throws {
        try expectMarked(
            """
            parameters:
              share: {label: Tỷ lệ, value: 1/2, unit: fraction, standing: binding}  # <- missing-basis
              guess: {label: Số đoán, value: 5, unit: people, basis: Điều 1, standing: assumed}  # <- assumed-number
            transitions:
              - event: note
                label: Ghi
                from: ordering/*
                by: [officer]
                effects:
                  - bar: {party: host, reason: Chậm, months: 36}  # <- missing-basis
                  - bar: {party: host, reason: Chậm}
            deadlines:
              T-3:  # <- missing-basis assumed-number
                label: Ghi
                starts: [{on: note}]
                stops: [finish]
                term: 1 year
                owner: officer
                passing: [{at: due, flag: late, label: Chậm}]
                standing: assumed
            """
        )
    }

    @Test func clocks() throws {
        try expectMarked(
            """
            deadlines:
              T-3:  # <- no-consequence no-stop
                label: Không hệ quả
                starts: [{on: screen}]
                term: 1 year
                owner: officer
                basis: Điều 3
                standing: model
              T-4:  # <- no-start
                label: Không bắt đầu
                starts: []
                stops: [finish]
                term: 1 year
                lock: 5 calendar-days
                owner: officer
                passing:
                  - {at: due, flag: late, label: Chậm}
                  - {at: grace, flag: later, label: Chậm}  # <- no-such-date
                  - {at: lock, flag: latest, label: Chậm}
                basis: Điều 3
                standing: model
            """
        )
    }

    @Test func automaticEvents() throws {
        try expectMarked(
            """
            transitions:
              - {event: lapse, label: Hết hạn, from: ordering/proposed, to: closed/dropped, by: [system]}  # <- early-consequence
              - {event: forget, label: Quên, from: ordering/proposed, to: closed/dropped, by: [system]}  # <- never-fired
              - event: expire
                label: Hết hạn
                from: ordering/screened
                to: closed/dropped
                by: [system]
                requires: [{id: passed, deadline-passed: T-3}]
              - {event: give-up, label: Thôi, from: ordering/screened, to: closed/dropped, by: [system, officer]}
            deadlines:
              T-3:
                label: Hết hạn
                starts: [{on: screen}]
                stops: [finish]
                term: 1 year
                owner: officer
                passing:
                  - {at: due, fire: lapse}
                  - {at: due, fire: expire}
                  - {at: due, fire: give-up}
                  - {at: due, fire: withdraw}  # <- not-automatic
                basis: Điều 3
                standing: model
            """
        )
    }

    @Test func automaticLoops() throws {
        try expectMarked(
            """
            transitions:
              - {event: turn, label: Quay, from: ordering/proposed, to: ordering/screened, by: [system, officer]}
              - {event: return, label: Trả, from: ordering/screened, to: ordering/proposed, by: [system, officer]}
              - {event: wait, label: Chờ, from: ordering/proposed, by: [system, officer]}
            deadlines:
              T-3: &clock
                label: Quay
                starts: [{on: return}]
                stops: [finish]
                term: 0 calendar-days
                owner: officer
                passing:
                  - {at: due, fire: turn}  # <- automatic-loop
                basis: Điều 3
                standing: model
              T-4:
                label: Trả
                starts: [{on: turn, from: score.on}]
                stops: [finish]
                term: 1 year
                owner: officer
                passing:
                  - {at: due, fire: return}  # <- automatic-loop
                basis: Điều 3
                standing: model
              T-5:
                label: Ngày nào cũng thế
                starts: [{on: wait}]
                stops: [finish]
                term: 1 calendar-day
                owner: officer
                passing: [{at: due, fire: wait}]
                basis: Điều 3
                standing: model
            """
        )
    }

    @Test func requirementsAndReservedNames() throws {
        try expectMarked(
            """
            facts:
              param:  # <- reserved-name
                x: {type: int, label: X}
            transitions:
              - event: note
                label: Ghi
                from: ordering/*
                by: [officer]
                requires:
                  - {id: good, that: score.good, else: Chưa tốt}
                  - {id: good, known: [score.on]}  # <- duplicate-name
                effects: [{open: {machine: report}}]
            machines:
              report:
                label: Báo cáo
                initial: expected
                facts:
                  number: {type: int, label: Số}  # <- reserved-name
                states: {expected: {label: Chờ}, accepted: {label: Nhận, end: completed}}
                transitions: [{event: accept, label: Nhận, from: expected, to: accepted, by: [officer]}]
            """
        )
    }

    @Test func factsOfEveryTask() throws {
        let changed = SoundRules.base.replacing("months: {type: int", with: "months: {type: text").replacing("title: {", with: "titel: {")
        let diagnostics = try RuleFolder(["sample/regime.yaml": changed, "sample/life.yaml": SoundRules.life]).check("sample")
        let found = diagnostics.filter { $0.severity == .error }.map { Mark(line: $0.line, code: $0.code) }
        #expect(found == [Mark(line: 13, code: "missing-fact"), Mark(line: 26, code: "wrong-fact-type")])
    }
}
