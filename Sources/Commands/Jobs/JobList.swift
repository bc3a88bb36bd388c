import ArgumentParser
import CanonicalJSON
import Foundation
import Jobs
import LifecycleModel
import Services
import Store
import Terminal

/// `nhiemvu job list`
struct JobList: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list",
            abstract: say(
                "Các việc: chạy đến ngày nào, việc nào trễ, thứ gì bị để riêng, thư nào không gửi được.",
                "The jobs: run up to which day, which are late, what is set aside, which letters cannot be delivered."
            ),
            discussion: say(
                "Mã kết thúc 2 khi có việc trễ hay chưa chạy, sự cố hay thư không gửi được. Ví dụ: nhiemvu job list",
                "Exit code 2 when a job is late or never ran, or there is an incident or a dead letter. Example: nhiemvu job list"
            )
        )
    }

    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let today = context.today
        let now = context.now
        let (rows, aside, letters) = try context.openStore(readOnly: true).read { reader in
            let rows = try JobName.allCases.map { name in
                JobStanding(
                    name: name,
                    job: try reader.job(name.rawValue),
                    last: try reader.jobRuns(of: name.rawValue, limit: 1).first,
                    today: today,
                    now: now
                )
            }
            return (rows, try reader.setAside(of: nil), try reader.letterCounts())
        }
        let hasTrouble = rows.contains { $0.isLate || $0.isAhead } || aside.contains(where: \.isIncident) || letters[.dead] ?? 0 > 0
        let json: JSONValue = [
            "jobs": .array(rows.map(\.json)), "set_aside": .array(aside.map(\.json)),
            "letters": .object(
                JSONObject(LetterRow.Standing.allCases.map { ($0.rawValue, JSONValue(letters[$0] ?? 0)) })
            ),
        ]
        return Answer(
            Report(
                json: json,
                blocks: blocks(rows, aside, letters),
                sheet: Sheet(json: .array(rows.map(\.json)), columns: JobStanding.columns)
            ),
            exit: hasTrouble ? .faultsFound : .done
        )
    }

    private func blocks(_ rows: [JobStanding], _ aside: [SetAsideRow], _ letters: [LetterRow.Standing: Int]) -> [any Block] {
        var blocks: [any Block] = [
            Table(
                columns: [
                    Table.Column(say("Việc", "Job"), minimumWidth: 12),
                    Table.Column(say("Làm gì", "What it does"), shrinkPriority: 1, minimumWidth: 20, overflow: .wrap, dropOrder: 1),
                    Table.Column(say("Đã chạy đến", "Run up to"), minimumWidth: 10),
                    Table.Column(say("Tình trạng", "Standing"), minimumWidth: 10, overflow: .wrap),
                ],
                rows: rows.map { row in
                    [
                        StyledText(row.name.rawValue, .strong), StyledText(row.name.summary[Speech.language]),
                        StyledText(row.job?.doneFor?.shown ?? "–"), row.text,
                    ]
                }
            )
        ]
        if !aside.isEmpty {
            blocks.append(Heading(say("Để riêng, sẽ thử lại", "Set aside, to be tried again"), level: 2))
            blocks.append(
                Bullets(
                    aside.map { row in
                        StyledText(row.isIncident ? say("SỰ CỐ ", "INCIDENT ") : "", .bad)
                            + StyledText("\(row.job) \(row.subject)", .accent)
                            + StyledText(
                                say(": \(row.error.vi) (\(row.tries) lần)", ": \(row.error[.en]) (\(row.tries) times)")
                            )
                    }
                )
            )
        }
        let counts = LetterRow.Standing.allCases.compactMap { standing in letters[standing].map { "\(standing.label) \($0)" } }
        if !counts.isEmpty {
            blocks.append(
                Paragraph(StyledText(say("Thư: ", "Letters: ") + counts.joined(separator: ", "), letters[.dead] == nil ? .faint : .bad))
            )
        }
        return blocks
    }
}

/// Where a job stands.
struct JobStanding {
    let name: JobName
    let job: JobRow?
    let last: JobRunRow?
    let today: CivilDate
    let now: Moment

    /// Whether it has not been run for yesterday, or never: every job is meant to run daily.
    var isLate: Bool { job?.doneFor.map { $0 < today.adding(days: -1) } ?? true }
    /// Whether it was run for a day that has not come.
    var isAhead: Bool { job?.doneFor.map { $0 > today } ?? false }
    /// Whether it ever ran to its end.
    var hasRun: Bool { job?.doneFor != nil }
    var isRunning: Bool { job?.leasedUntil.map { $0 > now } ?? false }

    static let columns = ["job", "done_for", "late", "running", "holder", "last_outcome", "last_started_at"]

    var json: JSONValue {
        [
            "job": .string(name.rawValue), "summary": .string(name.summary[Speech.language]),
            "done_for": job?.doneFor.map(\.json) ?? .null, "late": .bool(isLate), "ahead": .bool(isAhead), "running": .bool(isRunning),
            "holder": JSONValue(job?.holder), "last_outcome": JSONValue(last?.outcome),
            "last_started_at": last.map { .string($0.startedAt.description) } ?? .null,
        ]
    }

    var text: StyledText {
        if isRunning { return StyledText(say("đang chạy ở \(job?.holder ?? "?")", "run by \(job?.holder ?? "?")"), .accent) }
        guard let done = job?.doneFor else { return StyledText(say("chưa chạy lần nào", "never run"), .faint) }
        if isAhead { return StyledText(say("đã chạy cho một ngày chưa tới", "run for a day to come"), .bad) }
        if let last, last.outcome != "done" { return StyledText(say("lần cuối: ", "last run: "), .bad) + last.outcomeText }
        if isLate {
            let days = done.days(to: today)
            return StyledText(say("trễ \(days) ngày", "\(days) days late"), .bad)
        }
        return StyledText(say("đúng lịch", "on time"), .good)
    }
}

extension LetterRow.Standing {
    /// The standing in words.
    var label: String {
        switch self {
        case .waiting: say("chờ gửi", "waiting")
        case .sending: say("đang gửi", "being sent")
        case .sent: say("đã gửi", "sent")
        case .skipped: say("bỏ qua", "skipped")
        case .dead: say("không gửi được", "dead")
        }
    }
}

extension SetAsideRow {
    /// For programs.
    var json: JSONValue {
        [
            "job": .string(job), "subject": .string(subject), "tries": JSONValue(tries), "incident": .bool(isIncident),
            "error": .string(error[Speech.language]), "first_at": .string(firstAt.description), "retry_at": .string(retryAt.description),
        ]
    }
}
