import Foundation
import LifecycleModel
public import Rules
public import Scenarios

extension WorkflowLibrary {
    /// The scenario files beside the rule files (`law-2013/scenarios/*.yaml`), as one suite a regime, by identifier.
    ///
    /// A folder that holds no regime (`local/scenarios`) says in each file which regime it is about.
    ///
    /// - Throws: every fault of every file, with its place, when there is any.
    public static func scenarios(directory: String, regimes: [Regime]) throws(RuleFileFaults) -> [ScenarioSuite] {
        let report = Report()
        let root = URL(filePath: directory, directoryHint: .isDirectory)
        var suites = ScenarioSuites(regimes: Dictionary(regimes.map { ($0.id, $0) }) { $1 })
        for folder in contents(of: root) {
            for name in contents(of: root.appending(path: "\(folder)/scenarios")) where name.hasSuffix(".yaml") && !name.hasPrefix(".") {
                suites.add(SourceFile.read("\(folder)/scenarios/\(name)", in: root, report: report), folder: folder, report: report)
            }
        }
        suites.checkBeginnings(report)
        guard !report.hasErrors else { throw RuleFileFaults(.scenarios, diagnostics: report.diagnostics.sorted()) }
        return suites.all
    }

    private static func contents(of folder: URL) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
    }
}

/// The stories of all files, by regime.
struct ScenarioSuites {
    private let regimes: [String: Regime]
    private var scenarios: [String: [Scenario]] = [:]
    /// Where stories, and the names of those they go on from, stand.
    private var names: [String: [String: Cursor]] = [:]
    private var givens: [String: [(scenario: Scenario, name: String, cursor: Cursor)]] = [:]

    init(regimes: [String: Regime]) {
        self.regimes = regimes
    }

    /// The suites, by regime.
    var all: [ScenarioSuite] {
        scenarios.sorted { $0.key < $1.key }.map { ScenarioSuite(regime: $0.key, scenarios: $0.value) }
    }

    /// Adds the stories of one file.
    mutating func add(_ file: SourceFile, folder: String, report: Report) {
        guard let root = file.root else { return }
        let fields = Cursor(root, at: RulePath(file.name), in: file, report: report).fields("regime", "people", "scenarios")
        guard fields.isMapping, let regime = regime(fields, folder: folder) else { return }
        let reading = ScenarioReading(regime: regime, regimes: regimes, people: fields.optional("people"))
        for cursor in fields.required("scenarios")?.collect({ $0 }) ?? [] {
            guard let (scenario, name, given) = reading.scenario(cursor) else { continue }
            if let earlier = names[regime.id]?[scenario.id] {
                name.fault(
                    "duplicate-name",
                    Phrase(
                        vi: "tên ‘\(scenario.id)’ đã có ở \(earlier.file.name):\(earlier.node.line)",
                        en: "the name ‘\(scenario.id)’ is taken by \(earlier.file.name):\(earlier.node.line)"
                    )
                )
                continue
            }
            names[regime.id, default: [:]][scenario.id] = name
            scenarios[regime.id, default: []].append(scenario)
            if let given, let earlier = given.text() { givens[regime.id, default: []].append((scenario, earlier, given)) }
        }
    }

    /// Which regime a file is about: that of its folder, or the one it names.
    private func regime(_ fields: Fields, folder: String) -> Regime? {
        if !fields.has("regime"), let regime = regimes[folder] { return regime }
        guard let name = fields.required("regime"), let id = name.text() else { return nil }
        if let regime = regimes[id] { return regime }
        name.fault(
            "unknown-regime",
            Phrase(vi: "không có chế độ ‘\(id)’", en: "there is no regime ‘\(id)’"),
            hint: Suggestion.hint(for: id, in: regimes.keys)
        )
        return nil
    }

    /// Reports stories that go on from one that is not there, or in a circle.
    func checkBeginnings(_ report: Report) {
        for (regime, givens) in givens {
            let earlier = Dictionary(givens.map { ($0.scenario.id, $0.name) }) { $1 }
            for given in givens {
                guard names[regime]?[given.name] != nil else {
                    given.cursor.fault(
                        "unknown-scenario",
                        Phrase(vi: "không có kịch bản ‘\(given.name)’", en: "there is no scenario ‘\(given.name)’"),
                        hint: Suggestion.hint(for: given.name, in: (names[regime] ?? [:]).keys)
                    )
                    continue
                }
                var seen: Set<String> = []
                var step: String? = given.name
                while let id = step, id != given.scenario.id, seen.insert(id).inserted { step = earlier[id] }
                guard step == given.scenario.id else { continue }
                given.cursor.fault(
                    "circle",
                    Phrase(
                        vi: "kịch bản ‘\(given.scenario.id)’ bắt đầu từ chính nó",
                        en: "the scenario ‘\(given.scenario.id)’ begins where it ends itself"
                    )
                )
            }
        }
    }
}
