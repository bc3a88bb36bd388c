import LifecycleModel
import LumpSum
import Terminal

/// A movement of money that was just recorded, in words: what it is, of which year or advance, for which items, how much.
struct RecordedMovement {
    private let happening: BudgetHappening
    private let law: BudgetLaw

    init(_ happening: BudgetHappening, under law: BudgetLaw) {
        self.happening = happening
        self.law = law
    }

    /// Its name, and the rest.
    var pair: KeyValues.Pair {
        KeyValues.Pair(happening.name[Speech.language], StyledText(details.joined(separator: "; "), .accent))
    }

    private var details: [String] {
        switch happening {
        case .estimated(let estimate):
            FundingSource.allCases.compactMap { source in
                (try? estimate.total(of: source)).flatMap { total in
                    total > .zero ? "\(source.phrase[Speech.language]) \(total.formatted())" : nil
                }
            }
        case .allotted(let year, let amount), .allotmentCut(let year, let amount): [say("năm \(year)", "year \(year)"), amount.formatted()]
        case .rolledOver(let from, let to, let amount):
            [say("từ năm \(from) sang \(to)", "from \(from) to \(to)"), amount.formatted()]
        case .advanced(let number, let year, let amount):
            [part(number), say("dự toán năm \(year)", "allotment of \(year)"), amount.formatted()]
        case .volumeReported(let number, let amount), .givenBack(let number, let amount): [part(number), amount.formatted()]
        case .cleared(let number, let lines): [part(number)] + lines.map(words)
        case .moved(let moves, let reason):
            moves.map { "\(name($0.from)) → \(name($0.to)) \($0.year): \($0.amount.formatted())" } + [reason]
        case .setOutside(let lines, let reason): lines.map(words) + [reason]
        case .spent(let year, let received, let lines): spending(year, received, lines)
        case .spentAnew(let year, let received, let lines, let reason): spending(year, received, lines) + [reason]
        case .settled(let settlement): [settlement.settled.formatted()]
        case .recoveryDecided(let recovery): [recovery.decided.formatted()]
        case .recoveryPaid(let amount): [amount.formatted()]
        }
    }

    private func spending(_ year: Int, _ received: Dong, _ lines: [BudgetLine]) -> [String] {
        [say("năm \(year)", "year \(year)"), say("thực nhận ", "received ") + received.formatted()] + lines.map(words)
    }

    private func part(_ advance: Int64) -> String { say("đợt \(advance)", "advance \(advance)") }

    private func words(_ line: BudgetLine) -> String {
        let source = line.source == .state ? "" : " (\(line.source.phrase[Speech.language]))"
        return "\(name(line.item)) \(line.year)\(source): \(line.amount.formatted())"
    }

    private func name(_ item: String) -> String { law.label(of: item)[Speech.language] }
}
