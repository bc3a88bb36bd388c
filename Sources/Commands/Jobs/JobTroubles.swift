import CanonicalJSON
import Jobs
import LifecycleModel
import Store
import Terminal

/// What about the batch jobs somebody has to look at: jobs that are late, things that failed again and again, letters that were given up.
struct JobTroubles {
    private let late: [JobName]
    private let failed: [JobName]
    private let aside: [SetAsideRow]
    private let dead: Int

    init(on today: CivilDate, in reader: any StoreReader) throws {
        late = try JobName.allCases.filter { name in
            let standing = JobStanding(name: name, job: try reader.job(name.rawValue), last: nil, today: today, now: Moment(startOf: today))
            // A store whose jobs never ran has none.
            return standing.hasRun && standing.isLate
        }
        failed = try JobName.allCases.filter { try reader.jobRuns(of: $0.rawValue, limit: 1).first?.outcome == "failed" }
        aside = try reader.setAside(of: nil)
        dead = try reader.letterCounts()[.dead] ?? 0
    }

    private var incidents: [SetAsideRow] { aside.filter(\.isIncident) }

    var json: JSONValue {
        [
            "late": JSONValue(late.map(\.rawValue)), "failed": JSONValue(failed.map(\.rawValue)), "set_aside": JSONValue(aside.count),
            "incidents": JSONValue(incidents.count),
            "dead_letters": JSONValue(dead),
        ]
    }

    /// A line each; none when all is well.
    var blocks: [any Block] {
        var lines: [StyledText] = []
        if !incidents.isEmpty {
            let subjects = incidents.prefix(3).map { "\($0.job) \($0.subject)" }.joined(separator: ", ")
            lines.append(
                StyledText(say("Sự cố: ", "Incidents: ") + "\(incidents.count)", .bad)
                    + StyledText(" (\(subjects)\(incidents.count > 3 ? ", …" : ""))")
            )
        }
        if !failed.isEmpty {
            let names = failed.map(\.rawValue).joined(separator: ", ")
            lines.append(StyledText(say("Việc theo lịch chạy lỗi: ", "Batch jobs that failed: ") + names, .bad))
        }
        if !late.isEmpty {
            let names = late.map(\.rawValue).joined(separator: ", ")
            lines.append(StyledText(say("Việc theo lịch bị trễ: ", "Batch jobs late: ") + names, .bad))
        }
        if dead > 0 {
            lines.append(StyledText(say("Thư không gửi được: \(dead)", "Letters not delivered: \(dead)"), .warning))
        }
        guard !lines.isEmpty else { return [] }
        return [
            Heading(say("Việc theo lịch", "Batch jobs"), level: 2), Bullets(lines),
            Paragraph(StyledText(say("Xem «nhiemvu job list».", "See \"nhiemvu job list\"."), .faint)),
        ]
    }
}
