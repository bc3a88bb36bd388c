public import LifecycleModel
import Rules

/// Dossiers of one task from best to worst, with the winner.
public struct Ranking: Sendable, Hashable {
    /// One dossier in the order.
    public struct Place: Sendable, Hashable {
        /// Its rank from 1; equal dossiers that nothing parts share one.
        public let rank: Int
        /// The dossier, by its id.
        public let subject: String
        /// The score it is ranked by; nil when no ballot counted.
        public let total: Fraction?
        /// Whether it meets every condition of a winner but the rank.
        public let isEligible: Bool
    }

    /// All dossiers, from best to worst.
    public let places: [Place]
    /// The dossier the council proposes; nil when there is none or equal ones cannot be parted.
    public let winner: String?
    /// The next eligible one, should the winner fall out.
    public let runnerUp: String?
    /// How the order came about.
    public let steps: [WorkingStep]

    init(of tallies: [Tally], _ subjects: [Subject], rule: DecisionRule.Scores, basis: String?) throws(Refusal) {
        let entries = zip(tallies, subjects).compactMap { tally, subject -> Entry? in
            guard case .scores(let figures) = tally.figures else { return nil }
            return Entry(subject: subject, figures: figures, isEligible: tally.outcome == .recommended)
        }
        var groups: [[Entry]] = Dictionary(grouping: entries, by: \.figures.total).values.sorted { left, right in
            (left[0].figures.total ?? Fraction(-1)) > (right[0].figures.total ?? Fraction(-1))
        }
        var steps: [WorkingStep] = []
        groups = groups.flatMap { group in group.count == 1 ? [group] : Self.parted(group, by: rule.ties[...], basis, &steps) }
        var places: [Place] = []
        for group in groups {
            let rank = places.count + 1
            places += group.map { Place(rank: rank, subject: $0.subject.id, total: $0.figures.total, isEligible: $0.isEligible) }
        }
        self.places = places
        // The law proposes the dossier with the highest mean, provided it meets the conditions; another one may only follow later.
        let first = places.filter { $0.rank == 1 }
        if first.count == 1, let top = first.first, top.isEligible {
            winner = top.subject
            steps.append(WorkingStep(Phrase(vi: "Kiến nghị trúng tuyển: \(top.subject)", en: "Proposed: \(top.subject)"), basis: basis))
        } else {
            winner = nil
            let why =
                first.count > 1
                ? Phrase(
                    vi: "Các hồ sơ bằng nhau theo mọi thứ tự ưu tiên, quy tắc không phân định được",
                    en: "The best dossiers are equal in every respect; the rule does not part them"
                )
                : Phrase(vi: "Hồ sơ điểm cao nhất không đủ điều kiện trúng tuyển", en: "The highest dossier does not meet the conditions")
            if !places.isEmpty { steps.append(WorkingStep(why, basis: basis)) }
        }
        let winner = winner
        runnerUp = winner == nil ? nil : Self.only(of: places.filter { $0.isEligible && $0.subject != winner })
        self.steps = steps
    }

    /// The first of eligible places, when it does not share its rank.
    private static func only(of places: [Place]) -> String? {
        guard let first = places.first, !places.dropFirst().contains(where: { $0.rank == first.rank }) else { return nil }
        return first.subject
    }

    private struct Entry {
        let subject: Subject
        let figures: ScoreFigures
        let isEligible: Bool
    }

    /// Equal dossiers parted by the first criterion that tells them apart, then each part again by the rest.
    private static func parted(
        _ group: [Entry],
        by ties: ArraySlice<DecisionRule.TieBreak>,
        _ basis: String?,
        _ steps: inout [WorkingStep]
    ) -> [[Entry]] {
        guard group.count > 1, let tie = ties.first else { return [group] }
        let names = group.map(\.subject.id).joined(separator: ", ")
        // What is not known of every dossier cannot part them.
        let keys = group.map { key(of: $0, by: tie) }
        guard keys.allSatisfy({ $0 != nil }), Set(keys).count > 1 else {
            steps.append(
                WorkingStep(
                    Phrase(
                        vi: "Bằng điểm (\(names)): không phân định được theo tiêu chí “\(tie.phrase.vi)”",
                        en: "Equal (\(names)): not parted by “\(tie.phrase[.en])”"
                    ),
                    basis: basis
                )
            )
            return parted(group, by: ties.dropFirst(), basis, &steps)
        }
        steps.append(
            WorkingStep(
                Phrase(vi: "Bằng điểm (\(names)): ưu tiên \(tie.phrase.vi)", en: "Equal (\(names)): parted by \(tie.phrase[.en])"),
                basis: basis
            )
        )
        let parts = Dictionary(grouping: group) { key(of: $0, by: tie) ?? .zero }.sorted { $0.key > $1.key }.map(\.value)
        return parts.flatMap { parted($0, by: ties.dropFirst(), basis, &steps) }
    }

    /// The greater, the better.
    private static func key(of entry: Entry, by tie: DecisionRule.TieBreak) -> Fraction? {
        switch tie {
        case .lessStateMoney: entry.subject.stateMoney.map { Fraction(-$0.amount) }
        case .excellentBefore: entry.subject.wasExcellentBefore.map { Fraction($0 ? 1 : 0) }
        case .decidingCriteria: entry.figures.decidingMean
        case .hostOfTask: Fraction(entry.subject.isOfHost ? 1 : 0)
        }
    }
}
