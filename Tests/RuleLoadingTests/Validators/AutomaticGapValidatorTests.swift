import RuleLoading
import Testing

/// Twins of the validators that look at what clocks fire, and at requirements that can never hold.
@Suite struct AutomaticGapValidatorTests {
    private func life(_ transitions: String, stops: String = "[expire, finish]", mark: String = "") -> String {
        """
        transitions:
        \(transitions)
        deadlines:
          T-3:
            label: Hết hạn
            starts: [{on: screen}]
            stops: \(stops)
            term: 1 month
            owner: officer
            passing:
              - {at: due, fire: expire}\(mark)
            basis: Điều 3
            standing: model
        """
    }

    private func way(_ clause: String, to: String = "closed/done") -> String {
        """
          - event: expire
            label: Hết hạn
            from: ordering/screened
            to: \(to)
            by: [system, officer]
            requires: [{id: case, that: '\(clause.replacing("'", with: "''"))', else: Không}]

        """
    }

    @Test(arguments: [
        ("score.good", "!score.good"),
        ("task.route == 'direct'", "task.route == 'selection'"),
        ("score.mean >= param.pass_mark", "score.mean < param.pass_mark"),
        ("deadlines.T_3.passed && score.good", "!score.good && deadlines.T_3.passed"),
        ("deadlines.T_3.passed && score.good && true", "deadlines.T_3.passed && !score.good"),
    ])
    func covered(first: String, second: String) throws {
        let text = life(way(first) + way(second, to: "closed/dropped"))
        let codes = try RuleFolder(SoundRules.files(["marked.yaml": text])).check("sample").map(\.code)
        #expect(!codes.contains("automatic-gap") && !codes.contains("nowhere-to-fire"))
    }

    @Test(arguments: [
        ("task.route == 'direct'", "task.route == 'selection' && score.good"),
        ("score.mean > param.pass_mark", "score.mean < param.pass_mark"),
    ])
    func gap(first: String, second: String) throws {
        try expectMarked(life(way(first) + way(second, to: "closed/dropped"), mark: "  # <- automatic-gap"))
    }

    @Test func oneWayWithRequirementsOfItsOwn() throws {
        try expectMarked(life(way("score.good"), mark: "  # <- automatic-gap"))
        let sound = life(way("deadlines.T_3.passed"))
        #expect(try !RuleFolder(SoundRules.files(["marked.yaml": sound])).check("sample").map(\.code).contains("automatic-gap"))
    }

    @Test func nowhereToFire() throws {
        let text = life(
            """
              - {event: back, label: Trả lại, from: ordering/screened, to: ordering/proposed, by: [officer]}
              - {event: expire, label: Hết hạn, from: ordering/screened, to: closed/done, by: [system, officer]}
            """,
            mark: "  # <- nowhere-to-fire"
        )
        try expectMarked(text)
    }

    @Test(arguments: [
        "score.good && !score.good",
        "task.route == 'direct' && task.route == 'selection'",
        "task.route == 'direct' && (task.route != 'direct' || score.mean < 1) && score.mean >= 1",
    ])
    func neverPossible(clause: String) throws {
        try expectMarked(
            """
            transitions:
              - event: try
                label: Thử
                from: ordering/proposed
                to: closed/done
                by: [officer]
                requires:
                  - {id: a, that: "\(clause)", else: Không}  # <- never-possible
            """
        )
    }
}
