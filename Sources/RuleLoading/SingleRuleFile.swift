import Indicators
import LifecycleModel
import Rules

/// One rule file by itself, whatever kind it is: what the files around it would say is not known. For `fuzz`.
public enum SingleRuleFile {
    /// Everything there is to say about the bytes, by line; what kind of file they are is told by the keys.
    ///
    /// - Parameter name: how the remarks call the file.
    public static func remarks(on bytes: [UInt8], named name: String = "regime/regime.yaml") -> [Diagnostic] {
        let report = Report()
        let file = SourceFile.parse(bytes, name: name, report: report)
        if let root = file.root { read(root, in: file, report) }
        return report.diagnostics
    }

    private static func read(_ root: Tree, in file: SourceFile, _ report: Report) {
        let cursor = Cursor(root, at: .root, in: file, report: report)
        let keys = Set(root.mapping?.compactMap { $0.key.scalar?.string } ?? [])
        if keys.contains("book") {
            _ = IndicatorBook(cursor, named: "book")
        } else if keys.contains("indicator") {
            _ = UseIndicator(cursor, named: "indicator")
        } else if keys.contains("count") {
            _ = CountIndicator(cursor, named: "count")
        } else if keys.contains("goals") {
            _ = ProgrammeGoals(cursor, in: IndicatorLibrary())
        } else if keys.contains("public") {
            _ = PublicRules(cursor)
        } else if keys.contains("calendar") {
            _ = ReportCalendar(cursor)
        } else if keys.contains("form") {
            _ = StatisticalForm(cursor, named: "form")
        } else if keys.contains("overlay") {
            guard let overlay = Overlay(file, report: report) else { return }
            for name in overlay.changes.keys {
                var assembly = RegimeAssembly(folder: name, report: Report())
                var regime = assembly.finished(mainFile: name, isComplete: false)
                overlay.apply(to: &regime, report: report)
            }
        } else if keys.contains("choose") {
            report.add(RegimeChoiceValidator(regimes: []).findings(in: RegimesFile(file, report: report).choice), fallback: file.name)
        } else {
            regime(in: file, report)
        }
    }

    /// A regime, and the stories that may stand in the same text.
    private static func regime(in file: SourceFile, _ report: Report) {
        var assembly = RegimeAssembly(folder: "regime", report: report)
        assembly.add(file)
        var regime = assembly.finished(mainFile: file.name, isComplete: true)
        regime.resolveCounts()
        regime.fillDefaultMessages()
        report.add(
            RegimeValidation.findings(in: CompiledRegime(regime, hash: ""), scope: report.hasErrors ? .names : .all),
            fallback: file.name
        )
        var suites = ScenarioSuites(regimes: [regime.id: regime])
        suites.add(file, folder: regime.id, report: report)
        suites.checkBeginnings(report)
    }
}
