import RuleLoading
import Rules
import Testing

/// What a law says a machine rests on that several laws share.
@Suite struct BasesTests {
    private static let shared = """
        transitions:
          - {event: ask, label: Xin, from: ordering/screened, by: [officer], effects: [{open: {machine: advance}}]}
        machines:
          advance:
            label: Tạm ứng
            initial: requested
            states: {requested: {label: Đã xin}, paid: {label: Đã trả, end: completed}}
            transitions:
              - event: pay
                label: Trả
                from: requested
                to: paid
                by: [officer]
                requires:
                  - {id: good, that: score.good, else: Không, basis: Điều 9}
                  - {id: known, known: [score.on]}
            deadlines:
              XN-1:
                label: Trả tiền
                starts: [{on: opened}]
                stops: [pay]
                term: 20 working-days
                owner: officer
                passing: [{at: due, flag: late, label: Chậm}]
                standing: assumed

        """

    @Test func articlesAreThoseOfTheLaw() throws {
        let bases = """
            bases:
              advance/pay: Điều 13
              advance/pay/good: Điều 13.2
              advance/XN-1: {basis: Điều 13.3, standing: binding}
            """
        let regime = try RuleFolder(SoundRules.files(["more.yaml": Self.shared, "law.yaml": bases])).load()
        let pay = try #require(regime.machines["advance"]?.transitions.first)
        #expect(pay.basis == "Điều 13")
        #expect(pay.requires.map(\.basis) == ["Điều 13.2", nil])
        let term = try #require(regime.machines["advance"]?.deadlines["XN-1"])
        #expect(term.basis == "Điều 13.3" && term.standing == .binding)
    }

    @Test func namesThatAreNotThere() throws {
        try expectMarked(
            Self.shared + """
                bases:
                  advances/pay: Điều 1  # <- unknown-machine
                  advance/payy: Điều 1  # <- unknown-event
                  advance/pay/god: Điều 1  # <- unknown-requirement
                  advance: Điều 1  # <- bad-name unknown-event
                  advance/pay: [Điều 1]  # <- wrong-type
                  advance/XN-2: {basis: Điều 1, standing: binding}  # <- unknown-deadline
                  advance/XN-1: {basis: Điều 1}  # <- missing-key
                """
        )
    }
}
