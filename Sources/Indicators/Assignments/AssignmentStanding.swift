public import LifecycleModel

/// How an assigned job stands, as its lead reports.
public enum AssignmentStanding: String, Sendable, Hashable, CaseIterable {
    /// Nobody has reported yet.
    case notReported = "not-reported"
    /// Work has begun.
    case underWay = "under-way"
    /// It was put off or waits for somebody else.
    case held
    /// It is done.
    case done

    /// In words.
    public var phrase: Phrase {
        switch self {
        case .notReported: Phrase(vi: "chưa báo cáo", en: "not reported")
        case .underWay: Phrase(vi: "đang thực hiện", en: "under way")
        case .held: Phrase(vi: "tạm dừng", en: "held up")
        case .done: Phrase(vi: "hoàn thành", en: "done")
        }
    }
}

/// An assigned job with the last report about it.
public struct AssignmentStatus: Sendable, Hashable {
    /// The last thing reported.
    public struct Report: Sendable, Hashable {
        /// How it stands.
        public var standing: AssignmentStanding
        /// What was said.
        public var note: String
        /// The day it is of.
        public var on: CivilDate
        /// Who reported.
        public var actor: String

        /// Creates a report.
        public init(standing: AssignmentStanding, note: String, on: CivilDate, actor: String) {
            self.standing = standing
            self.note = note
            self.on = on
            self.actor = actor
        }
    }

    /// The job.
    public let assignment: Assignment
    /// The last report; nil: none.
    public let report: Report?

    /// Puts the two together.
    public init(_ assignment: Assignment, report: Report?) {
        self.assignment = assignment
        self.report = report
    }

    /// How it stands: as reported, else as the plan itself says.
    public var standing: AssignmentStanding { report?.standing ?? (assignment.wasDone ? .done : .notReported) }

    /// Whether its last day has passed and it is not done; the last day itself is not late.
    public func isOverdue(on day: CivilDate) -> Bool {
        guard standing != .done, let dueOn = assignment.dueOn else { return false }
        return day > dueOn
    }

    /// Whether it was reported done on a day after its last; nil where there is no last day or it is not done.
    public var wasLate: Bool? {
        guard let report, report.standing == .done, let dueOn = assignment.dueOn else { return nil }
        return report.on > dueOn
    }

    /// Days by which it is late, from 1; nil when it is not.
    public func daysLate(on day: CivilDate) -> Int? {
        guard isOverdue(on: day) else { return nil }
        return assignment.dueOn?.days(to: day)
    }
}
