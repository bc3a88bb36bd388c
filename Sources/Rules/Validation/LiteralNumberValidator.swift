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
        // The language measures time in hours at most, so days need a 24 wherever hours are asked for.
        var countsHours = false
        var numbers: [(value: Int64, offset: Int)] = []
        expression.syntax.visit { syntax in
            switch syntax.kind {
            case .literal(.int(let number)): numbers.append((number, syntax.range.lowerBound))
            case .method(_, "getHours", _): countsHours = true
            default: break
            }
        }
        for (number, offset) in numbers where !Self.innocent.contains(number.magnitudeClamped) && !(countsHours && number == 24) {
            findings.append(
                Finding(
                    "literal-number",
                    at: path,
                    offset: isWritten ? offset : nil,
                    severity: .warning,
                    Phrase(vi: "con số \(number) viết thẳng vào biểu thức", en: "the number \(number) is written into the expression"),
                    hint: Phrase(vi: "đặt thành tham số có căn cứ pháp lý", en: "make it a parameter with a legal basis")
                )
            )
        }
    }
}

extension Syntax {
    fileprivate func visit(_ see: (Syntax) -> Void) {
        see(self)
        for part in parts { part.visit(see) }
    }
}

extension Int64 {
    fileprivate var magnitudeClamped: Int64 { self == .min ? .max : abs(self) }
}
