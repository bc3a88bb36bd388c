import LifecycleModel
import RuleLoading
import Rules
import Testing

/// Twins of the validators that look for names nothing has; each line that must be reported carries its mark.
@Suite struct NameValidatorTests {
    @Test func theSoundRegimeIsSound() throws {
        let diagnostics = try RuleFolder(SoundRules.files()).check("sample")
        #expect(diagnostics.map(\.code) == ["unused-role", "unused-form"], "\(diagnostics.map { $0.text(in: .en) })")
    }

    @Test func states() throws {
        try expectMarked(
            """
            transitions:
              - event: back
                label: Trả lại
                from: [ordering/screened,
                  ordering/screend]  # <- unknown-state
                to: ordering/propsed  # <- unknown-state
                by: [officer]
                requires:
                  - id: all-in
                    machines: {machine: report, every: [accepted,
                      lost]}  # <- unknown-state
                effects:
                  - open: {machine: report}
                  - close:
                      machine: report
                      in: [expected, gone]  # <- unknown-state
                      to: nowhere  # <- unknown-state
              - {event: note, label: Ghi, from: orderin/*, by: [officer]}  # <- unknown-state
            deadlines:
              T-3:
                label: Trả lại
                starts: [{on: back}]
                stops: [screen]
                suspended-in: [ordering/lost]  # <- unknown-state
                term: 1 year
                owner: officer
                passing: [{at: due, flag: back-late, label: Chậm}]
                basis: Điều 3
                standing: model
            machines:
              report:
                label: Báo cáo
                initial: expcted  # <- unknown-state
                states:
                  expected: {label: Chờ}
                  accepted: {label: Nhận, end: completed}
                transitions:
                  - {event: accept, label: Nhận, from: expected, to: accepted, by: [officer]}
            """
        )
    }

    @Test func roles() throws {
        try expectMarked(
            """
            roles:
              nobody: {label: Không ai}  # <- no-holder unused-role
            transitions:
              - event: note
                label: Ghi
                from: ordering/*
                by: [oficer]  # <- unknown-role
                requires:
                  - id: good
                    that: score.good
                    else: Chưa tốt
                    cure: [officer, chair]  # <- unknown-role
              - {event: nobody-may, label: Không ai, from: ordering/*, by: []}  # <- no-role
            deadlines:
              T-3:
                label: Ghi
                starts: [{on: note}]
                stops: [screen]
                term: 1 year
                owner: secretary  # <- unknown-role
                passing: [{at: due, flag: late, label: Chậm}]
                basis: Điều 3
                standing: model
            """
        )
    }

    @Test func forms() throws {
        try expectMarked(
            """
            transitions:
              - event: note
                label: Ghi
                from: ordering/*
                by: [officer]
                documents: [A-2]  # <- unknown-form
                produces: [B-22]  # <- unknown-form
                requires:
                  - {id: paper, documents: [C-3]}  # <- unknown-form
            """
        )
    }

    @Test func facts() throws {
        try expectMarked(
            """
            transitions:
              - event: note
                label: Ghi
                from: ordering/*
                by: [officer]
                records: [score.mean, score.maen?]  # <- unknown-fact
                requires:
                  - {id: known, known: [score.on, scores.on]}  # <- unknown-fact
                  - {id: money, amount: {of: score.on, at-most: param.pass_mark}}  # <- wrong-fact-type no-matching-overload
                effects:
                  - set: {score.lost: "1"}  # <- unknown-fact
                  - open: {machine: report, facts: {perid: "1"}}  # <- unknown-fact
                  - open: {machine: report, every: 6 months, from: score.mean, count: 2}  # <- wrong-fact-type
                  - open: {machine: plain, every: 6 months, from: score.on, count: 2}  # <- missing-fact
            deadlines:
              T-3:
                label: Ghi
                starts:
                  - {on: note, from: score.mean}  # <- wrong-fact-type
                  - {on: finish, from: score.never}  # <- unknown-fact
                stops: [screen]
                term: 1 year
                owner: officer
                passing: [{at: due, flag: late, label: Chậm}]
                basis: Điều 3
                standing: model
            machines:
              report: &small
                label: Báo cáo
                initial: expected
                facts: {period: {type: int, label: Kỳ}}
                states: {expected: {label: Chờ}, accepted: {label: Nhận, end: completed}}
                transitions: [{event: accept, label: Nhận, from: expected, to: accepted, by: [officer], records: [this.period]}]
              plain:
                label: Báo cáo
                initial: expected
                states: {expected: {label: Chờ}, accepted: {label: Nhận, end: completed}}
                transitions:
                  - {event: accept, label: Nhận, from: expected, to: accepted, by: [officer], records: [this.period]}  # <- unknown-fact
            """
        )
    }

    @Test func machines() throws {
        try expectMarked(
            """
            transitions:
              - event: note
                label: Ghi
                from: ordering/*
                by: [officer]
                requires:
                  - {id: all, machines: {machine: reprt, every: [accepted]}}  # <- unknown-machine
                  - {id: council, council: {kind: selection, result: [pass]}}  # <- unknown-machine
                effects:
                  - open: {machine: dossier}  # <- unknown-machine
                  - close: {machine: dossier, in: [x], to: y}  # <- unknown-machine
            """
        )
    }

    @Test func deadlinesAndEvents() throws {
        try expectMarked(
            """
            transitions:
              - event: note
                label: Ghi
                from: ordering/*
                by: [officer]
                requires:
                  - {id: met, deadline-met: T-9}  # <- unknown-deadline
                  - {id: passed, deadline-passed: T-1}
                  - {id: open, not-locked: T-8}  # <- unknown-deadline
                  - {id: other, separate-from: [screen, scren]}  # <- unknown-event
                effects:
                  - open: {machine: report}
                  - clear: screen-late
                  - clear: never-raised  # <- unknown-flag
            deadlines:
              T-3:
                label: Ghi
                starts: [{on: report/accept}, {on: reprot/accept}]  # <- unknown-event
                stops: [finish, finsh]  # <- unknown-event
                term: 1 year
                owner: officer
                passing: [{at: due, fire: explode}]  # <- unknown-event
                basis: Điều 3
                standing: model
            machines:
              report:
                label: Báo cáo
                initial: expected
                states: {expected: {label: Chờ}, accepted: {label: Nhận, end: completed}}
                transitions: [{event: accept, label: Nhận, from: expected, to: accepted, by: [officer], requires: [{id: met, deadline-met: T-2}]}]
                deadlines:
                  T-1:  # <- duplicate-name
                    label: Nộp
                    starts: [{on: opened}]
                    stops: [screen]  # <- unknown-event
                    term: 1 month
                    owner: officer
                    passing: [{at: due, flag: late, label: Chậm}]
                    basis: Điều 3
                    standing: model
            """
        )
    }

    @Test func council() throws {
        try expectMarked(
            """
            transitions:
              - event: note
                label: Ghi
                from: ordering/*
                by: [officer]
                effects: [{open: {machine: council-session}}]
                requires:
                  - {id: fits, council: {kind: selection, result: [pass]}}
                  - {id: kind, council: {kind: selecton, result: [pass]}}  # <- unknown-value
                  - {id: result, council: {kind: selection, result: [pass, passed]}}  # <- unknown-value
            machines:
              council-session:
                label: Phiên họp
                initial: formed
                facts:
                  kind: {type: choice, label: Loại, choices: {selection: Tuyển chọn}}
                  result: {type: choice, label: Kết luận, choices: {pass: Đạt, fail: Không đạt}}
                states: {formed: {label: Đã lập}, over: {label: Xong, end: completed}}
                transitions: [{event: conclude, label: Kết luận, from: formed, to: over, by: [officer], records: [this.kind, this.result]}]
            """
        )
    }
}
