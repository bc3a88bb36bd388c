import Documents
import Indicators
import LifecycleModel
import RuleLoading
import Services
import Store

/// The sections about money, use, warnings, jobs and indicators.
extension PeriodView {
    static func money(on day: CivilDate, year: Int, _ reader: any StoreReader) throws -> PeriodSection {
        let portfolio = try BudgetPortfolio(TaskFilter(), on: day, in: reader)
        let (rows, total) = try portfolio.rows(by: .year)
        // What is outstanding belongs to a task, not to a year.
        let standing = try portfolio.rows(by: .task).total
        func cells(_ name: String, _ row: BudgetPortfolio.Row) -> [PeriodSection.Value] {
            [.text(name)] + [row.planned, row.allotted, row.advanced, row.cleared].map { .number($0.amount) }
        }
        func million(_ amount: Dong) -> Int64 { (amount.amount + 500_000) / 1_000_000 }
        let figure = { (id: String, title: String) in PeriodSection.Column(id: id, title: title, width: 20, isFigure: true) }
        return PeriodSection(
            id: "money",
            heading: say("Kinh phí (đồng)", "Money (đồng)"),
            texts: [
                say(
                    "Tạm ứng chưa thanh toán: \(standing.outstanding.formatted(.word)), trong đó quá hạn \(standing.overdue.formatted(.word)); phải hoàn trả: \(standing.owed.formatted(.word)).",
                    "Advances not cleared: \(standing.outstanding.formatted()), of which overdue \(standing.overdue.formatted()); owed back: \(standing.owed.formatted())."
                )
            ],
            columns: [
                PeriodSection.Column(id: "year", title: say("Năm", "Year"), width: 12),
                figure("planned", say("Dự toán", "Planned")), figure("allotted", say("Được giao", "Allotted")),
                figure("advanced", say("Đã tạm ứng", "Advanced")), figure("cleared", say("Đã thanh toán", "Cleared")),
            ],
            rows: rows.map { cells($0.key, $0) } + [cells(say("Cộng", "Total"), total)],
            chart: PaperChart(
                title: say("Kinh phí theo năm (triệu đồng)", "Money by year (million đồng)"),
                categories: rows.map(\.key),
                series: [
                    PaperChart.Series(say("Được giao", "Allotted"), rows.map { million($0.allotted) }),
                    PaperChart.Series(say("Đã thanh toán", "Cleared"), rows.map { million($0.cleared) }),
                ]
            )
        )
    }

    static func use(_ library: IndicatorLibrary, year: Int, on day: CivilDate, _ reader: any StoreReader) throws -> PeriodSection {
        var section = PeriodSection(
            id: "use",
            heading: say("Ứng dụng kết quả sau nghiệm thu", "Use of results after acceptance"),
            columns: [
                PeriodSection.Column(id: "indicator", title: say("Chỉ tiêu, năm", "Indicator, year"), width: 40),
                PeriodSection.Column(id: "in_use", title: say("Đã ứng dụng", "In use"), width: 15, isFigure: true),
                PeriodSection.Column(id: "counted", title: say("Được tính", "Counted"), width: 15, isFigure: true),
                PeriodSection.Column(id: "share", title: say("Tỷ lệ", "Share"), width: 15),
                PeriodSection.Column(id: "open", title: say("Chưa đủ tháng", "Not over yet"), width: 15, isFigure: true),
            ]
        )
        for (name, indicator) in library.definitions.sorted(by: { $0.key < $1.key }) {
            for year in [year - 1, year] {
                let report = try UseTally(of: year, under: indicator.terms, knownOn: day, today: day, in: reader)
                section.rows.append([
                    .text("\(indicator.number), \(year)"), .number(Int64(report.figure.numerator)),
                    .number(Int64(report.figure.denominator)),
                    .text(report.figure.shown), .number(Int64(report.figure.open)),
                ])
            }
            section.texts.append(
                "\(indicator.number). \(indicator.label[Speech.language]). \(indicator.terms.phrase[Speech.language]) (\(name))."
            )
        }
        return section
    }

    static func warnings(on day: CivilDate, _ reader: any StoreReader) throws -> PeriodSection {
        let duties = try FollowUpDuties(dueUntil: day, in: reader).duties
        let early = duties.filter(\.isEarlyWarning)
        return PeriodSection(
            id: "warnings",
            heading: say("Cảnh báo sớm về ứng dụng kết quả", "Early warnings on the use of results"),
            texts: [
                say(
                    "\(early.count) cảnh báo sớm; \(duties.count - early.count) nghĩa vụ theo dõi ứng dụng đã đến hạn.",
                    "\(early.count) early warnings; \(duties.count - early.count) duties of follow-up have fallen due."
                ) + (early.count > listed ? say(" Bảng nêu \(listed) cảnh báo đầu.", " The table has the first \(listed).") : "")
            ],
            columns: [
                PeriodSection.Column(id: "due", title: say("Hạn", "Due"), width: 15),
                PeriodSection.Column(id: "task", title: say("Nhiệm vụ", "Task"), width: 18),
                PeriodSection.Column(id: "what", title: say("Cảnh báo", "Warning"), width: 42),
                PeriodSection.Column(id: "chase", title: say("Đôn đốc", "Whom to chase"), width: 25),
            ],
            rows: early.prefix(listed).map {
                [.text($0.due.shown), .text($0.task), .text($0.label[Speech.language]), .text($0.chased.label[Speech.language])]
            }
        )
    }

    static func assignments(_ library: IndicatorLibrary, on day: CivilDate, _ reader: any StoreReader) throws -> PeriodSection {
        let statuses = try AssignmentRegister(library.assignments, in: reader).statuses
        let overdue = statuses.filter { $0.isOverdue(on: day) }.sorted {
            ($1.daysLate(on: day) ?? 0, $0.assignment.number) < ($0.daysLate(on: day) ?? 0, $1.assignment.number)
        }
        let counts = AssignmentStanding.allCases.map { standing in
            "\(standing.phrase[Speech.language]) \(statuses.count { $0.standing == standing })"
        }
        return PeriodSection(
            id: "assignments",
            heading: say("Nhiệm vụ kế hoạch giao", "Jobs the plan assigns"),
            texts: [
                say("\(statuses.count) nhiệm vụ: ", "\(statuses.count) jobs: ") + counts.joined(separator: ", ")
                    + say("; quá hạn \(overdue.count).", "; overdue \(overdue.count).")
                    + (overdue.count > listed ? say(" Bảng nêu \(listed) nhiệm vụ trễ nhất.", " The table has the \(listed) latest.") : "")
            ],
            columns: [
                PeriodSection.Column(id: "number", title: say("Số", "No."), width: 10),
                PeriodSection.Column(id: "content", title: say("Nội dung", "Content"), width: 50),
                PeriodSection.Column(id: "lead", title: say("Chủ trì", "Lead"), width: 26),
                PeriodSection.Column(id: "days_late", title: say("Trễ (ngày)", "Days late"), width: 14, isFigure: true),
            ],
            rows: overdue.prefix(listed).map {
                [
                    .text($0.assignment.number), .text($0.assignment.content), .text($0.assignment.lead),
                    .number(Int64($0.daysLate(on: day) ?? 0)),
                ]
            }
        )
    }

    static func books(_ library: IndicatorLibrary, year: Int, on day: CivilDate, _ reader: any StoreReader) throws -> [PeriodSection] {
        try library.books.sorted { $0.key < $1.key }.map { name, book in
            let register = try IndicatorRegister(book: name, in: reader)
            let computed = try ComputedIndicators(of: book, year: year, on: day, by: library, in: reader)
            let rows = book.entries.map { entry in
                IndicatorRow(
                    entry: entry,
                    year: year,
                    entered: register.values[entry.number]?[year],
                    computed: computed.figures[entry.number]
                )
            }
            let have = rows.count { $0.figure != nil }
            return PeriodSection(
                id: name,
                heading: say("Giá trị các chỉ tiêu năm \(year)", "Values of the indicators in \(year)"),
                texts: [
                    say(
                        "\(book.entries.count) chỉ tiêu, \(have) đã có giá trị. \(book.source)",
                        "\(book.entries.count) indicators, \(have) have a value. \(book.source)"
                    )
                ],
                columns: [
                    PeriodSection.Column(id: "number", title: say("Số", "No."), width: 8),
                    PeriodSection.Column(id: "indicator", title: say("Chỉ tiêu", "Indicator"), width: 46),
                    PeriodSection.Column(id: "unit", title: say("Đơn vị", "Unit"), width: 14),
                    PeriodSection.Column(id: "target", title: say("Mục tiêu", "Target"), width: 16),
                    PeriodSection.Column(id: "value", title: say("Giá trị", "Value"), width: 16),
                ],
                rows: rows.map { row in
                    let target = row.entry.target(for: year).map { $0.year == year ? $0.figure.text : "\($0.figure.text) (\($0.year))" }
                    return [
                        .text("\(row.entry.number)"), .text(row.entry.name[Speech.language]), .text(row.entry.unit?[Speech.language] ?? ""),
                        .text(target ?? "–"),
                        .text(row.figure?.text ?? "–"),
                    ]
                }
            )
        }
    }
}
