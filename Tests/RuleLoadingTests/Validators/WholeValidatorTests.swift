import Testing

/// Twins of the validators that look at a machine as a whole.
@Suite struct WholeValidatorTests {
    @Test func waysThroughTheMachine() throws {
        try expectMarked(
            """
            stages:
              - stage: one
                label: Một
                states:
                  start: {label: Đầu}
                  lonely: {label: Không tới được}  # <- unreachable-state dead-end
                  trap: {label: Không ra được}  # <- dead-end
                  around: {label: Vòng}  # <- endless-cycle
                  about: {label: Vòng}  # <- endless-cycle
                  before-trap: {label: Trước bẫy}  # <- no-way-to-end
                  over: {label: Xong, end: completed}
                  reopened: {label: Mở lại, end: failed}
            initial: one/start
            transitions:
              - {event: end, label: Kết thúc, from: one/start, to: one/over, by: [officer]}
              - {event: go-round, label: Vòng, from: one/start, to: one/around, by: [officer]}
              - {event: turn, label: Vòng, from: one/around, to: one/about, by: [officer]}
              - {event: return, label: Vòng, from: one/about, to: one/around, by: [officer]}
              - {event: step, label: Bước, from: one/start, to: one/before-trap, by: [officer]}
              - {event: fall, label: Rơi, from: one/before-trap, to: one/trap, by: [officer]}
              - {event: reopen, label: Mở lại, from: one/over, to: one/reopened, by: [officer]}  # <- leaves-end
            """,
            life: nil
        )
    }

    @Test func smallMachines() throws {
        try expectMarked(
            """
            transitions:
              - event: note
                label: Ghi
                from: ordering/*
                by: [officer]
                effects: [{open: {machine: report}}, {close: {machine: report, in: [expected], to: dropped}}]
            machines:
              report:
                label: Báo cáo
                initial: expected
                states:
                  expected: {label: Chờ}
                  dropped: {label: Bỏ, end: cancelled}
                transitions: []
              dossier:  # <- never-opened
                label: Hồ sơ
                initial: received
                states: {received: {label: Đã nhận}, valid: {label: Hợp lệ, end: completed}}
                transitions: [{event: accept, label: Nhận, from: received, to: valid, by: [officer]}]
            """
        )
    }

    @Test func waitingWithoutAClock() throws {
        try expectMarked(
            """
            stages:
              - stage: one
                label: Một
                states:
                  start: {label: Đầu}  # <- no-deadline
                  timed: {label: Có thời hạn}
                  still-timed: {label: Vẫn chạy}
                  stopped: {label: Đã dừng}  # <- no-deadline
                  asleep: {label: Tạm dừng}  # <- no-deadline
                  over: {label: Xong, end: completed}
            initial: one/start
            transitions:
              - {event: begin, label: Bắt đầu, from: one/start, to: one/timed, by: [officer]}
              - {event: go-on, label: Tiếp, from: one/timed, to: one/still-timed, by: [officer]}
              - {event: sleep, label: Ngủ, from: one/still-timed, to: one/asleep, by: [officer]}
              - {event: stop, label: Dừng, from: one/asleep, to: one/stopped, by: [officer]}
              - {event: end, label: Xong, from: one/stopped, to: one/over, by: [officer]}
            deadlines:
              T-1:
                label: Hạn
                starts: [{on: begin}]
                stops: [stop]
                suspended-in: [one/asleep]
                term: 1 month
                owner: officer
                passing: [{at: due, flag: late, label: Chậm}]
                basis: Điều 1
                standing: model
            """,
            life: nil
        )
    }

    @Test func smallMachinesTimedByTheTask() throws {
        try expectMarked(
            """
            transitions:
              - {event: call, label: Gọi, from: ordering/*, by: [officer], effects: [{open: {machine: dossier}}, {open: {machine: report}}]}
            deadlines:
              T-3:
                label: Hạn chung
                starts: [{on: call}]
                stops: [dossier/accept]
                term: 1 month
                owner: officer
                passing: [{at: due, flag: late, label: Chậm}]
                basis: Điều 1
                standing: model
              T-4:
                label: Hạn xét
                starts: [{on: report/check}]
                stops: [report/accept]
                term: 1 month
                owner: officer
                passing: [{at: due, flag: late, label: Chậm}]
                basis: Điều 1
                standing: model
            machines:
              dossier:
                label: Hồ sơ
                initial: received
                states:
                  received: {label: Đã nhận}
                  valid: {label: Hợp lệ}  # <- no-deadline
                  kept: {label: Lưu, end: completed}
                transitions:
                  - {event: accept, label: Nhận, from: received, to: valid, by: [officer]}
                  - {event: keep, label: Lưu, from: valid, to: kept, by: [officer]}
              report:
                label: Báo cáo
                initial: expected
                states:
                  expected: {label: Chờ}
                  checked: {label: Đang xét}
                  accepted: {label: Nhận, end: completed}
                transitions:
                  - {event: check, label: Xét, from: expected, to: checked, by: [officer]}
                  - {event: accept, label: Nhận, from: checked, to: accepted, by: [officer]}
            """
        )
    }

    @Test func documentsThatCameBefore() throws {
        try expectMarked(
            """
            transitions:
              - event: approve
                label: Duyệt
                from: ordering/screened
                to: closed/done
                by: [officer]
                documents: [B-2]
                requires:
                  - {id: with-this, documents: [B-2]}
                  - {id: before, documents: [A-1]}
              - event: check
                label: Kiểm tra
                from: ordering/proposed
                by: [officer]
                requires:
                  - {id: too-early, documents: [A-1]}  # <- never-attached
            """
        )
    }

    @Test func documentsThatSomeWayLeavesOut() throws {
        try expectMarked(
            """
            transitions:
              - {event: skip, label: Bỏ qua, from: ordering/proposed, to: ordering/screened, by: [officer]}
              - event: decide
                label: Quyết định
                from: ordering/screened
                to: closed/done
                by: [officer]
                documents: [B-2]
                requires:
                  - {id: form, documents: [A-1]}  # <- not-on-every-path
                  - {id: own, documents: [B-2]}
            """
        )
    }

    @Test func documentsAttachedWhileWaiting() throws {
        try expectMarked(
            """
            transitions:
              - {event: note, label: Ghi, from: ordering/screened, by: [officer], documents: [B-2]}
              - event: decide
                label: Quyết định
                from: ordering/screened
                to: closed/done
                by: [officer]
                requires: [{id: both, documents: [A-1, B-2]}]
            """
        )
    }

    @Test func waysNobodyTakes() throws {
        try expectMarked(
            """
            roles:
              ghost: {label: Không ai}  # <- no-holder
            stages:
              - stage: one
                label: Một
                states:
                  start: {label: Đầu}
                  held: {label: Giữ}  # <- unleavable
                  round: {label: Vòng}  # <- unleavable
                  timed: {label: Có hạn}
                  over: {label: Xong, end: completed}
            initial: one/start
            transitions:
              - {event: end, label: Xong, from: one/start, to: one/over, by: [officer]}
              - {event: hold, label: Giữ, from: one/start, to: one/held, by: [officer]}
              - {event: turn, label: Vòng, from: one/held, to: one/round, by: [officer]}
              - {event: back, label: Vòng, from: one/round, to: one/held, by: [officer]}
              - {event: free, label: Thả, from: one/held, to: one/over, by: [system, ghost]}
              - {event: wait, label: Chờ, from: one/start, to: one/timed, by: [officer]}
              - {event: expire, label: Hết hạn, from: one/timed, to: one/over, by: [system], requires: [{id: over, deadline-passed: T-1}]}
            deadlines:
              T-1:
                label: Hạn
                starts: [{on: wait}]
                stops: [expire]
                term: 1 month
                owner: officer
                passing: [{at: due, fire: expire}]
                basis: Điều 1
                standing: model
            """,
            life: nil
        )
    }

    @Test func entriesFromOtherRegimes() throws {
        try expectMarked(
            """
            stages:
              - stage: one
                label: Một
                states:
                  start: {label: Đầu}
                  moved: {label: Chuyển đến}
                  lonely: {label: Không tới được}  # <- unreachable-state
                  over: {label: Xong, end: completed}
            initial: one/start
            entries:
              one/moved:
              one/nowhere: {machines: [dossier]}  # <- unknown-state unknown-machine
            transitions:
              - {event: end, label: Xong, from: "*", to: one/over, by: [officer]}
            """,
            life: nil
        )
    }
}
