import Rules
import Testing

/// Twin of the validators of councils and of numbers taken from parameters.
@Suite struct CouncilSeatValidatorTests {
    private static let session = """
        transitions:
          - {event: convene, label: Lập hội đồng, from: ordering/proposed, by: [officer], effects: [{open: {machine: council-session}}]}
        machines:
          council-session:
            label: Phiên họp
            initial: formed
            facts:
              kind: {type: choice, label: Loại, choices: {selection: Tuyển chọn}}KIND
            states: {formed: {label: Lập}, over: {label: Xong, end: completed}}
            transitions: [{event: conclude, label: Kết luận, from: formed, to: over, by: [officer]}]
        parameters:
          least: {label: Ít nhất, value: 5, unit: people, basis: Điều 1, standing: model}
          most: {label: Nhiều nhất, value: 9, unit: people, basis: Điều 1, standing: model}
          reviewers: {label: Phản biện, value: 2, unit: people, basis: Điều 1, standing: model}
          quorum: {label: Có mặt, value: 2/3, unit: fraction, basis: Điều 1, standing: model}
          more-than-all: {label: Có mặt, value: 4/3, unit: fraction, basis: Điều 1, standing: model}

        """.replacing("more-than-all", with: "beyond")

    private func rules(_ council: String, kind: String = "") -> String {
        Self.session.replacing("KIND", with: kind) + "councils:\n" + council
    }

    @Test func sound() throws {
        try expectMarked(
            rules(
                "  selection: {members: {least: param.least, most: param.most}, quorum: param.quorum, seats: {chair: 1, reviewers: param.reviewers}}"
            )
        )
    }

    @Test func numbersThatCannotGoTogether() throws {
        try expectMarked(
            rules(
                """
                  selection:
                    members: {least: param.most, most: 5}  # <- council-size
                    quorum: param.beyond  # <- quorum-unmet
                    seats: {chair: 1, reviewers: 9}  # <- too-many-seats
                """
            )
        )
    }

    @Test func aNumberThatCannotBeReadIsNotAddedUp() throws {
        try expectMarked(
            rules(
                """
                  selection:
                    members: {least: nine, most: 0}  # <- wrong-type
                    quorum: param.quorum
                    seats: {chair: 1, reviewers: 9}
                """
            )
        )
    }

    @Test func namesThatAreNotThere() throws {
        try expectMarked(
            rules(
                """
                  selection:
                    members: {least: param.leest, most: param.quorum}  # <- unknown-parameter wrong-unit
                    quorum: param.least  # <- wrong-unit
                    seats: {reviewers: param.reviewer}  # <- unknown-parameter
                  acceptance: {members: {least: 5, most: 7}, quorum: param.nothing}  # <- unknown-value unknown-parameter
                """
            )
        )
    }

    @Test func wrongShapes() throws {
        try expectMarked(
            rules(
                """
                  selection:
                    members: {least: many, most: 7}  # <- wrong-type
                    quorum: 2/3  # <- wrong-type
                    place: Hanoi  # <- unknown-key
                """
            )
        )
    }

    @Test func undeclared() throws {
        try expectMarked(
            Self.session.replacing("KIND", with: "  # <- undeclared-council")
        )
    }

    @Test func countsOfSchedules() throws {
        let machine = """
            machines:
              report:
                label: Báo cáo
                initial: expected
                facts: {period: {type: int, label: Kỳ}}
                states: {expected: {label: Chờ}, in: {label: Xong, end: completed}}
                transitions: [{event: take, label: Nhận, from: expected, to: in, by: [officer]}]
            parameters:
              reports: {label: Số kỳ, value: 3, unit: times, basis: Điều 1, standing: model}
              share: {label: Tỷ lệ, value: 1/2, unit: fraction, basis: Điều 1, standing: model}
            transitions:
              - event: plan
                label: Lập lịch
                from: ordering/screened
                by: [officer]
                effects:
                  - open: {machine: report, every: 12 months, from: score.on, count: param.COUNT}MARK
            """
        try expectMarked(machine.replacing("COUNT", with: "reprts").replacing("MARK", with: "  # <- unknown-parameter"))
        try expectMarked(machine.replacing("COUNT", with: "share").replacing("MARK", with: "  # <- wrong-unit"))
        let sound = machine.replacing("COUNT", with: "reports").replacing("MARK", with: "")
        let regime = try RuleFolder(SoundRules.files(["more.yaml": sound])).load()
        let schedule = regime.task.transitions.flatMap(\.effects).compactMap { effect in
            if case .open(_, let schedule, _) = effect { schedule } else { nil }
        }
        #expect(schedule.first?.count == 3)
        #expect(schedule.first?.countParameter == "reports")
    }
}
