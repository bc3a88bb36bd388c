import CanonicalJSON
import Indicators
import LifecycleModel
import Terminal

/// Assigned jobs as a table, for programs, and counted.
struct AssignmentPage {
    private let statuses: [AssignmentStatus]
    private let day: CivilDate

    private static let columns = [
        "number", "content", "heading", "lead", "partners", "product", "due", "due_on", "standing", "overdue", "days_late", "note",
        "reported_on", "reported_by",
    ]

    init(_ statuses: [AssignmentStatus], day: CivilDate) {
        self.statuses = statuses
        self.day = day
    }

    var report: Report {
        let table = Table(
            columns: [
                Table.Column(say("Số", "No."), isWhole: true), Table.Column(say("Nội dung", "Job"), shrinkPriority: 1, minimumWidth: 24),
                Table.Column(say("Chủ trì", "Lead"), shrinkPriority: 2, minimumWidth: 12),
                Table.Column(say("Hạn", "Due"), shrinkPriority: 3, minimumWidth: 12),
                Table.Column(say("Tình hình", "Standing"), minimumWidth: 12),
                Table.Column(say("Quá hạn", "Late"), alignment: .right, isWhole: true),
            ],
            rows: statuses.map { status in
                let late = status.daysLate(on: day)
                return [
                    StyledText(status.assignment.number, .accent), StyledText(status.assignment.content),
                    StyledText(status.assignment.lead),
                    StyledText(status.assignment.due, late == nil ? .plain : .bad),
                    StyledText(status.standing.phrase[Speech.language], status.standing == .done ? .good : .plain),
                    StyledText(late.map { say("\($0) ngày", "\($0) days") } ?? "", .bad),
                ]
            }
        )
        let (done, late) = (statuses.count { $0.standing == .done }, statuses.count { $0.isOverdue(on: day) })
        let words = say(
            "\(statuses.count) nhiệm vụ được giao; \(done) hoàn thành, \(late) quá hạn tính đến \(day.vietnamese).",
            "\(statuses.count) assigned jobs; \(done) done, \(late) overdue on \(day)."
        )
        let blocks: [any Block] = (statuses.isEmpty ? [] : [table]) + [Paragraph(StyledText(words, .faint))]
        let json = JSONValue.array(statuses.map { $0.json(on: day) })
        return Report(json: json, blocks: blocks, sheet: Sheet(json: json, columns: Self.columns))
    }
}

extension AssignmentStatus {
    /// For programs.
    func json(on day: CivilDate) -> JSONValue {
        [
            "number": .string(assignment.number), "content": .string(assignment.content), "heading": .string(assignment.heading),
            "lead": .string(assignment.lead), "partners": .string(assignment.partners), "product": .string(assignment.product),
            "due": .string(assignment.due), "due_on": assignment.dueOn?.json ?? .null, "standing": .string(standing.rawValue),
            "overdue": .bool(isOverdue(on: day)), "days_late": daysLate(on: day).map { JSONValue($0) } ?? .null,
            "note": JSONValue(report?.note), "reported_on": report?.on.json ?? .null, "reported_by": JSONValue(report?.actor),
        ]
    }
}
