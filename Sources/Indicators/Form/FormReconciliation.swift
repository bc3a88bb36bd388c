public import LifecycleModel

/// The tasks that only one of two sisters counts: the column “put into application” of a statistical form, and the indicator of use.
public struct FormReconciliation: Sendable, Hashable {
    /// Why only one of them counts a task.
    public enum Reason: Sendable, Hashable {
        /// The months after its acceptance end in another year: the indicator counts it there.
        case otherYear(lastDay: CivilDate)
        /// Its months are not over yet: the indicator counts it then.
        case open(lastDay: CivilDate)
        /// Its use began after those months: the indicator counts it as not used.
        case late(usedOn: CivilDate, lastDay: CivilDate)
        /// Not all of its results are used, as the definition asked for wants.
        case partly
        /// Its proof came later than the definition allows.
        case provedLate
        /// Its use began in another year: the form counts it there.
        case usedInOtherYear(usedOn: CivilDate)
        /// It was accepted in another year, and the form counts those of its year.
        case acceptedInOtherYear(acceptedOn: CivilDate)
        /// No section of the form takes its kind.
        case noRow

        /// For programs.
        public var code: String {
            switch self {
            case .otherYear: "other-year"
            case .open: "months-not-over"
            case .late: "used-late"
            case .partly: "partly-used"
            case .provedLate: "proved-late"
            case .usedInOtherYear: "used-in-other-year"
            case .acceptedInOtherYear: "accepted-in-other-year"
            case .noRow: "no-row"
            }
        }

        /// For people.
        public var phrase: Phrase {
            switch self {
            case .otherYear(let day):
                Phrase(
                    vi: "hạn theo dõi sau nghiệm thu đến hết \(day.vietnamese), chỉ tiêu tính ở năm \(day.year)",
                    en: "its months after acceptance end on \(day); the indicator counts it in \(day.year)"
                )
            case .open(let day):
                Phrase(
                    vi: "hạn theo dõi đến hết \(day.vietnamese) chưa qua, chỉ tiêu chưa tính",
                    en: "its months end on \(day) and are not over; the indicator does not count it yet"
                )
            case .late(let used, let day):
                Phrase(
                    vi: "được ứng dụng từ \(used.vietnamese), sau hạn \(day.vietnamese)",
                    en: "used since \(used), after its last day \(day)"
                )
            case .partly:
                Phrase(vi: "chưa phải mọi kết quả đều được ứng dụng", en: "not all of its results are used")
            case .provedLate: Phrase(vi: "minh chứng được kiểm tra muộn hơn hạn", en: "its proof was checked later than allowed")
            case .usedInOtherYear(let day):
                Phrase(
                    vi: "được ứng dụng từ \(day.vietnamese), biểu tính ở năm \(day.year)",
                    en: "used since \(day); the form counts it in \(day.year)"
                )
            case .acceptedInOtherYear(let day):
                Phrase(
                    vi: "nghiệm thu ngày \(day.vietnamese), biểu tính nhiệm vụ nghiệm thu trong năm",
                    en: "accepted on \(day); the form counts those accepted in its year"
                )
            case .noRow: Phrase(vi: "loại hình không thuộc phần nào của biểu", en: "no section of the form takes its kind")
            }
        }
    }

    /// A task that one of them counts, and why the other does not.
    public struct Difference: Sendable, Hashable {
        /// The task.
        public var task: String
        /// Why.
        public var reason: Reason
    }

    /// Tasks that both count.
    public let both: [String]
    /// Tasks that only the form counts, by code.
    public let formOnly: [Difference]
    /// Tasks that only the indicator counts, by code.
    public let indicatorOnly: [Difference]

    /// Compares a filled form with the indicator of the same year.
    ///
    /// - Parameter others: all tasks, also those that the year's form has nothing to do with.
    public init(_ count: FormCount, among others: some Sequence<FormCase>) {
        let (terms, day, year) = (count.terms, count.knownOn, count.year)
        let cases = Dictionary(others.map { ($0.task, $0) }) { first, _ in first }
        let report = UseReport(cases.values.flatMap(\.results), year: year, knownOn: day, terms: terms)
        let used = Set(report.cases.filter { $0.outcome == .used }.flatMap(\.verdicts).map(\.result.task))
        let inForm = Set(count.placings.filter { $0.section != nil && $0.counts.contains(.inUse) }.map(\.task.task))
        both = inForm.intersection(used).sorted()
        formOnly = inForm.subtracting(used).sorted().compactMap { code in
            cases[code].map { Difference(task: code, reason: Self.notInIndicator($0, year, terms, day)) }
        }
        indicatorOnly = used.subtracting(inForm).sorted().compactMap { code in
            cases[code].map { Difference(task: code, reason: Self.notInForm($0, count)) }
        }
    }

    private static func notInIndicator(_ task: FormCase, _ year: Int, _ terms: UseIndicator.Terms, _ day: CivilDate) -> Reason {
        guard let accepted = task.acceptedOn, let used = task.usedOn(terms, knownOn: day) else { return .partly }
        let last = terms.lastDay(acceptedOn: accepted)
        if last > day { return .open(lastDay: last) }
        if last.year != year { return .otherYear(lastDay: last) }
        if used > last { return .late(usedOn: used, lastDay: last) }
        return terms.unit == .taskAll ? .partly : .provedLate
    }

    private static func notInForm(_ task: FormCase, _ count: FormCount) -> Reason {
        if count.placings.contains(where: { $0.task.task == task.task && $0.section == nil && $0.counts.contains(.inUse) }) {
            return .noRow
        }
        if count.form.choices.use == .acceptedInYear, let accepted = task.acceptedOn, accepted.year != count.year {
            return .acceptedInOtherYear(acceptedOn: accepted)
        }
        return task.usedOn(count.terms, knownOn: count.knownOn).map { .usedInOtherYear(usedOn: $0) } ?? .noRow
    }
}
