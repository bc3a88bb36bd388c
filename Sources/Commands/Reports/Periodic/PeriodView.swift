import CanonicalJSON
import Documents
import Indicators
import LifecycleModel
import RuleLoading
import Services
import Spreadsheets
import Store
import Terminal

/// A periodic report: its sections, and how it looks in each form.
struct PeriodView {
    let entry: ReportCalendar.Entry
    let covers: ClosedRange<CivilDate>
    let stamp: ReportStamp
    let sections: [PeriodSection]

    init(
        entry: ReportCalendar.Entry,
        covers: ClosedRange<CivilDate>,
        moves: [ReportCalendar.Move],
        indicators: IndicatorLibrary,
        showsBook: Bool,
        stamp: ReportStamp,
        reader: any StoreReader
    ) throws {
        self.entry = entry
        self.covers = covers
        self.stamp = stamp
        let period = covers.lowerBound...min(covers.upperBound, stamp.day)
        let figures = try PeriodFigures(of: period, on: stamp.day, counting: moves, in: reader)
        let overview = try Overview(on: stamp.day, in: reader)
        let labels = StageLabels(try reader.definitions(), overview.positions, reader)
        let year = covers.upperBound.year
        var sections = [
            Self.stages(overview, labels), Self.moves(figures), Self.deadlines(figures, overview, labels),
            try Self.money(on: stamp.day, year: year, reader), try Self.use(indicators, year: year, on: stamp.day, reader),
            try Self.warnings(on: stamp.day, reader), try Self.assignments(indicators, on: stamp.day, reader),
        ]
        if showsBook {
            sections += try Self.goals(indicators, on: stamp.day, reader)
            sections += try Self.books(indicators, year: year, on: stamp.day, reader)
        }
        self.sections = sections
    }

    private var language: Language { Speech.language }
    private var period: String {
        say(
            "từ \(covers.lowerBound.vietnamese) đến \(covers.upperBound.vietnamese)",
            "from \(covers.lowerBound) to \(covers.upperBound)"
        )
    }

    // MARK: Forms

    var report: Report {
        Report(
            json: [
                "report": .string(entry.id), "label": .string(entry.label[language]), "from": covers.lowerBound.json,
                "until": covers.upperBound.json, "source": .string(entry.source), "sections": .array(sections.map(\.json)),
                "stamp": stamp.json,
            ],
            blocks: [Heading("\(entry.label[language]), \(period)")] + sections.flatMap(\.blocks)
                + [Paragraph(StyledText(remarks.joined(separator: " "), .faint)), Paragraph(StyledText(stamp.phrase[language], .faint))],
            sheet: Sheet(
                header: ["section", "row", "column", "value"],
                rows: sections.flatMap { section in
                    section.rows.enumerated().flatMap { number, row in
                        zip(section.columns, row).map { [section.id, "\(number + 1)", $0.id, $1.plain] }
                    }
                }
            )
        )
    }

    /// What a reader must know to read the figures.
    private var remarks: [String] {
        var remarks = [
            say(
                "Danh mục theo giai đoạn, thời hạn quá hạn, kinh phí, cảnh báo, nhiệm vụ được giao và mục tiêu của chương trình là tình hình đến ngày của số liệu; các mục khác tính trong kỳ.",
                "Stages, overdue deadlines, money, warnings, assigned jobs and goals of programmes are as of the day of the figures; the rest is counted within the period."
            )
        ]
        if stamp.day < covers.upperBound {
            remarks.append(say("Kỳ báo cáo chưa hết.", "The period is not over."))
        }
        return remarks
    }

    var paper: ReportPaper {
        let dots = "……"
        var blocks: [ReportPaper.Block] = [
            .head(
                above: "………………………………",
                body: "………………………………",
                number: say("Số: \(dots)/BC-\(dots)", "No.: \(dots)"),
                placeAndDate: say("\(dots), ngày \(dots) tháng \(dots) năm \(dots)", "\(dots), date \(dots)")
            ), .title(say("BÁO CÁO", "REPORT")),
            .about(
                say(
                    "\(entry.label.vi): tình hình, kết quả thực hiện nhiệm vụ khoa học và công nghệ",
                    "\(entry.label[.en]): how science and technology tasks stand"
                )
            ),
            .centre(say("Kỳ báo cáo: \(period)", "Period: \(period)")),
            .text(
                say(
                    "Căn cứ: \(entry.source). Nơi nhận báo cáo: \(entry.receiver.vi).",
                    "Source: \(entry.source). To: \(entry.receiver[.en])."
                )
            ),
        ]
        for (number, section) in sections.enumerated() { blocks += section.paper(numbered: "\(number + 1)") }
        blocks += [.note(remarks.joined(separator: " ")), .note(stamp.phrase[language])]
        blocks.append(
            .closing(
                receivers: [say("- Như trên;", "- As above;"), say("- Lưu: VT.", "- File.")],
                titles: [say("THỦ TRƯỞNG ĐƠN VỊ", "HEAD OF THE BODY")],
                name: " "
            )
        )
        return ReportPaper(blocks)
    }

    var workbook: Workbook {
        Workbook(
            title: "\(entry.label[language]), \(period)",
            createdOn: stamp.day,
            sheets: sections.enumerated().map { number, section in
                section.sheet(named: "\(number + 1) \(section.id)", stamp: stamp.phrase[language])
            }
        )
    }
}
