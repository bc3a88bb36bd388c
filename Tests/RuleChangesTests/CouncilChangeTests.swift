import Foundation
import LifecycleModel
import RuleChanges
import Rules
import Testing

/// Councils and invariants in `rules diff` and `rules basis`.
@Suite struct CouncilChangeTests {
    private static let plain = """
        parameters:
          quorum: {label: Có mặt, value: 2/3, unit: fraction, basis: "TT 1/2020, Điều 8", standing: model}
          share: {label: Tỷ lệ, value: 3/4, unit: fraction, basis: "TT 1/2020, Điều 9", standing: model}
          step: {label: Bước điểm, value: 1, unit: points, basis: "TT 1/2020, Điều 9", standing: model}
        machines:
          council-session:
            label: {vi: Phiên họp, en: Session}
            initial: formed
            facts: {kind: {type: choice, label: Loại, choices: {selection: Tuyển chọn, rights: Giao quyền}}}
            states: {formed: {label: Lập}, over: {label: Xong, end: completed}}
            transitions: [{event: close-session, label: Kết luận, from: formed, to: over, by: [officer], basis: "TT 1/2020, Điều 8"}]
        transitions:
          - {event: convene, label: Lập hội đồng, from: execution/running, by: [officer], effects: [{open: {machine: council-session, facts: {kind: '"selection"'}}}], basis: "TT 1/2020, Điều 8"}
        councils:
          selection:
            members: {least: 7, most: 9, other-size: "TT 1/2020, Điều 8.8"}
            composition: {chair: 1, reviewers: 2}
            quorum: param.quorum
            seats: {chair: 1}
            modes: [online]
            conflicts: [{ground: sanction, basis: "TT 1/2020, Điều 8.2e"}]
            ballots:
              paper: {label: Phiếu, scores: [{id: a, label: Nội dung, points: 100}], step: param.step, basis: "TT 1/2020, Điều 12", standing: model}
              vote: {label: Biểu quyết, choice: true, basis: "TT 1/2020, Điều 13", standing: model}
            decision: {votes: {share: param.share, reach: over, among: ballots}, basis: "TT 1/2020, Điều 11"}
            basis: "TT 1/2020, Điều 8"
        invariants:
          once-only: {label: {vi: Chỉ phê duyệt một lần, en: One award only}, once: {event: award}, basis: "TT 1/2020, Điều 14"}
        """

    private static func regime(_ text: String = plain) throws -> Regime {
        try Variant.read(["old-law/councils.yaml": text])
    }

    static let edits: [(old: String, new: String, changes: [String])] = [
        ("least: 7", "least: 5", ["councils/selection least"]), ("most: 9", "most: 11", ["councils/selection most"]),
        (", other-size: \"TT 1/2020, Điều 8.8\"", "", ["councils/selection other-size"]),
        ("composition: {chair: 1, reviewers: 2}", "composition: {chair: 1, reviewers: 3}", ["councils/selection composition"]),
        ("seats: {chair: 1}", "seats: {chair: 1, reviewers: 2}", ["councils/selection seats"]),
        ("quorum: param.quorum", "quorum: param.share", ["councils/selection quorum"]),
        ("modes: [online]", "deputy-authority: true\n    modes: [online]", ["councils/selection deputy-authority"]),
        ("modes: [online]", "modes: [online, hybrid]", ["councils/selection modes"]),
        ("modes: [online]", "modes: [online]\n    absence: mailed-ballot", ["councils/selection absence"]),
        ("modes: [online]", "modes: [online]\n    all-reviews: true", ["councils/selection all-reviews"]),
        ("modes: [online]", "modes: [online]\n    papers: NT-1", ["councils/selection papers"]),
        ("modes: [online]", "modes: [online]\n    from-earlier-council: 1", ["councils/selection from-earlier-council"]),
        ("ground: sanction,", "ground: sanction, seats: [chair],", ["councils/selection conflicts"]),
        ("reach: over", "reach: at-least", ["councils/selection decision"]),
        (
            "    basis: \"TT 1/2020, Điều 8\"\ninvariants",
            "    decision-among-several: {votes: {share: param.share, reach: over, among: present}, basis: Điều 1}\n    basis: \"TT 1/2020, Điều 8\"\ninvariants",
            ["councils/selection decision-among-several"]
        ), ("    basis: \"TT 1/2020, Điều 8\"\ninvariants", "    basis: Điều 7\ninvariants", ["councils/selection basis"]),
        ("points: 100", "points: 90", ["councils/selection/ballots/paper marks"]),
        ("{id: a, label: Nội dung,", "{id: a, label: Nội dung khoa học,", ["councils/selection/ballots/paper marks"]),
        ("step: param.step", "step: param.share", ["councils/selection/ballots/paper number"]),
        ("vote: {label: Biểu quyết", "vote: {label: Phiếu biểu quyết", ["councils/selection/ballots/vote label"]),
        ("paper: {label: Phiếu,", "paper: {label: Phiếu, form: QĐ-1,", ["councils/selection/ballots/paper form"]),
        (
            "basis: \"TT 1/2020, Điều 13\", standing: model", "basis: \"TT 1/2020, Điều 13\", standing: binding",
            ["councils/selection/ballots/vote standing"]
        ),
        ("once: {event: award}", "once: {event: accept}", ["invariants/once-only claim"]),
        ("Chỉ phê duyệt một lần", "Phê duyệt đúng một lần", ["invariants/once-only label"]),
        (", basis: \"TT 1/2020, Điều 14\"", "", ["invariants/once-only basis"]),
        // The number of a parameter is a change of the parameter alone.
        ("value: 3/4", "value: 2/3", ["parameters/share value"]),
    ]

    @Test(arguments: edits.indices)
    func oneChange(_ index: Int) throws {
        let edit = Self.edits[index]
        #expect(Self.plain.contains(edit.old))
        let changes = RegimeDifference(from: try Self.regime(), to: try Self.regime(Self.plain.replacing(edit.old, with: edit.new))).changes
        #expect(changes.map { "\($0.path) \($0.aspect?.key ?? $0.kind.rawValue)" } == edit.changes)
        #expect(changes.allSatisfy { !$0.sentence.vi.isEmpty && !$0.sentence.en.isEmpty })
    }

    @Test func wholeCouncilsAndBallots() throws {
        let without = Self.plain.replacing(
            "      vote: {label: Biểu quyết, choice: true, basis: \"TT 1/2020, Điều 13\", standing: model}\n",
            with: "      another: {label: Biểu quyết, choice: true, basis: \"TT 1/2020, Điều 13\", standing: model}\n"
        )
        let changes = RegimeDifference(from: try Self.regime(), to: try Self.regime(without)).changes
        #expect(
            changes.map { "\($0.path) \($0.kind.rawValue)" } == [
                "councils/selection/ballots/another added", "councils/selection/ballots/vote removed",
            ]
        )
        let renamed = RegimeDifference(
            from: try Self.regime(),
            to: try Self.regime(Self.plain.replacing("  selection:\n    members", with: "  rights:\n    members"))
        ).changes
        #expect(renamed.map { "\($0.path) \($0.kind.rawValue)" } == ["councils/rights added", "councils/selection removed"])
        #expect(renamed.first?.new?.text.vi == "thành viên: 7 – 9; có mặt 2/3")
    }

    /// Another name with the same value says the same where the names cannot be shared.
    @Test func sameNumberUnderAnotherName() throws {
        let renamed = Self.plain.replacing("param.share", with: "param.part").replacing("  share: {label", with: "  part: {label")
        let changes = RegimeDifference(from: try Self.regime(), to: try Self.regime(renamed)).changes
        #expect(Set(changes.map(\.part)) == [.parameters])
    }

    @Test func restsOnArticles() throws {
        let rules = BasedRule.all(of: try Self.regime()).filter { [.councils, .invariants].contains($0.part) }
        #expect(
            rules.map { "\($0.path) \($0.basis ?? "")" } == [
                "councils/selection TT 1/2020, Điều 8", "councils/selection/other-size TT 1/2020, Điều 8.8",
                "councils/selection/conflicts/0 TT 1/2020, Điều 8.2e", "councils/selection/decision TT 1/2020, Điều 11",
                "councils/selection/ballots/paper TT 1/2020, Điều 12", "councils/selection/ballots/vote TT 1/2020, Điều 13",
                "invariants/once-only TT 1/2020, Điều 14",
            ]
        )
        #expect(rules.allSatisfy { !$0.needsText && !$0.text.vi.isEmpty })
    }

    /// A place, whether a task there can still meet the council, and the parameter only its decision reads.
    @Test(
        arguments: [
            ("execution/running", [:], true), ("acceptance/accepted", [:], false),
            ("acceptance/accepted", ["council-session": ["formed"]], true),
        ] as [(String, [String: Set<String>], Bool)]
    )
    func reach(_ position: String, _ living: [String: Set<String>], _ isMet: Bool) throws {
        let regime = try Self.regime()
        let rules = BasedRule.all(of: regime)
        let met = RuleReach(regime).met(rules, at: RuleReach.Place(position: position, living: living, clocks: []))
        for path in ["councils/selection", "parameters/share"] {
            #expect(met.contains(try #require(rules.firstIndex { $0.path == path })) == isMet)
        }
        #expect(met.contains(try #require(rules.firstIndex { $0.path == "invariants/once-only" })))
    }
}
