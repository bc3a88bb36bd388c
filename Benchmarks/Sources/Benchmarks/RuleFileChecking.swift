import Rules
import Foundation
import RuleLoading

/// A rule file of a hundred states, made up, read and checked from its text.
struct RuleFileChecking {
    private static let states = 100

    func figures() throws -> [Figure] {
        try Places.withFolder { folder in
            try write(in: folder)
            let diagnostics = WorkflowLibrary.check(directory: folder, regime: "large")
            let errors = diagnostics.filter { $0.severity == .error }
            guard errors.isEmpty else { throw Processes.Failure(message: "the made-up rule file: \(errors.prefix(3))") }
            let rate = Timing.perSecond(1) { _ = WorkflowLibrary.check(directory: folder, regime: "large") }
            return [
                Figure(
                    id: "rule-file",
                    name: "a rule file of \(Self.states) states and \(Self.states * 2 - 1) transitions, read and checked",
                    value: 1000 / rate,
                    unit: "ms"
                )
            ]
        }
    }

    /// A road through all states, each with a way out at its side, a guard, a recorded fact and a document.
    private func write(in folder: String) throws {
        var states = ""
        var transitions = ""
        for number in 0..<Self.states {
            let end = number == Self.states - 1 ? ", end: completed" : ""
            states += "      s\(number): {label: {vi: Bước \(number), en: Step \(number)}\(end)}\n"
            guard number < Self.states - 1 else { continue }
            transitions += """
                  - event: step-\(number)
                    label: {vi: Sang bước \(number + 1), en: To step \(number + 1)}
                    from: road/s\(number)
                    to: road/s\(number + 1)
                    by: [officer]
                    records: [work.score]
                    documents: [QĐ-1]
                    basis: "Điều \(number)"
                    requires:
                      - {id: enough, that: work.score >= param.pass_mark && work.score <= 100, else: {vi: Chưa đủ điểm, en: Not enough}, basis: "Điều \(number)", cure: [officer]}
                      - {id: apart, separate-from: [open-\(number)], else: {vi: Phải là người khác, en: Must be another}, basis: "Điều \(number)", cure: [officer]}
                  - {event: open-\(number), label: {vi: Mở bước \(number), en: Open \(number)}, from: road/s\(number), by: [officer], basis: "Điều \(number)"}

                """
        }
        let regime = """
            regime: large
            version: 1.0.0
            label: {vi: Tệp lớn, en: Large}
            roles:
              officer: {label: {vi: Chuyên viên, en: Officer}, held-by: department}
            facts:
              task:
                title: {type: text, label: {vi: Tên, en: Title}}
                proposed_on: {type: date, label: {vi: Ngày đề xuất, en: Proposed on}}
                level: {type: choice, label: {vi: Cấp, en: Level}, choices: {province: {vi: Cấp tỉnh, en: Province}}}
                kind: {type: choice, label: {vi: Loại hình, en: Kind}, choices: {topic: {vi: Đề tài, en: Topic}}}
                field: {type: choice, label: {vi: Lĩnh vực, en: Field}, choices: {agriculture: {vi: Nông nghiệp, en: Agriculture}}}
                programme: {type: programme, label: {vi: Chương trình, en: Programme}}
                route: {type: choice, label: {vi: Phương thức, en: Route}, choices: {selection: {vi: Tuyển chọn, en: Selection}}}
                host: {type: organisation, label: {vi: Tổ chức chủ trì, en: Host}}
                investigator: {type: person, label: {vi: Chủ nhiệm, en: Investigator}}
                orderer: {type: organisation, label: {vi: Đơn vị đặt hàng, en: Orderer}}
                state_money: {type: dong, label: {vi: Kinh phí ngân sách, en: State money}}
                counterpart_money: {type: dong, label: {vi: Kinh phí đối ứng, en: Counterpart money}}
                months: {type: int, label: {vi: Số tháng, en: Months}}
              work:
                score: {type: int, label: {vi: Điểm, en: Score}}
            parameters:
              pass_mark: {label: {vi: Điểm đạt, en: Pass mark}, value: 70, unit: points, basis: Điều 1, standing: assumed}
            forms:
              QĐ-1: {label: {vi: Quyết định, en: Decision}, basis: Điều 1}
            stages:
              - stage: road
                label: {vi: Đường đi, en: Road}
                states:
            \(states)initial: road/s0
            transitions:
            \(transitions)
            """
        try FileManager.default.createDirectory(atPath: "\(folder)/large", withIntermediateDirectories: true)
        try regime.write(toFile: "\(folder)/large/regime.yaml", atomically: true, encoding: .utf8)
        try "choose:\n  - {regime: large, when: 'true', basis: Điều 1}\n".write(
            toFile: "\(folder)/regimes.yaml",
            atomically: true,
            encoding: .utf8
        )
    }
}
