import CanonicalJSON
public import Indicators
import LifecycleModel
public import Store

/// The assigned jobs of a plan, each with the last report about it.
public struct AssignmentRegister: Sendable {
    /// The jobs in the order of the plan.
    public let statuses: [AssignmentStatus]

    /// The name under which reports are kept: that of the plan's book.
    public static let plan = "kh101"

    /// Puts jobs and reports together.
    public init(_ assignments: [Assignment], in reader: any StoreReader) throws {
        var reports: [String: AssignmentStatus.Report] = [:]
        for (code, json) in try reader.allRegistered(.assignment) { reports[code] = try AssignmentStatus.Report(json: json) }
        statuses = assignments.map { AssignmentStatus($0, report: reports["\(Self.plan):\($0.number)"]) }
    }

    /// Those that a lead's name contains, case and diacritics apart.
    public func led(by text: String?) -> [AssignmentStatus] {
        guard let text else { return statuses }
        let wanted = VietnameseText.folded(text)
        return statuses.filter { VietnameseText.folded($0.assignment.lead).contains(wanted) }
    }

    static func subject(_ number: String) -> EventRecord.Subject { EventRecord.Subject(.assignment, "\(plan):\(number)") }

    /// What the register says of a job after these events.
    static func json(of events: [EventRecord]) throws -> JSONValue? {
        try events.last.map { event in
            var object = event.payload.object ?? JSONObject()
            object["on"] = event.happenedOn.json
            object["actor"] = .string(event.actor)
            return try AssignmentStatus.Report(json: .object(object)).json
        }
    }
}
