import ArgumentParser
import CanonicalJSON
import Engine
import Foundation
import LifecycleModel
import SQLiteStore
import Services
import Store
import Terminal
import WorkingCalendar

/// `nhiemvu calendar …`
struct CalendarGroup: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "calendar",
            abstract: say("Lịch làm việc: cộng ngày, đếm ngày, ngày nghỉ.", "The working calendar: add days, count days, holidays."),
            discussion: say("Ví dụ: nhiemvu calendar add 2025-01-20 10 --working", "Example: nhiemvu calendar add 2025-01-20 10 --working"),
            subcommands: [CalendarAdd.self, CalendarDiff.self, CalendarShow.self, CalendarAdopt.self]
        )
    }
}

extension CommandContext {
    /// The calendar of the rule files; the one a store adopted when the store is named.
    func calendar() throws -> WorkingCalendar {
        if options.store != nil || environment["NHIEMVU_STORE"] != nil {
            let store = try openStore(readOnly: true)
            if let calendar = try store.read({ try AdoptedCalendar.read(in: $0) }) { return calendar }
        }
        return WorkingCalendar(try holidayTable())
    }

    /// The holiday table of the rule files.
    func holidayTable() throws -> HolidayTable {
        let path = try rulesDirectory() + "/calendar/vn-holidays.csv"
        guard let data = FileManager.default.contents(atPath: path), let text = String(validating: data, as: UTF8.self) else {
            throw UseCaseFault(.unavailable, "holidays-missing", Phrase(vi: "Không đọc được «\(path)»", en: "\"\(path)\" cannot be read"))
        }
        return try HolidayTable(csv: text)
    }

    /// Warns when years are counted for which no holidays are known.
    func warn(uncovered years: [Int]) {
        guard !years.isEmpty else { return }
        let list = years.map(String.init).joined(separator: ", ")
        console.note(
            Phrase(
                vi: "Chú ý: chưa có lịch nghỉ năm \(list); chỉ tính thứ Bảy, Chủ nhật.",
                en: "Note: no holidays are known for \(list); only weekends are counted as off."
            )
        )
    }
}

/// `nhiemvu calendar add DATE N`
struct CalendarAdd: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add",
            abstract: say("Cộng N ngày (hoặc ngày làm việc, tháng) vào một ngày.", "Add N days (or working days, months) to a date."),
            discussion: say(
                "Ví dụ: nhiemvu calendar add 2025-01-20 10 --working --explain\nNhiều câu một lượt: --batch đọc JSON [{\"date\",\"n\",\"working\"}] từ đầu vào.",
                "Example: nhiemvu calendar add 2025-01-20 10 --working --explain\nMany at once: --batch reads JSON [{\"date\",\"n\",\"working\"}] from standard input."
            )
        )
    }
    @Argument(help: ArgumentHelp(say("Ngày bắt đầu (không tính).", "The start (not counted)."), valueName: say("ngày", "date"))) var date:
        String?
    @Argument(help: ArgumentHelp(say("Số lượng; âm là đếm lùi.", "How many; negative counts back."), valueName: say("số", "n"))) var amount:
        Int?
    @Flag(help: ArgumentHelp(say("Ngày làm việc.", "Working days."))) var working = false
    @Flag(help: ArgumentHelp(say("Tháng.", "Months."))) var months = false
    @Flag(help: ArgumentHelp(say("In cách đếm từng ngày.", "Show the counting day by day."))) var explain = false
    @Flag(help: ArgumentHelp(say("Đọc nhiều câu JSON từ đầu vào.", "Read many questions as JSON from standard input."))) var batch = false
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let calendar = try context.calendar()
        if batch {
            let answers = try StandardInput.questions().map { question -> JSONValue in
                guard let amount = question["n"]?.int.flatMap({ Int(exactly: $0) }) else {
                    throw UseCaseFault(.badData, "n-missing", Phrase(vi: "Thiếu «n» (số nguyên)", en: "\"n\" (a whole number) is missing"))
                }
                let day = try CivilDate(argument: question["date"]?.string ?? "", option: "date")
                let unit: Term.Unit =
                    question["working"]?.bool == true ? .workingDays : question["months"]?.bool == true ? .months : .calendarDays
                return ["date": try count(calendar, from: day, amount, unit).end.json]
            }
            return Answer(Report(json: .array(answers), blocks: answers.map { Paragraph(StyledText($0["date"]?.string ?? "")) }))
        }
        guard let date, let amount else {
            throw UseCaseFault(.usage, "usage", Phrase(vi: "Cần một ngày và một số", en: "A date and a number are needed"))
        }
        let counting = try count(
            calendar,
            from: try CivilDate(argument: date, option: say("ngày", "date")),
            amount,
            working ? .workingDays : months ? .months : .calendarDays
        )
        context.warn(uncovered: working ? counting.uncoveredYears : [])
        var blocks: [any Block] = [
            Paragraph(
                StyledText(counting.end.shown, .strong)
                    + StyledText("  \(counting.end.weekday.name[Speech.language])  \(counting.end)", .faint)
            )
        ]
        if explain { blocks.append(CountingTable(counting).table) }
        return Answer(Report(json: ["date": counting.end.json, "start": counting.start.json], blocks: blocks))
    }

    private func count(_ calendar: WorkingCalendar, from day: CivilDate, _ amount: Int, _ unit: Term.Unit) throws -> Counting {
        calendar.count(from: day, try Term(abs(amount), unit), direction: amount < 0 ? .before : .after)
    }
}

/// A counting, a row a day.
struct CountingTable {
    private let counting: Counting

    init(_ counting: Counting) {
        self.counting = counting
    }

    var table: Table {
        Table(
            columns: [
                Table.Column(say("Thứ tự", "No."), alignment: .right), Table.Column(say("Ngày", "Day")),
                Table.Column(say("Thứ", "Weekday")),
                Table.Column(say("Ghi chú", "Note"), shrinkPriority: 1),
            ],
            rows: counting.steps.prefix(1000).map { step in
                let counted = step.ordinal.map { StyledText("\($0)", .strong) } ?? StyledText("–", .faint)
                return [
                    counted, StyledText(step.date.shown, step.ordinal == nil ? .faint : .plain),
                    StyledText(step.date.weekday.name[Speech.language], .faint), StyledText(step.note?[Speech.language] ?? "", .warning),
                ]
            }
        )
    }
}

/// `nhiemvu calendar diff D1 D2`
struct CalendarDiff: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "diff",
            abstract: say(
                "Số ngày (hoặc ngày làm việc) giữa hai ngày; không tính ngày đầu.",
                "Days (or working days) between two dates; the first is not counted."
            ),
            discussion: say(
                "Ví dụ: nhiemvu calendar diff 2025-01-20 2025-02-10 --working",
                "Example: nhiemvu calendar diff 2025-01-20 2025-02-10 --working"
            )
        )
    }
    @Argument(help: ArgumentHelp(say("Ngày đầu.", "First date."), valueName: say("ngày", "date"))) var first: String?
    @Argument(help: ArgumentHelp(say("Ngày cuối.", "Last date."), valueName: say("ngày", "date"))) var last: String?
    @Flag(help: ArgumentHelp(say("Ngày làm việc.", "Working days."))) var working = false
    @Flag(help: ArgumentHelp(say("Đọc nhiều câu JSON từ đầu vào.", "Read many questions as JSON from standard input."))) var batch = false
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let calendar = try context.calendar()
        if batch {
            let answers = try StandardInput.questions().map { question -> JSONValue in
                let from = try CivilDate(argument: question["from"]?.string ?? "", option: "from")
                let to = try CivilDate(argument: question["to"]?.string ?? "", option: "to")
                return ["days": JSONValue(calendar.difference(from: from, to: to, working: question["working"]?.bool == true))]
            }
            return Answer(Report(json: .array(answers), blocks: answers.map { Paragraph(StyledText("\($0["days"]?.int ?? 0)")) }))
        }
        guard let first, let last else {
            throw UseCaseFault(.usage, "usage", Phrase(vi: "Cần hai ngày", en: "Two dates are needed"))
        }
        let days = calendar.difference(
            from: try CivilDate(argument: first, option: say("ngày đầu", "first date")),
            to: try CivilDate(argument: last, option: say("ngày cuối", "last date")),
            working: working
        )
        let text = working ? say("\(days) ngày làm việc", "\(days) working days") : say("\(days) ngày", "\(days) days")
        return Answer(Report(json: ["days": JSONValue(days)], blocks: [Paragraph(StyledText(text, .strong))]))
    }
}

/// `nhiemvu calendar show YEAR`
struct CalendarShow: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: say("Ngày nghỉ và ngày làm bù của một năm.", "Holidays and make-up days of a year."),
            discussion: say("Ví dụ: nhiemvu calendar show 2025", "Example: nhiemvu calendar show 2025")
        )
    }
    @Argument(help: ArgumentHelp(say("Năm.", "Year."), valueName: say("năm", "year"))) var year: Int
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        guard let start = CivilDate(year: year, month: 1, day: 1), let end = CivilDate(year: year, month: 12, day: 31) else {
            throw UseCaseFault(.badData, "wrong-year", Phrase(vi: "Năm \(year) ngoài lịch", en: "The year \(year) is outside the calendar"))
        }
        let calendar = try context.calendar()
        let days = calendar.table.days(in: year)
        if days.isEmpty { context.warn(uncovered: [year]) }
        let working = calendar.difference(from: start.adding(days: -1), to: end, working: true)
        let table = Table(
            columns: [
                Table.Column(say("Ngày", "Day")), Table.Column(say("Thứ", "Weekday")), Table.Column(say("Loại", "Kind")),
                Table.Column(say("Tên", "Name"), shrinkPriority: 1),
            ],
            rows: days.map { day in
                [
                    StyledText(day.date.shown), StyledText(day.date.weekday.name[Speech.language], .faint),
                    day.kind == .off ? StyledText(say("nghỉ", "off"), .good) : StyledText(say("làm bù", "work"), .warning),
                    StyledText(day.name[Speech.language]),
                ]
            }
        )
        return Answer(
            Report(
                json: [
                    "year": JSONValue(year), "working_days": JSONValue(working),
                    "days": .array(
                        days.map { ["date": $0.date.json, "kind": .string($0.kind.rawValue), "name": .string($0.name[Speech.language])] }
                    ),
                ],
                blocks: [
                    Heading(say("Lịch làm việc năm \(year)", "Working calendar of \(year)")), table,
                    Paragraph(StyledText(say("\(working) ngày làm việc", "\(working) working days"), .strong)),
                ]
            )
        )
    }
}

/// `nhiemvu calendar adopt`
struct CalendarAdopt: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "adopt",
            abstract: say(
                "Áp dụng tệp ngày nghỉ đã sửa cho kho; liệt kê các thời hạn sẽ dời trước.",
                "Adopt an edited holiday file for the store; lists the deadlines it would move first."
            ),
            discussion: say(
                "Không có --yes thì chỉ liệt kê.\nVí dụ: nhiemvu calendar adopt --reason \"Công văn 6150/TB-BLĐTBXH\" --yes",
                "Without --yes it only lists.\nExample: nhiemvu calendar adopt --reason \"Notice 6150\" --yes"
            )
        )
    }
    @Option(help: ArgumentHelp(say("Vì sao đổi lịch.", "Why the calendar changes."), valueName: say("chữ", "text"))) var reason: String = ""
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let csv = try context.library().holidays()
        let table = try HolidayTable(csv: csv)
        let surroundings = try context.surroundings(readOnly: !options.yes)
        if !options.yes {
            let (changes, moved) = try surroundings.store.read { reader in
                (
                    try (AdoptedCalendar.read(in: reader)?.table ?? .empty).changes(to: table).filter(\.changesCounting),
                    try AdoptedCalendar.moved(by: table, in: reader)
                )
            }
            let note =
                changes.isEmpty && moved.isEmpty
                ? say("Lịch của kho đã khớp với tệp.", "The store's calendar agrees with the file.")
                : say(
                    "\(changes.count) ngày khác, \(moved.count) thời hạn sẽ dời. Thêm --yes --reason … để áp dụng.",
                    "\(changes.count) days differ, \(moved.count) deadlines would move. Add --yes --reason … to adopt."
                )
            return Answer(
                Report(
                    json: [
                        "changed_days": JSONValue(changes.map(\.date.description)), "moved": .array(moved.map(\.json)), "adopted": false,
                    ],
                    blocks: [Paragraph(StyledText(note, changes.isEmpty ? .good : .warning))]
                        + (moved.isEmpty ? [] : [MovedTable(moved).table])
                )
            )
        }
        guard !reason.isEmpty else {
            throw UseCaseFault(
                .usage,
                "reason-missing",
                Phrase(vi: "Cần --reason: vì sao đổi lịch", en: "--reason is needed: why the calendar changes")
            )
        }
        _ = try surroundings.store.read { try Engine.Actor(surroundings.actor, in: $0) }
        let (moved, receipt) = try AdoptedCalendar.adopt(csv, reason: reason, by: surroundings)
        return Answer(
            Report(
                json: ["moved": .array(moved.map(\.json)), "adopted": true, "receipt": receipt.json],
                blocks: [
                    Paragraph(
                        StyledText(
                            say("Đã áp dụng lịch; \(moved.count) thời hạn đã dời.", "Adopted; \(moved.count) deadlines moved."),
                            .good
                        )
                    )
                ] + (moved.isEmpty ? [] : [MovedTable(moved).table]) + [receipt.block]
            )
        )
    }
}

/// Deadlines another calendar moves.
struct MovedTable {
    private let moved: [AdoptedCalendar.Moved]

    init(_ moved: [AdoptedCalendar.Moved]) {
        self.moved = moved
    }

    var table: Table {
        Table(
            columns: [
                Table.Column(say("Nhiệm vụ", "Task")), Table.Column(say("Thời hạn", "Deadline")), Table.Column(say("Đang là", "Now")),
                Table.Column(say("Sẽ là", "Then")),
            ],
            rows: moved.map {
                [
                    StyledText($0.task, .accent), StyledText("\($0.clock.machine) \($0.clock.id)"), StyledText($0.before.due.shown),
                    StyledText($0.after.due.shown, .warning),
                ]
            }
        )
    }
}

extension AdoptedCalendar.Moved {
    var json: JSONValue {
        [
            "task": .string(task), "machine": .string(clock.machine.description), "kind": .string(clock.id), "before": before.due.json,
            "after": after.due.json,
        ]
    }
}
