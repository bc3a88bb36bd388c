import ArgumentParser
import CalendarFeed
import CanonicalJSON
import LifecycleModel
import Services
import Store

/// Whose due dates go into a calendar.
struct CalendarFeedOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            say("ics: thời hạn người này phụ trách.", "ics: due dates this person answers for."),
            valueName: say("mã", "code")
        )
    )
    var person: String?
    @Option(
        help: ArgumentHelp(
            say(
                "ics: thời hạn tổ chức này, hoặc người của tổ chức, phụ trách.",
                "ics: due dates this organisation or its people answer for."
            ),
            valueName: say("mã", "code")
        )
    )
    var org: String?
    @Option(
        help: ArgumentHelp(
            say(
                "ics: thời hạn đã xong từ ngày này thì báo hủy để lịch bỏ đi (mặc định 90 ngày trước).",
                "ics: deadlines over since this day are cancelled, so that calendars drop them (default 90 days ago)."
            ),
            valueName: say("ngày", "date")
        )
    )
    var since: String?

    /// Whether nothing was given.
    var isEmpty: Bool { person == nil && org == nil && since == nil }

    /// The calendar.
    ///
    /// - Throws: `UseCaseFault` for a person or organisation that is not registered.
    func calendar(in context: CommandContext, _ reader: any StoreReader) throws -> CalendarFeed {
        let since = try since.map { try CivilDate(argument: $0, option: "--since") } ?? context.today.adding(days: -90)
        let names = try [(person, EventRecord.Subject.Kind.person), (org, .organisation)].compactMap { code, kind in
            try code.map { try requireRegistered(kind, $0, in: reader)["name"]?.string ?? $0 }
        }
        let dates = try reader.dueDates(DueDateFilter(person: person, organisation: org, stoppedSince: since))
        return CalendarFeed(
            name: ([say("Thời hạn nhiệm vụ KH&CN", "Deadlines of science tasks")] + names).joined(separator: " – "),
            language: Speech.language.rawValue,
            events: dates.map(Self.event)
        )
    }

    private static func event(_ date: DueDate) -> CalendarEvent {
        let row = date.row
        let place = date.machine.map { say(" (\($0.vi) số \(row.number))", " (\($0[.en]) \(row.number))") } ?? ""
        var details = [
            date.task.title, say("Trách nhiệm: ", "Who answers: ") + date.role[Speech.language],
            say("Hạn: ", "Due: ") + row.due.shown,
        ]
        if let grace = row.grace { details.append(say("Còn được chấp nhận đến: ", "Still accepted until: ") + grace.shown) }
        if let lock = row.lock { details.append(say("Khóa sau ngày: ", "Shut after: ") + lock.shown) }
        if row.standing == "suspended" { details.append(say("Đang tạm dừng, ngày sẽ đổi", "Standing still, the day will move")) }
        if let stopped = row.stoppedOn { details.append(say("Đã xong ngày: ", "Over on: ") + stopped.shown) }
        if let basis = row.basis { details.append(say("Căn cứ: ", "Basis: ") + basis) }
        return CalendarEvent(
            identifier: date.identifier,
            sequence: date.task.lastEvent,
            changedAt: date.changedAt,
            day: row.due,
            status: row.standing == "open" ? .confirmed : row.standing == "suspended" ? .tentative : .cancelled,
            summary: "\(row.task): \(date.label[Speech.language])\(place)",
            details: details,
            categories: [row.isEarlyWarning ? say("Cảnh báo sớm", "Early warning") : say("Thời hạn", "Deadline")],
            reminders: date.reminders
        )
    }

}
