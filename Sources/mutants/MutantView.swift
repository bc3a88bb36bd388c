import CanonicalJSON
import LifecycleModel
import Mutations
import Terminal

/// What was noticed, and what was not.
struct MutantView {
    let results: [MutantResult]
    /// How many mistakes could be made.
    let possible: Int
    let seed: UInt64
    let reasons: Reasons

    /// How many were noticed.
    var caught: Int { results.count - survivors.count }

    private var survivors: [MutantResult] { results.filter { $0.outcome == .survived } }

    /// The table, then each survivor as it stands in the file of reasons, then one line with the share.
    var text: String {
        let report = Report(json: .null, blocks: [table], sheet: Sheet(header: [], rows: []))
        let listed = survivors.map { "\($0.mutant.id)\n    \(reasons[$0.mutant.id] ?? "no reason is known: a scenario is missing")\n" }
        return report.text(as: .table, on: Screen(language: .en)) + "\n" + listed.joined() + "\n" + summary + "\n"
    }

    private var table: Table {
        let numbers = ["made", "by check", "by test", "by proof", "survived"].map { Table.Column($0, alignment: .right) }
        let rows = MutationOperator.allCases.map { kind in row(kind.rawValue, results.filter { $0.mutant.kind == kind }) }
        return Table(columns: [Table.Column("mistake")] + numbers, rows: rows, footer: [row("all", results)])
    }

    private func row(_ name: String, _ results: [MutantResult]) -> [StyledText] {
        var counts = [results.count, 0, 0, 0, 0]
        for result in results {
            switch result.outcome {
            case .check: counts[1] += 1
            case .test: counts[2] += 1
            case .proof: counts[3] += 1
            case .survived: counts[4] += 1
            }
        }
        return [StyledText(name)] + counts.map { StyledText(String($0)) }
    }

    private var summary: String {
        let share = results.isEmpty ? 1000 : caught * 1000 / results.count
        let explained = survivors.count { reasons[$0.mutant.id] != nil }
        return "\(caught) of \(results.count) noticed (\(share / 10).\(share % 10) %); of \(survivors.count) survivors \(explained) with a"
            + " reason; \(possible) mistakes could be made; seed \(seed)"
    }
}
