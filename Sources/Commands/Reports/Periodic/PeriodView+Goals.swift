import Indicators
import LifecycleModel
import RuleLoading
import Services
import Store

/// The section about the goals of programmes.
extension PeriodView {
    static func goals(_ library: IndicatorLibrary, on day: CivilDate, _ reader: any StoreReader) throws -> [PeriodSection] {
        try GoalFigures.all(by: library, knownOn: day, today: day, in: reader).map { own in
            let reached = own.report.lines.count(where: \.isReached)
            let counted = say(
                "\(own.report.lines.count) mục tiêu đếm được, \(reached) đạt về số đã giao nộp.",
                "\(own.report.lines.count) countable goals, \(reached) reached by what is delivered."
            )
            return PeriodSection(
                id: "goals",
                heading: say("Mục tiêu của các chương trình", "Goals of the programmes"),
                texts: [counted] + own.shares.map { "\($0.goal.name[Speech.language]): \($0.shown) (\($0.goal.printed))." }
                    + ["\(own.scheme.counting(by: own.terms)[Speech.language]). \(own.scheme.source)."],
                columns: [
                    PeriodSection.Column(id: "goal", title: say("Mục tiêu", "Goal"), width: 44),
                    PeriodSection.Column(id: "printed", title: say("Đề án", "Printed"), width: 14),
                    PeriodSection.Column(id: "promised", title: say("Đăng ký", "Promised"), width: 10, isFigure: true),
                    PeriodSection.Column(id: "delivered", title: say("Giao nộp", "Delivered"), width: 10, isFigure: true),
                    PeriodSection.Column(id: "in_use", title: say("Ứng dụng", "In use"), width: 10, isFigure: true),
                    PeriodSection.Column(id: "gap", title: say("Khoảng cách", "Gap"), width: 12, isFigure: true),
                ],
                rows: own.report.lines.map { line in
                    [
                        .text("\(line.goal.programme.map { "\($0): " } ?? "")\(line.goal.name[Speech.language])"), .text(line.goal.printed),
                        .number(line.promised), .number(line.delivered), .number(line.inUse),
                        line.gap.map { $0.isWhole ? .number($0.numerator) : .text($0.rounded(decimals: 1)[Speech.language]) } ?? .nothing,
                    ]
                }
            )
        }
    }
}
