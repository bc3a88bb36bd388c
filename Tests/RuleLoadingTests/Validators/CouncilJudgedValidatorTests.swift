import Testing

/// Twin of the validator of what councils judge and which tasks their ballots are for.
@Suite struct CouncilJudgedValidatorTests {
    private func rules(_ judges: String, for tasks: String = "", votes: String = "") -> String {
        """
        transitions:
          - {event: convene, label: Lập hội đồng, from: ordering/proposed, by: [officer], effects: [{open: {machine: council-session}}, {open: {machine: dossier}}]}
        machines:
          council-session:
            label: Phiên họp
            initial: formed
            facts:
              kind: {type: choice, label: Loại, choices: {selection: Tuyển chọn}}
            states: {formed: {label: Lập}, over: {label: Xong, end: completed}}
            transitions: [{event: conclude, label: Kết luận, from: formed, to: over, by: [officer]}]
          dossier:
            label: Hồ sơ
            initial: valid
            states: {valid: {label: Hợp lệ}, ranked: {label: Đã xét, end: completed}}
            transitions: [{event: rank, label: Chấm điểm, from: valid, to: ranked, by: [officer]}]
        parameters:
          quorum: {label: Có mặt, value: 2/3, unit: fraction, basis: Điều 1, standing: model}
          half: {label: Quá nửa, value: 1/2, unit: fraction, basis: Điều 1, standing: model}
        councils:
          selection:
            members: {least: 5, most: 9}
            quorum: param.quorum
            \(judges)
            ballots:
              vote:
                label: Phiếu
                choice: true
                \(tasks.isEmpty ? "form: null" : tasks)
                basis: Điều 1
                standing: model
            decision: {votes: {share: param.half, reach: over, among: ballots}, basis: Điều 1}

        """.replacing("        form: null\n", with: "")
    }

    @Test func sound() throws {
        try expectMarked(rules("judges: {machine: dossier, in: [valid], scored: rank}", for: "for: [{task.kind: topic}]"))
    }

    @Test(arguments: [
        "judges: {machine: dosier, in: [valid]}  # <- unknown-machine",
        "judges: {machine: dossier, in: [vallid], scored: rank}  # <- unknown-state",
        "judges: {machine: dossier, in: [valid], scored: rankk}  # <- unknown-event",
        "judges: {machine: dossier, in: [valid], in-favour: rank}  # <- one-way-vote",
        "judges: {machine: dossier}  # <- missing-key",
    ])
    func whatIsNotThere(_ judges: String) throws {
        try expectMarked(rules(judges))
    }

    @Test(arguments: [
        "for: [{task.knd: [topic]}]  # <- unknown-fact", "for: [{task.title: [topic]}]  # <- unknown-fact",
        "for: [{task.kind: topc}]  # <- unknown-value", "for: [{task.kind: [topic, topc]}]  # <- unknown-value",
    ])
    func tasksThatCannotBe(_ tasks: String) throws {
        try expectMarked(rules("judges: {machine: dossier, in: [valid], scored: rank}", for: tasks))
    }
}
