public import LifecycleModel
public import LumpSum
import Rules
public import Spreadsheets

/// The workbook a host fills: the estimate by item, year and source, the reckoning of labour, and what the law allows. Every sum is a formula, what
/// may be chosen is a list, and only the shaded cells can be changed.
public struct EstimateTemplate: Sendable {
    /// The law on money that the task runs under.
    public var law: BudgetLaw
    /// What stands under the title: the task, or whose rules these are.
    public var subject: String
    /// The years with a column for each source.
    public var years: ClosedRange<Int>
    /// What is already planned; the cells are filled with it.
    public var estimate: Estimate?
    /// Whether limits, labour and fees hold for the task; nil when the day that decides is not known.
    public var normsHold: Bool?

    /// Creates a template.
    public init(law: BudgetLaw, subject: String, years: ClosedRange<Int>, estimate: Estimate? = nil, normsHold: Bool? = true) {
        self.law = law
        self.subject = subject
        self.years = years
        self.estimate = estimate
        self.normsHold = normsHold
    }

    /// The workbook.
    ///
    /// - Throws: `Refusal` when the rules lack a number or a sum does not fit in 64 bits.
    public func workbook(createdOn day: CivilDate) throws(Refusal) -> Workbook {
        let estimateSheet = EstimateSheetWriting(template: self)
        let labour = LabourSheetWriting(template: self, plannedCell: estimateSheet.totalCell(of: law.rules.labour?.item))
        return Workbook(
            title: "Dự toán kinh phí nhiệm vụ khoa học và công nghệ",
            createdOn: day,
            sheets: [try estimateSheet.sheet(), try labour.sheet(), try GuideSheetWriting(template: self).sheet()]
        )
    }

    /// The rows of items, in the order of the rules; planned items that the rules no longer have come last.
    var items: [(id: String, label: String, mayBeLumpSum: Bool)] {
        law.rules.items.map { ($0.id, $0.label.vi, $0.mayBeLumpSum) }
    }
}
