import ArgumentParser
import Indicators
import LifecycleModel
import RuleLoading
import Services
import Store
import Terminal

/// What the commands of periodic reports have in common.
protocol PeriodicReport: ContextCommand {
    var file: ReportFileOptions { get }
    /// The report of the calendar, the year, and of a monthly one the month.
    func subject() throws -> (report: String, year: Int, month: Int?)
}

extension PeriodicReport {
    func answer(in context: CommandContext) throws -> Answer {
        let subject = try subject()
        let library = try context.library()
        let calendar = try library.reportCalendar()
        guard let entry = calendar.entry(subject.report) else {
            throw UseCaseFault(
                .usage,
                "no-report",
                Phrase(vi: "Lịch báo cáo không có «\(subject.report)»", en: "The calendar has no report \"\(subject.report)\""),
                hint: Phrase(vi: "Xem reports/calendar.yaml", en: "See reports/calendar.yaml")
            )
        }
        guard let covers = entry.covers(year: subject.year, month: subject.month) else {
            throw UseCaseFault(
                .badData,
                "no-such-period",
                Phrase(
                    vi: "Không có kỳ \(subject.year)\(subject.month.map { "-\($0)" } ?? "") của «\(entry.label.vi)»",
                    en: "\"\(entry.label[.en])\" has no period \(subject.year)\(subject.month.map { "-\($0)" } ?? "")"
                )
            )
        }
        let indicators = try library.indicators()
        return try context.openStore(readOnly: true).read { reader in
            let stamp = try ReportStamp(asOf: context.namedDay, in: reader)
            guard covers.lowerBound <= stamp.day else { throw UseCaseFault.notBegun(covers, asOf: stamp.day) }
            let view = try PeriodView(
                entry: entry,
                covers: covers,
                moves: calendar.moves,
                indicators: indicators,
                showsBook: subject.report == "yearly",
                stamp: stamp,
                reader: reader
            )
            return try file.answer(view.report, workbook: { view.workbook }, paper: { view.paper })
        }
    }
}

extension UseCaseFault {
    /// A period of which nothing can have happened yet.
    fileprivate static func notBegun(_ period: ClosedRange<CivilDate>, asOf day: CivilDate) -> UseCaseFault {
        UseCaseFault(
            .badData,
            "period-ahead",
            Phrase(
                vi: "Kỳ báo cáo bắt đầu ngày \(period.lowerBound.vietnamese) chưa tới: số liệu của kho đến hết ngày \(day.vietnamese)",
                en: "The period begins on \(period.lowerBound) and has not come: the store's figures are as of \(day)"
            ),
            hint: Phrase(vi: "Chọn kỳ khác, hoặc ngày khác bằng --now", en: "Choose another period, or another day with --now")
        )
    }
}

extension RuleLibrary {
    /// When reports are due; a rule directory without a calendar says so.
    func reportCalendar() throws -> ReportCalendar {
        if let calendar = try reports().calendar { return calendar }
        throw UseCaseFault(
            .unavailable,
            "no-calendar",
            Phrase(vi: "Thư mục quy tắc không có lịch báo cáo", en: "The rule directory has no calendar of reports"),
            hint: Phrase(vi: "Thêm tệp reports/calendar.yaml", en: "Add the file reports/calendar.yaml")
        )
    }
}

/// `nhiemvu report monthly`
struct ReportMonthly: PeriodicReport {
    static var configuration: CommandConfiguration {
        PeriodHelp.configuration(
            "monthly",
            say("Báo cáo tháng của kế hoạch tỉnh.", "The monthly report of the province's plan."),
            example: "--month 2025-11"
        )
    }

    @Option(help: ArgumentHelp(say("Tháng báo cáo.", "Month reported on."), valueName: "YYYY-MM")) var month: String
    @OptionGroup var file: ReportFileOptions
    @OptionGroup var options: GlobalOptions

    func subject() throws -> (report: String, year: Int, month: Int?) {
        let parts = month.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard month.utf8.count == 7, parts.count == 2, let year = parts[0], CivilDate.years.contains(year), let number = parts[1],
            (1...12).contains(number)
        else {
            throw UseCaseFault(
                .badData,
                "wrong-month",
                Phrase(vi: "--month: «\(month)» không phải tháng dạng 2025-11", en: "--month: \"\(month)\" is not a month like 2025-11")
            )
        }
        return ("monthly", year, number)
    }
}

/// `nhiemvu report half-year`
struct ReportHalfYear: PeriodicReport {
    static var configuration: CommandConfiguration {
        PeriodHelp.configuration(
            "half-year",
            say("Báo cáo 6 tháng của kế hoạch tỉnh.", "The half-year report of the province's plan."),
            example: "--year 2025"
        )
    }

    @Option(help: ArgumentHelp(say("Năm báo cáo.", "Year reported on."), valueName: say("năm", "year"))) var year: Int
    @OptionGroup var file: ReportFileOptions
    @OptionGroup var options: GlobalOptions

    func subject() -> (report: String, year: Int, month: Int?) { ("half-year", year, nil) }
}

/// `nhiemvu report yearly`
struct ReportYearly: PeriodicReport {
    static var configuration: CommandConfiguration {
        PeriodHelp.configuration(
            "yearly",
            say("Báo cáo năm, kèm giá trị các chỉ tiêu.", "The yearly report, with the values of the indicators."),
            example: "--year 2025"
        )
    }

    @Option(help: ArgumentHelp(say("Năm báo cáo.", "Year reported on."), valueName: say("năm", "year"))) var year: Int
    @Option(
        help: ArgumentHelp(
            say("Báo cáo khác của lịch, như scheme-department.", "Another yearly report of the calendar, such as scheme-department."),
            valueName: say("tên", "name")
        )
    )
    var report = "yearly"
    @OptionGroup var file: ReportFileOptions
    @OptionGroup var options: GlobalOptions

    func subject() throws -> (report: String, year: Int, month: Int?) { (report, year, nil) }
}

/// The words that the helps of periodic reports share.
private enum PeriodHelp {
    static func configuration(_ name: String, _ abstract: String, example: String) -> CommandConfiguration {
        CommandConfiguration(
            commandName: name,
            abstract: abstract,
            discussion: say(
                """
                Danh mục theo giai đoạn, việc xảy ra trong kỳ, thời hạn, kinh phí, chỉ tiêu 20, cảnh báo sớm, nhiệm vụ được giao. Kỳ tính từ hạn gửi
                trước đến hết ngày trước hạn gửi (workflows/reports/calendar.yaml).
                Ví dụ:
                  nhiemvu report \(name) \(example)
                  nhiemvu report \(name) \(example) --as docx --output bao-cao.docx
                """,
                """
                The portfolio by stage, what happened in the period, deadlines, money, indicator 20, early warnings, assigned jobs. The period goes
                from the day the last report was due to the eve of the day this one is (workflows/reports/calendar.yaml).
                Examples:
                  nhiemvu report \(name) \(example)
                  nhiemvu report \(name) \(example) --as docx --output report.docx
                """
            )
        )
    }
}
