import Expressions
import LifecycleModel

/// What is checked about the choice of a regime: clauses, names of regimes, bases, labels.
public struct RegimeChoiceValidator: Sendable {
    private let regimes: Set<String>

    /// Checks against these regimes.
    public init(regimes: Set<String>) {
        self.regimes = regimes
    }

    /// What it finds; paths begin at `choose`, `straddles` and `parameters`.
    public func findings(in choice: RegimeChoice) -> [Finding] {
        var findings: [Finding] = []
        let declarations = choice.declarations
        func check(_ source: String, at path: RulePath) {
            guard !source.isEmpty else { return }
            do throws(CompileFailure) {
                _ = try Expression.compile(source, declarations: declarations, options: CompileOptions(resultType: .bool))
            } catch {
                findings += error.faults.map { Finding($0, at: path) }
            }
        }
        for (index, rule) in choice.rules.enumerated() {
            let path = RulePath("choose") / index
            check(rule.when, at: path / "when")
            if !regimes.contains(rule.regime) { findings.append(.unknown(.regime, rule.regime, at: path / "regime", among: regimes)) }
            if rule.basis == nil { findings.append(missingBasis(at: path)) }
        }
        for (index, straddle) in choice.straddles.enumerated() {
            let path = RulePath("straddles") / index
            check(straddle.when, at: path / "when")
            if straddle.message.vi.isEmpty {
                findings.append(
                    Finding("missing-label", at: path / "else", Phrase(vi: "thiếu lời tiếng Việt", en: "the Vietnamese words are missing"))
                )
            }
        }
        for (name, parameter) in choice.parameters.sorted(by: { $0.key < $1.key }) where parameter.basis == nil {
            findings.append(missingBasis(at: RulePath("parameters") / name))
        }
        return findings
    }

    private func missingBasis(at path: RulePath) -> Finding {
        Finding("missing-basis", at: path, Phrase(vi: "chưa có căn cứ pháp lý", en: "there is no legal basis"))
    }
}
