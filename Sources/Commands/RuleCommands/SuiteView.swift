import CanonicalJSON
import LifecycleModel
import Rules
import Scenarios
import Terminal

/// How the result of playing scenarios looks.
struct SuiteView {
    let results: [SuiteResult]
    /// Whether what no scenario touches is listed.
    let listsMissed: Bool

    var report: Report {
        var blocks: [any Block] = []
        for suite in results {
            let (lost, broken) = (suite.failures.filter { $0.lostBeginning != nil }, suite.failures.filter { $0.lostBeginning == nil })
            blocks += broken.map { FailureBlock(result: $0) }
            if !lost.isEmpty { blocks.append(unplayed(lost)) }
        }
        let measured = results.filter { $0.coverage != nil }
        if !measured.isEmpty { blocks.append(table(measured)) }
        if listsMissed { blocks += measured.flatMap(missed) }
        blocks.append(Stack(results.map(summary)))
        return Report(json: .array(results.map(\.json)), blocks: blocks)
    }

    /// Stories that could not begin, in one paragraph: what matters is why the ones before them broke off.
    private func unplayed(_ lost: [ScenarioResult]) -> any Block {
        let names = lost.map(\.scenario.id).joined(separator: ", ")
        return Paragraph(
            StyledText(
                say("Kịch bản không diễn được vì chỗ bắt đầu hỏng (\(lost.count)): ", "Scenarios that could not begin (\(lost.count)): "),
                .warning
            ) + StyledText(names, .faint)
        )
    }

    private func summary(_ suite: SuiteResult) -> any Block {
        let played = suite.results.filter { !$0.scenario.isBackground }.count
        let backgrounds = suite.results.count - played
        let failed = suite.failures.count
        return Paragraph(
            StyledText(failed == 0 ? "✓ " : "✗ ", failed == 0 ? .good : .bad) + StyledText(suite.regime, .strong)
                + StyledText(
                    say(
                        "  \(played) kịch bản, \(backgrounds) điểm bắt đầu chung, \(failed) không đúng như mong đợi",
                        "  scenarios: \(played), backgrounds: \(backgrounds), not as expected: \(failed)"
                    )
                )
        )
    }

    private func table(_ suites: [SuiteResult]) -> Table {
        Table(
            columns: [Table.Column(say("Độ phủ", "Coverage"), shrinkPriority: 1, minimumWidth: 16, overflow: .wrap)]
                + suites.map { Table.Column($0.regime, alignment: .right) },
            rows: Coverage.Aspect.allCases.map { aspect in
                [StyledText(aspect.label[Speech.language])]
                    + suites.map { suite in
                        guard let count = suite.coverage?.count(aspect) else { return StyledText("") }
                        return StyledText("\(count.seen)/\(count.total)", count.missed.isEmpty ? .good : .plain)
                    }
            }
        )
    }

    private func missed(_ suite: SuiteResult) -> [any Block] {
        (suite.coverage?.counts ?? []).filter { !$0.missed.isEmpty }.map { count in
            Stack([
                Heading(
                    say("\(suite.regime), chưa chạm tới: ", "\(suite.regime), not touched: ") + count.aspect.label[Speech.language],
                    level: 2
                ), Bullets(count.missed.map { StyledText($0) }, indent: 2),
            ])
        }
    }
}

/// A scenario that did not come out as expected.
struct FailureBlock: Block {
    let result: ScenarioResult

    func lines(on screen: Screen) -> [StyledText] {
        let scenario = result.scenario
        var lines = Paragraph(
            StyledText("✗ ", .bad) + StyledText(scenario.id, .strong) + StyledText("  \(scenario.label[screen.language])")
        ).lines(on: screen)
        for mismatch in result.mismatches {
            lines += Paragraph(head(mismatch, screen.language), indent: 2).lines(on: screen)
            for blocker in mismatch.blockers {
                let basis = blocker.basis.map { " (\($0))" } ?? ""
                lines += Paragraph(StyledText("- " + blocker.message[screen.language] + basis, .faint), indent: 6).lines(on: screen)
            }
        }
        if result.unplayed > 0 {
            let text = say("còn \(result.unplayed) hàng không diễn", "\(result.unplayed) rows not played")
            lines += Paragraph(StyledText(text, .faint), indent: 2).lines(on: screen)
        }
        return lines
    }

    private func head(_ mismatch: Mismatch, _ language: Language) -> StyledText {
        let place = mismatch.place
        return StyledText("\(place.file):\(place.line)", .accent) + StyledText(" \(mismatch.row)  ")
            + StyledText(mismatch.subject[language], .strong)
            + StyledText(say(": cần «\(mismatch.expected.vi)», có ", ": should be ‘\(mismatch.expected[.en])’, is "))
            + StyledText(say("«\(mismatch.found.vi)»", "‘\(mismatch.found[.en])’"), .bad)
    }
}

extension SuiteResult {
    /// `{regime, passed, scenarios, backgrounds, failures, coverage}`
    var json: JSONValue {
        let played = results.filter { !$0.scenario.isBackground }.count
        var object: JSONObject = [
            "regime": .string(regime), "passed": .bool(passed), "scenarios": JSONValue(played),
            "backgrounds": JSONValue(results.count - played), "failures": .array(failures.map(\.json)),
        ]
        if let coverage { object["coverage"] = .object(JSONObject(coverage.counts)) }
        return .object(object)
    }
}

extension ScenarioResult {
    fileprivate var json: JSONValue {
        [
            "scenario": .string(scenario.id), "lost_beginning": lostBeginning.map(JSONValue.string) ?? .null,
            "label": .string(scenario.label[Speech.language]),
            "file": .string(scenario.place.file), "line": JSONValue(scenario.place.line), "rows_not_played": JSONValue(unplayed),
            "mismatches": .array(mismatches.map(\.json)),
        ]
    }
}

extension Mismatch {
    fileprivate var json: JSONValue {
        [
            "file": .string(place.file), "line": JSONValue(place.line), "row": .string(row), "subject": .string(subject[Speech.language]),
            "expected": .string(expected[Speech.language]), "found": .string(found[Speech.language]),
            "blockers": .array(blockers.map { $0.json(in: Speech.language) }),
        ]
    }
}

extension JSONObject {
    /// `{transitions: {seen, total, missed: […]}, held: …}`
    fileprivate init(_ counts: [Coverage.Count]) {
        self.init()
        for count in counts {
            self[count.aspect.rawValue] = [
                "seen": JSONValue(count.seen), "total": JSONValue(count.total), "missed": .array(count.missed.map(JSONValue.string)),
            ]
        }
    }
}
