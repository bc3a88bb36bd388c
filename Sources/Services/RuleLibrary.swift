public import Expressions
import Foundation
public import LifecycleModel
import PlainFiles
public import RuleLoading
public import Rules

/// The rule files of a directory, read when first needed and only as far as needed.
public struct RuleLibrary: Sendable {
    /// The directory.
    public let directory: String

    /// Names the directory; nothing is read yet.
    public init(directory: String) {
        self.directory = directory
    }

    /// One regime with local overlays applied.
    ///
    /// - Throws: `UseCaseFault` when there is no such regime, `RuleFileFaults` with every fault when its files have errors.
    public func regime(_ id: String) throws -> CompiledRegime {
        do throws(RuleFileFaults) { return try WorkflowLibrary.load(regime: id, directory: directory) } catch {
            if let unknown = UseCaseFault(unknownRegimeIn: error.diagnostics) { throw unknown }
            throw error
        }
    }

    /// All regimes, the choice among them and all remarks.
    ///
    /// - Throws: `RuleFileFaults` with every fault when a file has errors.
    public func all() throws(RuleFileFaults) -> WorkflowLibrary {
        try WorkflowLibrary.load(directory: directory)
    }

    /// Books of indicators, definitions, goals and assigned jobs.
    ///
    /// - Throws: `RuleFileFaults` with every fault when a file has errors.
    public func indicators() throws(RuleFileFaults) -> IndicatorLibrary {
        try IndicatorLibrary.load(directory: directory)
    }

    /// Statistical forms.
    ///
    /// - Throws: `RuleFileFaults` with every fault when a file has errors.
    public func reports() throws(RuleFileFaults) -> ReportLibrary {
        try ReportLibrary.load(directory: directory)
    }

    /// What of the record is made public; nil where the rule directory does not say.
    ///
    /// - Throws: `RuleFileFaults` with every fault of the file.
    public func publicRules() throws(RuleFileFaults) -> PublicRules? {
        try PublicRules.load(directory: directory)
    }

    /// The regimes there are folders of, whatever stands in them.
    public var regimeNames: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []).sorted().filter {
            FileManager.default.fileExists(atPath: "\(directory)/\($0)/regime.yaml")
        }
    }

    /// No holiday table has more bytes.
    private static let largestTable = 2 << 20

    /// The holiday table's text.
    ///
    /// - Throws: `UseCaseFault` when it cannot be read.
    public func holidays() throws -> String {
        let path = directory + "/calendar/vn-holidays.csv"
        guard let bytes = try? PlainFile.read(path, atMost: Self.largestTable, followsLinks: true),
            let text = String(validating: bytes, as: UTF8.self)
        else {
            throw UseCaseFault(
                .unavailable,
                "holidays-missing",
                Phrase(vi: "Không đọc được bảng ngày nghỉ «\(path)»", en: "The holiday table \"\(path)\" cannot be read")
            )
        }
        return text
    }

    /// Roles that any regime knows.
    public func roleNames() throws(RuleFileFaults) -> Set<String> {
        Set(try all().regimes.values.flatMap { $0.regime.roles.keys })
    }
}

/// Chooses the regime of a new task by the rules of `regimes.yaml`; what the rules leave open goes to a person.
public struct RegimeChooser {
    private let choice: RegimeChoice
    private let declarations: Declarations

    /// Prepares the choice.
    public init(_ choice: RegimeChoice) {
        self.choice = choice
        declarations = choice.declarations
    }

    /// The regime for a task with these facts, `group.name` → value, on a day.
    ///
    /// - Throws: `UseCaseFault` of kind `refused` when a person must decide, or when no rule fits.
    public func regime(for facts: [String: Value], today: CivilDate) throws -> String {
        var activation: [String: Value] = [
            "param": FactEnvironment.parameterRecord(choice.parameters), "today": FactEnvironment.timestamp(today),
        ]
        for group in choice.facts.keys {
            let fields = facts.filter { $0.key.hasPrefix(group + ".") }.map { (String($0.key.dropFirst(group.count + 1)), $0.value) }
            activation[group] = .record(Dictionary(fields) { $1 })
        }
        for straddle in choice.straddles where try holds(straddle.when, activation) {
            throw UseCaseFault(
                .refused,
                "regime-undecided",
                straddle.message,
                hint: Phrase(
                    vi: "Người có thẩm quyền quyết định rồi ghi rõ bằng --regime",
                    en: "Let the person in charge decide and say so with --regime"
                ),
                blockers: [Blocker(code: "regime-undecided", message: straddle.message, basis: straddle.basis)]
            )
        }
        for rule in choice.rules where try holds(rule.when, activation) { return rule.regime }
        throw UseCaseFault(
            .refused,
            "regime-undecided",
            Phrase(vi: "Không quy tắc nào chọn được chế độ pháp lý", en: "No rule chooses a regime"),
            hint: Phrase(vi: "Ghi rõ bằng --regime", en: "Say it with --regime")
        )
    }

    private func holds(_ source: String, _ activation: [String: Value]) throws -> Bool {
        do {
            let expression = try Expression.compile(source, declarations: declarations, options: CompileOptions(resultType: .bool))
            return try expression.evaluate(activation) == .bool(true)
        } catch let error as EvaluationError {
            throw UseCaseFault(
                .refused,
                "information-missing",
                Phrase(
                    vi: "Thiếu thông tin để chọn chế độ pháp lý: \(error.missingPath ?? error.message)",
                    en: "Information missing to choose a regime: \(error.missingPath ?? error.message)"
                ),
                hint: error.missingPath.map { path in
                    let label = choice.label(of: path)
                    return Phrase(
                        vi: "Thêm --set \(path)=… (\(label?.vi ?? "?")), hoặc ghi rõ bằng --regime",
                        en: "Add --set \(path)=… (\(label?[.en] ?? "?")), or name the regime with --regime"
                    )
                }
            )
        } catch let failure as CompileFailure {
            throw UseCaseFault(
                .badData,
                "rule-fault",
                Phrase(vi: "regimes.yaml: \(failure)", en: "regimes.yaml: \(failure)")
            )
        }
    }
}

extension RegimeChoice {
    /// The label of a fact the choice reads, `group.name`.
    fileprivate func label(of path: String) -> Phrase? {
        let parts = path.split(separator: ".").map(String.init)
        return parts.count == 2 ? facts[parts[0]]?[parts[1]]?.label : nil
    }
}

extension UseCaseFault {
    /// The name of a regime that no folder has; nil when the findings say something else.
    public init?(unknownRegimeIn findings: [Diagnostic]) {
        guard let finding = findings.first(where: { $0.code == "unknown-regime" }), finding.line == 1, finding.column == 1 else {
            return nil
        }
        self.init(.usage, finding.code, finding.message, hint: finding.hint)
    }
}
