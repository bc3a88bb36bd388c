import CanonicalJSON
public import Indicators
public import LifecycleModel
import Store

/// Records how an assigned job stands.
public struct ReportAssignment: Sendable {
    private let surroundings: Surroundings

    /// Prepares the use case.
    public init(_ surroundings: Surroundings) {
        self.surroundings = surroundings
    }

    /// Records a report; the one before stays in the log.
    ///
    /// - Parameters:
    ///   - number: the job's number in the plan, `II-13`.
    ///   - reporters: roles that may report for every lead.
    /// - Throws: `UseCaseFault` for an unknown job, a day to come or before the last report, and somebody who does not answer for the job.
    public func callAsFunction(
        _ number: String,
        _ standing: AssignmentStanding,
        note: String,
        among assignments: [Assignment],
        reporters: [String],
        on day: CivilDate,
        dryRun: Bool
    ) throws -> (status: AssignmentStatus, receipt: Receipt?) {
        let assignment = try Self.assignment(number, among: assignments)
        guard day <= surroundings.today else { throw UseCaseFault.ahead(day) }
        let answer = try surroundings.transaction(on: day, dryRun: dryRun, definitions: Definitions()) { desk in
            let bodies = assignment.lead.split(separator: ";").map { String($0.drop { $0 == " " }) }
            try Answerable(gatherers: reporters, bodies: bodies).require(desk.actor, in: desk.writer)
            let subject = AssignmentRegister.subject(assignment.number)
            if let last = try desk.writer.events(of: subject).last, last.happenedOn > day {
                throw UseCaseFault.before(
                    last.happenedOn,
                    Phrase(vi: "Nhiệm vụ \(assignment.number)", en: "Job \(assignment.number)")
                )
            }
            let event = NewEvent(
                subject: subject,
                kind: "assignment_reported",
                payload: ["standing": .string(standing.rawValue), "note": .string(note)],
                actor: surroundings.actor,
                happenedOn: day,
                recordedAt: surroundings.now,
                definition: nil
            )
            _ = try desk.writer.append([event])
            if let json = try AssignmentRegister.json(of: desk.writer.events(of: subject)) {
                try desk.writer.register(
                    .assignment,
                    code: subject.code,
                    value: json,
                    searchText: VietnameseText.folded(assignment.content)
                )
            }
            let report = AssignmentStatus.Report(standing: standing, note: note, on: day, actor: surroundings.actor)
            return AssignmentStatus(assignment, report: report)
        }
        return (answer.record, answer.receipt)
    }

    /// The job of a number, or which come near.
    private static func assignment(_ number: String, among assignments: [Assignment]) throws -> Assignment {
        if let found = assignments.first(where: { $0.number.lowercased() == number.lowercased() }) { return found }
        let near = VietnameseText.nearest(to: number, among: assignments.map(\.number)).prefix(3).joined(separator: ", ")
        throw UseCaseFault(
            .usage,
            "unknown-assignment",
            Phrase(vi: "Không có nhiệm vụ được giao số ‘\(number)’", en: "There is no assigned job ‘\(number)’"),
            hint: near.isEmpty
                ? Phrase(vi: "Số viết như II-13 hoặc III-4", en: "Numbers are like II-13 or III-4")
                : Phrase(vi: "Có phải: \(near)?", en: "Did you mean: \(near)?")
        )
    }
}
