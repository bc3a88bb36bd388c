public import LifecycleModel

/// A statistical form filled for a year: every cell as the tasks it counts, and whatever no row or column could take.
public struct FormCount: Sendable {
    /// The row a task stands in of every group of its section, by the place of the group; nil: no row takes it.
    public struct Placing: Sendable, Hashable {
        /// The task.
        public var task: FormCase
        /// The code of its section; nil: no section takes its kind.
        public var section: String?
        /// The code of its row in each group.
        public var rows: [String?]
        /// What it counts as.
        public var counts: Set<StatisticalForm.Content>
    }

    /// Tasks of a section that no row of a group takes: its rows add up to the section's but for them.
    public struct Unplaced: Sendable, Hashable {
        /// The row of the section; nil: tasks of a kind that no section takes, which are not in the form at all.
        public var section: String?
        /// The heading of the group; nil for those of an unknown kind.
        public var group: Phrase?
        /// What is not known of them, or known and in no row.
        public var what: Phrase
        /// The tasks.
        public var tasks: [String]
    }

    /// The form.
    public let form: StatisticalForm
    /// The year.
    public let year: Int
    /// What counts as evidence of use.
    public let terms: UseIndicator.Terms
    /// The day whose knowledge it rests on.
    public let knownOn: CivilDate
    /// The tasks of the year's form, by code.
    public let placings: [Placing]
    private let tasks: [String: [StatisticalForm.Content: [String]]]

    /// Counts tasks.
    public init(
        _ form: StatisticalForm,
        of year: Int,
        _ cases: some Sequence<FormCase>,
        under terms: UseIndicator.Terms,
        knownOn day: CivilDate
    ) {
        self.form = form
        self.year = year
        self.terms = terms
        knownOn = day
        placings = cases.sorted { $0.task < $1.task }.compactMap { form.placing($0, in: year, under: terms, knownOn: day) }
        var tasks: [String: [StatisticalForm.Content: [String]]] = [:]
        for placing in placings {
            for code in [placing.section].compactMap(\.self) + placing.rows.compactMap(\.self) {
                for content in placing.counts { tasks[code, default: [:]][content, default: []].append(placing.task.task) }
            }
        }
        self.tasks = tasks
    }

    /// The tasks that a cell counts, by code.
    public func tasks(row: StatisticalForm.Row, column: StatisticalForm.Column) -> [String] {
        row.leaves.flatMap { tasks[$0.code]?[column.shows] ?? [] }.sorted()
    }

    /// The tasks that a cell of a section's own row counts, by code.
    public func tasks(section: StatisticalForm.Section, column: StatisticalForm.Column) -> [String] {
        tasks[section.code]?[column.shows] ?? []
    }

    /// What no row takes, in the order of the form.
    public var unplaced: [Unplaced] {
        var found: [Unplaced] = []
        let strange = placings.filter { $0.section == nil }.map(\.task.task)
        if !strange.isEmpty {
            found.append(
                Unplaced(
                    section: nil,
                    group: nil,
                    what: Phrase(
                        vi: "loại hình chưa rõ hoặc không thuộc phần nào của biểu",
                        en: "kind unknown or in no section of the form"
                    ),
                    tasks: strange
                )
            )
        }
        for section in form.sections {
            let own = placings.filter { $0.section == section.code }
            for (place, group) in section.groups.enumerated() {
                let without = own.filter { $0.rows[place] == nil }.map(\.task.task)
                guard !without.isEmpty else { continue }
                found.append(
                    Unplaced(
                        section: section.code,
                        group: group.label,
                        what: Phrase(
                            vi: "\(group.by.phrase.vi) chưa rõ hoặc không thuộc dòng nào",
                            en: "\(group.by.phrase.en) unknown or in no row"
                        ),
                        tasks: without
                    )
                )
            }
        }
        return found
    }

    /// Tasks in the total whose investigator's sex is not on record; the column of women may be too small by so many.
    public var sexUnknown: [String] {
        guard !form.codes(of: .ledByWomen).isEmpty else { return [] }
        return placings.filter { $0.section != nil && $0.counts.contains(.total) && $0.task.sex == nil }.map(\.task.task)
    }
}

extension StatisticalForm {
    /// Where a task stands and what it counts as; nil when the year's form has nothing to do with it.
    fileprivate func placing(
        _ task: FormCase,
        in year: Int,
        under terms: UseIndicator.Terms,
        knownOn day: CivilDate
    ) -> FormCount.Placing? {
        var counts = choices.counts(task, in: year, under: terms, knownOn: day)
        guard !counts.isEmpty else { return nil }
        let summed = columns.flatMap(\.sumOf)
        if columns.contains(where: { summed.contains($0.code) && counts.contains($0.shows) }) { counts.insert(.total) }
        if counts.contains(.total), task.sex == .female { counts.insert(.ledByWomen) }
        guard let kind = task.kind, let section = sections.first(where: { $0.kinds.contains(kind) }) else {
            return FormCount.Placing(task: task, section: nil, rows: [], counts: counts)
        }
        let rows = section.groups.map { group -> String? in
            guard let value = value(of: group.by, task) else { return nil }
            return group.rows.flatMap(\.leaves).first { $0.takes.contains(value) }?.code
        }
        return FormCount.Placing(task: task, section: section.code, rows: rows, counts: counts)
    }

    private func value(of property: Property, _ task: FormCase) -> String? {
        switch property {
        case .level: task.level
        case .field: task.field
        case .mainSource: choices.source(of: task)?.rawValue
        }
    }
}
