import LifecycleModel
import RuleLoading
import Rules
import Testing

/// Keys, types and words that the format does not know, each marked on its line.
@Suite struct ShapeFaultTests {
    @Test func keysAndWords() throws {
        try expectMarked(
            """
            lable: x  # <- unknown-key
            roles:
              chair: {label: Chủ tịch, held-by: provinse}  # <- unknown-value
              Chair-Woman: {label: Chủ tịch, held-by: province}  # <- bad-name
              plain: officer  # <- wrong-type
            forms:
              "C 1": {label: Một}  # <- bad-name
            parameters:
              a-b: {label: A, value: 1, unit: points, basis: Điều 1, standing: binding}  # <- bad-name
              a: {label: A, value: one, unit: points, basis: Điều 1, standing: binding}  # <- wrong-type
              b: {label: A, value: "1", unit: points, basis: Điều 1, standing: binding}  # <- wrong-type
              c: {label: A, value: 1, unit: ponts, basis: Điều 1, standing: binding}  # <- unknown-value
              d: {label: A, value: 2/0, unit: fraction, basis: Điều 1, standing: binding}  # <- wrong-type
              e: {label: A, value: 2025-02-30, unit: date, basis: Điều 1, standing: binding}  # <- wrong-type
              f: {label: A, value: yes, unit: flag, basis: Điều 1, standing: binding}  # <- wrong-type
              g: {label: A, value: -1, unit: dong, basis: Điều 1, standing: binding}  # <- wrong-type
              h: {label: A, unit: dong, basis: Điều 1, standing: binding}  # <- missing-key
              i: {label: A, value: 1, unit: dong, basis: Điều 1}  # <- missing-key
              j: {label: A, value: 99999999999999999999, unit: dong, basis: Điều 1, standing: sure}  # <- wrong-type unknown-value
            facts:
              other:
                bad-name: {type: int, label: A}  # <- bad-name
                kind: {type: integer, label: A}  # <- unknown-value
                empty: {type: choice, label: A}  # <- missing-key
                extra: {type: int, label: A, choices: {a: A}}  # <- unexpected-key
              flat: 3  # <- wrong-type
            machines:
              task: {label: Nhiệm vụ, initial: a, states: {a: {label: A}}, transitions: []}  # <- reserved-name
            """
        )
    }

    @Test func transitions() throws {
        try expectMarked(
            """
            transitions:
              - just-a-word  # <- wrong-type
              - event: Note It  # <- bad-name
                label: Ghi
                from: ordering/*
                by: officer  # <- wrong-type
                record-within: soon  # <- wrong-type
                record_within: 3  # <- unknown-key
              - {event: note, label: Ghi, by: [officer]}  # <- missing-key
              - event: note-more
                label: Ghi
                from: [ordering/proposed, ordering/proposed]  # <- duplicate-state
                by: [officer]
                requires:
                  - {id: none, else: Không}  # <- missing-key
                  - {id: two, that: score.good, known: [score.on], else: Không}  # <- unexpected-key
                  - {that: score.good, else: Không}  # <- missing-key
                  - {id: silent, that: score.good}  # <- missing-key
                  - {id: bar, no-bar: hots}  # <- unknown-value
                  - {id: some, machines: {machine: report, every: [a], some: [b]}}  # <- unexpected-key
                  - {id: least, machines: {machine: report, at-least: 2}}  # <- unexpected-key
                  - {id: council, council: {kind: selection}}  # <- missing-key unknown-machine
                effects:
                  - {raise: {flag: a, label: A}, clear: b}  # <- unexpected-key
                  - {explode: now}  # <- unknown-key missing-key
                  - open: {machine: report, every: 6 months, from: score.on}  # <- missing-key unknown-machine
                  - open: {machine: report, every: often, from: score.on, count: 2}  # <- wrong-type unknown-machine
                  - set: {good: "true"}  # <- bad-name unknown-fact
                  - bar: {party: everybody, reason: Chậm}  # <- unknown-value
            """
        )
    }

    @Test func deadlines() throws {
        try expectMarked(
            """
            deadlines:
              "T 3":  # <- bad-name
                label: A
                starts: [{from: score.on}]  # <- missing-key
                stops: [finish]
                term: 30 days  # <- bad-term
                grace: 5  # <- bad-term
                before: maybe  # <- wrong-type
                roll: next-day  # <- unknown-value
                reminders: [-7, soon]  # <- wrong-type
                owner: officer
                passing:
                  - {at: dew, flag: late, label: Chậm}  # <- unknown-value
                  - {at: due}  # <- missing-key
                  - {at: due, fire: withdraw, label: Chậm}  # <- unexpected-key
                  - {at: due, flag: late, bar: host}  # <- unexpected-key
                  - {at: due, bar: secretary, reason: Chậm}  # <- unknown-value
                basis: Điều 1
                standing: model
              T-4: {label: A, starts: [{on: screen}], stops: [finish], owner: officer, passing: [{at: due, flag: b, label: B}], basis: B}  # <- missing-key missing-key
            """
        )
    }

    @Test func identity() throws {
        let base = SoundRules.base.replacing("regime: sample\nversion: 1.0.0\n", with: "regime: simple\nversion: one\n")
        let diagnostics = try RuleFolder(["sample/regime.yaml": base]).check("sample")
        let errors = diagnostics.filter { $0.severity == .error }.map { "\($0.line) \($0.code) \($0.message.en)" }
        #expect(
            errors == [
                "1 missing-key the key ‘initial’ is missing", "1 missing-key the key ‘stages’ is missing",
                "1 missing-key the key ‘transitions’ is missing", "1 wrong-regime the regime ‘simple’ is in the folder ‘sample’",
                "2 bad-version a version is written 1.0.0",
            ]
        )
    }

    @Test func hints() throws {
        let text = """
            transitions:
              - {event: note, label: Ghi, from: ordering/*, by: [oficer], efects: []}
              - {event: note-it, label: {vi: Ghi sổ, tóm tắt}, from: ordering/proposd, by: [officer]}
            """
        let diagnostics = try RuleFolder(SoundRules.files(["bad.yaml": text])).check("sample")
        let hints = Dictionary(
            diagnostics.compactMap { found in found.hint.map { (found.code + "@\(found.line)", $0.en) } },
            uniquingKeysWith: { $1 }
        )
        #expect(hints["unknown-key@2"] == "did you mean ‘effects’?")
        #expect(hints["unknown-role@2"] == "did you mean ‘officer’?")
        #expect(hints["unknown-key@3"] == "inside {…} a text with a comma must be put in quotes")
        #expect(hints["unknown-state@3"] == "did you mean ‘ordering/proposed’?")
    }
}
