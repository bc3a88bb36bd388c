import Foundation
import RuleLoading
import Rules
import Scenarios
import WorkingCalendar

/// A small regime with one of everything a scenario can look at, and a folder to put scenarios beside it.
final class SmallRules {
    private let path: String

    /// Writes the regime and one scenario file.
    init(scenarios: String) throws {
        path = FileManager.default.temporaryDirectory.appending(path: "scenarios-\(UUID().uuidString)").path
        let files = ["small/regime.yaml": Self.regime, "small/scenarios/told.yaml": scenarios]
        for (name, text) in files {
            let url = URL(filePath: path).appending(path: name)
            try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The regime, compiled.
    func rules() throws -> CompiledRegime {
        try WorkflowLibrary.load(regime: "small", directory: path)
    }

    /// The scenarios, or every fault of their file.
    func suite() throws -> ScenarioSuite {
        let suites = try WorkflowLibrary.scenarios(directory: path, regimes: [rules().regime])
        return suites.first ?? ScenarioSuite(regime: "small", scenarios: [])
    }

    /// The result of playing them; only weekends are off.
    func played(on changed: CompiledRegime? = nil) throws -> SuiteResult {
        run(try suite(), on: try changed ?? rules(), calendar: WorkingCalendar(.empty), measuring: true)
    }

    /// A task registered on Monday 6 January 2025, as the background `opened`.
    static let opened = """
        people:
          an: [officer, chief]
        scenarios:
          - background: opened
            registered: {on: 2025-01-06, with: {task.title: Mẫu}}
            facts: {plan.size: 6, report/note: Đủ, plan.on: same-day}

        """

    private static let regime = """
        regime: small
        version: 1.0.0
        label: {vi: Mẫu, en: Sample}
        roles:
          officer: {label: Chuyên viên, held-by: department}
          chief: {label: Trưởng phòng, held-by: department}
          system: {label: Hệ thống, held-by: system}
        forms:
          A-1: {label: Đề cương}
          B-2: {label: Biên bản}
        parameters:
          size_max: {label: Cỡ tối đa, value: 10, unit: people, basis: Điều 1, standing: binding}
          size_large: {label: Cỡ lớn, value: 5, unit: people, basis: Điều 1, standing: binding}
        facts:
          task:
            title: {type: text, label: Tên}
            proposed_on: {type: date, label: Ngày đề xuất}
            level: {type: choice, label: Cấp, choices: {province: Cấp tỉnh}}
            kind: {type: choice, label: Loại, choices: {topic: Đề tài}}
            field: {type: choice, label: Lĩnh vực, choices: {engineering: Kỹ thuật}}
            programme: {type: programme, label: Chương trình}
            route: {type: choice, label: Đường, choices: {selection: Tuyển chọn}}
            host: {type: organisation, label: Chủ trì}
            investigator: {type: person, label: Chủ nhiệm}
            orderer: {type: organisation, label: Đặt hàng}
            state_money: {type: dong, label: Ngân sách}
            counterpart_money: {type: dong, label: Đối ứng}
            months: {type: int, label: Số tháng}
          plan:
            size: {type: int, label: Cỡ}
            double: {type: int, label: Gấp đôi}
            note: {type: text, label: Ghi chú}
            on: {type: date, label: Ngày}
        stages:
          - stage: work
            label: Thực hiện
            states:
              proposed: {label: Đã đề xuất}
              running: {label: Đang làm}
              paused: {label: Tạm dừng}
              done: {label: Xong, end: completed}
              dropped: {label: Bỏ, end: withdrawn}
        initial: work/proposed
        transitions:
          - event: start
            label: Bắt đầu
            from: work/proposed
            to: work/running
            by: [officer]
            records: [plan.size, plan.on, "plan.note?"]
            documents: [A-1]
            requires:
              - {id: not-too-big, that: plan.size <= param.size_max, else: Quá lớn}
              - {id: host-free, no-bar: host}
              - {id: noted, that: 'plan.size != param.size_max || plan.note != ""', else: Phải ghi chú}
            effects:
              - set: {plan.double: plan.size + plan.size}
              - open: {machine: report}
              - publish: plans
              - raise: {flag: begun, label: Đã bắt đầu}
            record-within: 30
          - {event: pause, label: Dừng, from: work/running, to: work/paused, by: [officer]}
          - {event: resume, label: Tiếp tục, from: work/paused, to: work/running, by: [officer]}
          - event: close
            label: Kết thúc lớn
            from: work/running
            to: work/done
            by: [chief]
            requires:
              - {id: large, that: plan.size >= param.size_large, else: Nhỏ}
              - {id: somebody-else, separate-from: [start]}
            effects:
              - bar: {party: host, reason: Đã làm, months: 12, basis: Điều 3}
          - event: close
            label: Kết thúc nhỏ
            from: work/running
            to: work/dropped
            by: [chief]
            requires:
              - {id: small, that: plan.size < param.size_large, else: Lớn}
          - {event: expire, label: Quá hạn, from: work/running, to: work/dropped, by: [system], requires: [{id: time-over, deadline-passed: T-2}]}
        deadlines:
          T-1:
            label: Bắt đầu
            starts: [{on: opened}]
            stops: [start]
            term: 10 calendar-days
            owner: officer
            passing: [{at: due, flag: start-late, label: Chậm}]
            basis: Điều 1
            standing: binding
          T-2:
            label: Kết thúc
            starts: [{on: start, from: plan.on}]
            stops: [close, expire]
            suspended-in: [work/paused]
            term: 5 working-days
            grace: 2 calendar-days
            lock: 1 months
            owner: officer
            passing:
              - {at: due, bar: host, reason: Chậm kết thúc}
              - {at: lock, fire: expire}
            basis: Điều 2
            standing: model
        machines:
          report:
            label: Báo cáo
            initial: expected
            facts:
              note: {type: text, label: Nội dung}
            states:
              expected: {label: Chờ}
              overdue: {label: Quá hạn}
              received: {label: Đã nhận, end: completed}
            transitions:
              - {event: receive, label: Nhận, from: [expected, overdue], to: received, by: [officer], records: [this.note], documents: [B-2]}
              - {event: fall-overdue, label: Quá hạn, from: expected, to: overdue, by: [system], requires: [{id: late, deadline-passed: R-1}]}
            deadlines:
              R-1:
                label: Báo cáo
                starts: [{on: opened}]
                stops: [receive]
                term: 20 calendar-days
                owner: officer
                passing: [{at: due, fire: fall-overdue}]
                basis: Điều 4
                standing: model

        """
}
