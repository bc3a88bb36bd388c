import LifecycleModel
import RuleLoading
import Rules
import Testing

/// Twin of the validator of ballots and decisions, and of how councils are read.
@Suite struct CouncilBallotValidatorTests {
    private static let numbers = """
        parameters:
          quorum: {label: Có mặt, value: 2/3, unit: fraction, basis: Điều 1, standing: model}
          step: {label: Bước điểm, value: 1, unit: points, basis: Điều 1, standing: model}
          deviation: {label: Chênh lệch, value: 20, unit: percent, basis: Điều 1, standing: model}
          pass: {label: Điểm đạt, value: 70, unit: points, basis: Điều 1, standing: model}
        councils:
          selection:
            members: {least: 7, most: 9}
            quorum: param.quorum

        """

    private func expect(_ rest: String, location: SourceLocation = #_sourceLocation) throws {
        let indented = rest.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }.joined(separator: "\n")
        try expectMarked(Self.numbers + indented, location: location)
    }

    @Test func sound() throws {
        try expect(
            """
            composition: {chair: 1, deputy: 1, reviewers: 2, secretary: 1}
            seats: {chair: 1, reviewers: 2}
            deputy-authority: true
            papers: T-1
            modes: [online]
            absence: mailed-ballot
            conflicts: [{ground: relative, of: [investigator], seats: [chair], basis: Điều 8.2}]
            ballots:
              points:
                label: Phiếu
                form: A-1
                scores: [{id: content, label: Nội dung, points: 100, decides-ties: true}]
                step: param.step
                basis: Điều 12
                standing: model
            decision: {scores: {pass: param.pass, deviation: param.deviation, ties: [deciding-criteria]}, basis: Điều 11}
            """
        )
    }

    @Test func whatDoesNotFit() throws {
        try expect(
            """
            composition: {chair: 1, reviewers: 9}  # <- too-many-seats
            seats: {chair: 1, secretary: 1}  # <- seat-not-held
            papers: T-9  # <- unknown-deadline
            ballots:
              points:
                label: Phiếu
                form: Z-9  # <- unknown-form
                scores:
                  - {id: content, label: Nội dung, points: 0}  # <- no-points
                  - {id: content, label: Năng lực, points: 9}  # <- duplicate-name
                step: param.quorum
                basis: Điều 12
                standing: model
              empty: {label: Phiếu, items: [], basis: Điều 12, standing: model}  # <- ballot-empty
              double:
                label: Phiếu
                ratings:
                  quality: [{id: q, label: Chất lượng}]
                  quantity: [{id: q, label: Số lượng}]  # <- duplicate-name
                  quantity-share: param.step  # <- wrong-unit
                basis: Điều 13
                standing: model
            decision:
              scores: {pass: param.deviation, ties: [deciding-criteria]}  # <- wrong-unit unused-tie-break
              basis: Điều 11
            """
        )
    }

    @Test func decisionWithoutABallot() throws {
        try expect(
            """
            ballots:
              paper: {label: Phiếu, choice: true, basis: Điều 12, standing: model}
            decision: {scores: {pass: param.pass}, basis: Điều 11}  # <- ballot-decision
            decision-among-several: {votes: {share: param.quorum, reach: over, among: present}, basis: Điều 11}
            """
        )
    }

    @Test func articlesAndLabels() throws {
        try expect(
            """
            conflicts:
              - {ground: sanction}  # <- missing-basis
            ballots:
              paper: {label: {en: Ballot}, choice: true, standing: assumed}  # <- missing-basis missing-label assumed-number
              items:
                label: Phiếu
                items: [{id: need}]  # <- missing-label
                basis: Điều 12
                standing: model
            decision: {collective: true}  # <- missing-basis
            """
        )
    }

    @Test func wrongWords() throws {
        try expect(
            """
            composition: {chairman: 1}  # <- unknown-value
            modes: [by-post]  # <- unknown-value
            absence: proxy  # <- unknown-value
            deputy-authority: maybe  # <- wrong-type
            conflicts: [{ground: friend, basis: Điều 8}]  # <- unknown-value
            ballots:
              paper:
                label: Phiếu
                choice: false  # <- wrong-type
                step: param.step  # <- unexpected-key
                basis: Điều 12
                standing: model
              both: {label: Phiếu, choice: true, items: [], basis: Điều 12, standing: model}  # <- unexpected-key
              none: {label: Phiếu, basis: Điều 12, standing: model}  # <- missing-key
            decision: {votes: {share: 1/2, reach: above, among: present}, basis: Điều 11}  # <- wrong-type unknown-value
            """
        )
    }

    @Test func hintsForSlips() throws {
        let text = Self.numbers + "    composition: {chairs: 1}\n"
        let diagnostics = try RuleFolder(SoundRules.files(["marked.yaml": text])).check("sample")
        let fault = try #require(diagnostics.first { $0.code == "unknown-value" })
        #expect(fault.hint?.vi.contains("chair") == true)
        #expect(fault.line == 10)
        #expect(fault.column == 19)
    }
}
