import Foundation
import LifecycleModel
import Proofs
import RuleLoading
import Rules
import Testing

/// A life with a return way, a small machine, facts, flags and a clock, about which claims are proved or broken.
private let life = """
    stages:
      - stage: ordering
        label: Đặt hàng
        states:
          proposed: {label: Đã đề xuất}
          judged: {label: Đã chấm}
      - stage: work
        label: Thực hiện
        states:
          running: {label: Đang làm}
          checked: {label: Đã kiểm tra}
      - stage: closed
        label: Kết thúc
        states:
          done: {label: Xong, end: completed}
          dropped: {label: Đã rút, end: withdrawn}
          failed: {label: Không đạt, end: failed}
    initial: ordering/proposed
    entries: {work/checked: {machines: [report]}}
    facts:
      work:
        mode: {type: choice, label: Cách, choices: {whole: Toàn phần, part: Từng phần}}
        rating: {type: choice, label: Xếp loại, choices: {good: Tốt, fair: Khá, bad: Kém}}
        money: {type: dong, label: Tiền}
        most: {type: dong, label: Tiền tối đa}
    transitions:
      - {event: judge, label: Chấm, from: ordering/proposed, to: ordering/judged, by: [officer], records: [score.good, "score.mean?"], documents: [A-1]}
      - {event: send-back, label: Trả lại, from: ordering/judged, to: ordering/proposed, by: [officer]}
      - event: start
        label: Giao
        from: ordering/judged
        to: work/running
        by: [officer]
        records: [work.mode, work.money, work.most]
        requires:
          - {id: good, that: score.good, else: Không}
          - {id: within, amount: {of: work.money, at-most: work.most}}
          - {id: whole-needs-mean, that: 'work.mode == "part" || has(score.mean)', else: Không}
        effects:
          - open: {machine: report}
      - event: plan-more
        label: Thêm báo cáo
        from: work/running
        by: [officer]
        effects: [{open: {machine: report, every: 6 months, from: score.on, until: task.proposed_on}}]
      - {event: warn, label: Cảnh báo, from: work/running, by: [officer], effects: [{raise: {flag: warned, label: Cảnh báo}}]}
      - {event: forgive, label: Bỏ cảnh báo, from: work/running, by: [officer], effects: [{clear: warned}]}
      - event: check
        label: Kiểm tra
        from: work/running
        to: work/checked
        by: [officer]
        records: [work.rating]
        requires:
          - {id: reports-in, machines: {machine: report, none: [expected]}, else: Không}
          - {id: not-warned, that: '!("warned" in flags)', else: Không}
      - event: close
        label: Đóng
        from: work/checked
        to: closed/done
        by: [officer]
        requires: [{id: not-bad, that: 'work.rating in ["good", "fair"]', else: Không}]
      - event: close
        label: Đóng, không đạt
        from: work/checked
        to: closed/failed
        by: [officer]
        requires: [{id: bad, that: 'work.rating == "bad"', else: Không}]
      - {event: withdraw, label: Rút, from: ordering/*, to: closed/dropped, by: [officer]}
    machines:
      report:
        label: Báo cáo
        initial: expected
        facts: {period: {type: int, label: Kỳ}, kind: {type: choice, label: Loại, choices: {a: A, b: B}}}
        states: {expected: {label: Chờ}, read: {label: Đã đọc}, in: {label: Đã nhận, end: completed}}
        transitions:
          - {event: read, label: Đọc, from: expected, to: read, by: [officer], records: [this.kind], effects: [{set: {work.mode: '"part"'}}]}
          - {event: receive, label: Nhận, from: [expected, read], to: in, by: [officer]}
    deadlines:
      T-1:
        label: Làm
        starts: [{on: start}]
        stops: [check]
        term: 10 working-days
        owner: officer
        passing: [{at: due, flag: work-late, label: Chậm}]
        basis: Điều 1
        standing: binding

    """

/// What came out of one claim about that life.
private func result(_ claim: String, entries: Bool = false) throws -> InvariantResult {
    let text = (entries ? life : life.replacing("entries: {work/checked: {machines: [report]}}\n", with: ""))
    let folder = try RuleFolder(
        SoundRules.files(["life.yaml": text, "claim.yaml": "invariants:\n  claim:\n    label: Điều phải đúng\n    \(claim)\n"], life: nil)
    )
    let examination = WorkflowLibrary.examine(directory: folder.path, regime: "sample")
    let others = examination.diagnostics.filter { $0.severity == .error && !$0.code.hasSuffix("-invariant") }
    #expect(others.isEmpty, "\(others.map { $0.text(in: .en) })")
    let result = try #require(examination.proofs["sample"]?.first)
    #expect(examination.diagnostics.contains { $0.code.hasSuffix("-invariant") && $0.severity == .error } == !result.isProved)
    return result
}

/// The events of a counterexample; nil when the claim was proved.
private func events(_ result: InvariantResult) -> [String]? {
    switch result.verdict {
    case .proved: nil
    case .broken(let example): example.steps.map { $0.machine == "task" ? $0.event : "\($0.machine)/\($0.event)" }
    case .undecided: ["?"]
    }
}

@Suite struct InvariantProofTests {
    @Test(arguments: [
        "never: {event: start}\n    before: {event: judge}",
        "never: {state: closed/done}\n    before: {event: check}",
        "never: {ends: [completed, failed]}\n    before: {state: [work/*]}",
        "never: {event: report/receive}\n    before: {event: start}",
        "never: {event: judge}\n    after: {event: start}",
        "never: {event: start}\n    after: {event: send-back}\n    until: {event: judge}",
        "once: {event: start}",
        "never-both: [{event: withdraw}, {event: start}]",
        "never-both: [{ends: failed}, {ends: completed}]",
        "every: {event: start}\n    brings: {opens: report}",
        "every: {event: start}\n    brings: {starts: T-1}",
        "every: {state: work/running}\n    brings: {changes: work.mode}",
        "never: {changes: work.money}\n    after: {event: start}",
        "always: score.good\n    in: [work/*, closed/done]",
        "always: work.rating == \"bad\"\n    in: [closed/failed]",
        "never: {event: start}\n    when: work.money > work.most",
        "never: {event: start}\n    when: work.mode == \"whole\" && !has(score.mean)",
        "never: {event: start}\n    unless: score.good",
        "never: {ends: completed}\n    unless: work.rating != \"bad\"",
        "never: {event: check}\n    when: '\"warned\" in flags'",
        "never: {event: check}\n    when: machines.report.exists(r, r.state == \"expected\")",
        "never: {event: check}\n    unless: machines.report.all(r, r.state in [\"read\", \"in\"])",
        "never: {event: start}\n    unless: '\"A-1\" in documents'",
        "never: {event: close}\n    unless: '\"check\" in fired'",
        "of: report\n    always: this.kind in [\"a\", \"b\"]\n    in: [read]",
        "of: report\n    never: {ends: completed}\n    after: {ends: completed}",
    ])
    func proved(claim: String) throws {
        let result = try result(claim)
        #expect(events(result) == nil)
        #expect(result.explored > 0)
    }

    @Test(arguments: [
        ("never: {event: start}\n    before: {event: send-back}", ["judge", "start"]),
        ("never: {event: judge}\n    after: {event: send-back}", ["judge", "send-back", "judge"]),
        ("once: {event: judge}", ["judge", "send-back", "judge"]),
        ("never: {event: withdraw}", ["withdraw"]),
        ("never-both: [{event: send-back}, {event: withdraw}]", ["judge", "send-back", "withdraw"]),
        // A schedule until a date may open nothing.
        ("every: {event: plan-more}\n    brings: {opens: report}", ["judge", "start", "plan-more"]),
        ("every: {event: judge}\n    brings: {changes: score.mean}", ["judge"]),
        // Reading a report changes the mode.
        ("never: {changes: work.mode}\n    after: {event: start}", ["judge", "start", "report/read"]),
        ("never: {event: report/receive}\n    after: {event: start}", ["judge", "start", "report/receive"]),
        // The report must be out of the way before the task can be checked.
        ("never: {event: check}", ["judge", "start", "report/read", "check"]),
        ("always: work.rating != \"bad\"\n    in: [work/checked]", ["judge", "start", "report/read", "check"]),
        ("never: {event: start}\n    when: work.money > task.state_money", ["judge", "start"]),
        ("never: {event: start}\n    unless: has(score.on)", ["judge", "start"]),
        ("never: {event: forgive}\n    when: '\"warned\" in flags'", ["judge", "start", "warn", "forgive"]),
        ("never: {event: withdraw}\n    unless: '\"judge\" in fired'", ["withdraw"]),
        ("never: {state: ordering/proposed}", []),
        ("of: report\n    never: {state: in}\n    before: {event: read}", ["report/receive"]),
    ])
    func broken(claim: String, way: [String]) throws {
        #expect(events(try result(claim)) == way)
    }

    @Test func whatComesFromAnotherRegimeCounts() throws {
        let claim = "never: {ends: completed}\n    before: {event: start}"
        #expect(events(try result(claim)) == nil)
        #expect(events(try result(claim, entries: true)) == ["close"])
        // It may bring a report along, but its rating must still be good enough.
        #expect(events(try result("never: {event: report/receive}\n    before: {event: start}", entries: true)) == ["report/receive"])
        #expect(events(try result("always: work.rating != \"bad\"\n    in: [closed/done]", entries: true)) == nil)
    }

    @Test func numbersInAStandingConditionAreNotDecided() throws {
        #expect(events(try result("always: work.money < work.most\n    in: [work/running]")) == ["?"])
    }

    @Test func boundIsSaid() throws {
        let folder = try RuleFolder(
            SoundRules.files(
                ["life.yaml": life, "claim.yaml": "invariants:\n  c: {label: A, never: {event: start}, before: {event: judge}}\n"],
                life: nil
            )
        )
        let compiled = try WorkflowLibrary.load(regime: "sample", directory: folder.path)
        let result = try #require(InvariantProver(compiled, limit: 2).results().first)
        guard case .undecided(let reason) = result.verdict else {
            Issue.record("decided")
            return
        }
        #expect(reason.vi.contains("2"))
        #expect(result.finding?.code == "undecided-invariant")
    }

    @Test func theWayIsTold() throws {
        let result = try result("never: {event: check}")
        guard case .broken(let example) = result.verdict else {
            Issue.record("proved")
            return
        }
        #expect(example.line.vi == "Chấm (ordering/judged) → Giao (work/running) → Báo cáo: Đọc → Kiểm tra (work/checked)")
        #expect(example.steps.last?.arrival.vi == "Đã kiểm tra")
        #expect(result.finding?.message.vi.contains("Điều phải đúng") == true)
    }
}

/// Twins of the validators of names and conditions in invariants, and of reading them.
@Suite struct InvariantValidatorTests {
    @Test func namesThatAreNotThere() throws {
        try expectMarked(
            """
            invariants:
              event: {label: A, never: {event: scren}}  # <- unknown-event
              states: {label: A, never: {state: [ordering/proposed, ordering/none]}, before: {event: screen}}  # <- unknown-state
              machine: {label: A, of: report, once: {event: screen}}  # <- unknown-machine
              opened: {label: A, every: {event: screen}, brings: {opens: report}}  # <- unknown-machine
              clock: {label: A, every: {event: screen}, brings: {starts: T-9}}  # <- unknown-deadline
              fact: {label: A, never: {changes: score.meen}, after: {event: screen}}  # <- unknown-fact
              place: {label: A, always: 'true', in: [ordering/nowhere]}  # <- unknown-state
              pattern: {label: A, never: {state: work/*}}  # <- unknown-state
              clause: {label: A, never: {event: screen}, when: score.good && score.meen > 1}  # <- unknown-field
              type: {label: A, never: {event: screen}, unless: score.mean}  # <- type-mismatch
              way: {label: A, never: {ends: finished}}  # <- unknown-value
              unlabelled: {once: {event: screen}}  # <- missing-label
            """
        )
    }

    @Test func shapes() throws {
        try expectMarked(
            """
            invariants:
              nothing: {label: A}  # <- missing-key
              both: {label: A, never: {event: screen}, once: {event: screen}}  # <- unexpected-key
              misplaced: {label: A, once: {event: screen}, before: {event: finish}}  # <- unexpected-key
              spans: {label: A, never: {event: screen}, before: {event: finish}, after: {event: finish}}  # <- unexpected-key
              until: {label: A, never: {event: screen}, until: {event: finish}}  # <- unexpected-key
              provisos: {label: A, never: {event: screen}, when: score.good, unless: score.good}  # <- unexpected-key
              pair: {label: A, never-both: [{event: screen}]}  # <- wrong-type
              brings: {label: A, every: {event: screen}}  # <- missing-key
              kinds: {label: A, once: {event: screen, state: closed/done}}  # <- unexpected-key
              key: {label: A, once: {evnt: screen}}  # <- unknown-key missing-key
            """
        )
    }

    @Test func brokenOnes() throws {
        try expectMarked(
            """
            invariants:
              sound: {label: A, never: {event: finish}, before: {event: screen}}
              broken: {label: A, never: {event: withdraw}, after: {event: screen}}  # <- broken-invariant
              unsure: {label: A, always: score.mean > 1, in: [closed/done]}  # <- undecided-invariant
            """
        )
    }

    @Test func canonicalForm() throws {
        let text = """
            invariants:
              a: {label: {vi: A, en: B}, basis: Điều 1, never: {event: [finish]}, before: {event: screen}}
              b: {label: A, never: {changes: score.mean}, after: {state: ordering/*}, until: {event: withdraw}, when: score.good}
              c: {label: A, never: {event: withdraw}, unless: '!score.good || score.good'}
              d: {label: A, once: {ends: [completed, withdrawn]}}
              e: {label: A, never-both: [{event: withdraw}, {event: finish}]}
              f: {label: A, always: 'true', in: ["*"]}
              g: {label: A, every: {event: screen}, brings: {starts: T-2}}
            """
        let folder = try RuleFolder(SoundRules.files(["more.yaml": text]))
        let regime = try folder.load()
        #expect(regime.invariants.count == 7)
        #expect(try Regime(canonical: regime.canonicalBytes) == regime)
        guard case .never(_, .after(let on, let off), .when("score.good")) = regime.invariants["b"]?.claim else {
            Issue.record("another claim")
            return
        }
        #expect(on.names == ["ordering/proposed", "ordering/screened"])
        #expect(off?.names == ["withdraw"])
    }
}
