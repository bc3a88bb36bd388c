import Expressions
import LifecycleModel

/// `literal-number`: a number written into a clause that looks like one of the law; such a number belongs among the parameters.
struct LiteralNumberValidator {
    /// Numbers that mean themselves: none, one, both, percent.
    private static let innocent: Set<Int64> = [0, 1, 2, 100]

    func findings(in compiled: CompiledRegime) -> [Finding] {
        var findings: [Finding] = []
        for part in compiled.regime.parts {
            for (index, transition) in compiled.compiledTransitions(of: part.id) {
                let path = part.path / "transitions" / index
                for (number, requirement) in transition.requirements.enumerated() {
                    let place = path / "requires" / number
                    switch requirement.rule.condition {
                    case .clause: look(requirement.expression, at: place / "that", isWritten: true, into: &findings)
                    case .atMost: look(requirement.expression, at: place / "amount" / "at-most", isWritten: false, into: &findings)
                    default: break
                    }
                }
                for (number, effect) in transition.rule.effects.enumerated() {
                    let place = path / "effects" / number
                    switch effect {
                    case .set(let fact, _): look(transition.effectExpressions[fact], at: place, isWritten: true, into: &findings)
                    case .open(_, _, let facts):
                        for name in facts.keys.sorted() {
                            let expression = transition.effectExpressions["\(number)/\(name)"]
                            look(expression, at: place / "open" / "facts" / name, isWritten: false, into: &findings)
                        }
                    default: break
                    }
                }
            }
        }
        return findings
    }

    private func look(_ expression: Expression?, at path: RulePath, isWritten: Bool, into findings: inout [Finding]) {
        guard let expression else { return }
        let nodes = expression.syntax.allNodes
        // The language measures time in hours at most, so days need a 24 wherever hours are asked for.
        let countsHours = nodes.contains { if case .method(_, "getHours", _) = $0.kind { true } else { false } }
        for syntax in nodes {
            guard case .literal(.int(let number)) = syntax.kind, !Self.innocent.contains(number.magnitudeClamped),
                !(countsHours && number == 24)
            else { continue }
            findings.append(
                Finding(
                    "literal-number",
                    at: path,
                    offset: isWritten ? syntax.range.lowerBound : nil,
                    severity: .warning,
                    Phrase(vi: "con số \(number) viết thẳng vào biểu thức", en: "the number \(number) is written into the expression"),
                    hint: Phrase(vi: "đặt thành tham số có căn cứ pháp lý", en: "make it a parameter with a legal basis")
                )
            )
        }
    }
}

extension Syntax {
    fileprivate var allNodes: [Syntax] {
        [self] + parts.flatMap(\.allNodes)
    }
}

extension Int64 {
    fileprivate var magnitudeClamped: Int64 { self == .min ? .max : abs(self) }
}
