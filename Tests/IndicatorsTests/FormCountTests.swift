import Indicators
import LifecycleModel
import Testing

/// A small form and tasks made short.
private enum MadeForm {
    static func form(_ choices: FormChoices = FormChoices(useDefinition: "use")) -> StatisticalForm {
        func row(_ code: String, _ takes: [String]) -> StatisticalForm.Row {
            StatisticalForm.Row(code: code, label: Phrase(vi: code), takes: takes)
        }
        let summed = choices.underWay == .duringYear ? ["3", "4"] : ["3", "4", "5"]
        let columns: [(String, StatisticalForm.Content)] = [
            ("A", .heading), ("B", .code), ("1", .total), ("2", .ledByWomen), ("3", .new), ("4", .carriedOver), ("5", .accepted),
            ("6", .inUse),
        ]
        let state = StatisticalForm.Row(
            code: "13",
            label: Phrase(vi: "13"),
            parts: [row("14", ["central-budget"]), row("15", ["local-budget"])]
        )
        let groups = [
            StatisticalForm.Group(
                label: Phrase(vi: "lĩnh vực"),
                by: .field,
                rows: [row("07", ["agriculture"]), row("08", ["medicine"])]
            ),
            StatisticalForm.Group(
                label: Phrase(vi: "nguồn"),
                by: .mainSource,
                crossedOut: ["2"],
                rows: [state, row("16", ["enterprise"]), row("19", ["other"])]
            ),
        ]
        return StatisticalForm(
            id: "form-04",
            label: Phrase(vi: "Biểu"),
            source: "TT",
            note: Phrase(vi: "?"),
            dues: [StatisticalForm.Due(who: Phrase(vi: "Sở"), month: 3, day: 1, standing: "assumed", basis: "?")],
            choices: choices,
            columns: columns.map {
                StatisticalForm.Column(code: $0.0, shows: $0.1, label: Phrase(vi: $0.0), sumOf: $0.1 == .total ? summed : [])
            },
            sections: [StatisticalForm.Section(code: "01", label: Phrase(vi: "Đề tài"), kinds: ["topic"], groups: groups)]
        )
    }

    static func task(
        _ code: String = "T",
        kind: String? = "topic",
        field: String? = "agriculture",
        state: Int64? = 10,
        other: Int64? = nil,
        host: String? = nil,
        sex: Person.Sex? = .male,
        awarded: String? = nil,
        running: String? = nil,
        accepted: String? = nil,
        ended: String? = nil,
        used: String? = nil
    ) throws -> FormCase {
        FormCase(
            task: code,
            title: code,
            kind: kind,
            level: "province",
            field: field,
            hostKind: host,
            stateMoney: state.flatMap { Dong($0) },
            otherMoney: other.flatMap { Dong($0) },
            sex: sex,
            awardedOn: try awarded.map { try day($0) },
            runningOn: try running.map { try day($0) },
            acceptedOn: try accepted.map { try day($0) },
            endedOn: try ended.map { try day($0) },
            results: try accepted.map { [try Made.result(code, accepted: $0, try used.map { [try Made.evidence($0)] } ?? [])] } ?? []
        )
    }

    static func count(_ cases: [FormCase], of year: Int = 2024, _ choices: FormChoices = FormChoices(useDefinition: "use")) throws
        -> FormCount
    {
        FormCount(form(choices), of: year, cases, under: Made.terms, knownOn: try day("2026-06-30"))
    }
}

@Suite("Statistical form")
struct FormCountTests {
    @Test(
        "what a task counts as in 2024, to the day",
        arguments: [
            ("2024-01-01", nil, nil, "new"), ("2024-12-31", nil, nil, "new"), ("2025-01-01", nil, nil, ""),
            ("2023-12-31", nil, nil, "carried-over"), ("2022-05-05", "2023-12-31", nil, ""),
            ("2022-05-05", "2024-01-01", nil, "accepted carried-over"), ("2024-02-29", "2024-12-31", nil, "accepted new"),
            ("2022-05-05", "2025-01-01", nil, "carried-over"), ("2022-05-05", nil, "2023-12-31", ""),
            ("2022-05-05", nil, "2024-01-01", "carried-over"), (nil, nil, nil, ""),
        ] as [(String?, String?, String?, String)]
    )
    func counts(_ awarded: String?, _ accepted: String?, _ ended: String?, _ expected: String) throws {
        let task = try MadeForm.task(awarded: awarded, accepted: accepted, ended: ended)
        let counts = FormChoices(useDefinition: "use").counts(task, in: 2024, under: Made.terms, knownOn: try day("2026-06-30"))
        #expect(counts.map(\.rawValue).sorted().joined(separator: " ") == expected)
    }

    @Test(
        "other choices",
        arguments: [
            (FormChoices.UnderWay.duringYear, FormChoices.Start.running, "accepted carried-over"),
            (.duringYear, .awarded, "accepted carried-over"),
            (.atYearEnd, .awarded, "accepted"),
        ]
    )
    func choices(_ underWay: FormChoices.UnderWay, _ start: FormChoices.Start, _ expected: String) throws {
        let task = try MadeForm.task(awarded: "2022-12-30", running: "2023-01-10", accepted: "2024-06-01")
        let choices = FormChoices(start: start, underWay: underWay, useDefinition: "use")
        let counts = choices.counts(task, in: 2024, under: Made.terms, knownOn: try day("2026-06-30"))
        #expect(counts.map(\.rawValue).sorted().joined(separator: " ") == expected)
        #expect(try MadeForm.count([task], choices).placings.first?.counts.contains(.total) == true)
    }

    @Test(
        "put into application in 2024, by each choice",
        arguments: [
            (FormChoices.Use.firstUse, "2023-05-01", "2024-01-01", true), (.firstUse, "2023-05-01", "2023-12-31", false),
            (.firstUse, "2024-02-01", "2023-06-01", true), (.acceptedInYear, "2024-12-31", "2024-12-31", true),
            (.acceptedInYear, "2024-12-31", "2025-01-01", false), (.acceptedInYear, "2023-12-31", "2024-01-01", false),
            (.monthsOverInYear, "2023-02-28", "2024-02-28", true), (.monthsOverInYear, "2023-02-28", "2024-02-29", false),
            (.monthsOverInYear, "2024-01-01", "2024-02-01", false),
        ]
    )
    func use(_ use: FormChoices.Use, _ accepted: String, _ used: String, _ isCounted: Bool) throws {
        let task = try MadeForm.task(awarded: "2022-01-01", accepted: accepted, used: used)
        let count = try MadeForm.count([task], FormChoices(use: use, useDefinition: "use"))
        #expect((count.placings.first?.counts.contains(.inUse) ?? false) == isCounted)
    }

    @Test(
        "main source of money",
        arguments: [
            (10, nil, "company", "local-budget"), (10, 10, "company", "local-budget"), (10, 11, "company", "enterprise"),
            (0, 1, "ministry", "other"), (0, 1, nil, "other"), (0, 0, nil, nil), (nil, nil, nil, nil),
        ] as [(Int64?, Int64?, String?, String?)]
    )
    func source(_ state: Int64?, _ other: Int64?, _ host: String?, _ expected: String?) throws {
        let choices = FormChoices(useDefinition: "use", otherMoney: ["company": .enterprise])
        #expect(choices.source(of: try MadeForm.task(state: state, other: other, host: host))?.rawValue == expected)
        var any = choices
        any.mainSource = .anyStateMoney
        #expect(any.source(of: try MadeForm.task(state: 1, other: 100, host: "company")) == .localBudget)
    }

    /// Tasks of every sort, some of which no row takes.
    private static func cases() throws -> [FormCase] {
        let fields: [String?] = [nil, "agriculture", "medicine", "law"]
        let sexes: [Person.Sex?] = [nil, .female, .male]
        return try (0..<48).map { index in
            let awarded = 2020 + index % 5
            let state: Int64? = index % 7 == 0 ? nil : Int64(index % 3)
            let other: Int64? = index % 5 == 0 ? 2 : nil
            let accepted: String? = index % 2 == 0 ? "\(awarded + index % 3)-06-01" : nil
            let used: String? = index % 4 == 0 ? "2024-05-01" : nil
            return try MadeForm.task(
                "T-\(100 + index)",
                kind: index % 11 == 10 ? nil : "topic",
                field: fields[index % 4],
                state: state,
                other: other,
                sex: sexes[index % 3],
                awarded: "\(awarded)-03-01",
                accepted: accepted,
                used: used
            )
        }
    }

    @Test("rows and the tasks under them add up to the whole, columns to the total", arguments: 2020...2026)
    func sums(_ year: Int) throws {
        let count = try MadeForm.count(try Self.cases(), of: year)
        let section = count.form.sections[0]
        func column(_ code: String) throws -> StatisticalForm.Column { try #require(count.form.columns.first { $0.code == code }) }
        for column in count.form.counted {
            let whole = count.tasks(section: section, column: column)
            for group in section.groups {
                let parts = group.rows.flatMap { count.tasks(row: $0, column: column) }
                let left = Set(count.unplaced.filter { $0.group == group.label }.flatMap(\.tasks)).intersection(whole)
                #expect((parts + left).sorted() == whole)
            }
        }
        let total = count.tasks(section: section, column: try column("1"))
        let parts = count.tasks(section: section, column: try column("3")) + count.tasks(section: section, column: try column("4"))
        #expect(parts.sorted() == total)
        #expect(Set(count.tasks(section: section, column: try column("2"))).isSubset(of: total))
        #expect(Set(count.tasks(section: section, column: try column("5"))).isSubset(of: total))
        let outside = count.unplaced.filter { $0.section == nil }.flatMap(\.tasks)
        #expect(outside == count.placings.filter { $0.task.kind == nil }.map(\.task.task))
        #expect(Set(count.sexUnknown).isSubset(of: total))
    }

    @Test("a row that adds up others has their tasks, and what nobody knows is listed")
    func unplaced() throws {
        let count = try MadeForm.count([
            try MadeForm.task("A", awarded: "2024-01-01"), try MadeForm.task("B", field: nil, sex: nil, awarded: "2024-01-01"),
            try MadeForm.task("C", kind: "poem", awarded: "2024-01-01"),
        ])
        let state = try #require(count.form.sections[0].groups[1].rows.first)
        let total = try #require(count.form.columns.first { $0.shows == .total })
        #expect(count.tasks(row: state, column: total) == ["A", "B"])
        #expect(count.unplaced.map(\.tasks) == [["C"], ["B"]])
        #expect(count.sexUnknown == ["B"])
    }

    @Test(
        "why only one of form and indicator counts a task",
        arguments: [
            ("2023-05-01", "2024-03-01", "both"), ("2024-06-01", "2024-07-01", "form other-year"),
            ("2023-02-28", "2024-03-01", "form used-late"), ("2023-05-01", "2023-06-01", "indicator used-in-other-year"),
            ("2022-05-01", "2023-06-01", ""),
        ]
    )
    func reconciled(_ accepted: String, _ used: String, _ expected: String) throws {
        let cases = [try MadeForm.task(awarded: "2022-01-01", accepted: accepted, used: used)]
        let sides = FormReconciliation(try MadeForm.count(cases), among: cases)
        let told =
            sides.both.map { _ in "both" } + sides.formOnly.map { "form \($0.reason.code)" }
            + sides.indicatorOnly.map { "indicator \($0.reason.code)" }
        #expect(told.joined(separator: ", ") == expected)
    }

    @Test("months that are not over, and kinds without a row")
    func reconciledOtherwise() throws {
        let early = [try MadeForm.task(awarded: "2022-01-01", accepted: "2024-06-01", used: "2024-07-01")]
        let count = FormCount(MadeForm.form(), of: 2024, early, under: Made.terms, knownOn: try day("2024-12-31"))
        #expect(FormReconciliation(count, among: early).formOnly.map(\.reason.code) == ["months-not-over"])
        let strange = [try MadeForm.task(kind: "poem", awarded: "2022-01-01", accepted: "2023-06-01", used: "2024-01-02")]
        #expect(FormReconciliation(try MadeForm.count(strange), among: strange).indicatorOnly.map(\.reason.code) == ["no-row"])
    }

    @Test("due on the day before the one named, in the year after", arguments: [(2023, "2024-02-29"), (2024, "2025-02-28")])
    func due(_ year: Int, _ expected: String) throws {
        #expect(MadeForm.form().dues[0].lastDay(reportOn: year) == (try day(expected)))
    }
}
